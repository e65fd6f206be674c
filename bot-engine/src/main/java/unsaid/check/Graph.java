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

/// A flow as steps and the ways between them. A way to a missing step counts as a way out: it is told
/// elsewhere, and should not be told again in other words.
final class Graph {
    /// A way past the last step.
    static final int OFF = -1;

    /// A way out of the flow: an end, `@return` or `@next`.
    static final int OUT = -2;

    /// @param ways nodes this one leads to, or [#OFF] or [#OUT]
    record Node(Step step, String pointer, Set<Integer> ways) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private boolean gaps;

    Graph(Flow flow) {
        lay(flow.steps(), "/steps");
        link(flow.steps(), OFF);
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
            nodes.add(new Node(step, pointer + "/" + i, new LinkedHashSet<>()));
            if (step.kind() instanceof Kind.Each each) {
                lay(each.steps(), pointer + "/" + i + "/steps");
            }
        }
    }

    /// @param after where the last of `steps` leads without a `next`
    private void link(List<Step> steps, int after) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int following = i + 1 < steps.size() ? at(steps.get(i + 1)) : after;
            Set<Integer> ways = nodes.get(at(step)).ways();
            if (step.condition() != null) {
                ways.add(following);
            }
            switch (step.kind()) {
                case Kind.Say _, Kind.Assign _, Kind.Call _ -> next(step, following, ways);
                case Kind.End _ -> ways.add(OUT);
                case Kind.Each each -> {
                    next(step, following, ways);
                    if (!each.steps().isEmpty()) {
                        ways.add(at(each.steps().getFirst()));
                        link(each.steps(), at(step));
                    }
                }
                case Kind.Ask ask -> {
                    boolean asStep = ask.answer().choices().isEmpty();
                    for (Option option : ask.answer().choices()) {
                        asStep |= option.go() == null;
                        go(option.go(), ways);
                        if (option.act() == Option.Act.LEAVE) {
                            ways.add(OUT);
                        }
                    }
                    asStep |= way(ask.skip(), ways);
                    if (ask.unsure() != null) {
                        asStep |= way(ask.unsure(), ways);
                    }
                    if (asStep) {
                        next(step, following, ways);
                    }
                }
            }
        }
    }

    private boolean way(Step.@Nullable Way way, Set<Integer> ways) {
        if (way == null || way.go() == null) {
            return true;
        }
        go(way.go(), ways);
        return false;
    }

    private void next(Step step, int following, Set<Integer> ways) {
        if (step.next().cases().isEmpty()) {
            ways.add(following);
        }
        boolean closed = false;
        for (Step.Next.Case each : step.next().cases()) {
            go(each.go(), ways);
            closed |= each.condition() == null;
        }
        if (!closed) {
            ways.add(following);
        }
    }

    private void go(@Nullable String target, Set<Integer> ways) {
        if (target == null) {
            return;
        }
        if (Target.isSpecial(target)) {
            ways.add(OUT);
            return;
        }
        Integer found = index.get(target);
        gaps |= found == null;
        ways.add(found == null ? OUT : found);
    }

    private int at(Step step) {
        Integer found = index.get(step.id());
        return found == null ? OFF : found;
    }
}
