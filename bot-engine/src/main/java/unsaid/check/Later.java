package unsaid.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Expression;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Conditions on an answer that nobody can have given yet, whichever way led there. Looks back from
/// the step until a way gives the answer; what was found is remembered.
final class Later {
    private final Graph graph;
    private final Readings readings;
    private final List<Finding> findings;
    private final Node first;
    private final Set<Node> anywhere;
    private final Map<Integer, Node> asked = new HashMap<>();
    private final Unset.Sparse given = new Unset.Sparse();
    private final Unset.Sparse never = new Unset.Sparse();

    /// @param starts where a talk can come into the flow; to all but the first step it may come
    ///   with any answers
    Later(Flow flow, Graph graph, Readings readings, Set<Node> starts, List<Finding> findings) {
        this.graph = graph;
        this.readings = readings;
        this.findings = findings;
        this.first = graph.nodes().getFirst();
        this.anywhere = new HashSet<>(starts);
        anywhere.remove(first);
        for (Node node : graph.nodes()) {
            if (node.ask() != null && node.slot() >= 0) {
                asked.putIfAbsent(node.slot(), node);
            }
        }
        flow.takes().keySet().forEach(this::forget);
        readings.handed().forEach(this::forget);
    }

    /// A name that may come from outside.
    private void forget(String name) {
        asked.remove(Graph.slot(readings, name));
    }

    /// Where a way leads to nothing, nobody knows what is given on it.
    void check(Node node) {
        if (graph.hasGaps()) {
            return;
        }
        Step step = node.step();
        Pointer place = node.place();
        look(node.condition(), node, Given.NOTHING, place);
        for (int i = 0; i < step.say().size(); i++) {
            look(read(step.say().get(i).condition()), node, Given.SET, place.in("say").in(i));
        }
        switch (step.kind()) {
            case Kind.Ask ask -> {
                List<Option> choices = ask.answer().choices();
                for (int i = 0; i < choices.size(); i++) {
                    Pointer at = place.in("answer").in("options").in(i);
                    look(read(choices.get(i).condition()), node, Given.SET, at);
                }
                shows(ask.show(), node);
            }
            case Kind.End end -> shows(end.show(), node);
            case Kind.Call _, Kind.Each _ -> {
                return;
            }
            case Kind.Say _, Kind.Assign _ -> {}
        }
        for (int i = 0; i < node.cases().size(); i++) {
            look(node.cases().get(i), node, Given.ANSWER, place.in("next").in(i));
        }
    }

    private void shows(List<Step.Show> shows, Node node) {
        for (int i = 0; i < shows.size(); i++) {
            look(read(shows.get(i).condition()), node, Given.SET, node.place().in("show").in(i));
        }
    }

    /// What a step itself has given by the time its condition is looked at; each holds those
    /// before.
    private enum Given {
        NOTHING,
        SET,
        ANSWER
    }

    private @Nullable Expression read(@Nullable String condition) {
        return Graph.read(readings, condition);
    }

    private void look(@Nullable Expression condition, Node node, Given given, Pointer place) {
        if (condition == null) {
            return;
        }
        for (int slot : condition.slots()) {
            Node later = asked.get(slot);
            if (later != null && !isOwn(node, slot, given) && !mayBeGiven(node, slot)) {
                findings.add(
                        Finding.of(
                                Rule.ASKED_LATER,
                                place.in("if"),
                                "\""
                                        + later.id()
                                        + "\" is asked only later; here nobody can have answered it yet",
                                "name an answer that is given before, or move this behind \""
                                        + later.id()
                                        + "\""));
            }
        }
    }

    private boolean isOwn(Node node, int slot, Given given) {
        return given != Given.NOTHING && sets(node.step().set(), slot)
                || given == Given.ANSWER
                        && node.step().kind() instanceof Kind.Ask ask
                        && (node.slot() == slot
                                || ask.answer().choices().stream()
                                        .anyMatch(option -> sets(option.set(), slot)));
    }

    private boolean mayBeGiven(Node step, int slot) {
        Map<Integer, Integer> onto = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(List.of(step));
        onto.put(step.number(), -1);
        boolean begun = false;
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (anywhere.contains(node) || given.has(slot, node.number())) {
                return found(node, slot, onto);
            }
            begun |= node == first;
            for (Edge edge : node.in()) {
                if (gives(edge, slot)) {
                    return found(node, slot, onto);
                }
                if (!never.has(slot, edge.from())
                        && onto.putIfAbsent(edge.from(), node.number()) == null) {
                    open.addLast(graph.nodes().get(edge.from()));
                }
                begun |= never.has(slot, edge.from());
            }
        }
        if (begun) {
            onto.keySet().forEach(node -> never.add(slot, node));
        }
        return !begun;
    }

    private boolean found(Node from, int slot, Map<Integer, Integer> onto) {
        for (int at = from.number(); at >= 0; at = onto.getOrDefault(at, -1)) {
            given.add(slot, at);
        }
        return true;
    }

    /// Whether a way comes from where the answer may be given, be it skipped there or not.
    private boolean gives(Edge edge, int slot) {
        Node from = graph.nodes().get(edge.from());
        if (sets(edge.set(), slot) || sets(from.step().set(), slot)) {
            return true;
        }
        return switch (from.step().kind()) {
            case Kind.Ask _ -> from.slot() == slot;
            case Kind.Call _ -> true;
            case Kind.Each each -> from.slot() == slot || Graph.slot(readings, each.as()) == slot;
            case Kind.Say _, Kind.Assign _, Kind.End _ -> false;
        };
    }

    private boolean sets(Map<String, String> sets, int slot) {
        for (String name : sets.keySet()) {
            if (Graph.slot(readings, name) == slot) {
                return true;
            }
        }
        return false;
    }
}
