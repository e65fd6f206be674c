package unsaid.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// What a flow's conditions look at: where its ways may part.
///
/// @param names in conditions and in what is set
/// @param numbers that something is compared with
record Turning(Set<String> names, Set<Double> numbers) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    static Turning of(Flow flow) {
        Turning turning = new Turning(new HashSet<>(), new HashSet<>());
        turning.steps(flow.everyStep());
        return turning;
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            look(step.condition());
            step.next().cases().forEach(each -> look(each.condition()));
            step.set().values().forEach(this::look);
            switch (step.kind()) {
                case Kind.Ask ask -> ask.answer().choices().forEach(this::option);
                case Kind.Each each -> look(each.over());
                case Kind.Call call -> call.with().values().forEach(this::look);
                case Kind.Say _, Kind.Assign _, Kind.End _ -> {}
            }
        }
    }

    private void option(Option option) {
        look(option.condition());
        option.set().values().forEach(this::look);
    }

    /// All that could be a name in a condition or a value.
    static List<String> names(String source) {
        return NAME.matcher(source).results().map(MatchResult::group).toList();
    }

    private void look(@org.jspecify.annotations.Nullable String source) {
        if (source != null) {
            names.addAll(names(source));
            NUMBER.matcher(source)
                    .results()
                    .map(MatchResult::group)
                    .map(Double::valueOf)
                    .forEach(numbers::add);
        }
    }
}
