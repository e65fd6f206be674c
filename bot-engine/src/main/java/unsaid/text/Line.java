package unsaid.text;

/// A text while it is put together. Gaps that empty placeholders leave in the author's words are
/// closed; the visitor's own words stay as they are, letter by letter. Where those end a sentence,
/// the author's full stop behind them is one too many, and is left out.
final class Line {
    private static final String MARKS = ".,;:?\n";
    private static final String ENDS = ".!?…";
    private static final String CLOSING = "”“’‘»«›‹\")";
    private static final String OPENING = "“„‘‚«»‹›\"";
    private static final char NONE = 0;

    private final StringBuilder out = new StringBuilder(96);
    private int kept;

    /// What the visitor's words end with, while nothing but closing quotes and spaces has followed.
    private char end = NONE;

    /// The author's words: runs of spaces become one; none stands before a full stop, comma, colon
    /// or question mark.
    void own(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (end != NONE && c != ' ' && CLOSING.indexOf(c) < 0) {
                boolean twice = c == '.' || c == end;
                end = NONE;
                if (twice) {
                    continue;
                }
            }
            int last = out.length() - 1;
            if (last < 0
                    ? Character.isWhitespace(c)
                    : c == ' ' && (out.charAt(last) == ' ' || out.charAt(last) == '\n')) {
                continue;
            }
            if (last >= kept && out.charAt(last) == ' ' && MARKS.indexOf(c) >= 0) {
                out.setLength(last);
            }
            out.append(c);
        }
    }

    /// Whether the author's words stay as they are: nothing in them is a gap.
    static boolean isTidy(String text) {
        int last = text.length() - 1;
        if (last >= 0
                && (Character.isWhitespace(text.charAt(0))
                        || Character.isWhitespace(text.charAt(last)))) {
            return false;
        }
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            char behind = text.charAt(at + 1);
            if (behind == ' ' || MARKS.indexOf(behind) >= 0 || text.charAt(at - 1) == '\n') {
                return false;
            }
        }
        return true;
    }

    /// The visitor's words.
    void theirs(String text) {
        if (!text.isEmpty()) {
            out.append(text);
            kept = out.length();
            end = end(text);
        }
    }

    /// Whether the author has just opened quotes.
    boolean quotes() {
        int last = out.length() - 1;
        return last >= kept && isOpening(out.charAt(last));
    }

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    /// The mark that ends the text's last sentence, quotes behind it left aside.
    private static char end(String text) {
        int last = text.length() - 1;
        while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        char c = text.charAt(last);
        return ENDS.indexOf(c) >= 0 ? c : NONE;
    }

    String text() {
        int end = out.length();
        while (end > kept && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        return out.substring(0, end);
    }
}
