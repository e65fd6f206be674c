package unsaid.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a day whose meaning is not in doubt: `2026-01-31`, `31.1.2026`, `31 January 2026`,
/// `January 31st, 2026`, and `31/1/2026` where only one reading is a day. No "tomorrow": there is
/// no clock here.
final class Days {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?:the |am |den )?(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(\\p{L}{3,12})\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,12})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

    private Days() {}

    static Optional<LocalDate> read(String key, Map<String, Integer> months) {
        MatchResult found;
        if ((found = whole(ISO, key)) != null) {
            return day(found.group(1), number(found.group(2)), number(found.group(3)));
        }
        if ((found = whole(DOTTED, key)) != null) {
            return day(found.group(3), number(found.group(2)), number(found.group(1)));
        }
        if ((found = whole(SLASHED, key)) != null) {
            return slashed(number(found.group(1)), number(found.group(2)), found.group(3));
        }
        if ((found = whole(DAY_FIRST, key)) != null) {
            return day(
                    found.group(3), months.getOrDefault(found.group(2), 0), number(found.group(1)));
        }
        if ((found = whole(MONTH_FIRST, key)) != null) {
            return day(
                    found.group(3), months.getOrDefault(found.group(1), 0), number(found.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> slashed(int first, int second, String year) {
        Optional<LocalDate> dayFirst = day(year, second, first);
        Optional<LocalDate> monthFirst = day(year, first, second);
        return dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)
                ? Optional.empty()
                : dayFirst.or(() -> monthFirst);
    }

    private static @Nullable MatchResult whole(Pattern pattern, String key) {
        Matcher matcher = pattern.matcher(key);
        return matcher.matches() ? matcher.toMatchResult() : null;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<LocalDate> day(String year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
