package unsaid.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Texts;

/// What two versions of a flow have different: their words, and their structure. Immutable.
///
/// @param words in the order of the newer flow, those that are gone last
/// @param structure in the order of the newer flow, what is gone last
public record Difference(List<Reworded> words, List<Change> structure) {
    public Difference {
        words = List.copyOf(words);
        structure = List.copyOf(structure);
    }

    /// A text that reads differently.
    ///
    /// @param key as [Texts] makes it, such as `mood/ask`
    /// @param before empty: it is new
    /// @param now empty: it is gone
    public record Reworded(String key, String before, String now) {}

    /// Whether something came, went, or is otherwise than before.
    public enum Sort {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// @param step where; empty for the flow itself
    /// @param what as a phrase, such as `option "yes"` or `way to "close"`
    public record Change(Sort sort, String step, String what) {}

    public boolean isEmpty() {
        return words.isEmpty() && structure.isEmpty();
    }

    public static Difference of(Flow older, Flow newer) {
        List<Change> structure = new ArrayList<>();
        flow(older, newer, structure);
        Map<String, Step> before = steps(older);
        Map<String, Step> now = steps(newer);
        Map<String, String> came = new LinkedHashMap<>();
        newer.moved()
                .forEach((from, to) -> {
                    if (before.containsKey(from)
                            && !now.containsKey(from)
                            && !before.containsKey(to)) {
                        came.put(to, from);
                    }
                });
        now.forEach((id, step) -> {
            String from = came.getOrDefault(id, id);
            Step old = before.get(from);
            if (old == null) {
                structure.add(new Change(Sort.ADDED, id, "the step"));
                return;
            }
            if (!from.equals(id)) {
                structure.add(new Change(Sort.CHANGED, id, "its id, which was \"" + from + "\""));
            }
            step(id, old, step, structure);
            sets(id, "the way ", ways(older, from, came), ways(newer, id, Map.of()), structure);
        });
        before.keySet().stream()
                .filter(id -> !now.containsKey(id) && !came.containsValue(id))
                .forEach(id -> structure.add(new Change(Sort.REMOVED, id, "the step")));
        return new Difference(words(older, newer, came), structure);
    }

    private static void flow(Flow older, Flow newer, List<Change> structure) {
        compare("", "where “enough” leads", older.enough(), newer.enough(), structure);
        compare("", "the lull", older.lull(), newer.lull(), structure);
        compare("", "its language", older.language(), newer.language(), structure);
        sets(
                "",
                "what it gives: ",
                new LinkedHashSet<>(older.gives()),
                new LinkedHashSet<>(newer.gives()),
                structure);
        compare("", "what it takes", older.takes(), newer.takes(), structure);
        sets(
                "",
                "pages may open it at: ",
                new LinkedHashSet<>(older.doors()),
                new LinkedHashSet<>(newer.doors()),
                structure);
    }

    private static Map<String, Step> steps(Flow flow) {
        Map<String, Step> all = new LinkedHashMap<>();
        flow.everyStep().forEach(step -> all.put(step.id(), step));
        return all;
    }

    private static void step(String id, Step old, Step step, List<Change> structure) {
        compare(id, "its condition", old.condition(), step.condition(), structure);
        compare(id, "what it sets", old.set(), step.set(), structure);
        compare(id, "whether it is private", old.isPrivate(), step.isPrivate(), structure);
        sets(id, "the link to ", links(old), links(step), structure);
        if (old.kind() instanceof Kind.Ask was && step.kind() instanceof Kind.Ask is) {
            if (was.answer().getClass() == is.answer().getClass()) {
                compare(id, "the limits of its answer", limits(was), limits(is), structure);
                options(id, was, is, structure);
            } else {
                structure.add(
                        new Change(
                                Sort.CHANGED,
                                id,
                                "the kind of its answer: a " + word(was) + " is a " + word(is)));
            }
        } else if (old.kind().getClass() != step.kind().getClass()) {
            structure.add(new Change(Sort.CHANGED, id, "what it does"));
        }
    }

    private static Set<String> links(Step step) {
        Set<String> links = new LinkedHashSet<>();
        for (Step.Bubble bubble : step.say()) {
            if (bubble.link() != null) {
                links.add(bubble.link().address() + (bubble.link().paid() ? " (paid)" : ""));
            }
        }
        return links;
    }

