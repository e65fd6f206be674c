package unsaid.check;

import java.util.List;
import java.util.stream.Collectors;
import unsaid.flow.Finding;
import unsaid.flow.Rule;
import unsaid.text.Message;

/// Every placeholder says something, whichever way led to its text: the answer is there, or a
/// fallback is.
final class Placeholders {
    private static final int SHOWN = 5;

    private final Unset unset;
    private final List<Finding> findings;

    Placeholders(Unset unset, List<Finding> findings) {
        this.unset = unset;
        this.findings = findings;
    }

    void check(Node node) {
        for (Wording wording : node.wordings()) {
            boolean leftOut = wording.role() == Wording.Role.CARD && wording.condition() == null;
            Message message = wording.message();
            if (leftOut || message == null) {
                continue;
            }
            for (Message.Gap gap : message.gaps()) {
                if (wording.condition() == null
                        || !unset.settled(wording.condition()).contains(gap.slot())) {
                    tell(node, wording, gap);
                }
            }
        }
    }

    private void tell(Node node, Wording wording, Message.Gap gap) {
        Unset.Reason reason = unset.at(node, gap.slot());
        if (reason == null) {
            return;
        }
        String name = gap.written().split("\\.", 2)[0];
        findings.add(
                Finding.at(
                        Rule.MAY_BE_UNSET,
                        wording.pointer(),
                        wording.text().indexOf("{" + gap.written()),
                        "{" + gap.written() + "} may be missing here: " + why(reason, name),
                        "say what to write then: \"texts\": { \""
                                + gap.written()
                                + "\": \"…\" }; or show this only \"if\": \""
                                + name
                                + " is set\""));
    }

    private static String why(Unset.Reason reason, String name) {
        Edge way = reason.way();
        String path = path(reason.path());
        if (way == null) {
            return reason.path().size() == 1
                    ? "nothing before it gives \"" + name + "\" a value for sure"
                    : "there is a way past it, " + path;
        }
        String lost = lost(way.kind(), name);
        return lost + (reason.path().size() == 1 ? "" : ", and from there " + path);
    }

    private static String lost(Edge.Kind kind, String name) {
        return switch (kind) {
            case SKIPPED -> "\"" + name + "\" can be skipped";
            case UNSURE -> "“I don’t know” can be said to \"" + name + "\"";
            case EMPTY -> "\"" + name + "\" can be left empty";
            case ERASED -> "the answers are forgotten on the way here";
            case INTO -> "every round of the loop begins without it";
            case DONE -> "it is gone once the loop is done";
            case ANSWERED, ON, LEFT_OUT -> "what \"" + name + "\" is set to may be missing";
        };
    }

    private static String path(List<Node> path) {
        String end = path.size() > SHOWN ? " → …" : "";
        return path.stream()
                        .limit(SHOWN)
                        .map(node -> "\"" + node.id() + "\"")
                        .collect(Collectors.joining(" → "))
                + end;
    }
}
