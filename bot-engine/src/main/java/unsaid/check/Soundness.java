package unsaid.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unsaid.check.Graph.Node;
import unsaid.flow.Finding;
import unsaid.flow.Rule;
import unsaid.flow.Flow;
import unsaid.flow.Step.Kind;
import unsaid.safety.Route;

/// Proves that nobody can be stranded in a flow: every way leads to an end, and no way goes round
/// without a question.
public final class Soundness {
    private Soundness() {}

    public static List<Finding> of(Flow flow) {
        List<Finding> findings = new ArrayList<>();
        if (flow.steps().isEmpty()) {
            return findings;
        }
        Graph graph = new Graph(flow);
        Set<Integer> starts = starts(flow, graph);
        Set<Integer> reached = graph.reach(starts);
        offTheEnd(graph, findings);
        if (!graph.hasGaps()) {
            unreached(graph, reached, findings);
        }
        noEnd(graph, reached, findings);
        roundWithoutQuestion(graph, findings);
        weakened(flow, graph, findings);
        return findings;
    }

    private static Set<Integer> starts(Flow flow, Graph graph) {
        Set<Integer> starts = new LinkedHashSet<>(Set.of(0));
        List<String> names = new ArrayList<>();
        if (flow.enough() != null) {
            names.add(flow.enough());
        }
        if (flow.lull() != null) {
            names.add(flow.lull().go());
        }
        if (isSafety(flow)) {
            for (Route route : Route.values()) {
                names.add(route.step());
            }
        }
        names.forEach(name -> {
            Integer found = graph.find(name);
            if (found != null) {
                starts.add(found);
            }
        });
        return starts;
    }

    private static void offTheEnd(Graph graph, List<Finding> findings) {
        for (Node node : graph.nodes()) {
            if (node.ways().contains(Graph.OFF)) {
                findings.add(
                        Finding.of(
                                Rule.FALLS_OFF,
                                node.pointer(),
                                "after \"" + node.step().id() + "\" the flow falls off its end",
                                "give it a \"next\", or let an \"end\" step follow"));
            }
        }
    }

    private static void unreached(Graph graph, Set<Integer> reached, List<Finding> findings) {
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (!reached.contains(i)) {
                Node node = graph.nodes().get(i);
                findings.add(
                        Finding.of(
                                Rule.UNREACHED,
                                node.pointer(),
                                "nothing leads to \"" + node.step().id() + "\"",
                                "let a step or an option go there, or remove it"));
            }
        }
    }

    /// A way that falls off is told where it does, not at every step before.
    private static void noEnd(Graph graph, Set<Integer> reached, List<Finding> findings) {
        Set<Integer> good = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < graph.nodes().size(); i++) {
                Set<Integer> ways = graph.nodes().get(i).ways();
                boolean out = ways.contains(Graph.OUT) || ways.contains(Graph.OFF);
                if (!good.contains(i) && (out || ways.stream().anyMatch(good::contains))) {
                    good.add(i);
                    more = true;
                }
            }
        }
        for (int i : reached) {
            Node node = graph.nodes().get(i);
            if (!good.contains(i)) {
                findings.add(
                        Finding.of(
                                Rule.NO_END,
                                node.pointer(),
                                "from \"" + node.step().id() + "\" no end can be reached",
                                "let one of its ways lead to an \"end\" step"));
            }
        }
    }

    private static void roundWithoutQuestion(Graph graph, List<Finding> findings) {
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (goesRound(graph, i)) {
                Node node = graph.nodes().get(i);
                findings.add(
                        Finding.of(
                                Rule.LOOP_WITHOUT_QUESTION,
                                node.pointer(),
                                "the flow goes round from \""
                                        + node.step().id()
                                        + "\" to itself without asking anything",
                                "put a question into the round, or lead out of it"));
            }
        }
    }

    private static boolean goesRound(Graph graph, int start) {
        if (!passes(graph, start)) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (int to : graph.nodes().get(open.removeLast()).straight()) {
                if (to == start) {
                    return true;
                }
                if (to >= 0 && passes(graph, to) && seen.add(to)) {
                    open.add(to);
                }
            }
        }
        return false;
    }

    /// Whether a walk may go through without stopping: a loop does with an empty list, another flow
    /// if it asks nothing.
    private static boolean passes(Graph graph, int node) {
        Kind kind = graph.nodes().get(node).step().kind();
        return kind instanceof Kind.Say
                || kind instanceof Kind.Assign
                || kind instanceof Kind.Call
                || kind instanceof Kind.Each;
    }

    private static boolean isSafety(Flow flow) {
        return flow.id().equals("safety");
    }

    private static void weakened(Flow flow, Graph graph, List<Finding> findings) {
        if (!isSafety(flow)) {
            return;
        }
        List<String> needed = new ArrayList<>(List.of("menu"));
        for (Route route : Route.values()) {
            needed.add(route.step());
        }
        for (String step : needed) {
            if (graph.find(step) == null) {
                findings.add(
                        Finding.of(
                                Rule.SAFETY_WEAKENED,
                                "/steps",
                                "the safety flow has no step \"" + step + "\"",
                                "every danger needs its step; bring it back"));
            }
        }
    }
}
