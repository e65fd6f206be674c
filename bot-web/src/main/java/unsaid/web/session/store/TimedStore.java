package unsaid.web.session.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import unsaid.web.metrics.StoreMeters;
import unsaid.web.metrics.StoreMeters.Operation;

/// Another store, with a watch on how long it takes and how often it fails.
public final class TimedStore implements Store {
    private final Store store;
    private final StoreMeters meters;

    /// @param store closed with this
    public TimedStore(Store store, StoreMeters meters) {
        this.store = store;
        this.meters = meters;
    }

    @Override
    public boolean add(Sealed record) {
        return meters.timed(Operation.ADD, () -> store.add(record));
    }

    @Override
    public @Nullable Sealed find(ConversationId id) {
        return meters.<@Nullable Sealed>timed(Operation.FIND, () -> store.find(id));
    }

    @Override
    public boolean replace(Sealed record, long was) {
        return meters.timed(Operation.REPLACE, () -> store.replace(record, was));
    }

    @Override
    public void remove(ConversationId id) {
        timed(Operation.REMOVE, () -> store.remove(id));
    }

    @Override
    public void remove(ConversationId id, long version) {
        timed(Operation.REMOVE, () -> store.remove(id, version));
    }

    @Override
    public void sweep(LocalDate today) {
        timed(Operation.SWEEP, () -> store.sweep(today));
    }

    private void timed(Operation operation, Runnable work) {
        meters.<@Nullable Void>timed(
                operation,
                () -> {
                    work.run();
                    return null;
                });
    }

    @Override
    public boolean isWell() {
        return store.isWell();
    }

    @Override
    public void watch(Watcher watcher) {
        store.watch(watcher);
    }

    @Override
    public void close() {
        store.close();
    }
}
