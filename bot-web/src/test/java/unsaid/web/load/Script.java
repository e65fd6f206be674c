package unsaid.web.load;

import java.util.List;
import unsaid.engine.Conversation;

/// One talk from `start` to its end, written down before it is held: what the visitor sends, and
/// what an engine of our own says to it.
///
/// @param started the frame that tells the token; its gaps are the visitor's frame id and the token
/// @param exchanges in order; the first one is the `start`
public record Script(Form started, List<Exchange> exchanges) {
    public Script {
        exchanges = List.copyOf(exchanges);
    }

    /// A frame of the visitor, and the turn it gets. The gap of both is the frame's id.
    ///
    /// @param after where the visitor stands then
    public record Exchange(Form frame, Form reply, Conversation after) {}
}
