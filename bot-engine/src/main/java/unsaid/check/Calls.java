package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Library;
import unsaid.engine.Readings;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// The flows of a folder together: none is forgotten, and none calls itself round and round.
public final class Calls {
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Map<String, Node>> silent = new HashMap<>();
    private final Map<String, Set<String>> leads = new HashMap<>();
    private final Map<String, List<Finding>> findings = new LinkedHashMap<>();

    private Calls(Collection<Flow> flows, Map<String, Readings> readings) {
        for (Flow flow : flows) {
            Readings reading = readings.get(flow.id());
            if (reading != null && !flow.steps().isEmpty()) {
                this.flows.put(flow.id(), flow);
                look(flow, reading);
            }
        }
    }

    /// @return flow id → what was found in it
    public static Map<String, List<Finding>> of(
            Collection<Flow> flows, Map<String, Readings> readings) {
        Calls calls = new Calls(flows, readings);
        calls.rounds();
        calls.unused();
        return calls.findings;
    }

    private void look(Flow flow, Readings reading) {
        Set<String> leads = new HashSet<>();
        boolean calls = look(flow.steps(), leads);
        this.leads.put(flow.id(), leads);
        silent.put(flow.id(), calls ? silent(new Graph(flow, reading)) : Map.of());
    }

    /// @return whether another flow is called
    private static boolean look(List<Step> steps, Set<String> leads) {
        boolean calls = false;
        for (Step step : steps) {
            add(leads, step.suggest());
            switch (step.kind()) {
                case Kind.Ask ask -> {
                    for (Option option : ask.answer().choices()) {
                        add(leads, option.suggest());
                    }
                }
                case Kind.Call call -> {
                    leads.add(call.flow());
                    calls = true;
                }
                case Kind.End end ->
                        add(leads, end.followUp() == null ? null : end.followUp().flow());
                case Kind.Each each -> calls |= look(each.steps(), leads);
                case Kind.Say _, Kind.Assign _ -> {}
            }
        }
        return calls;
    }

    private static void add(Set<String> all, @Nullable String one) {
        if (one != null) {
            all.add(one);
        }
    }

    /// Flows that are called before anything is asked, and where.
    private static Map<String, Node> silent(Graph graph) {
        Map<String, Node> calls = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>(Set.of(0));
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            Node node = graph.nodes().get(open.removeFirst());
            if (node.step().kind() instanceof Kind.Call call) {
                calls.putIfAbsent(call.flow(), node);
            }
            for (Edge edge : node.out()) {
                boolean on = node.passes() || edge.kind() == Edge.Kind.LEFT_OUT;
                if (on && edge.to() >= 0 && seen.add(edge.to())) {
                    open.addLast(edge.to());
                }
            }
        }
        return calls;
    }

    private void rounds() {
        for (String flow : flows.keySet()) {
            silent.getOrDefault(flow, Map.of())
                    .forEach((called, node) -> {
                        if (reaches(called, flow)) {
                            tell(
                                    flow,
                                    Finding.of(
                                            Rule.CALL_LOOP,
                                            node.pointer() + "/call",
                                            "\""
                                                    + flow
                                                    + "\" calls \""
                                                    + called
                                                    + "\", which comes back to \""
                                                    + flow
                                                    + "\" without asking anything",
                                            "let one of them ask, or end, before it calls the other"));
                        }
                    });
        }
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            if (at.equals(to)) {
                return true;
            }
            for (String next : silent.getOrDefault(at, Map.of()).keySet()) {
                if (seen.add(next)) {
                    open.addLast(next);
                }
            }
        }
        return false;
    }

    /// Only where there is a welcome: without one, every flow is begun by its own link.
    private void unused() {
        if (!flows.containsKey(Library.HOME)) {
            return;
        }
        Set<String> used = new HashSet<>(Set.of(Library.HOME, Library.SAFETY));
        Deque<String> open = new ArrayDeque<>(used);
        while (!open.isEmpty()) {
            for (String next : leads.getOrDefault(open.removeFirst(), Set.of())) {
                if (used.add(next)) {
                    open.addLast(next);
                }
            }
        }
        for (String flow : flows.keySet()) {
            if (!used.contains(flow)) {
                tell(
                        flow,
                        Finding.of(
                                Rule.UNUSED_FLOW,
                                "/flow",
                                "nothing that begins at \"welcome\" leads to \"" + flow + "\"",
                                "suggest it in an option; or leave it so, if a page of yours opens it by its name"));
            }
        }
    }

    private void tell(String flow, Finding finding) {
        findings.computeIfAbsent(flow, _ -> new ArrayList<>()).add(finding);
    }
}
