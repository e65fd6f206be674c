package unsaid.web.session;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The conversations that are going on. Safe for use by any thread.
public interface Conversations {

    /// Takes up a new conversation. Returns once it is durable.
    ///
    /// @return false if there is no room for another one; nothing has changed then
    boolean start(ConversationId id, Talk talk);

    /// The conversation as it stands; null if it expired, was erased, or never was.
    @Nullable Talk get(ConversationId id);

    /// Replaces a conversation with what `turn` makes of it. Turns of one conversation never
    /// overlap; those of different ones may. Returns once the result is durable.
    ///
    /// @param turn must be pure: a store shared by several servers calls it again when another
    ///   server was faster, and only the last result counts
    /// @throws UnknownConversationException if it expired, was erased, or never was
    <R> R update(ConversationId id, Function<Talk, Change<R>> turn);

    /// Forgets a conversation. Does nothing if there is none.
    void erase(ConversationId id);

    /// What a turn makes of a conversation.
    ///
    /// @param talk what it is from now on; null: it is forgotten
    /// @param result what the caller of [#update] gets
    record Change<R>(@Nullable Talk talk, R result) {}
}
