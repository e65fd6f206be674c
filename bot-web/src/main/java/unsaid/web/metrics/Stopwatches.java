package unsaid.web.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Takes down how long something took, by its kind. Safe for use by any thread.
public final class Stopwatches<E extends Enum<E>> {
    private final Map<E, Stopwatch> watches;

    /// @param watches those that are not there take nothing down
    Stopwatches(Map<E, Stopwatch> watches) {
        this.watches = watches;
    }

    static <E extends Enum<E>> Stopwatches<E> of(Class<E> kinds, Function<E, Stopwatch> watch) {
        Map<E, Stopwatch> watches = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            watches.put(kind, watch.apply(kind));
        }
        return new Stopwatches<>(watches);
    }

    /// @param nanos below zero counts as zero
    public void took(E kind, long nanos) {
        Stopwatch watch = watches.get(kind);
        if (watch != null) {
            watch.took(nanos);
        }
    }
}
