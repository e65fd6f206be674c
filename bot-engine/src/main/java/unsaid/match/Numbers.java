package unsaid.match;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a number out of an utterance that is nothing but a number: `7`, `7.5`, `7,5`, `seven`,
/// `about 7`, `7 out of 10`, `7/10`, `7 kg`. Two numbers are no number.
final class Numbers {

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,12}(?:[.,]\\d{1,6})?");
    private static final Pattern OUT_OF =
            Pattern.compile(
                    "(.*?) ?(?:/|out of|of|von) ?(?:\\d{1,3}|[a-z]{3,5})(?: points?| punkten?)?");

    private Numbers() {}

    static OptionalDouble read(String key, @Nullable String unit, Tongue tongue) {
        String text = withoutUnit(withoutLead(key, tongue), unit);
        OptionalDouble plain = plain(text, tongue);
        if (plain.isPresent() || text.length() > 40) {
            return plain;
        }
        var outOf = OUT_OF.matcher(text);
        return outOf.matches() ? plain(outOf.group(1).strip(), tongue) : OptionalDouble.empty();
    }

    private static OptionalDouble plain(String text, Tongue tongue) {
        Integer word = tongue.numbers().get(text);
        if (word != null) {
            return OptionalDouble.of(word);
        }
        return DIGITS.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }

    private static String withoutLead(String key, Tongue tongue) {
        String text = key;
        for (int times = 0; times < 3; times++) {
            String before = text;
            for (String lead : tongue.about()) {
                if (text.startsWith(lead + " ")) {
                    text = text.substring(lead.length() + 1);
                }
            }
            if (text.equals(before)) {
                break;
            }
        }
        return text;
    }

    private static String withoutUnit(String text, @Nullable String unit) {
        String plain = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        String key = unit == null ? "" : Tidy.key(unit);
        return !key.isEmpty() && plain.endsWith(key) && plain.length() > key.length()
                ? plain.substring(0, plain.length() - key.length()).strip()
                : plain;
    }
}
