package unsaid.web.session;

import java.util.function.LongSupplier;

/// Lets through `rate.burst()` at once and then so many a second. Safe for use by any thread.
public final class Bucket {
    private final Rate rate;
    private final LongSupplier nanos;
    private double left;
    private long at;

    /// @param burst how many may come at once; at least 1
    /// @param perSecond how many more each second
    public record Rate(int burst, double perSecond) {
        public Rate {
            if (burst < 1 || !(perSecond > 0)) {
                throw new IllegalArgumentException("burst and rate must be positive");
            }
        }
    }

    public Bucket(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.left = rate.burst();
        this.at = nanos.getAsLong();
    }

    /// Takes one, if there is one to take.
    public synchronized boolean take() {
        long now = nanos.getAsLong();
        left = Math.min(rate.burst(), left + (now - at) * rate.perSecond() / 1e9);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
