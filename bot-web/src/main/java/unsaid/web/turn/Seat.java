package unsaid.web.turn;

import org.jspecify.annotations.Nullable;
import unsaid.web.session.store.ConversationId;

/// What one connection has to remember: whose conversation it carries.
///
/// @param conversation null: none yet
/// @param startedBy id of the frame that began it on this connection; null: it was resumed here
public record Seat(@Nullable ConversationId conversation, @Nullable String startedBy) {
    public static final Seat EMPTY = new Seat(null, null);
}
