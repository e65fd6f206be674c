package unsaid.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Step.Kind;

/// The course of a talk: how long it can take, and whether what was written is taken up.
final class Course {
    private final Flow flow;
    private final Graph graph;
    private final Tone tone;
    private final List<Finding> findings;

    Course(Flow flow, Graph graph, Tone tone, List<Finding> findings) {
        this.flow = flow;
        this.graph = graph;
        this.tone = tone;
        this.findings = findings;
    }

    void check() {
        longest();
        skipping();
        takenUp();
    }

    /// The longest way down the file. Ways back are left out: `times` and the engine's limits hold
    /// those.
    private void longest() {
        int size = graph.nodes().size();
        int[] length = new int[size];
        int longest = 0;
        for (int i = size - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            for (Edge edge : node.out()) {
                if (edge.to() > i) {
                    length[i] = Math.max(length[i], length[edge.to()]);
                }
            }
            length[i] += node.ask() == null ? 0 : 1;
            longest = Math.max(longest, length[i]);
        }
        if (longest > tone.longest()) {
            findings.add(
                    tooLong(
                            "the longest way asks "
                                    + longest
                                    + " questions; "
                                    + tone.longest()
                                    + " are enough"));
        }
    }

    /// What somebody goes through who skips every question.
    private void skipping() {
        Node node = graph.nodes().getFirst();
        Node lull = flow.lull() == null ? null : graph.find(flow.lull().go());
        int asked = 0;
        int row = 0;
        for (int steps = 0; node != null && steps < 20 * tone.skipping(); steps++) {
            boolean asks = node.ask() != null;
            asked += asks ? 1 : 0;
            row += asks ? 1 : 0;
            Node next = next(node, asks ? Edge.Kind.SKIPPED : Edge.Kind.ON);
            boolean paused =
                    asks && lull != null && flow.lull() != null && row == flow.lull().after();
            node = paused && next != null ? lull : next;
        }
        if (asked > tone.skipping()) {
            findings.add(
                    tooLong(
                            "who skips everything is still asked "
                                    + (node == null
                                            ? String.valueOf(asked)
                                            : "more than " + tone.skipping())
                                    + " questions; "
                                    + tone.skipping()
                                    + " are enough"));
        }
    }

    /// The step that follows when nothing is known; null where the talk ends.
    private @Nullable Node next(Node node, Edge.Kind kind) {
        Edge last = null;
        for (Edge edge : node.out()) {
            boolean on =
                    edge.kind() == kind || kind == Edge.Kind.ON && edge.kind() == Edge.Kind.DONE;
            last = on && !edge.round() ? edge : last;
        }
        return last == null || last.to() < 0 ? null : graph.nodes().get(last.to());
    }

    private Finding tooLong(String message) {
        return Finding.of(
                Rule.TALK_LONG, "/steps", message, "leave questions out, or make two flows of it");
    }

    private void takenUp() {
        int free = 0;
        List<Node> ignored = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Kind.Ask ask = node.ask();
            boolean writes =
                    ask != null
                            && (ask.answer() instanceof Answer.Text
                                    || ask.answer() instanceof Answer.Texts);
            free += writes ? 1 : 0;
            if (writes && asksOn(node)) {
                ignored.add(node);
            }
        }
        if (100 * (free - ignored.size()) >= tone.takenUp() * free) {
            return;
        }
        for (Node node : ignored) {
            findings.add(
                    Finding.of(
                            Rule.NOT_TAKEN_UP,
                            node.pointer(),
                            "after what was written in \""
                                    + node.id()
                                    + "\" the next question comes at once",
                            "thank for it, or mirror it, before the next question"));
        }
    }

    /// Whether a next question comes without a word on the answer, and does not take it up itself.
    boolean asksOn(Node written) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (Edge edge : written.out()) {
            if (edge.kind() == Edge.Kind.ANSWERED) {
                open.add(edge.to());
            }
        }
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (at < 0 || !seen.add(at)) {
                continue;
            }
            Node node = graph.nodes().get(at);
            Kind.Ask ask = node.ask();
            if (!node.step().say().isEmpty() || node.isEnd() || node.number() == written.number()) {
                continue;
            }
            if (ask == null) {
                node.out().forEach(edge -> open.add(edge.to()));
            } else if (ask.question().indexOf('{') < 0
                    && Answers.from(ask.answer()) == null
                    && ask.show().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
