package unsaid.web.session;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Turn;

/// One frame to a visitor. Every text in it is plain text, never markup.
public sealed interface Reply {

    /// A conversation was begun, or was found again.
    ///
    /// @param id the visitor's frame that it answers
    /// @param minutes how long the usual path takes; 0: not said
    /// @param reviewed whether the review of the flow is complete
    /// @param kept whether a code opened it: nothing of it is to be shown before its visitor says
    ///   so
    /// @param until the last day (UTC) for which it is kept; null: it is not kept for later
    record Started(
            String id,
            Token token,
            String flow,
            String title,
            String language,
            int minutes,
            boolean reviewed,
            boolean kept,
            @Nullable LocalDate until)
            implements Reply {}

    /// A turn was played. [Turn#number] is its `seq`.
    ///
    /// @param accepted the visitor's frame that it answers; null: none, it only repeats where the
    ///   visitor stands
    /// @param country the visitor's country by the code used in the helplines; null: not chosen, or
    ///   not needed
    record Turned(@Nullable String accepted, Turn turn, @Nullable String country)
            implements Reply {}

    /// The frame was not accepted; nothing has changed.
    ///
    /// @param id the visitor's frame that it answers; null if that had none
    /// @param message what to do, in plain words; never what the visitor wrote
    record Problem(@Nullable String id, Trouble code, String message) implements Reply {}

    /// The conversation is forgotten.
    record Erased(String id) implements Reply {}

    /// The conversation is kept for later, or not any more.
    ///
    /// @param code opens it again; known to nobody else; null: it is not kept any more
    /// @param until the last day (UTC) on which the code works; null: it is not kept any more
    record Kept(String id, @Nullable Code code, @Nullable LocalDate until) implements Reply {}

    /// What the visitor has agreed to. That the answers are used for the talk goes without saying:
    /// no talk begins without it.
    record Consents(String id, boolean keep, boolean couple) implements Reply {}

    /// All answers so far, for the visitor to keep, and what the visitor has agreed to.
    record Summary(
            String id,
            String flow,
            int version,
            String language,
            String title,
            boolean keep,
            boolean couple,
            List<Line> lines)
            implements Reply {
        public Summary {
            lines = List.copyOf(lines);
        }

        /// @param at the question's place, as in [unsaid.engine.Entry#at]
        /// @param apart whether it is better left out of a file that somebody else may find
        public record Line(String at, String question, String answer, boolean apart) {}
    }

    /// What is wrong with a frame. On the wire its name is in lower case, with `-` for `_`.
    enum Trouble {
        LATE,
        UNFIT,
        NOT_NOW,
        UNKNOWN_FLOW,
        NOT_AGREED,
        TOO_LONG,
        NOT_JSON,
        UNKNOWN_FRAME,
        BAD_FRAME,
        TOO_BIG,
        TOO_FAST,
        UNKNOWN_CONVERSATION,
        FULL,
        UNAVAILABLE
    }
}
