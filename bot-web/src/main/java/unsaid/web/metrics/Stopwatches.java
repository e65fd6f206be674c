package unsaid.web.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Takes down how long something took, by its kind. Safe for use by any thread.
public final class Stopwatches<E extends Enum<E>> {
    private final Map<E, Stopwatch> watches;

    Stopwatches(Class<E> kinds, Function<E, Stopwatch> watch) {
        watches = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            watches.put(kind, watch.apply(kind));
        }
    }

    /// @param nanos below zero counts as zero
    public void took(E kind, long nanos) {
        Stopwatch watch = watches.get(kind);
        if (watch != null) {
            watch.took(nanos);
        }
    }
}
