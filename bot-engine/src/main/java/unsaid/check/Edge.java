package unsaid.check;

import java.util.Map;
import java.util.Set;

/// One way from a step to another.
///
/// @param from node it leaves
/// @param to node it comes to, or [Graph#OFF] or [Graph#OUT]
/// @param settled slots that surely hold something for whoever takes it
/// @param set what the chosen option sets: name → expression
/// @param round it closes a round of a loop; lists end
record Edge(
        int from, int to, Kind kind, Set<Integer> settled, Map<String, String> set, boolean round) {

    /// On what occasion it is taken.
    enum Kind {
        /// The step's condition does not hold.
        LEFT_OUT,
        /// The step has done what it does.
        ON,
        /// The question is answered with something.
        ANSWERED,
        /// The question is answered with nothing: a list without items.
        EMPTY,
        SKIPPED,
        UNSURE,
        /// All answers are forgotten on the way.
        ERASED,
        /// From a loop to its first step.
        INTO,
        /// Out of a loop that has gone round, or has nothing to go round.
        DONE
    }

    /// Whether it is the visitor who takes it, and not the flow.
    boolean isChosen() {
        return switch (kind) {
            case ANSWERED, EMPTY, SKIPPED, UNSURE, ERASED -> true;
            case LEFT_OUT, ON, INTO, DONE -> false;
        };
    }
}