    private static String word(Kind.Ask ask) {
        return ask.answer().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /// An answer without the words in it and without its options, as text.
    private static String limits(Kind.Ask ask) {
        return switch (ask.answer()) {
            case unsaid.flow.Answer.Choice _,
                    unsaid.flow.Answer.YesNo _,
                    unsaid.flow.Answer.Confirm _ ->
                    "";
            case unsaid.flow.Answer.Multi(_, int min, int max) -> min + "…" + max;
            case unsaid.flow.Answer.Scale(int min, int max, int step, _) ->
                    min + "…" + max + " by " + step;
            case unsaid.flow.Answer.Number(Double min, Double max, boolean whole, _) ->
                    min + "…" + max + whole;
            case unsaid.flow.Answer.Date(String min, String max) -> min + "…" + max;
            case unsaid.flow.Answer.Text(int length, _) -> "" + length;
            case unsaid.flow.Answer.Texts(int min, int max, int length, _, _) ->
                    min + "…" + max + " of " + length;
            case unsaid.flow.Answer.Rank(String from, int top) -> from + top;
            case unsaid.flow.Answer.Sort(String from, _) -> from;
            case unsaid.flow.Answer.Pick(String from, int min, int max) -> from + min + "…" + max;
        };
    }

    private static void options(String id, Kind.Ask was, Kind.Ask is, List<Change> structure) {
        Map<String, Option> before = byValue(was);
        Map<String, Option> now = byValue(is);
        sets(id, "the option ", before.keySet(), now.keySet(), structure);
        now.forEach((value, option) -> {
            Option old = before.get(value);
            if (old != null) {
                String at = " of the option \"" + value + "\"";
                compare(id, "the flag" + at, old.flag(), option.flag(), structure);
                compare(id, "the condition" + at, old.condition(), option.condition(), structure);
                compare(id, "what is set" + at, old.set(), option.set(), structure);
            }
        });
    }

    private static Map<String, Option> byValue(Kind.Ask ask) {
        Map<String, Option> options = new LinkedHashMap<>();
        ask.answer().choices().forEach(option -> options.put(option.value(), option));
        return options;
    }

    /// @param came present id → the id it had
    private static Set<String> ways(Flow flow, String from, Map<String, String> came) {
        Map<String, String> present =
                came.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return Ways.of(flow).stream()
                .filter(way -> way.from().equals(from))
                .map(way -> "to " + present.getOrDefault(way.to(), way.to()) + by(way.why()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String by(Ways.Why why) {
        return switch (why) {
            case Ways.Why.On _ -> "";
            case Ways.Why.Case(String condition) -> " if " + condition;
            case Ways.Why.Else _ -> " else";
            case Ways.Why.Tapped(var option) -> " by " + option.value();
            case Ways.Why.Skipped _ -> " by skip";
            case Ways.Why.NotKnown _ -> " by unsure";
            case Ways.Why.LeftOut(String condition) -> " unless " + condition;
            case Ways.Why.Into _ -> " for each item";
            case Ways.Why.Round _ -> " for the next item";
        };
    }

    private static void compare(
            String step,
            String what,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object now,
            List<Change> structure) {
        if (!java.util.Objects.equals(before, now)) {
            Sort sort = before == null ? Sort.ADDED : now == null ? Sort.REMOVED : Sort.CHANGED;
            structure.add(new Change(sort, step, what));
        }
    }

    private static void sets(
            String step, String what, Set<String> before, Set<String> now, List<Change> structure) {
        for (String each : now) {
            if (!before.contains(each)) {
                structure.add(new Change(Sort.ADDED, step, what + each));
            }
        }
        for (String each : before) {
            if (!now.contains(each)) {
                structure.add(new Change(Sort.REMOVED, step, what + each));
            }
        }
    }

    private static List<Reworded> words(Flow older, Flow newer, Map<String, String> came) {
        Map<String, String> before = Texts.of(older);
        Map<String, String> now = Texts.of(newer);
        List<Reworded> words = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>();
        now.forEach((key, text) -> {
            int slash = key.indexOf('/');
            String step = slash > 0 ? key.substring(0, slash) : "";
            String was = came.containsKey(step) ? came.get(step) + key.substring(slash) : key;
            met.add(was);
            String old = before.getOrDefault(was, "");
            if (!old.equals(text)) {
                words.add(new Reworded(key, old, text));
            }
        });
        before.forEach((key, text) -> {
            if (!met.contains(key)) {
                words.add(new Reworded(key, text, ""));
            }
        });
        return words;
    }
}
