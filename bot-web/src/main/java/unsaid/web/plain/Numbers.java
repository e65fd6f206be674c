package unsaid.web.plain;

import org.jspecify.annotations.Nullable;

/// Numbers as people write them.
final class Numbers {
    private static final double WHOLE = 1e15;

    private Numbers() {}

    /// 7, not 7.0.
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /// With a point or a comma; null if it is no number.
    static @Nullable Double read(String text) {
        String plain = text.strip().replace(',', '.');
        return plain.matches("[+-]?([0-9]{1,15}(\\.[0-9]{0,15})?|\\.[0-9]{1,15})")
                ? Double.valueOf(plain)
                : null;
    }
}
