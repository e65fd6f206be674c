package unsaid.safety;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Free text as the expressions want it: sentences of lower-case words with single spaces, without
/// apostrophes, accents and anything invisible. `ä` becomes `ae`, as on a keyboard that lacks it.
final class Plain {

    private Plain() {}

    /// The sentences of a text, of which only the first `limit` characters are looked at.
    static List<String> sentences(String text, int limit) {
        List<String> sentences = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String spelled = Normalizer.normalize(umlauts(cut(text, limit)), Normalizer.Form.NFKD);
        spelled.toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(limit * 2L)
                .forEach(point -> {
                    if (isEnd(point)) {
                        close(words, sentences);
                    } else if (Character.isLetterOrDigit(point)) {
                        words.appendCodePoint(point);
                    } else if (separates(point)
                            && !words.isEmpty()
                            && words.charAt(words.length() - 1) != ' ') {
                        words.append(' ');
                    }
                });
        close(words, sentences);
        return sentences;
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    private static String umlauts(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("Ä", "ae")
                .replace("Ö", "oe")
                .replace("Ü", "ue");
    }

    private static boolean isEnd(int point) {
        return point == '.'
                || point == '!'
                || point == '?'
                || point == ';'
                || point == '\n'
                || point == '…';
    }

    /// Apostrophes and what cannot be seen vanish between letters; everything else parts words.
    private static boolean separates(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> false;
            default ->
                    point != '\''
                            && point != '\u2019'
                            && point != '\u2018'
                            && point != '`'
                            && point != '\u00b4'
                            && point != '\u2032'
                            && point != '\u02bc';
        };
    }

    private static void close(StringBuilder words, List<String> sentences) {
        String sentence = words.toString().strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        words.setLength(0);
    }
}
