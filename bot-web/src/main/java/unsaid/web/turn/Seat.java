package unsaid.web.turn;

import org.jspecify.annotations.Nullable;
import unsaid.web.session.ConversationId;
import unsaid.web.session.Reply;

/// What one connection has to remember: whose conversation it carries.
///
/// @param conversation null: none yet
/// @param started how it was begun on this connection; null: it was resumed here
public record Seat(@Nullable ConversationId conversation, Reply.@Nullable Started started) {
    public static final Seat EMPTY = new Seat(null, null);
}
