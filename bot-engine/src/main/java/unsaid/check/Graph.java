package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Target;

/// A flow as steps and the ways between them. A way to a missing step counts as a way out: it is
/// told elsewhere, and should not be told again in other words.
final class Graph {
    /// A way past the last step.
    static final int OFF = -1;

    /// A way out of the flow: an end, `@return` or `@next`.
    static final int OUT = -2;

    /// @param ways nodes this one leads to, or [#OFF] or [#OUT]
    /// @param straight the same without the way from the last step of a loop to its next round:
    ///   lists end
    record Node(Step step, String pointer, Set<Integer> ways, Set<Integer> straight) {
        void to(int node) {
            ways.add(node);
            straight.add(node);
        }
    }

    /// Where a step leads without a `next`.
    private record Following(int node, boolean round) {
        void from(Node node) {
            node.ways().add(this.node);
            if (!round) {
                node.straight().add(this.node);
            }
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private boolean gaps;

    Graph(Flow flow) {
        lay(flow.steps(), "/steps");
        link(flow.steps(), new Following(OFF, false));
    }

    List<Node> nodes() {
        return nodes;
    }

    @Nullable Integer find(String id) {
        return index.get(id);
    }

    /// Whether a way leads to a missing step, so that nothing can be said about what is reached.
    boolean hasGaps() {
        return gaps;
    }

    /// All nodes that can be come to from `starts`.
    Set<Integer> reach(Set<Integer> starts) {
        Set<Integer> seen = new LinkedHashSet<>(starts);
        List<Integer> open = new ArrayList<>(starts);
        while (!open.isEmpty()) {
            for (int to : nodes.get(open.removeLast()).ways()) {
                if (to >= 0 && seen.add(to)) {
                    open.add(to);
                }
            }
        }
        return seen;
    }

    private void lay(List<Step> steps, String pointer) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            index.putIfAbsent(step.id(), nodes.size());
            nodes.add(
                    new Node(
                            step, pointer + "/" + i, new LinkedHashSet<>(), new LinkedHashSet<>()));
            if (step.kind() instanceof Kind.Each each) {
                lay(each.steps(), pointer + "/" + i + "/steps");
            }
        }
    }

    /// @param after where the last of `steps` leads without a `next`
    private void link(List<Step> steps, Following after) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Following following =
                    i + 1 < steps.size() ? new Following(at(steps.get(i + 1)), false) : after;
            Node node = nodes.get(at(step));
            if (step.condition() != null) {
                following.from(node);
            }
            switch (step.kind()) {
                case Kind.Say _, Kind.Assign _, Kind.Call _ -> next(step, following, node);
                case Kind.End _ -> node.to(OUT);
                case Kind.Each each -> {
                    next(step, following, node);
                    if (!each.steps().isEmpty()) {
                        node.to(at(each.steps().getFirst()));
                        link(each.steps(), new Following(at(step), true));
                    }
                }
                case Kind.Ask ask -> {
                    boolean asStep = ask.answer().choices().isEmpty();
                    for (Option option : ask.answer().choices()) {
                        asStep |= option.go() == null;
                        go(option.go(), node);
                        if (option.act() == Option.Act.LEAVE) {
                            node.to(OUT);
                        }
                    }
                    asStep |= way(ask.skip(), node);
                    if (ask.unsure() != null) {
                        asStep |= way(ask.unsure(), node);
                    }
                    if (asStep) {
                        next(step, following, node);
                    }
                }
            }
        }
    }

    private boolean way(Step.@Nullable Way way, Node node) {
        if (way == null || way.go() == null) {
            return true;
        }
        go(way.go(), node);
        return false;
    }

    private void next(Step step, Following following, Node node) {
        if (step.next().cases().isEmpty()) {
            following.from(node);
        }
        boolean closed = false;
        for (Step.Next.Case each : step.next().cases()) {
            go(each.go(), node);
            closed |= each.condition() == null;
        }
        if (!closed) {
            following.from(node);
        }
    }

    private void go(@Nullable String target, Node node) {
        if (target == null) {
            return;
        }
        if (Target.isSpecial(target)) {
            node.to(OUT);
            return;
        }
        Integer found = index.get(target);
        gaps |= found == null;
        node.to(found == null ? OUT : found);
    }

    private int at(Step step) {
        Integer found = index.get(step.id());
        return found == null ? OFF : found;
    }
}
