package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Expression;
import unsaid.flow.Pointer;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// One step of a flow, and its place in the file.
///
/// @param loop node of the `each` around it, or -1
/// @param slot of its answer, or -1 if it has none
/// @param wordings its texts
/// @param condition of the step; null: it has none, or one that cannot be read
/// @param cases conditions of its `next`, in order; null as for the step
/// @param out ways that leave it
/// @param in ways that come to it
record Node(
        int number,
        Step step,
        Pointer place,
        int loop,
        int slot,
        List<Wording> wordings,
        @Nullable Expression condition,
        List<@Nullable Expression> cases,
        List<Edge> out,
        List<Edge> in) {

    Node(int number, Step step, Pointer place, int loop, Readings readings) {
        this(
                number,
                step,
                place,
                loop,
                Graph.slot(readings, step.id()),
                Wording.of(step, place, readings),
                Graph.read(readings, step.condition()),
                cases(step, readings),
                new ArrayList<>(4),
                new ArrayList<>(4));
    }

    private static List<@Nullable Expression> cases(Step step, Readings readings) {
        if (step.next().cases().isEmpty()) {
            return List.of();
        }
        List<@Nullable Expression> cases = new ArrayList<>(step.next().cases().size());
        for (Step.Next.Case each : step.next().cases()) {
            cases.add(Graph.read(readings, each.condition()));
        }
        return cases;
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

    /// Where it stands, as JSON pointer.
    String pointer() {
        return place.toString();
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
