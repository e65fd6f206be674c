package unsaid.expression;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into words, numbers, texts and signs, in one pass.
final class Lexer {
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /// @param text without its quotes
    record Token(Kind kind, String text, int offset, int length) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
        }
    }

    private static final String SIGNS = "-+<>(),.=";

    private final String source;
    private final List<Fault> faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source, List<Fault> faults) {
        this.source = source;
        this.faults = faults;
    }

    static List<Token> cut(String source, List<Fault> faults) {
        return new Lexer(source, faults).cut();
    }

    private List<Token> cut() {
        for (spaces(); at < source.length(); spaces()) {
            char c = source.charAt(at);
            Slips.Sign slip = Slips.sign(source, at);
            if (slip != null) {
                faults.add(slip.fault(at));
                at += slip.written().length();
            } else if (isDigit(c)) {
                number();
            } else if (isLetter(c)) {
                word(at);
            } else if (c == '\'') {
                text();
            } else if (SIGNS.indexOf(c) >= 0) {
                boolean two = (c == '<' || c == '>') && is(at + 1, '=');
                add(Kind.SIGN, at, at + (two ? 2 : 1));
            } else {
                unknown();
            }
        }
        tokens.add(new Token(Kind.END, "the end", source.length(), 0));
        return tokens;
    }

    private void spaces() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    /// Digits with a letter behind them are a word, such as the option `2nd`.
    private void number() {
        int from = at;
        int end = digits(from);
        if (end < source.length() && isLetter(source.charAt(end))) {
            word(from);
            return;
        }
        int behind = is(end, '.') ? digits(end + 1) : end;
        add(Kind.NUMBER, from, behind > end + 1 ? behind : end);
    }

    private int digits(int from) {
        int end = from;
        while (end < source.length() && isDigit(source.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Letters and digits; a hyphen where one of them follows.
    private void word(int from) {
        int end = from + 1;
        while (end < source.length() && (isPart(end) || is(end, '-') && isPart(end + 1))) {
            end++;
        }
        add(Kind.WORD, from, end);
    }

    private void text() {
        int end = source.indexOf('\'', at + 1);
        if (end < 0) {
            unknown();
            return;
        }
        add(Kind.TEXT, at + 1, end);
        at = end + 1;
    }

    private void unknown() {
        boolean hidden =
                Character.getType(source.charAt(at)) == Character.FORMAT
                        || Character.isSpaceChar(source.charAt(at));
        if (hidden) {
            faults.add(
                    new Fault(
                            at,
                            1,
                            "syntax",
                            "an invisible character stands in this condition",
                            "delete the condition with its quotes and type it anew"));
            at = source.length();
            return;
        }
        faults.add(
                new Fault(
                        at,
                        1,
                        "syntax",
                        "“" + source.charAt(at) + "” has no meaning here",
                        "see the list of conditions in the authoring guide"));
        at++;
    }

    private void add(Kind kind, int from, int end) {
        tokens.add(new Token(kind, source.substring(from, end), from, end - from));
        at = end;
    }

    private boolean is(int index, char c) {
        return index < source.length() && source.charAt(index) == c;
    }

    private boolean isPart(int index) {
        return index < source.length()
                && (isLetter(source.charAt(index)) || isDigit(source.charAt(index)));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
