package unsaid.web.metrics;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How long the store of conversations takes, and how often it fails. Safe for use by any thread.
public final class StoreMeters {
    private final Stopwatches<Operation> times;
    private final Tally<Operation> failures;
    private final LongSupplier nanos;

    /// What is asked of a store.
    public enum Operation {
        ADD,
        FIND,
        REPLACE,
        REMOVE,
        SWEEP
    }

    /// @param nanos a clock in nanoseconds that never goes back
    public StoreMeters(Meters meters, LongSupplier nanos) {
        this.nanos = nanos;
        this.times =
                meters.stopwatches(
                        "store",
                        "What was asked of the store, until it was durable.",
                        "operation",
                        Operation.class);
        this.failures =
                meters.tally(
                        "store.failures",
                        "What the store could not do.",
                        "operation",
                        Operation.class);
    }

    /// Does it, and takes down how long it took, or that it failed.
    public <R extends @Nullable Object> R timed(Operation operation, Supplier<R> work) {
        long begun = nanos.getAsLong();
        try {
            R result = work.get();
            times.took(operation, nanos.getAsLong() - begun);
            return result;
        } catch (RuntimeException | Error e) {
            failures.count(operation);
            throw e;
        }
    }
}
