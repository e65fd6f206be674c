package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// One step of a flow, and its place in the file.
///
/// @param loop node of the `each` around it, or -1
/// @param slot of its answer, or -1 if it has none
/// @param wordings its texts
/// @param out ways that leave it
/// @param in ways that come to it
record Node(
        int number,
        Step step,
        String pointer,
        int loop,
        int slot,
        List<Wording> wordings,
        List<Edge> out,
        List<Edge> in) {

    Node(int number, Step step, String pointer, int loop, int slot) {
        this(
                number,
                step,
                pointer,
                loop,
                slot,
                Wording.of(step, pointer),
                new ArrayList<>(4),
                new ArrayList<>(4));
    }

    /// A node is only ever the same as itself.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    String id() {
        return step.id();
    }

    /// What it asks; null if it asks nothing.
    Kind.@Nullable Ask ask() {
        return step.kind() instanceof Kind.Ask ask ? ask : null;
    }

    boolean isEnd() {
        return step.kind() instanceof Kind.End;
    }

    /// Whether a walk may go through without stopping: a loop does with an empty list, another flow
    /// if it asks nothing.
    boolean passes() {
        return ask() == null && !isEnd();
    }
}
