package unsaid.web.session.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Sealed records by id. Every write is durable when its method returns: it outlives the process
/// and the machine's power. Methods block; any thread may call them at any time.
///
/// Every method may throw [StoreException].
public interface Store extends AutoCloseable {

    /// Adds a record.
    ///
    /// @return false if there is one of that id; nothing has changed then
    boolean add(Sealed record);

    /// The record of that id; null if there is none.
    @Nullable Sealed find(ConversationId id);

    /// Replaces the record of `record.id()`, if it is still in the version that the caller knows.
    ///
    /// @param was the version the caller knows
    /// @return false if it is in another, or not there any more; nothing has changed then
    boolean replace(Sealed record, long was);

    /// Removes a record, if it is there.
    void remove(ConversationId id);

    /// Removes a record, if it is still in that version.
    void remove(ConversationId id, long version);

    /// Removes every record that was to be kept until a day before `today`.
    void sweep(LocalDate today);

    /// Whether reads and writes can be expected to work now.
    boolean isWell();

    /// Tells of changes that other servers on the same store make from now on. At most one watcher.
    void watch(Watcher watcher);

    @Override
    void close();

    /// Hears what others do to the store's records. Called on a thread of the store's; must not
    /// block.
    interface Watcher {
        /// A record was replaced or removed by another server.
        void changed(ConversationId id);

        /// For a while changes may have gone untold: any record may be another now.
        void missed();
    }
}
