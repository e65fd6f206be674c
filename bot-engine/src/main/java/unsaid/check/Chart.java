package unsaid.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import unsaid.check.Ways.Way;
import unsaid.check.Ways.Why;
import unsaid.flow.Flow;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Target;

/// A flow as a picture shows it: boxes and arrows, still without a place. Immutable; the same flow
/// always gives the same chart.
///
/// @param language BCP 47 tag of the texts
/// @param boxes in the order of the file
/// @param arrows in the order of the file; at most one from one box to another
public record Chart(
        String flow, String title, String language, List<Box> boxes, List<Arrow> arrows) {

    public Chart {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    private static final List<String> OUTSIDE = List.of(Target.RETURN, Target.NEXT, Ways.LEAVE);

    private static final String SKIP = "Skip";
    private static final String UNSURE = "I don’t know";
    private static final List<String> ASIDE = List.of(SKIP, UNSURE);

    /// What a box stands for.
    public enum Shape {
        SAY,
        ASK,
        EACH,
        CALL,
        SET,
        END
    }

    /// One step.
    ///
    /// @param text what it says or asks first, with its placeholders; may be empty
    /// @param role what else it is: "first", "enough", "lull"; empty: nothing
    /// @param isPrivate as the author said
    /// @param exits ways out of the flow
    public record Box(
            String id, Shape shape, String text, String role, boolean isPrivate, List<Exit> exits) {
        public Box {
            exits = List.copyOf(exits);
        }
    }

    /// All ways from one step to one place outside of the flow.
    ///
    /// @param id as an arrow's
    /// @param to a [Target], or [Ways#LEAVE]
    public record Exit(String id, String to, List<String> labels) {
        public Exit {
            labels = List.copyOf(labels);
        }
    }

    /// How a way is taken.
    public enum Pull {
        /// It simply goes on.
        ON,
        /// By an option or a condition.
        CHOICE,
        /// Only by "Skip" or "I don't know".
        ASIDE,
        /// To the next item of a list.
        ROUND
    }

    /// All ways from one box to another.
    ///
    /// @param id `from>to`
    /// @param labels what leads along it, "Skip" and "I don't know" last; empty: it simply goes on
    public record Arrow(String id, String from, String to, Pull pull, List<String> labels) {
        public Arrow {
            labels = List.copyOf(labels);
        }

        /// The labels that tell most: "Skip" and "I don't know" only where nothing else leads
        /// along.
        public List<String> telling() {
            return pull == Pull.ASIDE
                    ? labels
                    : labels.stream().filter(label -> !ASIDE.contains(label)).toList();
        }
    }

    public static Chart of(Flow flow) {
        Map<String, List<Way>> together = new LinkedHashMap<>();
        for (Way way : Ways.of(flow)) {
            together.computeIfAbsent(arrow(way), _ -> new ArrayList<>()).add(way);
        }
        List<Box> boxes = new ArrayList<>();
        lay(flow, flow.steps(), together, boxes);
        Set<String> known = boxes.stream().map(Box::id).collect(Collectors.toSet());
        List<Arrow> arrows =
                together.entrySet().stream()
                        .filter(each -> known.contains(each.getValue().getFirst().to()))
                        .map(each -> arrow(each.getKey(), each.getValue(), together))
                        .toList();
        return new Chart(flow.id(), flow.title(), flow.language(), boxes, arrows);
    }

    /// What an arrow between two steps is called.
    public static String arrow(String from, String to) {
        return from + ">" + to;
    }

    private static String arrow(Way way) {
        return arrow(way.from(), way.to());
    }

    private static void lay(
            Flow flow, List<Step> steps, Map<String, List<Way>> together, List<Box> boxes) {
        for (Step step : steps) {
            List<Exit> exits =
                    OUTSIDE.stream()
                            .map(out -> arrow(step.id(), out))
                            .filter(together::containsKey)
                            .map(id -> exit(id, together.getOrDefault(id, List.of())))
                            .toList();
            boxes.add(
                    new Box(
                            step.id(),
                            shape(step.kind()),
                            text(step),
                            role(flow, step),
                            step.isPrivate(),
                            exits));
            if (step.kind() instanceof Kind.Each each) {
                lay(flow, each.steps(), together, boxes);
            }
        }
    }

    private static Exit exit(String id, List<Way> ways) {
        return new Exit(id, ways.getFirst().to(), labels(ways));
    }

    private static Arrow arrow(String id, List<Way> ways, Map<String, List<Way>> all) {
        Way first = ways.getFirst();
        boolean only =
                all.values().stream()
                                .filter(each -> each.getFirst().from().equals(first.from()))
                                .count()
                        == 1;
        return new Arrow(id, first.from(), first.to(), pull(ways), only ? List.of() : labels(ways));
    }

    private static List<String> labels(List<Way> ways) {
        return ways.stream()
                .sorted(Comparator.comparing(way -> pull(way.why()) == Pull.ASIDE))
                .map(way -> label(way.why()))
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private static Pull pull(List<Way> ways) {
        return ways.stream()
                .map(way -> pull(way.why()))
                .min(Comparator.naturalOrder())
                .orElse(Pull.ON);
    }

    private static Pull pull(Why why) {
        return switch (why) {
            case Why.On _, Why.Into _ -> Pull.ON;
            case Why.Case _, Why.Else _, Why.Tapped _, Why.LeftOut _ -> Pull.CHOICE;
            case Why.Skipped _, Why.NotKnown _ -> Pull.ASIDE;
            case Why.Round _ -> Pull.ROUND;
        };
    }

    private static String label(Why why) {
        return switch (why) {
            case Why.On _ -> "";
            case Why.Case(String condition) -> condition;
            case Why.Else _ -> "else";
            case Why.Tapped(var option) -> option.label();
            case Why.Skipped _ -> SKIP;
            case Why.NotKnown _ -> UNSURE;
            case Why.LeftOut(String condition) -> "unless " + condition;
            case Why.Into _ -> "each";
            case Why.Round _ -> "next item";
        };
    }

    private static Shape shape(Kind kind) {
        return switch (kind) {
            case Kind.Say _ -> Shape.SAY;
            case Kind.Ask _ -> Shape.ASK;
            case Kind.Each _ -> Shape.EACH;
            case Kind.Call _ -> Shape.CALL;
            case Kind.Assign _ -> Shape.SET;
            case Kind.End _ -> Shape.END;
        };
    }

    private static String text(Step step) {
        String said = step.say().isEmpty() ? "" : step.say().getFirst().text();
        return switch (step.kind()) {
            case Kind.Say _ -> said;
            case Kind.Ask ask -> ask.question();
            case Kind.Each each -> "for each of " + each.over() + ", as " + each.as();
            case Kind.Call call -> "the flow " + call.flow();
            case Kind.Assign _ ->
                    step.set().entrySet().stream()
                            .map(set -> set.getKey() + " = " + set.getValue())
                            .collect(Collectors.joining(", "));
            case Kind.End end ->
                    said.isEmpty() ? end.ending().name().toLowerCase(java.util.Locale.ROOT) : said;
        };
    }

    private static String role(Flow flow, Step step) {
        if (step.id().equals(flow.enough())) {
            return "enough";
        }
        if (flow.lull() != null && step.id().equals(flow.lull().go())) {
            return "lull";
        }
        return Objects.equals(step, flow.steps().getFirst()) ? "first" : "";
    }
}
