package unsaid.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Step;

/// What of a flow could not be read. Until it is mended, nothing is said that may only follow from
/// it: one mistake is one finding.
final class Holes {
    /// Leave nothing out that anything else could miss.
    private static final Set<Rule> HARMLESS =
            EnumSet.of(
                    Rule.BAD_VALUE,
                    Rule.OVER_LIMIT,
                    Rule.FORMAT_TOO_NEW,
                    Rule.SAFETY_WEAKENED,
                    Rule.FLOW_MISNAMED,
                    Rule.SYNTAX);

    /// May follow from a step, or something that is set, whose name was not read.
    private static final Set<Rule> OF_NAMES = EnumSet.of(Rule.TARGET_MISSING, Rule.UNKNOWN_NAME);

    /// May follow from an answer of which it is not known what it holds.
    private static final Set<Rule> OF_KINDS =
            EnumSet.of(
                    Rule.UNKNOWN_NAME,
                    Rule.UNKNOWN_VALUE,
                    Rule.UNKNOWN_FORM,
                    Rule.TYPE_MISMATCH,
                    Rule.NOT_A_LIST);

    /// May follow from a flow that was not read at all.
    private static final Set<Rule> OF_FLOWS =
            EnumSet.of(
                    Rule.FLOW_MISSING, Rule.FLOW_ABSENT, Rule.FLAG_WITHOUT_ROUTE, Rule.ASKED_LATER);

    /// May follow from a text or a condition that was not understood.
    private static final Set<Rule> OF_WORDS =
            EnumSet.of(Rule.UNUSED_ANSWER, Rule.UNUSED_TEXT, Rule.NOT_TAKEN_UP, Rule.READS_BADLY);

    private static final Set<Rule> NOT_UNDERSTOOD =
            EnumSet.of(
                    Rule.UNKNOWN_NAME,
                    Rule.UNKNOWN_FORM,
                    Rule.SYNTAX,
                    Rule.PHRASE_LOOP,
                    Rule.OVER_LIMIT);

    private final List<String> places = new ArrayList<>();
    private final Set<Rule> hidden = EnumSet.noneOf(Rule.class);
    private boolean whole = true;

    /// @param read what was found while the flow was read; slips that were mended left aside
    Holes(List<Finding> read) {
        for (Finding finding : read) {
            Rule rule = Rule.named(finding.rule());
            if (!finding.isError() || rule == null) {
                continue;
            }
            String place = finding.pointer();
            if (!place.isEmpty()) {
                places.add(place);
            }
            boolean kindLost =
                    place.endsWith("/answer/type") && !finding.wayOut().startsWith("did");
            if (HARMLESS.contains(rule) && !kindLost) {
                continue;
            }
            whole = false;
            if (place.matches(
                    "(/steps(/[0-9]+)?)+(/(id|as|each|call|set)(/.*)?)?|/(texts|takes)(/.*)?")) {
                hidden.addAll(OF_NAMES);
                hidden.addAll(OF_KINDS);
            }
            if (place.matches(".*/(answer|set|with|from)(/.*)?")) {
                hidden.addAll(OF_KINDS);
            }
        }
    }

    /// What it takes from another flow, or gets back from it, may be lost with that flow.
    void among(Set<String> lost, Flow flow) {
        if (flow.takes().values().stream().anyMatch(from -> lost.contains(from.split("/")[0]))
                || flow.everyStep().stream()
                        .anyMatch(step ->
                                step.kind() instanceof Step.Kind.Call call
                                        && lost.contains(call.flow()))) {
            hidden.addAll(OF_NAMES);
            hidden.addAll(OF_KINDS);
            hidden.add(Rule.READS_BADLY);
        }
        if (!lost.isEmpty()) {
            hidden.addAll(OF_FLOWS);
        }
    }

    /// Whether nothing is missing that the rest of the flow could depend on.
    boolean isWhole() {
        return whole;
    }

    /// What was found when the flow was made ready may have its own tail.
    void behind(List<Finding> compiled) {
        for (Finding finding : compiled) {
            Rule rule = Rule.named(finding.rule());
            if (rule != null && NOT_UNDERSTOOD.contains(rule)) {
                hidden.addAll(OF_WORDS);
            }
            if (rule == Rule.FLOW_MISSING) {
                hidden.add(Rule.UNKNOWN_NAME);
            }
        }
    }

    /// Whether a finding may be there only because of what could not be read.
    boolean hides(Finding finding) {
        Rule rule = Rule.named(finding.rule());
        if (rule != null && hidden.contains(rule)) {
            return true;
        }
        for (String place : places) {
            if (finding.pointer().startsWith(place)
                    && (finding.pointer().length() == place.length()
                            || finding.pointer().charAt(place.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
