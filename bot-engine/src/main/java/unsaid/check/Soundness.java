package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.safety.Helpline;
import unsaid.safety.Route;

/// Proves that nobody can be stranded in a flow: every way leads to an end, and no way goes round
/// without a question.
final class Soundness {
    private static final String MENU = "menu";

    /// The step of the safety flow that shows who to talk to about a partner.
    private static final String PARTNER = "dv";

    /// Topics of the numbers that a step of the safety flow shows, the emergency number before all.
    private record Shows(String step, List<String> topics) {}

    private static final List<Shows> NUMBERS =
            List.of(
                    new Shows(MENU, List.of("partner_abuse", "suicide_crisis")),
                    new Shows(PARTNER, List.of("partner_abuse")),
                    new Shows(Route.NOW.step(), List.of("partner_abuse")),
                    new Shows(Route.HURT.step(), List.of()),
                    new Shows(Route.SELFHARM.step(), List.of("suicide_crisis")),
                    new Shows(Route.CHILD.step(), List.of("child")),
                    new Shows(Route.MINOR.step(), List.of("youth")),
                    new Shows(Route.OWN.step(), List.of("own_behaviour")));

    private final Flow flow;
    private final Graph graph;
    private final List<Finding> findings;

    private Soundness(Flow flow, Graph graph, List<Finding> findings) {
        this.flow = flow;
        this.graph = graph;
        this.findings = findings;
    }

    static void check(Flow flow, Graph graph, List<Finding> findings) {
        new Soundness(flow, graph, findings).check();
    }

    private void check() {
        Set<Node> starts = starts(flow, graph);
        BitSet reached = spread(starts, false);
        offTheEnd();
        if (!graph.hasGaps()) {
            unreached(reached);
        }
        noEnd(reached, roundWithoutQuestion());
        weakened();
    }

    /// Where a talk can come into the flow: its beginning, its doors, “enough”, the lull, a danger.
    static Set<Node> starts(Flow flow, Graph graph) {
        Set<Node> starts = new LinkedHashSet<>();
        starts.add(graph.nodes().getFirst());
        List<String> names = new ArrayList<>(flow.doors());
        if (flow.enough() != null) {
            names.add(flow.enough());
        }
        if (flow.lull() != null) {
            names.add(flow.lull().go());
        }
        if (isSafety(flow)) {
            names.add(MENU);
            for (Route route : Route.values()) {
                names.add(route.step());
            }
        }
        for (String name : names) {
            Node found = graph.find(name);
            if (found != null && found.loop() < 0) {
                starts.add(found);
            }
        }
        return starts;
    }

