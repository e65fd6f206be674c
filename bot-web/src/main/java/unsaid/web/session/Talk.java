package unsaid.web.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Turn;

/// A conversation with what its visitor was told last. Immutable. A store that outlives the process
/// keeps the conversation's log and the ids in `told`; the rest follows from them.
///
/// @param turn the last turn played: where the visitor stands
/// @param told the last frames of the visitor with their replies, oldest first; at most
///   [#REMEMBERED]
/// @param misses answers in a row that did not fit the open question
public record Talk(Conversation conversation, Turn turn, List<Told> told, int misses) {
    /// Replies kept for frames that come again. A widget waits for a reply before it sends the next
    /// frame, so one would do for it.
    public static final int REMEMBERED = 4;

    public Talk {
        told = List.copyOf(told);
    }

    /// @param frame id of the visitor's frame
    public record Told(String frame, Reply reply) {}

    /// A talk that has just begun.
    public static Talk begun(Conversation conversation, Reply.Turned first, String frame) {
        return new Talk(conversation, first.turn(), List.of(new Told(frame, first)), 0);
    }

    /// The same talk one turn later.
    public Talk went(Conversation to, Reply.Turned reply, String frame) {
        return new Talk(to, reply.turn(), and(frame, reply), 0);
    }

    /// The same talk after a frame that changed nothing.
    ///
    /// @param missed whether it was an answer that did not fit
    public Talk stayed(Reply reply, String frame, boolean missed) {
        return new Talk(conversation, turn, and(frame, reply), missed ? misses + 1 : misses);
    }

    /// The reply to a frame that was answered before; null if it was not, or too long ago.
    public @Nullable Reply reply(String frame) {
        for (Told each : told) {
            if (each.frame().equals(frame)) {
                return each.reply();
            }
        }
        return null;
    }

    /// Turns after number `seen`, in order; null if not all of them are remembered.
    public @Nullable List<Reply.Turned> after(int seen) {
        List<Reply.Turned> turns = new ArrayList<>();
        int next = seen + 1;
        for (Told each : told) {
            if (each.reply() instanceof Reply.Turned turned && turned.turn().number() == next) {
                turns.add(turned);
                next++;
            }
        }
        return next == turn.number() + 1 ? turns : null;
    }

    private List<Told> and(String frame, Reply reply) {
        List<Told> all = new ArrayList<>(told);
        all.add(new Told(frame, reply));
        return all.size() > REMEMBERED ? all.subList(1, all.size()) : all;
    }
}
