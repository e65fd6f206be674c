package unsaid.web.http;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a file may come over the wire, best first.
enum Packing {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    final String coding;

    /// What such a file's name ends with.
    final String ending;

    Packing(String coding, String ending) {
        this.coding = coding;
        this.ending = ending;
    }

    /// Whether who asks takes it: named, or meant by `*`, and not with a weight of zero.
    ///
    /// @param accepted an `Accept-Encoding`; null if there was none
    boolean suits(@Nullable String accepted) {
        String[] named =
                accepted == null ? new String[0] : accepted.toLowerCase(Locale.ROOT).split(",");
        return Arrays.stream(named)
                .map(String::strip)
                .filter(one -> coding.equals(name(one)))
                .findFirst()
                .or(() ->
                        Arrays.stream(named)
                                .map(String::strip)
                                .filter(one -> "*".equals(name(one)))
                                .findFirst())
                .map(one -> !one.matches(".*;\\s*q=0(\\.0*)?\\s*"))
                .orElse(false);
    }

    private static String name(String one) {
        int end = one.indexOf(';');
        return (end < 0 ? one : one.substring(0, end)).strip();
    }
}
