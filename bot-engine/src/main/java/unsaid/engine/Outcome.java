package unsaid.engine;

import java.util.List;

/// What came of an event.
public sealed interface Outcome {
    /// @param conversation where the visitor stands now
    /// @param turn what to say and ask
    record Played(Conversation conversation, Turn turn) implements Outcome {}

    /// The event was not accepted; nothing has changed.
    ///
    /// @param retry the author's words for an answer that does not fit, in turn; may be empty
    record Refused(Reason reason, String message, List<String> retry) implements Outcome {
        public Refused {
            retry = List.copyOf(retry);
        }
    }

    /// Why an event was refused. The name in lower case is the code of a `problem` frame.
    enum Reason {
        /// An answer to a question that is no longer open.
        LATE,
        /// An answer of another kind than the question wants, or outside of its limits.
        UNFIT,
        /// Something the visitor cannot do at this point, such as going back before the first
        /// answer.
        NOT_NOW,
        /// No flow of that name.
        UNKNOWN_FLOW,
        /// The conversation's log is full.
        TOO_LONG
    }
}
