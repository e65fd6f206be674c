package unsaid.web.cli;

import unsaid.check.Script;
import unsaid.engine.Event;

/// What a typed line means in a talk.
sealed interface Meant {
    /// @param line how a test file writes the same
    record Move(Event event, Script.Line line) implements Meant {}

    /// The talk is left.
    record Leave() implements Meant {}

    /// The question is wanted once more.
    ///
    /// @param all with the options that are shown on request only
    record Again(boolean all) implements Meant {}

    /// The line cannot be meant; `hint` says what can.
    record Unclear(String hint) implements Meant {}
}
