package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding;
import unsaid.flow.Flag;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Step.Kind;

/// Care for the person at the other end: nobody is held at a question, left alone with a heavy one,
/// or led to a partner after danger.
final class Care {
    /// From this depth on a question is heavy.
    static final int HEAVY = 4;

    /// From this depth on a question is too deep for the end of a talk.
    static final int DEEP = 3;

    private static final Pattern TO_THE_PARTNER =
            Pattern.compile(
                    "\\b(tell|show|send|ask|write to|share|talk to|speak with|invite)\\b[^.]*\\bpartner\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Flow flow;
    private final Graph graph;
    private final boolean help;
    private final List<Finding> findings;

    /// @param help whether the folder has the product's safety flow
    Care(Flow flow, Graph graph, boolean help, List<Finding> findings) {
        this.flow = flow;
        this.graph = graph;
        this.help = help;
        this.findings = findings;
    }

    void check() {
        review();
        enough();
        for (Node node : graph.nodes()) {
            Kind.Ask ask = node.ask();
            if (ask != null) {
                flags(node, ask);
                ways(node, ask);
                partner(node, ask);
                endings(node);
            } else if (!node.isEnd() && !node.step().helplines().isEmpty()) {
                unseen(node);
            }
            followUp(node);
        }
    }

    private void review() {
        Flow.Review review = flow.review();
        String unclear = unclear(review);
        if (unclear != null) {
            add(
                    Rule.REVIEW_UNCLEAR,
                    "/review",
                    "the review says " + unclear,
                    "write { \"by\": \"a name\", \"on\": \"2026-01-31\" }, or null for both");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < review.readers().size(); i++) {
            String name = review.readers().get(i).name().strip();
            if (name.isEmpty() || !names.add(name)) {
                add(
                        Rule.REVIEW_UNCLEAR,
                        "/review/readers/" + i,
                        name.isEmpty()
                                ? "a reader has no name"
                                : "\"" + name + "\" stands there as two readers",
                        "write who it is: a name, or initials");
                return;
            }
        }
        if (review.by() == null && review.readers().isEmpty()) {
            add(
                    Rule.UNREVIEWED,
                    "/review",
                    "nobody has reviewed \"" + flow.id() + "\" yet; visitors see it as a preview");
        } else if (!review.isComplete()) {
            add(
                    Rule.UNREVIEWED,
                    "/review",
                    "the review of \""
                            + flow.id()
                            + "\" lacks "
                            + String.join(" and ", lacks(review))
                            + "; visitors see it as a preview",
                    "once they have read it: \"readers\": [ { \"name\": \"…\", \"lived\": true }, { \"name\": \"…\" } ]");
        }
    }

    /// What a review leaves open that says a part only; null: nothing.
    private static @Nullable String unclear(Flow.Review review) {
        String by = review.by();
        String on = review.on();
        if (by == null && on == null) {
            return null;
        }
        if (by == null || by.isBlank()) {
            return "not who read it";
        }
        return on == null || !DAY.matcher(on).matches() ? "not on which day" : null;
    }

    private static List<String> lacks(Flow.Review review) {
        List<String> lacks = new ArrayList<>();
        if (review.by() == null) {
            lacks.add("somebody with a clinician's eye");
        }
        String who =
                switch (review.readersMissing()) {
                    case 0 -> "a reader";
                    case 1 -> "a second reader";
                    default -> "two readers,";
                };
        if (!review.isLived()) {
            lacks.add(
                    who
                            + (review.readersMissing() > 1
                                    ? " one of whom has lived it"
                                    : " who has lived it"));
        } else if (review.readersMissing() > 0) {
            lacks.add(who);
        }
        return lacks;
    }

    private void enough() {
        Node enough = graph.find(flow.enough());
        if (enough == null || enough.isEnd()) {
            return;
        }
        if (nextQuestions(enough).stream().anyMatch(node -> !endsWhenSkipped(node))) {
            add(
                    Rule.ENOUGH_FAR,
                    "/enough",
                    "“Enough for today” leads to \""
                            + enough.id()
                            + "\", and from there more is asked",
                    "lead to a step that ends, or to one question that ends when it is skipped");
        }
    }

    private boolean endsWhenSkipped(Node node) {
        return node.out().stream()
                .filter(edge -> edge.kind() == Edge.Kind.SKIPPED)
                .allMatch(edge -> edge.to() < 0 || questions(edge).isEmpty());
    }

    /// A card is shown where the talk waits.
    private void unseen(Node node) {
        add(
                Rule.HELPLINES_UNSEEN,
                node.place().in("helplines").toString(),
                "\"" + node.id() + "\" asks nothing, so its help card is never shown",
                "give \"helplines\" to the question that follows, or to an end");
    }

    private void flags(Node node, Kind.Ask ask) {
        List<Option> options = ask.answer().choices();
        Pointer place = node.place();
        for (int i = 0; i < options.size(); i++) {
            flag(options.get(i).flag(), place.in("answer").in("options").in(i));
        }
        flag(ask.skip() == null ? null : ask.skip().flag(), place.in("skip"));
        flag(ask.unsure() == null ? null : ask.unsure().flag(), place.in("unsure"));
    }

    private void flag(@Nullable Flag flag, Pointer place) {
        if (flag != null && !help) {
            add(
                    Rule.FLAG_WITHOUT_ROUTE,
                    place.in("flag").toString(),
                    "\""
                            + flag.family().word()
                            + "\" speaks of danger, and there is no safety flow in this folder to answer it",
                    "put the product's \"safety\" folder beside this one");
        }
    }

    private void ways(Node node, Kind.Ask ask) {
        if (back(node, Edge.Kind.SKIPPED)) {
            add(
                    Rule.CANNOT_SKIP,
                    node.pointer() + (ask.skip() == null ? "" : "/skip"),
                    "who skips \"" + node.id() + "\" is asked the same again",
                    "lead \"skip\" to another step, or to the end");
        } else if (back(node, Edge.Kind.UNSURE)) {
            add(
                    Rule.UNSURE_SAME,
                    node.pointer() + (ask.unsure() == null ? "" : "/unsure"),
                    "who does not know what to answer to \""
                            + node.id()
                            + "\" is asked the same again",
                    "lead \"unsure\" to an easier question, or on");
        }
    }

    /// Whether a way can only come back to the question itself.
    private boolean back(Node node, Edge.Kind kind) {
        boolean any = false;
        for (Edge edge : node.out()) {
            if (edge.kind() == kind && !edge.round()) {
                any = true;
                if (!onlyTo(edge, node)) {
                    return false;
                }
            }
        }
        return any;
    }

    /// Whether a question is the only one that can come next after a way.
    private boolean onlyTo(Edge edge, Node question) {
        Node first = edge.to() < 0 ? null : graph.nodes().get(edge.to());
        boolean another = first != null && first.ask() != null && first != question;
        return first != null && !another && nextQuestions(first).equals(Set.of(question));
    }

    /// The next questions after a way, `each` rounds and ends aside.
    private Set<Node> questions(Edge edge) {
        return edge.to() < 0 ? Set.of() : nextQuestions(graph.nodes().get(edge.to()));
    }

    /// The questions that are asked first from a step on, the step itself included.
    private Set<Node> nextQuestions(Node from) {
        Set<Node> found = new HashSet<>();
        Set<Integer> seen = new HashSet<>(Set.of(from.number()));
        Deque<Node> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (node.ask() != null) {
                found.add(node);
                if (node.step().condition() == null) {
                    continue;
                }
            }
            for (Edge edge : node.out()) {
                boolean on = node.ask() == null || edge.kind() == Edge.Kind.LEFT_OUT;
                if (on && edge.to() >= 0 && seen.add(edge.to())) {
                    open.addLast(graph.nodes().get(edge.to()));
                }
            }
        }
        return found;
    }

