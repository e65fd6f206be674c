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
import unsaid.expression.Type;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Conditions that are always or never true, and cases that an earlier case always takes.
final class Conditions {
    private final Readings readings;
    private final List<Finding> findings;
    private final Map<Integer, List<Double>> numbers = new HashMap<>();
    private final Map<String, Verdicts> known = new HashMap<>();

    private record Verdicts(Truths.@Nullable Verdict first) {}

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
        forget(node.step().set());
        Kind.Ask ask = node.ask();
        if (ask != null) {
            ask.answer().choices().forEach(option -> forget(option.set()));
        }
    }

    private void forget(Map<String, String> set) {
        for (String name : set.keySet()) {
            Binding binding = readings.names().find(name);
            if (binding != null) {
                numbers.remove(binding.slot());
            }
        }
    }

    void check(Node node) {
        Step step = node.step();
        Pointer place = node.place();
        one(step.condition(), node.condition(), place);
        for (int i = 0; i < step.say().size(); i++) {
            one(step.say().get(i).condition(), place.in("say").in(i));
        }
        cases(step.next(), node.cases(), place.in("next"));
        switch (step.kind()) {
            case Kind.Ask ask -> {
                List<Option> choices = ask.answer().choices();
                for (int i = 0; i < choices.size(); i++) {
                    one(choices.get(i).condition(), place.in("answer").in("options").in(i));
                }
                shows(ask.show(), place.in("show"));
            }
            case Kind.End end -> shows(end.show(), place.in("show"));
            case Kind.Say _, Kind.Each _, Kind.Call _, Kind.Assign _ -> {}
        }
    }

    void check(Flow flow) {
        flow.phrases()
                .forEach((name, phrase) -> {
                    if (phrase instanceof Flow.Phrase.Cases(var cases)) {
                        List<@Nullable String> sources = new ArrayList<>();
                        List<@Nullable Expression> conditions = new ArrayList<>();
                        for (Flow.Phrase.Case each : cases) {
                            sources.add(each.condition());
                            conditions.add(Graph.read(readings, each.condition()));
                        }
                        cases(sources, conditions, Pointer.ROOT.in("texts").in(name));
                    }
                });
    }

    /// Whether two conditions can never be true together.
    boolean exclude(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        Truths.Verdict verdict =
                known.computeIfAbsent(
                                "(" + one + ") and (" + other + ")",
                                both -> new Verdicts(verdict(Graph.read(readings, both))))
                        .first();
        return verdict != null && !verdict.holds();
    }

    private void shows(List<Step.Show> shows, Pointer place) {
        for (int i = 0; i < shows.size(); i++) {
            one(shows.get(i).condition(), place.in(i));
        }
    }

    private void cases(Step.Next next, List<@Nullable Expression> conditions, Pointer place) {
        if (next.cases().size() < 2 && next.cases().stream().allMatch(c -> c.condition() == null)) {
            return;
        }
        List<@Nullable String> sources = new ArrayList<>();
        for (Step.Next.Case each : next.cases()) {
            sources.add(each.condition());
        }
        cases(sources, conditions, place);
    }

    private void one(@Nullable String source, Pointer place) {
        if (source != null) {
            one(source, Graph.read(readings, source), place);
        }
    }

    /// @param place of what the condition belongs to
    private void one(@Nullable String source, @Nullable Expression condition, Pointer place) {
        Truths.Verdict verdict = verdict(condition);
        if (verdict != null && source != null) {
            constant(verdict, source, place);
        }
    }

    private Truths.@Nullable Verdict verdict(@Nullable Expression condition) {
        List<Truths.Verdict> verdicts =
                condition == null || !(condition.type() instanceof Type.Truth)
                        ? null
                        : Truths.of(List.of(condition), numbers::get);
        return verdicts == null ? null : verdicts.getFirst();
    }

    private void constant(Truths.Verdict verdict, String source, Pointer place) {
        if (!verdict.holds()) {
            findings.add(
                    Finding.of(
                            Rule.NEVER_TRUE,
                            place.in("if"),
                            "“" + source + "” can never be true",
                            "compare with something else, or remove what depends on it"));
        } else if (!verdict.fails()) {
            findings.add(
                    Finding.of(
                            Rule.ALWAYS_TRUE,
                            place.in("if"),
                            "“" + source + "” is always true",
                            "leave it out, or compare with something else"));
        } else if (verdict.idle()) {
            findings.add(
                    Finding.of(
                            Rule.ALWAYS_TRUE,
                            place.in("if"),
                            "“" + source + "” is true whatever is answered",
                            "compare with something else; or ask only whether there is an answer, with \"is set\""));
        }
    }

    /// @param sources the last may be null: otherwise
    /// @param read what they mean
    private void cases(
            List<@Nullable String> sources, List<@Nullable Expression> read, Pointer place) {
        List<String> conditions = new ArrayList<>();
        List<Expression> meant = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            Expression one = read.get(i);
            if (source != null) {
                conditions.add(source);
            }
            if (one != null) {
                meant.add(one);
            }
        }
        boolean known = !meant.isEmpty() && meant.size() == conditions.size();
        List<Truths.Verdict> verdicts = known ? Truths.of(meant, numbers::get) : null;
        if (verdicts == null) {
            for (int i = 0; i < conditions.size() && sources.get(i) != null; i++) {
                one(conditions.get(i), place.in(i));
            }
            return;
        }
        boolean always = false;
        for (int i = 0; i < conditions.size(); i++) {
            Truths.Verdict verdict = verdicts.get(i);
            constant(verdict, conditions.get(i), place.in(i));
            always |= !verdict.fails();
            if (verdict.holds() && !verdict.taken()) {
                shadowed("“" + conditions.get(i) + "”", place.in(i).in("if"));
            }
        }
        boolean otherwise = conditions.size() < sources.size();
        if (otherwise && !always && !verdicts.getLast().taken()) {
            shadowed("“else”", place.in(conditions.size()).in("else"));
        }
    }

    private void shadowed(String what, Pointer place) {
        findings.add(
                Finding.of(
                        Rule.SHADOWED,
                        place,
                        what + " is never come to: an earlier case is true whenever it is",
                        "put it higher, or remove it"));
    }
}
