package unsaid.text;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Puts several things into one sentence: "a, b and c".
public final class Sentences {
    private static final Map<Locale, ListFormatter> FORMATS = new ConcurrentHashMap<>();
    private static final Pattern LONG = Pattern.compile(" .* | .*[.,;:!?…]|[.,;:!?…] ");
    private static final Map<Locale, Quotes> QUOTES = new ConcurrentHashMap<>();

    private Sentences() {}

    /// The list as it reads in the language (Unicode CLDR list patterns).
    public static String join(List<String> items, Locale locale) {
        return switch (items.size()) {
            case 0 -> "";
            case 1 -> items.getFirst();
            default ->
                    FORMATS.computeIfAbsent(plain(locale), ListFormatter::getInstance)
                            .format(items);
        };
    }

    /// Whether words are long enough to blur with what stands beside them: three, or two with a
    /// mark. A name, initials or `a walk` are not.
    static boolean blurs(String words) {
        return LONG.matcher(words).find();
    }

    /// In the quotes of the language (Unicode CLDR); as it is where it has quotes already.
    static String quoted(String words, Locale locale) {
        if (words.isEmpty() || Line.isOpening(words.charAt(0))) {
            return words;
        }
        Quotes quotes = QUOTES.computeIfAbsent(locale, Quotes::of);
        return quotes.open() + words + quotes.close();
    }

    private record Quotes(String open, String close) {
        static Quotes of(Locale locale) {
            LocaleData data = LocaleData.getInstance(ULocale.forLocale(locale));
            return new Quotes(
                    data.getDelimiter(LocaleData.QUOTATION_START),
                    data.getDelimiter(LocaleData.QUOTATION_END));
        }
    }

    /// English without a country reads "a, b and c", without a comma before "and".
    private static Locale plain(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