    private void partner(Node node, Kind.Ask ask) {
        List<Option> options = ask.answer().choices();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            boolean locked =
                    option.condition() != null && option.condition().contains("coupleLocked");
            if (!locked && leadsToThePartner(option.label())) {
                add(
                        Rule.PARTNER_UNLOCKED,
                        node.pointer() + "/answer/options/" + i,
                        "“"
                                + option.label()
                                + "” is offered even when the partner may be dangerous",
                        "add \"if\": \"not coupleLocked\"");
            }
        }
    }

    private static boolean leadsToThePartner(String label) {
        boolean named = label.contains("partner") || label.contains("Partner");
        return named && TO_THE_PARTNER.matcher(label).find();
    }

    /// A talk does not end on a deep question, and not without a word after a heavy one.
    private void endings(Node node) {
        int depth = node.step().depth();
        if (depth < DEEP) {
            return;
        }
        for (Edge edge : node.out()) {
            boolean answered = edge.kind() == Edge.Kind.ANSWERED && edge.to() >= 0;
            Node end = answered ? end(graph.nodes().get(edge.to())) : null;
            if (end == null) {
                continue;
            }
            if (depth >= HEAVY && end.step().say().isEmpty()) {
                add(
                        Rule.HEAVY_NO_AFTERCARE,
                        node.pointer(),
                        "after \""
                                + node.id()
                                + "\" the talk ends at \""
                                + end.id()
                                + "\" without a word",
                        "say something kind, or ask something light, before the end");
            } else {
                add(
                        Rule.DEEP_ENDING,
                        node.pointer(),
                        "the talk ends right after \"" + node.id() + "\", which goes deep",
                        "ask something light, depth 1 or 2, before the end");
            }
            return;
        }
    }

    /// The end that comes without another question or another word; null if there is none.
    private @Nullable Node end(Node from) {
        Set<Integer> seen = new HashSet<>();
        Node node = from;
        while (seen.add(node.number())) {
            if (node.isEnd()) {
                return node;
            }
            if (node.ask() != null || node.out().isEmpty() || !node.step().say().isEmpty()) {
                return null;
            }
            int to = node.out().getLast().to();
            if (to < 0) {
                return null;
            }
            node = graph.nodes().get(to);
        }
        return null;
    }

    private void followUp(Node node) {
        if (!(node.step().kind() instanceof Kind.End end) || end.followUp() == null) {
            return;
        }
        for (Edge edge : node.in()) {
            Node from = graph.nodes().get(edge.from());
            boolean chosen = edge.kind() == Edge.Kind.ANSWERED && chooses(from, node.id());
            if (!chosen) {
                add(
                        Rule.FOLLOW_UP_UNASKED,
                        node.pointer() + "/followUp",
                        "\"" + from.id() + "\" leads here without asking whether to come back",
                        "lead here only by an option that says yes to it");
                return;
            }
        }
    }

    private static boolean chooses(Node from, String id) {
        Kind.Ask ask = from.ask();
        return ask != null
                && ask.answer().choices().stream().anyMatch(option -> id.equals(option.go()));
    }

    private void add(Rule rule, String pointer, String message) {
        findings.add(Finding.of(rule, pointer, message));
    }

    private void add(Rule rule, String pointer, String message, String wayOut) {
        findings.add(Finding.of(rule, pointer, message, wayOut));
    }
}
