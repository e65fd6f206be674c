package unsaid.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Step.Kind;

/// The texts of a flow, each with a key that stays while the flow's structure does: the step's id
/// and the way to the text, such as `mood/ask`, `mood/say/0` or `start/options/yes/label`. Texts of
/// the flow itself begin with `/`: `/title`, `/texts/comes/0`.
public final class Texts {
    /// Stands between other ways of saying an option, which are one text.
    public static final String OR = " | ";

    private final BinaryOperator<String> say;
    private final Map<String, String> questions = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();

    /// @param say what becomes of a key's text
    private Texts(BinaryOperator<String> say) {
        this.say = say;
    }

    /// Key → text, in the order of the file.
    public static Map<String, String> of(Flow flow) {
        Map<String, String> all = new LinkedHashMap<>();
        new Texts(
                        (key, text) -> {
                            if (!text.isEmpty()) {
                                all.put(key, text);
                            }
                            return text;
                        })
                .flow(flow, flow.language(), flow.review());
        return all;
    }

    /// The same flow in another language. What `texts` does not have stays as it is.
    ///
    /// @param language BCP 47 tag
    /// @param texts key → text
    public static Flow in(Flow flow, String language, Map<String, String> texts) {
        return in(flow, language, flow.review(), texts);
    }

    /// The same flow in the language of a translation. It counts as reviewed if both are.
    public static Flow in(Flow flow, Translation translation) {
        Flow.Review review = translation.review().by() == null ? Flow.Review.NONE : flow.review();
        return in(flow, translation.language(), review, translation.done());
    }

    private static Flow in(
            Flow flow, String language, Flow.Review review, Map<String, String> texts) {
        return new Texts((key, text) -> texts.getOrDefault(key, text)).flow(flow, language, review);
    }

    private Flow flow(Flow flow, String language, Flow.Review review) {
        String title = say.apply("/title", flow.title());
        Map<String, Flow.Phrase> phrases = new LinkedHashMap<>();
        new TreeMap<>(flow.phrases())
                .forEach((name, phrase) -> phrases.put(name, phrase("/texts/" + name, phrase)));
        collect(flow.steps());
        List<Step> steps = flow.steps().stream().map(this::step).toList();
        return new Flow(
                flow.id(),
                flow.version(),
                language,
                title,
                flow.minutes(),
                flow.enough(),
                flow.lull(),
                review,
                phrases,
                flow.moved(),
                flow.gives(),
                flow.takes(),
                flow.doors(),
                steps);
    }

    private Flow.Phrase phrase(String key, Flow.Phrase phrase) {
        return switch (phrase) {
            case Flow.Phrase.Fallback(String text) ->
                    new Flow.Phrase.Fallback(say.apply(key, text));
            case Flow.Phrase.Cases(var cases) -> {
                List<Flow.Phrase.Case> made = new ArrayList<>();
                for (Flow.Phrase.Case each : cases) {
                    made.add(
                            new Flow.Phrase.Case(
                                    each.condition(),
                                    say.apply(key + "/" + made.size(), each.text())));
                }
                yield new Flow.Phrase.Cases(made);
            }
        };
    }

    /// A card's line may carry the question of a later step.
    private void collect(List<Step> steps) {
        for (Step step : steps) {
            switch (step.kind()) {
                case Kind.Ask ask -> {
                    questions.put(step.id(), ask.question());
                    asked.put(step.id(), say.apply(step.id() + "/ask", ask.question()));
                }
                case Kind.Each each -> collect(each.steps());
                case Kind.Say _, Kind.Call _, Kind.Assign _, Kind.End _ -> {}
            }
        }
    }

    private Step step(Step step) {
        String key = step.id() + "/";
        List<Step.Bubble> bubbles = new ArrayList<>();
        for (Step.Bubble bubble : step.say()) {
            bubbles.add(
                    new Step.Bubble(
                            bubble.condition(),
                            say.apply(key + "say/" + bubbles.size(), bubble.text()),
                            bubble.link()));
        }
        return new Step(
                step.id(),
                step.condition(),
                bubbles,
                kind(key, step),
                step.next(),
                step.set(),
                step.suggest(),
                step.helplines(),
                step.evidence(),
                step.depth(),
                step.isPrivate());
    }

