package unsaid.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/// A [Bucket] for every remote address that was seen of late. Addresses are kept here alone, in
/// memory, and no longer than it takes their bucket to fill again. Safe for use by any thread.
public final class Buckets {
    private static final long MOST = 100_000;
    private static final int NETWORK_BYTES = 8;

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

    /// Takes one from an address's bucket, if there is one to take.
    ///
    /// @param address an IP address; those of one IPv6 network (64 bits) share a bucket
    public boolean take(String address) {
        return buckets.get(network(address), any -> new Bucket(rate, nanos)).take();
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
