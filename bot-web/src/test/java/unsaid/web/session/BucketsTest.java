package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Buckets buckets = new Buckets(new Bucket.Rate(2, 1), nanos::get);

    @Test
    void aBurstPassesAndThenSoManyASecond() {
        assertTrue(buckets.take("192.0.2.1"));
        assertTrue(buckets.take("192.0.2.1"));
        assertFalse(buckets.take("192.0.2.1"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(buckets.take("192.0.2.1"));
        assertFalse(buckets.take("192.0.2.1"));
    }

    @Test
    void eachAddressHasItsOwn() {
        buckets.take("192.0.2.1");
        buckets.take("192.0.2.1");
        assertTrue(buckets.take("192.0.2.2"));
    }

    @Test
    void aLongPauseFillsItNoFurtherThanItsBurst() {
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertTrue(buckets.take("192.0.2.1"));
        assertTrue(buckets.take("192.0.2.1"));
        assertFalse(buckets.take("192.0.2.1"));
    }
}
