package unsaid.text;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts several things into one sentence: "a, b and c".
public final class Sentences {
    private static final Map<Locale, ListFormatter> FORMATS = new ConcurrentHashMap<>();

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

    /// English without a country reads "a, b and c", without a comma before "and".
    private static Locale plain(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
