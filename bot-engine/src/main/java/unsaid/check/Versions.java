package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Texts;

/// Holds a flow against an older copy of it: what would surprise people who are in the middle of
/// it.
public final class Versions {
    private record Asked(String kind, String pointer) {}

    private Versions() {}

    /// @return findings with places in the newer flow
    public static List<Finding> of(Flow older, Flow newer) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Asked> before = asked(older);
        Map<String, Asked> now = asked(newer);
        before.forEach((id, asked) -> {
            String present = newer.moved().getOrDefault(id, id);
            Asked same = now.get(present);
            if (same == null
                    && newer.everyStep().stream().noneMatch(step -> step.id().equals(present))) {
                findings.add(
                        Finding.of(
                                Rule.ID_REMOVED,
                                "/steps",
                                "\"" + id + "\" is gone, and \"moved\" does not say where",
                                "if it has a new id, write \"moved\": { \""
                                        + id
                                        + "\": \"new-id\" }; if it is gone for good, all is well"));
            } else if (same != null && !same.kind().equals(asked.kind())) {
                findings.add(
                        Finding.of(
                                Rule.TYPE_CHANGED,
                                same.pointer() + "/answer/type",
                                "\""
                                        + present
                                        + "\" was answered with "
                                        + asked.kind()
                                        + " and is now "
                                        + same.kind(),
                                "give the question a new id; the old answers do not fit it"));
            }
        });
        version(older, newer, findings);
        return findings;
    }

    private static void version(Flow older, Flow newer, List<Finding> findings) {
        boolean same = bare(older).equals(bare(newer));
        if (newer.version() < older.version() || !same && newer.version() == older.version()) {
            findings.add(
                    Finding.of(
                            Rule.VERSION_NOT_RAISED,
                            "/version",
                            newer.version() < older.version()
                                    ? "the version was "
                                            + older.version()
                                            + " and is now "
                                            + newer.version()
                                    : "more than words has changed, and the version is still "
                                            + newer.version(),
                            "write \"version\": " + (older.version() + 1)));
        }
    }

    /// The flow without its words, its version and its review.
    private static Flow bare(Flow flow) {
        Map<String, String> nothing = new HashMap<>();
        Texts.of(flow).keySet().forEach(key -> nothing.put(key, ""));
        Flow silent = Texts.in(flow, "en", nothing);
        return new Flow(
                silent.id(),
                1,
                silent.language(),
                silent.title(),
                0,
                silent.enough(),
                silent.lull(),
                Flow.Review.NONE,
                silent.phrases(),
                silent.moved(),
                silent.gives(),
                silent.takes(),
                silent.doors(),
                silent.steps());
    }

    private static Map<String, Asked> asked(Flow flow) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        collect(flow.steps(), "/steps", asked);
        return asked;
    }

    private static void collect(List<Step> steps, String pointer, Map<String, Asked> asked) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String place = pointer + "/" + i;
            switch (step.kind()) {
                case Kind.Ask ask -> asked.put(step.id(), new Asked(word(ask), place));
                case Kind.Each each -> collect(each.steps(), place + "/steps", asked);
                case Kind.Say _, Kind.Call _, Kind.Assign _, Kind.End _ -> {}
            }
        }
    }

    private static String word(Kind.Ask ask) {
        return switch (ask.answer()) {
            case unsaid.flow.Answer.Choice _ -> "a choice";
            case unsaid.flow.Answer.Multi _ -> "several choices";
            case unsaid.flow.Answer.YesNo _ -> "yes or no";
            case unsaid.flow.Answer.Confirm _ -> "a confirmation";
            case unsaid.flow.Answer.Scale _ -> "a point on a scale";
            case unsaid.flow.Answer.Number _ -> "a number";
            case unsaid.flow.Answer.Date _ -> "a day";
            case unsaid.flow.Answer.Text _ -> "a text";
            case unsaid.flow.Answer.Texts _ -> "a list of texts";
            case unsaid.flow.Answer.Rank _ -> "an order";
            case unsaid.flow.Answer.Sort _ -> "a sorting";
            case unsaid.flow.Answer.Pick _ -> "a pick from a list";
        };
    }
}
