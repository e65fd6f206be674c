package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.expression.Truths;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Conditions that are always or never true, and cases that an earlier case always takes.
final class Conditions {
    private final Readings readings;
    private final List<Finding> findings;
    private final Map<Integer, List<Double>> numbers = new HashMap<>();
    private final Map<List<String>, Verdicts> known = new HashMap<>();

    private record Verdicts(@Nullable List<Truths.Verdict> all) {}

    Conditions(Graph graph, Readings readings, List<Finding> findings) {
        this.readings = readings;
        this.findings = findings;
        graph.nodes().forEach(this::scale);
        graph.nodes().forEach(this::reset);
    }

    /// Remembers which numbers a scale has.
    private void scale(Node node) {
        Kind.Ask ask = node.ask();
        if (ask == null || node.slot() < 0 || !(ask.answer() instanceof Answer.Scale scale)) {
            return;
        }
        List<Double> points = new ArrayList<>();
        for (int point = scale.min(); point <= scale.max(); point += scale.step()) {
            points.add((double) point);
        }
        numbers.put(node.slot(), points);
    }

    /// A name that is set elsewhere too may be any number.
    private void reset(Node node) {
        node.step().set().keySet().forEach(this::forget);
        Kind.Ask ask = node.ask();
        if (ask != null) {
            ask.answer().choices().forEach(option -> option.set().keySet().forEach(this::forget));
        }
    }

    private void forget(String name) {
        Binding binding = readings.names().find(name);
        if (binding != null) {
            numbers.remove(binding.slot());
        }
    }

    void check(Node node) {
        Step step = node.step();
        one(step.condition(), node.pointer() + "/if");
        for (int i = 0; i < step.say().size(); i++) {
            one(step.say().get(i).condition(), node.pointer() + "/say/" + i + "/if");
        }
        cases(step.next(), node.pointer() + "/next");
        switch (step.kind()) {
            case Kind.Ask ask -> {
                List<Option> choices = ask.answer().choices();
                for (int i = 0; i < choices.size(); i++) {
                    one(
                            choices.get(i).condition(),
                            node.pointer() + "/answer/options/" + i + "/if");
                }
                shows(ask.show(), node.pointer() + "/show/");
            }
            case Kind.End end -> shows(end.show(), node.pointer() + "/show/");
            case Kind.Say _, Kind.Each _, Kind.Call _, Kind.Assign _ -> {}
        }
    }

    void check(Flow flow) {
        flow.phrases()
                .forEach((name, phrase) -> {
                    if (phrase instanceof Flow.Phrase.Cases(var cases)) {
                        List<@Nullable String> sources = new ArrayList<>();
                        cases.forEach(each -> sources.add(each.condition()));
                        cases(
                                sources,
                                "/texts/" + name.replace("~", "~0").replace("/", "~1") + "/");
                    }
                });
    }

    /// Whether two conditions can never be true together.
    boolean exclude(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        List<Truths.Verdict> verdicts = verdicts(List.of("(" + one + ") and (" + other + ")"));
        return verdicts != null && !verdicts.getFirst().holds();
    }

    private void shows(List<Step.Show> shows, String pointer) {
        for (int i = 0; i < shows.size(); i++) {
            one(shows.get(i).condition(), pointer + i + "/if");
        }
    }

    private void cases(Step.Next next, String pointer) {
        List<@Nullable String> sources = new ArrayList<>();
        next.cases().forEach(each -> sources.add(each.condition()));
        cases(sources, pointer + "/");
    }

    private void one(@Nullable String source, String pointer) {
        List<Truths.Verdict> verdicts = source == null ? null : verdicts(List.of(source));
        if (verdicts != null && source != null) {
            constant(verdicts.getFirst(), source, pointer);
        }
    }

    private void constant(Truths.Verdict verdict, String source, String pointer) {
        if (!verdict.holds()) {
            findings.add(
                    Finding.of(
                            Rule.NEVER_TRUE,
                            pointer,
                            "“" + source + "” can never be true",
                            "compare with something else, or remove what depends on it"));
        } else if (!verdict.fails()) {
            findings.add(
                    Finding.of(
                            Rule.ALWAYS_TRUE,
                            pointer,
                            "“" + source + "” is always true",
                            "leave it out, or compare with something else"));
        }
    }

    /// @param sources the last may be null: otherwise
    private void cases(List<@Nullable String> sources, String pointer) {
        List<String> conditions = new ArrayList<>();
        sources.forEach(source -> {
            if (source != null) {
                conditions.add(source);
            }
        });
        List<Truths.Verdict> verdicts = conditions.isEmpty() ? null : verdicts(conditions);
        if (verdicts == null) {
            for (int i = 0; i < conditions.size() && sources.get(i) != null; i++) {
                one(conditions.get(i), pointer + i + "/if");
            }
            return;
        }
        boolean always = false;
        for (int i = 0; i < conditions.size(); i++) {
            Truths.Verdict verdict = verdicts.get(i);
            constant(verdict, conditions.get(i), pointer + i + "/if");
            always |= !verdict.fails();
            if (verdict.holds() && !verdict.taken()) {
                shadowed("“" + conditions.get(i) + "”", pointer + i + "/if");
            }
        }
        boolean otherwise = conditions.size() < sources.size();
        if (otherwise && !always && !verdicts.getLast().taken()) {
            shadowed("“else”", pointer + conditions.size() + "/else");
        }
    }

    private void shadowed(String what, String pointer) {
        findings.add(
                Finding.of(
                        Rule.SHADOWED,
                        pointer,
                        what + " is never come to: an earlier case is true whenever it is",
                        "put it higher, or remove it"));
    }

    private @Nullable List<Truths.Verdict> verdicts(List<String> sources) {
        return known.computeIfAbsent(
                        sources,
                        all -> {
                            List<Expression> expressions = new ArrayList<>();
                            for (String source : all) {
                                Expression one = readings.expression(source).expression();
                                if (one == null) {
                                    return new Verdicts(null);
                                }
                                expressions.add(one);
                            }
                            return new Verdicts(Truths.of(expressions, numbers::get));
                        })
                .all();
    }
}
