package unsaid.web.metrics;

/// Takes down how long something took. Safe for use by any thread.
@FunctionalInterface
public interface Stopwatch {
    /// @param nanos below zero counts as zero
    void took(long nanos);
}
