package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Every way that leads from one step of a flow to another, and what takes a visitor along it.
/// Pure; targets that do not exist are listed as they are written.
public final class Ways {
    /// Where a way leads that leaves the page.
    public static final String LEAVE = "@leave";

    private final List<Way> all = new ArrayList<>();

    /// @param from id of a step
    /// @param to id of a step, a [unsaid.flow.Target], or [#LEAVE]
    public record Way(String from, String to, Why why) {}

    /// What takes a visitor along a way. A closed set.
    public sealed interface Why {
        /// Nothing special: it simply goes on.
        record On() implements Why {}

        /// A case of `next` holds.
        record Case(String condition) implements Why {}

        /// No case of `next` holds.
        record Else() implements Why {}

        /// This option was tapped.
        record Tapped(Option option) implements Why {}

        /// The question was skipped.
        record Skipped() implements Why {}

        /// "I don't know."
        record NotKnown() implements Why {}

        /// The step is left out, as its condition does not hold.
        record LeftOut(String condition) implements Why {}

        /// An item of the list begins its round.
        record Into() implements Why {}

        /// A round is over; the next item follows.
        record Round() implements Why {}
    }

    private Ways() {}

    /// In the order of the file.
    public static List<Way> of(Flow flow) {
        Ways ways = new Ways();
        ways.link(flow.steps(), null, new Why.On());
        return List.copyOf(ways.all);
    }

    /// @param after where the last of `steps` leads without a `next`; null: off the end
    private void link(List<Step> steps, @Nullable String after, Why why) {
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i + 1 == steps.size();
            link(steps.get(i), last ? after : steps.get(i + 1).id(), last ? why : new Why.On());
        }
    }

    private void link(Step step, @Nullable String following, Why why) {
        if (step.condition() != null) {
            add(step, following, new Why.LeftOut(step.condition()));
        }
        switch (step.kind()) {
            case Kind.Say _, Kind.Assign _, Kind.Call _ -> next(step, following, why);
            case Kind.End _ -> {}
            case Kind.Each(_, _, var steps) -> {
                if (!steps.isEmpty()) {
                    add(step, steps.getFirst().id(), new Why.Into());
                    link(steps, step.id(), new Why.Round());
                }
                next(step, following, why);
            }
            case Kind.Ask ask -> ask(step, ask, following, why);
        }
    }

    private void ask(Step step, Kind.Ask ask, @Nullable String following, Why why) {
        List<Option> options = ask.answer().choices();
        boolean branches = step.next().cases().size() > 1;
        boolean some = options.stream().anyMatch(option -> option.go() != null);
        boolean asStep = options.isEmpty();
        for (Option option : options) {
            if (option.act() == Option.Act.LEAVE) {
                add(step, LEAVE, new Why.Tapped(option));
            } else if (option.go() != null) {
                add(step, option.go(), new Why.Tapped(option));
            } else if (some && !branches) {
                add(step, single(step, following), new Why.Tapped(option));
            } else {
                asStep = true;
            }
        }
        asStep |= way(step, ask.skip(), new Why.Skipped(), some, following);
        Step.Way unsure = ask.unsure() == null ? ask.skip() : ask.unsure();
        asStep |= way(step, unsure, new Why.NotKnown(), some, following);
        if (asStep) {
            next(step, following, why);
        }
    }

    /// @return whether it leads where the step itself leads, and that is still to be said
    private boolean way(
            Step step, Step.@Nullable Way way, Why why, boolean some, @Nullable String following) {
        if (way != null && way.go() != null) {
            add(step, way.go(), why);
            return false;
        }
        if (some && step.next().cases().size() <= 1) {
            add(step, single(step, following), why);
            return false;
        }
        return true;
    }

    private static @Nullable String single(Step step, @Nullable String following) {
        return step.next().cases().isEmpty() ? following : step.next().cases().getFirst().go();
    }

    private void next(Step step, @Nullable String following, Why why) {
        if (step.next().cases().isEmpty()) {
            add(step, following, why);
        }
        for (Step.Next.Case each : step.next().cases()) {
            boolean only = step.next().cases().size() == 1;
            add(
                    step,
                    each.go(),
                    each.condition() != null
                            ? new Why.Case(each.condition())
                            : only ? new Why.On() : new Why.Else());
        }
    }

    private void add(Step step, @Nullable String to, Why why) {
        if (to != null) {
            all.add(new Way(step.id(), to, why));
        }
    }
}
