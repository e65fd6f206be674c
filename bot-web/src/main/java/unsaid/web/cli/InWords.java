package unsaid.web.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Target;

/// Conditions and targets of a flow as somebody reads them who does not know its file: signs become
/// words, and values the labels that visitors see.
final class InWords {
    private static final Pattern OPTION =
            Pattern.compile(
                    "(?<name>[A-Za-z][A-Za-z0-9-]*) (?<how>is not|is|contains) (?<value>[a-z0-9][a-z0-9-]*)");
    private static final Map<String, String> OWN =
            Map.of(
                    "coupleLocked", "features for two are closed",
                    "tapOnly", "only tapping is wanted",
                    "minor", "the visitor is under 18",
                    "arrived", "the visitor came through the welcome",
                    "visit", "the time for this visit",
                    "fearAsked", "being afraid of the other was asked about");

    private final Map<String, Map<String, String>> labels = new HashMap<>();

    InWords(Flow flow) {
        collect(flow.everyStep());
    }

    private void collect(List<Step> steps) {
        for (Step step : steps) {
            if (step.kind() instanceof Kind.Ask ask) {
                Map<String, String> all = new HashMap<>();
                for (Option option : ask.answer().choices()) {
                    all.put(option.value(), option.label());
                }
                labels.put(step.id(), all);
            }
        }
    }

    String condition(String source) {
        String words =
                OPTION.matcher(source)
                        .replaceAll(found ->
                                java.util.regex.Matcher.quoteReplacement(
                                        compared(
                                                found.group("name"),
                                                found.group("how"),
                                                found.group("value"))));
        words =
                words.replaceAll(" >= (\\S+?)(?=\\)|\\s|$)", " is $1 or more")
                        .replaceAll(" <= (\\S+?)(?=\\)|\\s|$)", " is $1 or less")
                        .replace(" > ", " is more than ")
                        .replace(" < ", " is less than ")
                        .replace(" is not set", " was not answered")
                        .replace(" is set", " was answered");
        words = words.replaceAll("\\bnot coupleLocked\\b", "features for two are open");
        for (var own : OWN.entrySet()) {
            words = words.replaceAll("\\b" + own.getKey() + "\\b", own.getValue());
        }
        return words;
    }

    private String compared(String name, String how, String value) {
        @Nullable String label = labels.getOrDefault(name, Map.of()).get(value);
        return name + " " + how + " " + (label == null ? value : "“" + label + "”");
    }

    /// A target as a reader finds it: the step's heading, or what is meant.
    static String target(String go) {
        return Target.isSpecial(go)
                ? switch (go) {
                    case "@return" -> "back to where the visitor came from";
                    case "@next" -> "on to the flow that was suggested";
                    default -> go;
                }
                : "`" + go + "`";
    }
}
