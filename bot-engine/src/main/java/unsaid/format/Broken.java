package unsaid.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds where a text stops being JSON (RFC 8259), and says it to somebody who has never heard of
/// parsers: which mark is missing or too many, and what to write.
///
/// It walks the text once more, from the start, after the reader has refused it.
final class Broken {
    private static final String CURLY = "“”„‟‘’‚‹›«»";
    private static final String BLANKS = " \t\r\n";
    private static final char END = '\0';

    /// What is wrong at a place.
    ///
    /// @param at characters from the start of the text
    record Fault(int at, String message, String wayOut) {
        Json.Spot spot(String text) {
            return new Json.Spot(line(text, at), at - text.lastIndexOf('\n', at - 1));
        }
    }

    /// Thrown by the walk at the first fault; never leaves this class.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient @Nullable Fault fault;

        /// @param fault null: it is too deep to go on
        private Stop(@Nullable Fault fault) {
            super(null, null, false, false);
            this.fault = fault;
        }
    }

    private final String text;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int at;

    /// Just behind the last name, value or bracket.
    private int behind;

    /// Where the last text begins, and the list that was closed last; -1: there is none.
    private int lastText = -1;

    private int lastList = -1;

    private Broken(String text) {
        this.text = text;
    }

    /// @return null if every mark is where it belongs, as far as brackets within each other are
    ///   read: then the text is refused for its size
    static @Nullable Fault in(String text) {
        Fault strange = encoding(text);
        if (strange != null) {
            return strange;
        }
        Broken walk = new Broken(text);
        try {
            walk.whole();
            return null;
        } catch (Stop stop) {
            return stop.fault;
        }
    }

    /// Bytes that are no UTF-8 were read as U+FFFD; every other byte of UTF-16 is zero.
    static @Nullable Fault encoding(String text) {
        String wayOut = "in your editor choose “Save with encoding” and there UTF-8";
        if (text.indexOf('\0') >= 0 && text.indexOf('\0') < 8) {
            return new Fault(0, "this file is saved as UTF-16", wayOut);
        }
        int bad = text.indexOf('\uFFFD');
        return bad < 0 ? null : new Fault(bad, "this character is not saved as UTF-8", wayOut);
    }

    private void whole() {
        skip();
        value();
        skip();
        if (at < text.length()) {
            throw stop(
                    at,
                    "the file is complete before this: its last bracket is closed in line "
                            + line(behind - 1),
                    "remove what follows, or take out a bracket before it that is one too many");
        }
    }

    private void value() {
        switch (peek()) {
            case '{' -> inside('}', this::member);
            case '[' -> inside(']', this::value);
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        }
        behind = at;
    }

    private void inside(char closing, Runnable part) {
        if (open.size() == JsonText.DEPTH) {
            throw new Stop(null);
        }
        open.push(at++);
        skip();
        if (peek() != closing) {
            part.run();
            while (more(closing)) {
                part.run();
            }
        }
        at++;
        int begun = open.pop();
        lastList = closing == ']' ? begun : lastList;
    }

    private void member() {
        if (peek() != '"') {
            throw noName();
        }
        string();
        behind = at;
        skip();
        if (peek() != ':') {
            throw peek() == '='
                    ? stop(
                            at,
                            "an equals sign stands where a colon belongs",
                            "write : in place of =")
                    : stop(
                            behind,
                            "a colon is missing after this name",
                            "write : between the name and what belongs to it");
        }
        at++;
        skip();
        value();
    }

    /// Whether a comma and one more part follow; else what closes is next.
    private boolean more(char closing) {
        skip();
        char next = peek();
        if (next == closing) {
            return false;
        }
        if (next != ',') {
            throw noComma(closing, next);
        }
        int comma = at++;
        skip();
        if (peek() == '}' || peek() == ']') {
            throw stop(
                    comma,
                    "this comma stands before a closing " + peek(),
                    "take the comma out, or write what is to follow it");
        }
        if (peek() == ',') {
            throw stop(at, "two commas follow each other", "take one of them out");
        }
        return true;
    }

    private Stop noComma(char closing, char next) {
        if (next == '}' || next == ']') {
            return stop(
                    at,
                    "this "
                            + next
                            + " closes nothing: the "
                            + text.charAt(top())
                            + " of line "
                            + line(top())
                            + " is still open",
                    "write " + closing + " before it, or take it out");
        }
        if (next == '{' && isBehindList()) {
            return behindList();
        }
        if (next == ';') {
            return stop(at, "a semicolon stands where a comma belongs", "write , in place of ;");
        }
        if (next == ':') {
            return stop(
                    at,
                    "a colon stands here, but not after a name",
                    closing == ']'
                            ? "put names and what belongs to them in { }"
                            : "write a comma before the name, or take the colon out");
        }
        Stop known = known(next);
        if (known != null) {
            return known;
        }
        if (lastText >= 0 && behind > lastText && text.charAt(behind - 1) == '"') {
            curlyEnd(lastText, behind - 1);
        }
        if (behind > 0
                && text.charAt(behind - 1) == '"'
                && text.substring(behind, at).indexOf('\n') < 0
                && next != '"') {
            return stop(
                    behind - 1,
                    "the text ended at this quote, but words follow",
                    "inside a text write “ and ”, or \\\" for a straight quote");
        }
        if (next == END) {
            return unclosed();
        }
        return stop(behind, "a comma is missing after this", "write , here, before the next part");
    }

    private Stop noName() {
        char next = peek();
        if (next == END) {
            return unclosed();
        }
        Stop known = known(next);
        if (known != null) {
            return known;
        }
        if (next == '{' && isBehindList()) {
            return behindList();
        }
        if (next == '{' || next == '[') {
            return stop(
                    at,
                    "here a name is missing before this " + next,
                    "write the name in double quotes and a colon, such as \"steps\": " + next);
        }
        return Character.isLetter(next)
                ? stop(
                        at,
                        "this name stands without quotes",
                        "write it between double quotes: \"" + letters() + "\"")
                : stop(at, "a name belongs here", "write a name in double quotes and a colon");
    }

    /// Whether nothing but a comma has come since a list was closed.
    private boolean isBehindList() {
        return lastList >= 0 && text.substring(0, at).matches("(?s).*\\][\\s,]*");
    }

    private Stop behindList() {
        int closed = text.lastIndexOf(']', at);
        return stop(
                at,
                "what begins here stands behind the end of the list of line " + line(lastList),
                "move it before the ] of line " + line(closed) + ", behind a comma");
    }

    /// A text whose end is a curly quote runs on to the next straight one, or to the line's end.
    private void curlyEnd(int start, int end) {
        int inside = 0;
        for (int i = start + 1; i < end; i++) {
            char one = text.charAt(i);
            boolean opens = one == '“' && inside == 0 || one == '„';
            if (opens) {
                inside++;
            } else if (one == '”' || one == '“') {
                inside--;
            }
            if (inside < 0) {
                throw stop(
                        i,
                        "the text ends with a curly quote " + one,
                        "write the straight quote \" in its place" + more(i));
            }
        }
    }

    /// How many more curly quotes stand where straight ones belong; empty if there is none.
    private String more(int here) {
        int count = 0;
        for (int i = here + 1; i < text.length(); i++) {
            if ("“”„‟".indexOf(text.charAt(i)) >= 0 && isMark(i)) {
                count++;
            }
        }
        return count < 2 ? "" : "; " + count + " more follow in this file: replace all of them";
    }

    /// Whether a quote stands beside a bracket, comma or colon, as those around names and texts do.
    private boolean isMark(int quote) {
        int before = quote - 1;
        while (before >= 0 && BLANKS.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        int after = quote + 1;
        while (after < text.length() && BLANKS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return before >= 0 && "[{,:".indexOf(text.charAt(before)) >= 0
                || after < text.length() && "]},:".indexOf(text.charAt(after)) >= 0;
    }

    private void string() {
        int start = at++;
        lastText = start;
        while (at < text.length() && text.charAt(at) != '"') {
            char one = text.charAt(at);
            if (one == '\n' || one == '\r') {
                curlyEnd(start, at);
                throw stop(
                        start,
                        "the text that begins here is not closed in its line",
                        "write the closing \" at its end; for two paragraphs make two texts of it");
            }
            if (one < ' ') {
                throw stop(
                        at,
                        one == '\t'
                                ? "a tab stands in this text"
                                : "an invisible character stands in this text",
                        "delete it and type a space");
            }
            at += one == '\\' ? escape() : 1;
        }
        if (at >= text.length()) {
            throw stop(
                    start,
                    "the text that begins here is never closed",
                    "write the closing \" at its end");
        }
        at++;
    }

    private int escape() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : END;
        if ("\"\\/bfnrt".indexOf(next) >= 0 && next != END) {
            return 2;
        }
        if (next == 'u' && isHex(at + 2)) {
            return 6;
        }
        throw stop(
                at,
                "a backslash has a meaning of its own in a text",
                "write \\\\ for a backslash, or leave it out");
    }

    private boolean isHex(int from) {
        if (from + 4 > text.length()) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private void number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String written = text.substring(start, at);
        if (!written.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw stop(
                    start,
                    "this is not how a number is written",
                    "write it like 7 or 0.5, or in double quotes if it is meant as a text");
        }
    }

    private void word() {
        for (String word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at) && letters().equals(word)) {
                at += word.length();
                return;
            }
        }
        char next = peek();
        if (next == END) {
            throw unclosed();
        }
        Stop known = known(next);
        if (known != null) {
            throw known;
        }
        if (next == '}' || next == ']' || next == ',') {
            throw stop(
                    at,
                    "something is missing before this " + next,
                    "write what belongs there, such as a text in double quotes");
        }
        String small = letters().toLowerCase(java.util.Locale.ROOT);
        if (small.equals("true") || small.equals("false")) {
            throw stop(at, letters() + " is written small", "write " + small);
        }
        if (Set.of("yes", "no", "on", "off").contains(small) && isWhole(at + small.length())) {
            throw stop(
                    at,
                    "this word stands without quotes",
                    "write true or false, without quotes; if a text belongs here, \""
                            + letters()
                            + "\"");
        }
        throw Character.isLetter(next)
                ? stop(
                        at,
                        "this text stands without quotes",
                        "write it between double quotes: \"" + letters() + "\"")
                : stop(
                        at,
                        "“" + next + "” has no meaning here",
                        "take it out, or write the text it belongs to in double quotes");
    }

    /// Whether a value may end there.
    private boolean isWhole(int end) {
        int after = end;
        while (after < text.length() && BLANKS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return after == text.length()
                || ",}]".indexOf(text.charAt(after)) >= 0
                || text.substring(end, after).indexOf('\n') >= 0;
    }

    /// Marks that look right to a person and are none of JSON's.
    private @Nullable Stop known(char next) {
        if (CURLY.indexOf(next) >= 0) {
            return stop(
                    at,
                    "this is a curly quote " + next,
                    "write the straight quote \" in its place" + more(at));
        }
        if (next == '\'' || next == '`') {
            return stop(
                    at,
                    "texts stand between double quotes",
                    "write \" in place of " + next + " on both sides");
        }
        if (next == '/' || next == '#') {
            return stop(
                    at,
                    "a remark cannot be written like this",
                    "write it into a field of its own: \"note\": \"…\"");
        }
        if (Character.isSpaceChar(next) || Character.getType(next) == Character.FORMAT) {
            return stop(
                    at,
                    "an invisible character stands here (a hard space or alike, often copied from a web page)",
                    "delete the blank and type a space");
        }
        return null;
    }

    private Stop unclosed() {
        if (open.isEmpty()) {
            return stop(at, "the file is empty", "write a flow into it");
        }
        char bracket = text.charAt(top());
        return stop(
                text.stripTrailing().length(),
                "the file ends here, but the "
                        + bracket
                        + " of line "
                        + line(top())
                        + " is still open",
                "write "
                        + (bracket == '{' ? '}' : ']')
                        + " where it ends, or look for a part that got lost");
    }

    private int top() {
        Integer top = open.peek();
        return top == null ? 0 : top;
    }

    private String letters() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "_-".indexOf(text.charAt(end)) >= 0)
                && end - at < 40) {
            end++;
        }
        return text.substring(at, end);
    }

    private int line(int place) {
        return line(text, place);
    }

    private static int line(String text, int place) {
        return 1 + (int) text.chars().limit(Math.max(0, place)).filter(c -> c == '\n').count();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void skip() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static Stop stop(int at, String message, String wayOut) {
        return new Stop(new Fault(at, message, wayOut));
    }
}
