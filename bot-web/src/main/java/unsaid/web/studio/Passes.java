package unsaid.web.studio;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Who has typed the password. A pass is 256 random bits in a cookie; only its hash is remembered,
/// in memory. Safe for use by any thread.
final class Passes {
    /// A pass is good for so long.
    static final Duration LASTS = Duration.ofHours(12);

    /// Passes at a time; the oldest gives way.
    static final int MOST = 100;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] password;
    private final LongSupplier nanos;
    private final Map<String, Long> until = new ConcurrentHashMap<>();

    /// @param nanos a clock in nanoseconds that never goes back
    Passes(String password, LongSupplier nanos) {
        this.password = Tag.sha256(password);
        this.nanos = nanos;
    }

    /// A fresh pass; null if that is not the password. How long it takes says nothing about how
    /// much of it was right.
    @Nullable String ask(String typed) {
        if (!MessageDigest.isEqual(password, Tag.sha256(typed))) {
            return null;
        }
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String pass = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        makeRoom();
        until.put(Tag.of(pass), nanos.getAsLong() + LASTS.toNanos());
        return pass;
    }

    boolean isGood(String pass) {
        Long end = until.get(Tag.of(pass));
        return end != null && end - nanos.getAsLong() > 0;
    }

    private void makeRoom() {
        long now = nanos.getAsLong();
        until.values().removeIf(end -> end - now <= 0);
        while (until.size() >= MOST) {
            until.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(oldest -> until.remove(oldest.getKey()));
        }
    }
}
