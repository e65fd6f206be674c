package unsaid.web.session.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A store that a test can take away.
public final class BreakableStore implements Store {
    private final Store inner = new MemoryStore();

    /// Whether it is out of reach.
    public volatile boolean away;

    /// Whether it does what it is asked to, and then cannot say so.
    public volatile boolean losesReplies;

    private Store there() {
        if (away) {
            throw new StoreException("away");
        }
        return inner;
    }

    @Override
    public boolean add(Sealed record) {
        return there().add(record);
    }

    @Override
    public @Nullable Sealed find(ConversationId id) {
        return there().find(id);
    }

    @Override
    public boolean replace(Sealed record, long was) {
        boolean done = there().replace(record, was);
        if (losesReplies) {
            throw new StoreException("the answer was lost on the way");
        }
        return done;
    }

    @Override
    public void remove(ConversationId id) {
        there().remove(id);
    }

    @Override
    public void remove(ConversationId id, long version) {
        there().remove(id, version);
    }

    @Override
    public void sweep(LocalDate today) {
        there().sweep(today);
    }

    @Override
    public boolean isWell() {
        return !away;
    }

    @Override
    public void watch(Watcher watcher) {
        inner.watch(watcher);
    }

    @Override
    public void close() {
        inner.close();
    }
}
