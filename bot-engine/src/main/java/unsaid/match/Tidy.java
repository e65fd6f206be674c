package unsaid.match;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes what was typed comparable, or fit to keep.
final class Tidy {

    private static final Pattern QUOTES =
            Pattern.compile("[\"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u201a]");
    private static final Pattern APOSTROPHES =
            Pattern.compile("['\u2018\u2019\u02bc\u2032`\u00b4]");
    private static final Pattern DASHES =
            Pattern.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern TAIL = Pattern.compile("(?<![ .,;:!?\u2026])[ .,;:!?\u2026]++$");
    private static final Pattern HEAD = Pattern.compile("^[ .,;:!?\u00bf\u00a1\u2026]+");
    private static final Pattern NEVER_SEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\n\t]]");
    private static final Pattern NEVER_KEPT =
            Pattern.compile(
                    "[\\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff&&[^\n]]");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*\u2022\u00b7]|\\d{1,2}[.)])\\s+");

    private Tidy() {}

    /// For comparing: compatible forms, lower case, single spaces, no quotes or apostrophes, no
    /// punctuation at either end, nothing invisible.
    static String key(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        text = NEVER_SEEN.matcher(text).replaceAll("");
        text = QUOTES.matcher(text).replaceAll("");
        text = APOSTROPHES.matcher(text).replaceAll("");
        text = DASHES.matcher(text).replaceAll("-");
        text = SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return TAIL.matcher(HEAD.matcher(text).replaceFirst("")).replaceFirst("");
    }

    /// For keeping: the same words without control characters, lines and ends trimmed.
    static String kept(String typed) {
        String text =
                Normalizer.normalize(
                        typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        return NEVER_KEPT.matcher(text.replace('\t', ' ')).replaceAll("").strip();
    }

    /// The lines that say something, without bullets.
    static List<String> lines(String typed) {
        return kept(typed)
                .lines()
                .map(line -> BULLET.matcher(line.strip()).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
