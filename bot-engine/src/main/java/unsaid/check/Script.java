package unsaid.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Turn;

/// A conversation test: a talk, and what it must lead to.
///
/// @param name a sentence
/// @param flow the flow it plays
/// @param language BCP 47 tag the visitor wishes
/// @param door the step a page opens it at; null: at the beginning
/// @param lines the talk
public record Script(
        String name,
        String flow,
        String language,
        @Nullable String door,
        List<Line> lines,
        Expect expect) {
    /// What the visitor wishes where the test does not say.
    public static final String LANGUAGE = "en";

    public Script {
        lines = List.copyOf(lines);
    }

    public Script(String name, String flow, List<Line> lines, Expect expect) {
        this(name, flow, LANGUAGE, null, lines, expect);
    }

    /// The same talk, opened at a door.
    public Script at(@Nullable String door) {
        return new Script(name, flow, language, door, lines, expect);
    }

    /// One line of the talk.
    public sealed interface Line {
        /// The text must occur in what the bot said since the visitor's last line, its question and
        /// card included.
        record Hears(String text) implements Line {
            /// What a turn leads on with: its question, or its last bubble where nothing is asked;
            /// null if it says nothing.
            public static @Nullable Hears of(Turn turn) {
                return turn.asks() != null
                        ? new Hears(turn.asks().text())
                        : turn.says().isEmpty() ? null : new Hears(turn.says().getLast());
            }
        }

        /// None of these options or items, by value or label, can be tapped at the open question.
        record Lacks(List<String> options) implements Line {
            public Lacks {
                options = List.copyOf(options);
            }
        }

        /// The visitor taps options or items by value or label; `many` if the file had a list.
        record Chooses(List<Pick> picks, boolean many) implements Line {
            public Chooses {
                picks = List.copyOf(picks);
            }
        }

        /// The visitor types.
        record Writes(String text) implements Line {}

        /// The visitor gives a number, a day, several texts, or items sorted into buckets.
        record Gives(Object value) implements Line {}

        /// A visitor's button.
        ///
        /// @param command one of [#COMMANDS]
        record Does(String command) implements Line {
            /// What a visitor can do beside answering.
            public static final List<String> COMMANDS =
                    List.of("skip", "unsure", "back", "enough", "help", "restart");
        }

        /// The visitor asks for an earlier question again; the next line answers it.
        record Changes(String step) implements Line {}
    }

    /// @param text what is added to the option; null: nothing
    public record Pick(String option, @Nullable String text) {}

    /// What must be so at the end. Null or empty: not looked at.
    ///
    /// @param end `done` or `paused`
    /// @param asks the open question's step
    /// @param names name → value as text: a number, an option's value, words, or values joined by
    ///   ", "
    /// @param locked whether features for two are locked
    /// @param helplines topics that must stand on help cards shown on the way
    /// @param card texts that must occur in the card shown last
    public record Expect(
            @Nullable String end,
            @Nullable String asks,
            List<String> visited,
            List<String> notVisited,
            Map<String, String> names,
            @Nullable Boolean locked,
            List<String> helplines,
            List<String> card) {
        /// Nothing is looked at.
        public static final Expect NOTHING =
                new Expect(null, null, List.of(), List.of(), Map.of(), null, List.of(), List.of());

        /// That a talk stands where it stands now.
        ///
        /// @param flow the flow it began with
        public static Expect of(String flow, Conversation now, Turn turn, List<String> card) {
            String end =
                    turn.ending() == null ? null : turn.ending().name().toLowerCase(Locale.ROOT);
            String open = now.open();
            String asks =
                    open != null && open.startsWith(flow + "/")
                            ? open.substring(flow.length() + 1)
                            : open;
            return new Expect(end, asks, List.of(), List.of(), Map.of(), null, List.of(), card);
        }

        public Expect {
            visited = List.copyOf(visited);
            notVisited = List.copyOf(notVisited);
            names = Map.copyOf(names);
            helplines = List.copyOf(helplines);
            card = List.copyOf(card);
        }
    }
}
