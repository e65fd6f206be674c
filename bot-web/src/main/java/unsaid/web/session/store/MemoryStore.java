package unsaid.web.session.store;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// For owners who want nothing on any disk: durable no longer than the process.
public final class MemoryStore implements Store {
    private final ConcurrentMap<ConversationId, Sealed> records = new ConcurrentHashMap<>();

    @Override
    public boolean add(Sealed record) {
        return records.putIfAbsent(record.id(), record) == null;
    }

    @Override
    public @Nullable Sealed find(ConversationId id) {
        return records.get(id);
    }

    @Override
    public boolean replace(Sealed record, long was) {
        AtomicBoolean done = new AtomicBoolean();
        records.computeIfPresent(
                record.id(),
                (_, now) -> {
                    done.set(now.version() == was);
                    return done.get() ? record : now;
                });
        return done.get();
    }

    @Override
    public void remove(ConversationId id) {
        records.remove(id);
    }

    @Override
    public void remove(ConversationId id, long version) {
        records.computeIfPresent(id, (_, now) -> now.version() == version ? null : now);
    }

    @Override
    public void sweep(LocalDate today) {
        records.values().removeIf(record -> record.until().isBefore(today));
    }

    @Override
    public boolean isWell() {
        return true;
    }

    @Override
    public void watch(Watcher watcher) {
        // Nobody else can reach these records.
    }

    @Override
    public void close() {
        records.clear();
    }
}
