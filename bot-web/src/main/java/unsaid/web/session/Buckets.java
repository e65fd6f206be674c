package unsaid.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/// A [Bucket] for everybody who was seen of late: remote networks, or conversations. They are kept
/// here alone, in memory, and no longer than it takes their bucket to fill again. Safe for use by
/// any thread.
public final class Buckets {
    private static final long MOST = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Bucket.Rate rate;
    private final LongSupplier nanos;

    public Buckets(Bucket.Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.buckets =
                Caffeine.newBuilder()
                        .expireAfterAccess(
                                Duration.ofMillis(
                                        (long) Math.ceil(1000 * rate.burst() / rate.perSecond())))
                        .maximumSize(MOST)
                        .ticker(nanos::getAsLong)
                        .executor(Runnable::run)
                        .build();
    }

    /// Takes one from somebody's bucket, if there is one to take.
    ///
    /// @param whose a network's address, or a conversation's hash
    public boolean take(String whose) {
        return buckets.get(whose, any -> new Bucket(rate, nanos)).take();
    }
}
