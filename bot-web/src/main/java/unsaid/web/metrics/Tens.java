package unsaid.web.metrics;

/// Counts something that few people do, and shows whole tens of it only: below ten nothing is there
/// at all. Safe for use by any thread.
@FunctionalInterface
public interface Tens {
    /// How many have to be counted before one more can be seen.
    int TEN = 10;

    /// @param values one for each tag; each must come from a file of the owner's, or from the
    ///   program, never from a visitor
    void count(String... values);
}
