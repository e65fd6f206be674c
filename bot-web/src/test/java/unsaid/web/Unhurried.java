package unsaid.web;

import java.util.List;
import java.util.stream.Stream;

/// Settings for tests that send faster, or from one address more, than people do.
public final class Unhurried {
    public static final List<String> SETTINGS =
            Stream.of("frames", "address", "conversation", "starts", "pages")
                    .flatMap(rate ->
                            Stream.of(
                                    "--rate." + rate + "=100000",
                                    "--rate." + rate + ".burst=100000"))
                    .toList();

    private Unhurried() {}

    /// The same with others.
    static String[] and(String... settings) {
        return Stream.concat(SETTINGS.stream(), Stream.of(settings)).toArray(String[]::new);
    }
}
