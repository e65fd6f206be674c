package unsaid.web.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Turn;

/// A conversation with what its visitor was told last. Immutable.
///
/// @param engine knows the flows as they were when the last turn was played
/// @param turn the last turn played: where the visitor stands
/// @param misses answers in a row that did not fit the open question
/// @param keep null: not kept for later
/// @param couple whether its visitor agreed that parts of it may be shown to a partner, once there
///   is a way to do so; nothing else follows from it
public record Talk(
        Engine engine,
        Conversation conversation,
        Turn turn,
        Told told,
        int misses,
        @Nullable Keep keep,
        boolean couple) {

    /// A talk that has just begun.
    public static Talk begun(Engine engine, Conversation conversation, Turn first) {
        return new Talk(engine, conversation, first, Told.NOTHING, 0, null, false);
    }

    /// The same talk one turn later.
    public Talk went(Engine engine, Conversation to, Turn turn) {
        return new Talk(engine, to, turn, told, 0, keep, couple);
    }

    /// The same talk after an answer that did not fit.
    public Talk missed() {
        return new Talk(engine, conversation, turn, told, misses + 1, keep, couple);
    }

    /// The same talk with one more reply told.
    ///
    /// @param frame id of the visitor's frame
    /// @param ofTurn whether it tells of the last turn
    public Talk told(String frame, boolean ofTurn, String text) {
        Told more = told.and(new Told.Sent(frame, ofTurn ? turn.number() : 0, text));
        return new Talk(engine, conversation, turn, more, misses, keep, couple);
    }

    /// The same talk, to be kept for later; null: not any more.
    public Talk kept(@Nullable Keep keep) {
        return new Talk(engine, conversation, turn, told, misses, keep, couple);
    }

    /// The same talk with or without consent to couple features.
    public Talk couple(boolean given) {
        return new Talk(engine, conversation, turn, told, misses, keep, given);
    }

    /// The reply to a frame that was answered before, as it was sent; null if it is not remembered.
    public @Nullable String reply(String frame) {
        Told.Sent sent = told.reply(frame);
        return sent == null ? null : sent.text();
    }

    /// Whether a frame was answered before, though its reply is forgotten.
    public boolean hasCounted(String frame) {
        return told.hasCounted(frame);
    }

    /// What was told of the turns after number `seen`, in order; null if not all is remembered.
    public @Nullable List<String> after(int seen) {
        List<Told.Sent> turns = told.after(seen, turn.number());
        return turns == null ? null : turns.stream().map(Told.Sent::text).toList();
    }

    /// Whether this talk says something that must outlive the process, and `before` did not.
    boolean isWorthKeepingAfter(Talk before) {
        return conversation != before.conversation
                || keep != before.keep
                || couple != before.couple;
    }
}
