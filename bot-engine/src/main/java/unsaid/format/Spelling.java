package unsaid.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How ids, values and names may be spelt, each of at most 60 characters; and whole numbers.
final class Spelling {
    private static final int LENGTH = 60;

    private Spelling() {}

    /// Small letters, digits and hyphens, a letter first.
    static boolean isId(String text) {
        return isValue(text) && !isDigit(text.charAt(0));
    }

    /// Small letters, digits and hyphens, no hyphen first.
    static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSmall(c) && !isDigit(c) && !(c == '-' && i > 0)) {
                return false;
            }
        }
        return fits(text);
    }

    /// Letters, digits and hyphens, a letter first.
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = isSmall(c) || c >= 'A' && c <= 'Z';
            if (!letter && !((isDigit(c) || c == '-') && i > 0)) {
                return false;
            }
        }
        return fits(text);
    }

    /// A time such as `P3D`: one to 99 days, weeks or months (ISO 8601).
    static boolean isPeriod(String text) {
        int last = text.length() - 1;
        return text.startsWith("P")
                && last >= 2
                && last <= 3
                && text.charAt(1) != '0'
                && isWhole(text.substring(1, last))
                && text.charAt(1) != '-'
                && "DWM".indexOf(text.charAt(last)) >= 0;
    }

    /// One to nine digits, a minus before them or not.
    static boolean isWhole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > from && text.length() <= from + 9;
    }

    /// A language of ISO 639, with a country or a script behind it or not: `en`, `pt-BR`.
    static boolean isLanguage(String text) {
        return text.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
                && !Languages.CODES.getOrDefault(text.split("-", 2)[0], "").isEmpty();
    }

    /// The code of a language by its name in English or in itself; null: no language is called so.
    static @Nullable String language(String name) {
        return Languages.CODES.entrySet().stream()
                .filter(each ->
                        List.of(each.getValue().split("/"))
                                .contains(name.strip().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /// Looked up only where a language is not written as most are.
    private static final class Languages {
        /// Code → what it is called.
        private static final Map<String, String> CODES = new TreeMap<>();

        static {
            for (Locale each : Locale.getAvailableLocales()) {
                if (each.toString().equals(each.getLanguage())) {
                    String names =
                            each.getDisplayLanguage(Locale.ENGLISH)
                                    + "/"
                                    + each.getDisplayLanguage(each);
                    CODES.put(each.getLanguage(), names.toLowerCase(Locale.ROOT));
                }
            }
            for (String code : Locale.getISOLanguages()) {
                CODES.putIfAbsent(code, code);
            }
        }
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= LENGTH;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
