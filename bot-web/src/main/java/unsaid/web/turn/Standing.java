package unsaid.web.turn;

import java.util.List;
import unsaid.engine.Said;
import unsaid.web.session.Reply;

/// Where a visitor stands, for a page that shows all of it at once.
///
/// @param turned the last turn
/// @param history what was said and answered before it
public record Standing(Reply.Started started, Reply.Turned turned, List<Said> history) {
    public Standing {
        history = List.copyOf(history);
    }
}
