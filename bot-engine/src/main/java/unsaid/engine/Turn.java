package unsaid.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Option.Act;
import unsaid.flow.Step.Ending;
import unsaid.flow.Step.FollowUp;

/// What is said and asked after an event. Every text is plain text, never markup.
///
/// @param number the conversation's count of turns, from 1
/// @param says bubbles, in order
/// @param links where some of them lead, in order; empty: none does
/// @param asks the open question; null at an end
/// @param card a card to show with it; null: none
/// @param helplines topics of the help card to show; empty: none
/// @param act what the widget does at once; null: nothing
/// @param erase all answers are to be forgotten once this turn is sent
/// @param ending how the talk ended; null: it goes on
/// @param followUp an offer to come back, once the talk has ended; null: none
/// @param progress share of the way, 0 to 1; never falls by going on
/// @param can commands that make sense now
/// @param history what was said and answered so far, if the transcript on screen must be replaced
///   (after back, change and restart); null otherwise
public record Turn(
        int number,
        List<String> says,
        List<Linked> links,
        @Nullable Question asks,
        @Nullable Card card,
        List<String> helplines,
        @Nullable Act act,
        boolean erase,
        @Nullable Ending ending,
        @Nullable FollowUp followUp,
        double progress,
        Set<Can> can,
        @Nullable List<Said> history) {

    public Turn {
        says = List.copyOf(says);
        links = List.copyOf(links);
        helplines = List.copyOf(helplines);
        can = Set.copyOf(can);
        history = history == null ? null : List.copyOf(history);
    }

    /// A command that makes sense at a turn.
    public enum Can {
        BACK,
        CHANGE,
        SKIP,
        UNSURE,
        ENOUGH,
        RESTART,
        HELP
    }

    /// Lines made from the visitor's words, to copy, save or print.
    ///
    /// @param title what the card is called
    public record Card(String title, List<Line> lines) {
        public Card {
            lines = List.copyOf(lines);
        }

        /// @param label null: the line speaks for itself
        public record Line(@Nullable String label, String text) {}
    }
}
