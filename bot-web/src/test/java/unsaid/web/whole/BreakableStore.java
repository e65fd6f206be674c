package unsaid.web.whole;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.store.MemoryStore;
import unsaid.web.session.store.Sealed;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;

/// A store that a test can take away.
final class BreakableStore implements Store {
    private final Store inner = new MemoryStore();

    /// Whether it is out of reach.
    volatile boolean away;

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
        return there().replace(record, was);
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