    private Kind kind(String key, Step step) {
        return switch (step.kind()) {
            case Kind.Ask ask -> ask(key, step.id(), ask);
            case Kind.Each(String over, String as, var steps) ->
                    new Kind.Each(over, as, steps.stream().map(this::step).toList());
            case Kind.End end ->
                    new Kind.End(end.ending(), shows(key, end.show()), end.erase(), end.followUp());
            case Kind.Say _, Kind.Assign _, Kind.Call _ -> step.kind();
        };
    }

    private Kind ask(String key, String id, Kind.Ask ask) {
        List<String> retry = new ArrayList<>();
        for (String text : ask.retry()) {
            retry.add(say.apply(key + "retry/" + retry.size(), text));
        }
        return new Kind.Ask(
                asked.getOrDefault(id, ask.question()),
                answer(key, ask.answer()),
                ask.skip(),
                ask.unsure(),
                retry,
                text(key + "hint", ask.hint()),
                ask.idle() == null
                        ? null
                        : new Step.Idle(
                                ask.idle().seconds(), say.apply(key + "idle", ask.idle().text())),
                shows(key, ask.show()));
    }

    private Answer answer(String key, Answer answer) {
        return switch (answer) {
            case Answer.Choice(var options) ->
                    new Answer.Choice(options(key + "options/", options));
            case Answer.Multi(var options, int min, int max) ->
                    new Answer.Multi(options(key + "options/", options), min, max);
            case Answer.YesNo(var options) -> new Answer.YesNo(options(key + "options/", options));
            case Answer.Confirm(var options) ->
                    new Answer.Confirm(options(key + "options/", options));
            case Answer.Scale(int min, int max, int step, var labels) -> {
                Map<Integer, String> made = new TreeMap<>();
                labels.forEach((point, label) ->
                        made.put(point, say.apply(key + "scale/" + point, label)));
                yield new Answer.Scale(min, max, step, made);
            }
            case Answer.Number(var min, var max, boolean whole, var unit) ->
                    new Answer.Number(min, max, whole, text(key + "unit", unit));
            case Answer.Text(int length, var placeholder) ->
                    new Answer.Text(length, text(key + "placeholder", placeholder));
            case Answer.Texts(int min, int max, int length, var another, var placeholder) ->
                    new Answer.Texts(
                            min,
                            max,
                            length,
                            text(key + "another", another),
                            text(key + "placeholder", placeholder));
            case Answer.Sort(String from, var buckets) ->
                    new Answer.Sort(from, options(key + "buckets/", buckets));
            case Answer.Date _, Answer.Rank _, Answer.Pick _ -> answer;
        };
    }

    private List<Option> options(String key, List<Option> options) {
        return options.stream().map(option -> option(key + option.value() + "/", option)).toList();
    }

    private Option option(String key, Option option) {
        String label = say.apply(key + "label", option.label());
        Map<String, String> forms = new TreeMap<>();
        new TreeMap<>(option.forms())
                .forEach((name, text) -> forms.put(name, say.apply(key + "forms/" + name, text)));
        String phrases = say.apply(key + "phrases", String.join(OR, option.phrases()));
        return new Option(
                option.value(),
                label,
                phrases.isEmpty() ? List.of() : List.of(phrases.split(" *\\| *")),
                forms,
                option.condition(),
                option.go(),
                option.flag(),
                option.set(),
                option.suggest(),
                option.times(),
                option.more(),
                option.text(),
                option.act());
    }

    private List<Step.Show> shows(String key, List<Step.Show> shows) {
        List<Step.Show> made = new ArrayList<>();
        for (Step.Show show : shows) {
            String place = key + "show/" + made.size() + "/";
            String name = named(show);
            made.add(
                    name != null
                            ? new Step.Show(null, asked.get(name), show.text())
                            : new Step.Show(
                                    show.condition(),
                                    text(place + "label", show.label()),
                                    say.apply(place + "text", show.text())));
        }
        return made;
    }

    /// The question whose words a line carries because the file only names it; null if it has words
    /// of its own.
    private @Nullable String named(Step.Show show) {
        String text = show.text();
        if (show.condition() != null || !text.startsWith("{") || !text.endsWith("}")) {
            return null;
        }
        String name = text.substring(1, text.length() - 1);
        String label = show.label();
        return label != null && label.equals(questions.get(name)) ? name : null;
    }

    private @Nullable String text(String key, @Nullable String text) {
        return text == null ? null : say.apply(key, text);
    }
}
