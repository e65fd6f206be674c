package unsaid.web.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Counts something by its kind. Safe for use by any thread.
public final class Tally<E extends Enum<E>> {
    private final Map<E, Runnable> counters;

    /// @param counters those that are not there count nothing
    Tally(Map<E, Runnable> counters) {
        this.counters = counters;
    }

    static <E extends Enum<E>> Tally<E> of(Class<E> kinds, Function<E, Runnable> counter) {
        Map<E, Runnable> counters = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            counters.put(kind, counter.apply(kind));
        }
        return new Tally<>(counters);
    }

    public void count(E kind) {
        Runnable counter = counters.get(kind);
        if (counter != null) {
            counter.run();
        }
    }
}
