package unsaid.web.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Counts something by its kind. Safe for use by any thread.
public final class Tally<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    Tally(Class<E> kinds, Function<E, Counter> counter) {
        counters = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            counters.put(kind, counter.apply(kind));
        }
    }

    public void count(E kind) {
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }
}
