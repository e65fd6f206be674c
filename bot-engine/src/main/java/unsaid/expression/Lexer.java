package unsaid.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts an expression into words, numbers, texts and signs.
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

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<word>[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|[0-9]++[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)"
                            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
                            + "|'(?<text>[^']*)'"
                            + "|(?<sign>>=|<=|[-+<>(),.=]))");

    private Lexer() {}

    static List<Token> cut(String source, List<Fault> faults) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (source.substring(at).isBlank()) {
                break;
            }
            matcher.region(at, source.length());
            if (!matcher.lookingAt()) {
                int bad = at;
                while (Character.isWhitespace(source.charAt(bad))) {
                    bad++;
                }
                faults.add(
                        new Fault(
                                bad,
                                1,
                                "syntax",
                                "“" + source.charAt(bad) + "” has no meaning here",
                                "see the list of conditions in the authoring guide"));
                at = bad + 1;
                continue;
            }
            for (Kind kind : List.of(Kind.WORD, Kind.NUMBER, Kind.TEXT, Kind.SIGN)) {
                String group = kind.name().toLowerCase(java.util.Locale.ROOT);
                if (matcher.group(group) != null) {
                    tokens.add(
                            new Token(
                                    kind,
                                    matcher.group(group),
                                    matcher.start(group),
                                    matcher.end(group) - matcher.start(group)));
                }
            }
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "the end", source.length(), 0));
        return tokens;
    }
}
