package unsaid.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import unsaid.engine.Readings;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.text.Message;

/// Named texts of a flow that no step shows, not even as part of another.
final class UnusedTexts {
    private final Flow flow;
    private final Readings readings;
    private final Set<String> shown = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private UnusedTexts(Flow flow, Readings readings) {
        this.flow = flow;
        this.readings = readings;
    }

    static void check(Flow flow, Graph graph, Readings readings, List<Finding> findings) {
        if (!flow.phrases().isEmpty()) {
            new UnusedTexts(flow, readings).check(graph, findings);
        }
    }

    private void check(Graph graph, List<Finding> findings) {
        for (Node node : graph.nodes()) {
            for (Wording wording : node.wordings()) {
                if (wording.message() != null) {
                    wording.message().placeholders().forEach(this::show);
                }
            }
        }
        while (!open.isEmpty()) {
            if (flow.phrases().get(open.removeFirst()) instanceof Flow.Phrase.Cases(var cases)) {
                for (Flow.Phrase.Case each : cases) {
                    Message message = readings.message(each.text()).message();
                    if (message != null) {
                        message.placeholders().forEach(this::show);
                    }
                }
            }
        }
        Set<String> fallen = new HashSet<>(shown);
        fallen.removeAll(flow.phrases().keySet());
        for (String name : new TreeMap<>(flow.phrases()).keySet()) {
            if (!shown.contains(name)) {
                String near = Nearest.to(name, fallen);
                findings.add(
                        Finding.onKey(
                                Rule.UNUSED_TEXT,
                                Pointer.ROOT.in("texts").in(name),
                                "no step shows the text \"" + name + "\"",
                                near == null
                                        ? "write {"
                                                + name
                                                + "} where it is to be shown, or remove it"
                                        : "did you mean \"" + near + "\"?"));
            }
        }
    }

    /// `{focus.you}` shows the text of that name, and that of `focus` where there is none.
    private void show(String written) {
        if (shown.add(written)) {
            open.addLast(written);
        }
        int dot = written.indexOf('.');
        if (dot > 0 && !flow.phrases().containsKey(written)) {
            shown.add(written.substring(0, dot));
        }
    }
}
