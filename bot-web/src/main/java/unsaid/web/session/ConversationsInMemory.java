package unsaid.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps conversations in memory and nowhere else: what is dropped is gone for good.
public final class ConversationsInMemory implements Conversations {
    private final Cache<ConversationId, Kept> kept;
    private final LongSupplier nanos;
    private final long most;

    private record Kept(Talk talk, long begun) {}

    /// How long conversations stay, and how many.
    ///
    /// @param idle time without a turn after which one is dropped
    /// @param longest time after its beginning at which one is dropped, whatever happens
    /// @param most conversations at a time; beyond that no new one is taken, rather than an old one
    ///   dropped
    public record Lifetime(Duration idle, Duration longest, long most) {
        public static final Lifetime DEFAULT =
                new Lifetime(Duration.ofMinutes(30), Duration.ofHours(12), 10_000);

        public Lifetime {
            if (!idle.isPositive() || longest.compareTo(idle) < 0 || most < 1) {
                throw new IllegalArgumentException(
                        "idle and most must be positive, and longest not below idle");
            }
        }
    }

    /// @param nanos a clock in nanoseconds that never go back
    public ConversationsInMemory(Lifetime lifetime, LongSupplier nanos) {
        this.nanos = nanos;
        this.most = lifetime.most();
        this.kept =
                Caffeine.newBuilder()
                        .expireAfter(expiry(lifetime))
                        .ticker(nanos::getAsLong)
                        .executor(Runnable::run)
                        .build();
    }

    private static Expiry<ConversationId, Kept> expiry(Lifetime lifetime) {
        long idle = lifetime.idle().toNanos();
        long longest = lifetime.longest().toNanos();
        return new Expiry<>() {
            @Override
            public long expireAfterCreate(ConversationId id, Kept one, long now) {
                return left(one, now);
            }

            @Override
            public long expireAfterUpdate(ConversationId id, Kept one, long now, long before) {
                return left(one, now);
            }

            @Override
            public long expireAfterRead(ConversationId id, Kept one, long now, long before) {
                return left(one, now);
            }

            private long left(Kept one, long now) {
                return Math.max(0, Math.min(idle, one.begun() + longest - now));
            }
        };
    }

    @Override
    public boolean start(ConversationId id, Talk talk) {
        if (isFull()) {
            return false;
        }
        kept.put(id, new Kept(talk, nanos.getAsLong()));
        return true;
    }

    private boolean isFull() {
        if (kept.estimatedSize() < most) {
            return false;
        }
        kept.cleanUp();
        return kept.estimatedSize() >= most;
    }

    @Override
    public @Nullable Talk get(ConversationId id) {
        Kept one = kept.getIfPresent(id);
        return one == null ? null : one.talk();
    }

    @Override
    public <R> R update(ConversationId id, Function<Talk, Change<R>> turn) {
        Result<R> result = new Result<>();
        kept.asMap()
                .computeIfPresent(
                        id,
                        (same, one) -> {
                            Change<R> change = turn.apply(one.talk());
                            result.change = change;
                            return change.talk() == null
                                    ? null
                                    : new Kept(change.talk(), one.begun());
                        });
        if (result.change == null) {
            throw new UnknownConversationException();
        }
        return result.change.result();
    }

    @Override
    public void erase(ConversationId id) {
        kept.invalidate(id);
    }

    /// Conversations now; those that just expired may count.
    public long count() {
        return kept.estimatedSize();
    }

    private static final class Result<R> {
        private @Nullable Change<R> change;
    }
}
