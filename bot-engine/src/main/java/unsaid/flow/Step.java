package unsaid.flow;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One authored step. What every kind of step may have is here; what it does is its [Kind].
///
/// @param id unique in its flow; the name of its answer
/// @param condition the step is left out unless this holds; null: never left out
/// @param say bubbles said on entering the step
/// @param kind what the step does
/// @param next where to go afterwards
/// @param set name → expression, set on entering the step
/// @param suggest a flow to offer at the end; null: none
/// @param helplines topics of a help card to show with this step; empty: no card
/// @param evidence id of the evidence behind a suggestion made here; null: none
/// @param depth how deep the question goes, 1 (light) to 5; 0 if the author did not say
/// @param isPrivate the answer never appears in a statistic or a link
public record Step(
        String id,
        @Nullable String condition,
        List<Bubble> say,
        Kind kind,
        Next next,
        Map<String, String> set,
        @Nullable String suggest,
        List<String> helplines,
        @Nullable String evidence,
        int depth,
        boolean isPrivate) {

    public Step {
        say = List.copyOf(say);
        set = Ordered.copy(set);
        helplines = List.copyOf(helplines);
    }

    /// One speech bubble.
    ///
    /// @param condition the bubble is left out unless this holds; null: always said
    /// @param link where its text leads; null: nowhere
    public record Bubble(@Nullable String condition, String text, @Nullable Link link) {}

    /// An address that an author offers to read. It is never made of what a visitor wrote, and
    /// nothing opens it but the visitor.
    ///
    /// @param address as in [#isAddress]
    /// @param paid whether somebody earns money with it; visitors are told so
    public record Link(String address, boolean paid) {
        /// Longest address, in characters.
        public static final int LENGTH = 500;

        /// `https://`, the name of a host, and what a browser needs no quoting for.
        private static final Pattern ADDRESS =
                Pattern.compile(
                        "https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?"
                                + "(:[0-9]{1,5})?([/?#][A-Za-z0-9!#$%&'()*+,./:;=?@_~-]*)?");

        public Link {
            if (!isAddress(address)) {
                throw new IllegalArgumentException("not an https address");
            }
        }

        /// Whether it is a whole `https` address of at most [#LENGTH] characters, without a user's
        /// name or password in it.
        public static boolean isAddress(String text) {
            return text.length() <= LENGTH && ADDRESS.matcher(text).matches();
        }
    }

    /// What a step does. A closed set: a new kind fails to compile wherever it must be handled.
    public sealed interface Kind {
        /// Says its bubbles and goes on.
        record Say() implements Kind {}

        /// Asks one question and waits for its answer.
        ///
        /// @param skip where "skip" leads; null: as if answered
        /// @param unsure where "I don't know" leads; null: like skip
        /// @param retry what to say to an answer that does not fit, in turn; empty: the product's
        ///   words
        /// @param hint a line under the question; null: none
        /// @param idle what to say after a silence; null: nothing
        /// @param show lines of a card shown with the question; empty: no card
        record Ask(
                String question,
                Answer answer,
                @Nullable Way skip,
                @Nullable Way unsure,
                List<String> retry,
                @Nullable String hint,
                @Nullable Idle idle,
                List<Show> show)
                implements Kind {
            public Ask {
                retry = List.copyOf(retry);
                show = List.copyOf(show);
            }
        }

        /// Walks its steps once for every item of a list.
        ///
        /// @param over expression that gives the list
        /// @param as the item's name inside the loop
        record Each(String over, String as, List<Step> steps) implements Kind {
            public Each {
                steps = List.copyOf(steps);
            }
        }

        /// Runs another flow and returns.
        ///
        /// @param with name in the called flow → expression in this one
        record Call(String flow, Map<String, String> with) implements Kind {
            public Call {
                with = Map.copyOf(with);
            }
        }

        /// Sets names (the step's `set`) and goes on.
        record Assign() implements Kind {}

        /// Ends the talk, or returns to the flow that called this one.
        ///
        /// @param show what the summary card holds; empty: no card
        /// @param erase the conversation is forgotten at once
        /// @param followUp an offer to come back; null: none
        record End(Ending ending, List<Show> show, boolean erase, @Nullable FollowUp followUp)
                implements Kind {
            public End {
                show = List.copyOf(show);
            }
        }
    }

    /// How a talk ended.
    public enum Ending {
        DONE,
        PAUSED
    }

    /// Offers, with consent, to come back to `flow` after a time such as `P3D` (ISO 8601 period).
    public record FollowUp(String after, String flow) {}

    /// After `seconds` without an answer, say `text`.
    public record Idle(int seconds, String text) {}

    /// Where skip or "I don't know" leads.
    ///
    /// @param go a step, or a [Target]; null: where the answered step would go
    /// @param flag what the choice says about danger; null: nothing
    public record Way(@Nullable String go, @Nullable Flag flag) {}

    /// One line of a card.
    ///
    /// @param condition left out unless this holds; null: shown if its placeholders are set
    /// @param label what the line is called; null: the card's own sentence
    /// @param text the line, with placeholders
    public record Show(@Nullable String condition, @Nullable String label, String text) {}

    /// Where a step leads: nowhere special, or by cases.
    ///
    /// @param cases tried in order; empty: the following step of the file
    public record Next(List<Case> cases) {
        public static final Next FOLLOWING = new Next(List.of());

        public Next {
            cases = List.copyOf(cases);
        }

        /// @param condition null in the last case, the `else`
        public record Case(@Nullable String condition, String go) {}
    }
}
