package unsaid.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unsaid.check.Coverage;
import unsaid.check.Coverage.Part;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// What no conversation test comes to, with its place in the flow's file.
public final class Uncovered {
    private final Map<String, String> pointers = new HashMap<>();

    private Uncovered() {}

    /// @param file path of the flow's file below the folder of dialogs
    /// @param text what stands in it
    public static List<Found> of(String file, String text, Flow flow, Coverage.OfFlow covered) {
        Json json = JsonText.read(text, file, new ArrayList<>());
        if (json == null) {
            return List.of();
        }
        Uncovered uncovered = new Uncovered();
        uncovered.note(flow.steps(), "/steps");
        Places places = new Places(file, json);
        return covered.missed().stream().map(part -> places.of(uncovered.finding(part))).toList();
    }

    private void note(List<Step> steps, String pointer) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String at = pointer + "/" + i;
            pointers.put(step.id(), at);
            switch (step.kind()) {
                case Kind.Each each -> note(each.steps(), at + "/steps");
                case Kind.Ask ask -> {
                    List<Option> options = ask.answer().choices();
                    for (int k = 0; k < options.size(); k++) {
                        String id = step.id() + "=" + options.get(k).value();
                        pointers.put(id, at + "/answer/options/" + k);
                    }
                    for (int k = 0; k < ask.retry().size(); k++) {
                        pointers.put(step.id() + "#" + k, at + "/retry/" + k);
                    }
                }
                case Kind.Say _, Kind.Assign _, Kind.Call _, Kind.End _ -> {}
            }
        }
    }

    private Finding finding(Part part) {
        String pointer =
                pointers.getOrDefault(part.id(), pointers.getOrDefault(part.step(), "/language"));
        return Finding.of(rule(part.thing()), pointer, words(part));
    }

    private static Rule rule(Coverage.Thing thing) {
        return switch (thing) {
            case STEP -> Rule.STEP_UNCOVERED;
            case WAY -> Rule.WAY_UNCOVERED;
            case OPTION -> Rule.OPTION_UNCOVERED;
            case RETRY -> Rule.RETRY_UNCOVERED;
            case LANGUAGE -> Rule.LANGUAGE_UNCOVERED;
        };
    }

    private static String words(Part part) {
        return switch (part.thing()) {
            case STEP -> "no test comes to \"" + part.id() + "\"";
            case WAY -> {
                String to = part.id().substring(part.step().length() + 1);
                yield "no test goes from \"" + part.step() + "\" to \"" + to + "\"";
            }
            case OPTION -> "no test taps " + part.words() + " at \"" + part.step() + "\"";
            case RETRY ->
                    "no test gives an answer that does not fit to \""
                            + part.step()
                            + "\", and hears "
                            + part.words();
            case LANGUAGE -> "no test speaks " + part.id();
        };
    }
}
