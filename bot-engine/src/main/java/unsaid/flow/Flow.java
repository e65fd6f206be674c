package unsaid.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One authored conversation, as its file says it. Conditions and texts are still source text; the
/// `check` package proves them sound and the `engine` package compiles them.
///
/// @param id what links and other flows call it
/// @param version raised by the author with every change of meaning; at least 1
/// @param language BCP 47 tag of its texts
/// @param title what a visitor sees
/// @param minutes how long the usual path takes, in minutes; 0 if the author did not say
/// @param enough the step where "enough for today" leads; null: the talk ends with the product's
///   own line
/// @param lull what to ask after several skips in a row; null: the product's own words
/// @param review who has read this flow
/// @param phrases named texts: fallbacks of placeholders and conditional phrases
/// @param moved old step id → its present id, for conversations begun on an older version
/// @param gives names of answers that a calling flow receives
/// @param takes name here → `flow/name` of an earlier part of the same talk, whose value it begins
///   with
/// @param doors steps that a page may open the talk at, instead of the first
/// @param steps in the order of the file; at least one
public record Flow(
        String id,
        int version,
        String language,
        String title,
        int minutes,
        @Nullable String enough,
        @Nullable Lull lull,
        Review review,
        Map<String, Phrase> phrases,
        Map<String, String> moved,
        List<String> gives,
        Map<String, String> takes,
        List<String> doors,
        List<Step> steps) {

    public Flow {
        phrases = Map.copyOf(phrases);
        moved = Map.copyOf(moved);
        gives = List.copyOf(gives);
        takes = Map.copyOf(takes);
        doors = List.copyOf(doors);
        steps = List.copyOf(steps);
    }

    /// Every step, those of a loop right behind it.
    public List<Step> everyStep() {
        List<Step> all = new ArrayList<>();
        gather(steps, all);
        return all;
    }

    private static void gather(List<Step> steps, List<Step> all) {
        for (Step step : steps) {
            all.add(step);
            if (step.kind() instanceof Step.Kind.Each each) {
                gather(each.steps(), all);
            }
        }
    }

    /// After `after` skips in a row, go to step `go`.
    public record Lull(int after, String go) {}

    /// Who reviewed the flow.
    ///
    /// @param by who has read it with a clinician's eye; of a translation, who grew up with its
    ///   language; null until somebody has
    /// @param on on which day (ISO 8601); null until somebody has
    /// @param readers who else has read it; none of a translation
    public record Review(@Nullable String by, @Nullable String on, List<Reader> readers) {
        public static final Review NONE = new Review(null, null);

        private static final int READERS = 2;

        public Review {
            readers = List.copyOf(readers);
        }

        public Review(@Nullable String by, @Nullable String on) {
            this(by, on, List.of());
        }

        /// How many readers are still missing.
        public int readersMissing() {
            return Math.max(0, READERS - readers.size());
        }

        /// Whether one of the readers has lived it.
        public boolean isLived() {
            return readers.stream().anyMatch(Reader::lived);
        }

        /// Whether a flow with it is no preview any more: somebody has read it with a clinician's
        /// eye, on a day that is named, and so have two readers, one of whom has lived it.
        public boolean isComplete() {
            return by != null && on != null && readersMissing() == 0 && isLived();
        }
    }

    /// Who has read a flow as those it is for.
    ///
    /// @param lived whether what the flow speaks of is something they have lived through
    public record Reader(String name, boolean lived) {}

    /// A named text.
    public sealed interface Phrase {
        /// What a placeholder says while its answer is missing.
        record Fallback(String text) implements Phrase {}

        /// A text of its own: that of the first case whose condition holds; the last case has none.
        record Cases(List<Case> cases) implements Phrase {
            public Cases {
                cases = List.copyOf(cases);
            }
        }

        /// @param condition null in the last case, the `else`
        record Case(@Nullable String condition, String text) {}
    }
}