    /// All nodes that can be come to from some, or, backwards, that lead to some.
    private BitSet spread(Iterable<Node> from, boolean backwards) {
        BitSet seen = new BitSet(graph.nodes().size());
        Deque<Node> open = new ArrayDeque<>();
        for (Node node : from) {
            seen.set(node.number());
            open.add(node);
        }
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            for (Edge edge : backwards ? node.in() : node.out()) {
                int next = backwards ? edge.from() : edge.to();
                if (next >= 0 && !seen.get(next)) {
                    seen.set(next);
                    open.add(graph.nodes().get(next));
                }
            }
        }
        return seen;
    }

    private List<Node> nodes(Predicate<Node> which) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (which.test(node)) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private void offTheEnd() {
        for (Node node : nodes(node -> leads(node, Graph.OFF))) {
            findings.add(
                    Finding.of(
                            Rule.FALLS_OFF,
                            node.pointer(),
                            "after \"" + node.id() + "\" the flow falls off its end",
                            "give it a \"next\", or let an \"end\" step follow"));
        }
    }

    private static boolean leads(Node node, int to) {
        for (Edge edge : node.out()) {
            if (edge.to() == to) {
                return true;
            }
        }
        return false;
    }

    /// What only such a step leads to is not told again.
    private void unreached(BitSet reached) {
        BitSet told = (BitSet) reached.clone();
        for (Node node : graph.nodes()) {
            if (told.get(node.number())) {
                continue;
            }
            told.or(spread(List.of(node), false));
            findings.add(
                    Finding.of(
                            Rule.UNREACHED,
                            node.pointer(),
                            "nothing leads to \"" + node.id() + "\"",
                            "let a step or an option go there, or remove it"));
        }
    }

    /// A way that falls off, or goes round without a question, is told where it does, not at every
    /// step before. A round of questions that only “enough” leads out of strands nobody, but is
    /// told. Of steps that lead round to one another the first alone is told, and none that leads
    /// to them: one way out mends them all.
    private void noEnd(BitSet reached, Set<Integer> rounds) {
        BitSet good =
                spread(
                        nodes(node ->
                                leads(node, Graph.OUT)
                                        || leads(node, Graph.OFF)
                                        || rounds.contains(node.number())),
                        true);
        Node enough = graph.find(flow.enough());
        boolean way = enough != null && good.get(enough.number());
        reached.andNot(good);
        if (reached.isEmpty()) {
            return;
        }
        BitSet asked = spread(nodes(node -> node.ask() != null), true);
        for (Node node : innermost(reached)) {
            boolean only = way && asked.get(node.number());
            findings.add(
                    only
                            ? Finding.of(
                                    Rule.ONLY_ENOUGH,
                                    node.pointer(),
                                    "from \""
                                            + node.id()
                                            + "\" only “Enough for today” leads to an end",
                                    "let one of its ways lead on to an \"end\" step")
                            : Finding.of(
                                    Rule.NO_END,
                                    node.pointer(),
                                    "from \"" + node.id() + "\" no end can be reached",
                                    "let one of its ways lead to an \"end\" step"));
        }
    }

    /// @param lost nodes that lead to no others than these
    private List<Node> innermost(BitSet lost) {
        List<Node> found = new ArrayList<>();
        BitSet left = (BitSet) lost.clone();
        while (!left.isEmpty()) {
            Node node = graph.nodes().get(left.nextSetBit(0));
            BitSet round = spread(List.of(node), false);
            BitSet before = spread(List.of(node), true);
            BitSet deeper = without(round, before);
            while (!deeper.isEmpty()) {
                node = graph.nodes().get(deeper.length() - 1);
                round = spread(List.of(node), false);
                before = spread(List.of(node), true);
                deeper = without(round, before);
            }
            found.add(graph.nodes().get(round.nextSetBit(0)));
            left.andNot(before);
        }
        return found;
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest;
    }

    /// @return the steps that were told
    private Set<Integer> roundWithoutQuestion() {
        Set<Integer> rounds = new LinkedHashSet<>();
        for (int number : new Rounds(graph).without()) {
            rounds.add(number);
            Node node = graph.nodes().get(number);
            findings.add(
                    Finding.of(
                            Rule.LOOP_WITHOUT_QUESTION,
                            node.pointer(),
                            "the flow goes round from \""
                                    + node.id()
                                    + "\" to itself without asking anything",
                            "put a question into the round, or lead out of it"));
        }
        return rounds;
    }

    static boolean isSafety(Flow flow) {
        return flow.id().equals("safety");
    }

    private void weakened() {
        if (!isSafety(flow)) {
            return;
        }
        List<String> needed = new ArrayList<>(List.of(MENU, PARTNER));
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
        for (Shows shows : NUMBERS) {
            Node node = graph.find(shows.step());
            if (node != null) {
                numbers(node, shows.topics());
            }
        }
        Node soft = graph.find(Route.SOFT.step());
        if (soft != null && !leads(soft.step(), PARTNER)) {
            weaker(soft, "offers no numbers", "let one of its options lead to \"" + PARTNER + "\"");
        }
    }

    private void numbers(Node node, List<String> topics) {
        List<String> shown = node.step().helplines();
        if (!shown.contains(Helpline.EMERGENCY)) {
            weaker(
                    node,
                    "shows no emergency number",
                    "give it \"helplines\" with \"emergency\" first");
        }
        for (String topic : topics) {
            if (!shown.contains(topic)) {
                weaker(
                        node,
                        "shows no numbers for \"" + topic + "\"",
                        "add \"" + topic + "\" to its \"helplines\"");
            }
        }
    }

    private static boolean leads(Step step, String to) {
        return step.kind() instanceof Step.Kind.Ask ask
                && ask.answer().choices().stream()
                        .anyMatch(option -> option.condition() == null && to.equals(option.go()));
    }

    private void weaker(Node node, String what, String wayOut) {
        findings.add(
                Finding.of(
                        Rule.SAFETY_WEAKENED,
                        node.pointer(),
                        "the safety flow's step \"" + node.id() + "\" " + what,
                        wayOut));
    }
}
