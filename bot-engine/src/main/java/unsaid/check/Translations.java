package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import unsaid.engine.Readings;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Texts;
import unsaid.flow.Translation;
import unsaid.text.Message;

/// Holds a translation against the flow it is of: nothing missing, nothing stale, the same
/// placeholders.
public final class Translations {
    private final Map<String, String> texts;
    private final Readings readings;
    private final Locale locale;
    private final List<Finding> findings = new ArrayList<>();

    private Translations(Flow flow, Readings readings, Translation translation) {
        this.texts = Texts.of(flow);
        this.readings = readings;
        this.locale = Locale.forLanguageTag(translation.language());
    }

    /// @param readings of the same flow
    /// @return findings with places in the translation's file
    public static List<Finding> of(Flow flow, Readings readings, Translation translation) {
        Translations all = new Translations(flow, readings, translation);
        translation.texts().forEach(all::look);
        all.texts.forEach((key, text) -> {
            if (!translation.texts().containsKey(key)) {
                all.missing("/texts", key, text);
            }
        });
        return all.findings;
    }

    /// Whether somebody has read it who grew up with its language.
    public static List<Finding> review(Translation translation) {
        return translation.review().by() == null
                ? List.of(
                        Finding.of(
                                Rule.UNREVIEWED,
                                "/review",
                                "nobody who grew up with the language \""
                                        + translation.language()
                                        + "\" has reviewed these texts yet; visitors see them as a preview"))
                : List.of();
    }

    /// How a translation sounds, held against what its language's texts are held against.
    ///
    /// @param flow as [Texts] puts it into the other language
    /// @param readings of the same flow
    /// @return findings with places in the translation's file
    public static List<Finding> tone(Flow flow, Readings readings, Tone tone) {
        List<Finding> found = new ArrayList<>();
        Graph graph = new Graph(flow, readings);
        Conditions conditions = new Conditions(graph, readings, new ArrayList<>());
        Options options = new Options(flow.language(), conditions, found);
        Tones tones = new Tones(flow, tone, new Rendering(readings, flow.language()), found);
        for (Node node : graph.nodes()) {
            options.labels(node);
            tones.check(node);
        }
        tones.whole();
        Map<String, String> keys = keys(flow, readings);
        return found.stream().map(finding -> in(finding, keys)).toList();
    }

    /// Pointer in the flow → key of the text there; of a step, that of its question.
    private static Map<String, String> keys(Flow flow, Readings readings) {
        Map<String, String> marks = new HashMap<>();
        Texts.of(flow).keySet().forEach(key -> marks.put(key, key));
        Map<String, String> keys = new HashMap<>();
        for (Node node : new Graph(Texts.in(flow, flow.language(), marks), readings).nodes()) {
            for (Wording wording : node.wordings()) {
                keys.put(wording.pointer(), wording.text());
                keys.putIfAbsent(node.pointer(), wording.text());
                if (wording.role() == Wording.Role.QUESTION) {
                    keys.put(node.pointer(), wording.text());
                }
            }
        }
        return keys;
    }

    private static Finding in(Finding finding, Map<String, String> keys) {
        String pointer = finding.pointer();
        while (!keys.containsKey(pointer) && pointer.lastIndexOf('/') > 0) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        Rule rule = Objects.requireNonNull(Rule.named(finding.rule()));
        String place = place(keys.getOrDefault(pointer, "/title")) + "/to";
        return Finding.of(rule, place, finding.message(), finding.wayOut());
    }

    private static String place(String key) {
        return "/texts/" + key.replace("~", "~0").replace("/", "~1");
    }

    private void look(String key, Translation.Text text) {
        String place = place(key);
        String source = texts.get(key);
        if (source == null) {
            unknown(key, place);
        } else if (text.to().isEmpty()) {
            missing(place + "/to", key, source);
        } else {
            if (!source.equals(text.from())) {
                findings.add(
                        Finding.of(
                                Rule.TRANSLATION_STALE,
                                place + "/from",
                                "made when the text was “"
                                        + cut(text.from())
                                        + "”; it is now “"
                                        + cut(source)
                                        + "”",
                                "look whether the translation still says the same; then put the new text into \"from\""));
            }
            placeholders(source, text.to(), place + "/to");
        }
    }

    private void unknown(String key, String place) {
        String near = Nearest.to(key, texts.keySet());
        findings.add(
                Finding.of(
                        Rule.TRANSLATION_UNKNOWN,
                        place,
                        "the flow has no text \"" + key + "\"",
                        near == null
                                ? "remove it; the text is gone"
                                : "did you mean \"" + near + "\"? If the text is gone, remove it"));
    }

    private void missing(String place, String key, String text) {
        findings.add(
                Finding.of(
                        Rule.TRANSLATION_MISSING,
                        place,
                        "\"" + key + "\" is not translated: “" + cut(text) + "”",
                        "translate it; until then visitors read the text as it is in the flow"));
    }

    private void placeholders(String source, String text, String place) {
        Message.Compiled made = readings.message(text, locale);
        Message message = made.message();
        Message original = readings.message(source).message();
        Set<String> known = original == null ? Set.of() : original.placeholders();
        made.faults()
                .forEach(fault -> {
                    boolean strange = fault.rule().equals(Rule.UNKNOWN_NAME.id());
                    Rule rule = strange ? Rule.TRANSLATION_PLACEHOLDER : Rule.named(fault.rule());
                    findings.add(
                            Finding.at(
                                    rule == null ? Rule.SYNTAX : rule,
                                    place,
                                    fault.offset(),
                                    fault.message(),
                                    strange && original != null ? meant(known) : fault.wayOut()));
                });
        if (message == null || original == null) {
            return;
        }
        told(
                left(original.placeholders(), message.placeholders()),
                left(message.placeholders(), original.placeholders()),
                place);
    }

    /// Placeholders are not translated: what was meant stands in the text.
    private static String meant(Set<String> known) {
        return known.isEmpty()
                ? "take it out: the text has no braces"
                : "placeholders stay as they are in the text: "
                        + braces(new TreeSet<>(known))
                        + (known.size() == 1 ? "; write that" : "; write one of them");
    }

    /// @param lacking placeholders of the text alone
    /// @param strange placeholders of the translation alone
    private void told(Set<String> lacking, Set<String> strange, String place) {
        if (lacking.isEmpty() && strange.isEmpty()) {
            return;
        }
        boolean both = !lacking.isEmpty() && !strange.isEmpty();
        String message =
                both
                        ? "the text has "
                                + braces(lacking)
                                + ", the translation has "
                                + braces(strange)
                        : lacking.isEmpty()
                                ? braces(strange) + " is not in the text"
                                : braces(lacking) + " is missing";
        String wayOut =
                both
                        ? "write " + braces(lacking) + " in place of " + braces(strange)
                        : lacking.isEmpty()
                                ? "take it out, or write it into the text first"
                                : "write " + braces(lacking) + " into the translation too";
        findings.add(Finding.of(Rule.TRANSLATION_PLACEHOLDER, place, message, wayOut));
    }

    private static String braces(Set<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private static Set<String> left(Set<String> all, Set<String> without) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + " …";
    }
}
