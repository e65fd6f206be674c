package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Expression;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Whether a name surely holds something at a step, whichever way led there. Looks back from the
/// step along all ways until each has given the name something; the way on which it has not is the
/// reason. What was found to be sure is remembered, so that a flow is walked once a name.
final class Unset {
    private final Graph graph;
    private final Readings readings;
    private final Set<Node> starts;
    private final Sparse sure = new Sparse();
    private final Set<Long> asking = new HashSet<>();

    Unset(Graph graph, Readings readings, Set<Node> starts) {
        this.graph = graph;
        this.readings = readings;
        this.starts = starts;
    }

    /// Slot and node: 64 nodes a word, and no word where nothing is known.
    static final class Sparse {
        private final Map<Long, Long> words = new HashMap<>();

        boolean has(int slot, int node) {
            return (words.getOrDefault(key(slot, node), 0L) >>> (node & 63) & 1) != 0;
        }

        void add(int slot, int node) {
            words.merge(key(slot, node), 1L << (node & 63), (a, b) -> a | b);
        }

        private static long key(int slot, int node) {
            return (long) slot << 32 | node >> 6;
        }
    }

    /// Why a name may hold nothing.
    ///
    /// @param way the edge on which it was lost; null: it was never given anything
    /// @param path steps from there to the one in question
    record Reason(@Nullable Edge way, List<Node> path) {}

    private enum Held {
        YES,
        NO,
        AS_BEFORE
    }

    /// @return null if the slot surely holds something when the step is come to
    @Nullable Reason before(Node step, int slot) {
        long key = (long) step.number() << 32 | slot;
        if (sure.has(slot, step.number()) || !asking.add(key)) {
            return null;
        }
        Map<Integer, Integer> onto = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(List.of(step));
        onto.put(step.number(), -1);
        Reason reason = null;
        while (reason == null && !open.isEmpty()) {
            Node node = open.removeFirst();
            if (starts.contains(node)) {
                reason = new Reason(null, path(node, onto));
            }
            for (Edge edge : reason == null ? node.in() : List.<Edge>of()) {
                Held held = held(edge, slot);
                if (held == Held.NO) {
                    reason = new Reason(edge, path(node, onto));
                    break;
                }
                if (held == Held.AS_BEFORE
                        && !sure.has(slot, edge.from())
                        && onto.putIfAbsent(edge.from(), node.number()) == null) {
                    open.addLast(graph.nodes().get(edge.from()));
                }
            }
        }
        asking.remove(key);
        if (reason == null) {
            onto.keySet().forEach(node -> sure.add(slot, node));
        }
        return reason;
    }

    private List<Node> path(Node from, Map<Integer, Integer> onto) {
        List<Node> path = new ArrayList<>();
        for (int at = from.number(); at >= 0; at = onto.getOrDefault(at, -1)) {
            path.add(graph.nodes().get(at));
        }
        return path;
    }

    /// What a way does to a slot.
    private Held held(Edge edge, int slot) {
        Node from = graph.nodes().get(edge.from());
        if (edge.kind() == Edge.Kind.LEFT_OUT) {
            return edge.settled().contains(slot) ? Held.YES : Held.AS_BEFORE;
        }
        if (edge.kind() == Edge.Kind.ERASED) {
            return Held.NO;
        }
        Held set = set(edge.set(), from, slot, edge);
        if (set != Held.AS_BEFORE) {
            return set;
        }
        if (edge.settled().contains(slot)) {
            return Held.YES;
        }
        if (from.ask() != null && from.slot() == slot) {
            return edge.kind() == Edge.Kind.ANSWERED ? Held.YES : Held.NO;
        }
        if (from.step().kind() instanceof Kind.Each each) {
            Held loop = loop(edge, from, each, slot);
            if (loop != Held.AS_BEFORE) {
                return loop;
            }
        }
        return set(from.step().set(), from, slot, null);
    }

    private Held loop(Edge edge, Node from, Kind.Each each, int slot) {
        if (slot == slot(each.as())) {
            return edge.kind() == Edge.Kind.INTO ? Held.YES : Held.NO;
        }
        if (slot == from.slot()) {
            boolean some = edge.kind() == Edge.Kind.DONE && certain(each.over(), from, null);
            return some ? Held.YES : Held.NO;
        }
        for (Step inner : each.steps()) {
            if (slot == slot(inner.id())) {
                return Held.NO;
            }
        }
        return Held.AS_BEFORE;
    }

    private Held set(Map<String, String> sets, Node at, int slot, @Nullable Edge after) {
        Held held = Held.AS_BEFORE;
        for (var entry : sets.entrySet()) {
            if (slot(entry.getKey()) == slot) {
                held = certain(entry.getValue(), at, after) ? Held.YES : Held.NO;
            }
        }
        return held;
    }

    /// @param after the answer that was given just before; null: the step has only been come to
    private boolean certain(String source, Node at, @Nullable Edge after) {
        Expression expression = readings.expression(source).expression();
        return expression == null
                || expression.certain(slot ->
                        here(at, slot)
                                || after != null
                                        && after.kind() == Edge.Kind.ANSWERED
                                        && slot == at.slot());
    }

    /// Whether the slot holds something while the step is carried out, its own `set` left aside.
    private boolean here(Node node, int slot) {
        return settled(node.condition()).contains(slot) || before(node, slot) == null;
    }

    /// The same, its own `set` counted in.
    @Nullable Reason at(Node node, int slot) {
        if (settled(node.condition()).contains(slot)) {
            return null;
        }
        return switch (set(node.step().set(), node, slot, null)) {
            case YES -> null;
            case NO -> new Reason(null, List.of(node));
            case AS_BEFORE -> before(node, slot);
        };
    }

    /// Slots that surely hold something where the condition does.
    Set<Integer> settled(@Nullable String condition) {
        return settled(Graph.read(readings, condition));
    }

    private static Set<Integer> settled(@Nullable Expression condition) {
        return condition == null ? Set.of() : condition.settled(true);
    }

    private int slot(String name) {
        return Graph.slot(readings, name);
    }
}
