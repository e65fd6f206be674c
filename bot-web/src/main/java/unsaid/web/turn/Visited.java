package unsaid.web.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Turn;

/// What came of a frame of somebody who has a token and no connection.
///
/// @param before where they sat
/// @param after where they sit
/// @param replies as a connection would get them, in order; what they say of the turn stands in
///   `standing` too
/// @param card the last card that was shown, with this turn or the one before; null: none
/// @param standing null: there is no such conversation, or it cannot be looked at just now
public record Visited(
        Seat before,
        Seat after,
        List<String> replies,
        Turn.@Nullable Card card,
        @Nullable Standing standing) {
    public Visited {
        replies = List.copyOf(replies);
    }
}
