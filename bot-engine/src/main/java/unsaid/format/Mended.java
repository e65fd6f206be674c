package unsaid.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;

/// Takes a field whose name is a slip away from one that the object lacks for that one. So a slip
/// is told once, and everything else is looked at as if it had been spelled right.
final class Mended {
    private static final List<String> KINDS = List.of("ask", "each", "call", "end");

    /// What each kind of step has beside the fields of all.
    static final Map<String, List<String>> OF_STEPS =
            Map.of(
                    "ask", words("answer skip unsure retry hint idle show scan"),
                    "each", words("as steps"),
                    "call", words("with"),
                    "end", words("show erase followUp"));

    private static final Map<String, List<String>> OF_ANSWERS =
            Map.ofEntries(
                    Map.entry("choice", words("options")),
                    Map.entry("multi", words("options min max")),
                    Map.entry("yesno", List.of()),
                    Map.entry("confirm", words("options")),
                    Map.entry("scale", words("min max step labels")),
                    Map.entry("number", words("min max whole unit")),
                    Map.entry("date", words("min max")),
                    Map.entry("text", words("length placeholder")),
                    Map.entry("list", words("min max length another placeholder of")),
                    Map.entry("rank", words("from top")),
                    Map.entry("sort", words("from buckets")),
                    Map.entry("pick", words("from min max")));

    /// What people write who know other formats, or go by what a field is elsewhere.
    private static final Map<Shape, Map<String, String>> HABITS =
            Map.of(
                    Shape.FLOW, Map.of("id", "flow", "name", "flow", "lang", "language"),
                    Shape.STEP,
                            Map.of(
                                    "go", "next",
                                    "goto", "next",
                                    "then", "next",
                                    "question", "ask",
                                    "text", "say",
                                    "message", "say",
                                    "name", "id"),
                    Shape.ANSWER, Map.of("kind", "type", "choices", "options", "list", "from"),
                    Shape.OPTION,
                            Map.of("next", "go", "goto", "go", "id", "value", "name", "value"),
                    Shape.CASE, Map.of("next", "go", "goto", "go", "then", "go", "when", "if"),
                    Shape.BUBBLE,
                            Map.of("when", "if", "say", "text", "url", "link", "href", "link"),
                    Shape.WAY, Map.of("next", "go", "goto", "go"));

    private final List<Finding> slips = new ArrayList<>();
    private final Json json;

    private Mended(Json written, Shape shape) {
        this.json = mend(written, shape, Pointer.ROOT);
    }

    static Mended of(Json written, Shape shape) {
        return new Mended(written, shape);
    }

    /// The file as it was meant; places in it are those of what was written.
    Json json() {
        return json;
    }

    /// A finding for each name that was not as it should be, with its pointer in [#json].
    List<Finding> slips() {
        return slips;
    }

    private Json mend(Json written, Shape shape, Pointer place) {
        if (shape == Shape.OTHER) {
            return written;
        }
        return switch (written) {
            case Json.Obj object -> mend(object, shape, place);
            case Json.Arr(Json.Spot at, var items) -> {
                List<Json> mended = new ArrayList<>(items.size());
                for (int i = 0; i < items.size(); i++) {
                    mended.add(mend(items.get(i), shape, place.in(i)));
                }
                yield new Json.Arr(at, mended);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> written;
        };
    }

    private Json.Obj mend(Json.Obj object, Shape shape, Pointer place) {
        Map<String, Json.Member> mended = new LinkedHashMap<>();
        object.members()
                .forEach((name, member) -> {
                    String meant =
                            shape.knows(name) ? null : meant(name, shape, object, mended.keySet());
                    String now = meant == null ? name : meant;
                    Pointer inside = place.in(now);
                    if (meant != null) {
                        slips.add(Fields.unknown(name, meant, inside));
                    }
                    Json value = mend(member.value(), shape.inner(now), inside);
                    mended.put(now, new Json.Member(member.keyAt(), value));
                });
        return new Json.Obj(object.at(), mended);
    }

    /// @param taken names that other slips were taken for
    private static @Nullable String meant(
            String name, Shape shape, Json.Obj object, Set<String> taken) {
        List<List<String>> lacking =
                lacking(shape, object.members()).stream()
                        .map(tier ->
                                tier.stream()
                                        .filter(one ->
                                                !object.members().containsKey(one)
                                                        && !taken.contains(one))
                                        .toList())
                        .toList();
        String habit = HABITS.getOrDefault(shape, Map.of()).get(name);
        if (habit != null && lacking.stream().anyMatch(tier -> tier.contains(habit))) {
            return habit;
        }
        return lacking.stream()
                .flatMap(tier -> Stream.ofNullable(Nearest.to(name, tier)))
                .findFirst()
                .orElse(null);
    }

    /// The fields that an object may have, in tiers: those it cannot do without come first.
    private static List<List<String>> lacking(Shape shape, Map<String, Json.Member> members) {
        return switch (shape) {
            case STEP -> step(shape, members);
            case ANSWER -> answer(shape, members);
            case FLOW -> List.of(words("flow version language title steps"), shape.names());
            case OPTION -> List.of(words("value label"), shape.names());
            case TEST -> List.of(words("test flow talk"), shape.names());
            case READER -> List.of(words("name"), shape.names());
            case CASE, BUBBLE, WAY, CARD_LINE, LULL, REVIEW, IDLE, FOLLOW_UP, TESTS, LINE, EXPECT ->
                    List.of(shape.names());
            case PHRASES, OTHER -> List.of();
        };
    }

    private static List<List<String>> step(Shape shape, Map<String, Json.Member> members) {
        List<String> common = new ArrayList<>(shape.names());
        OF_STEPS.values().forEach(common::removeAll);
        common.removeAll(KINDS);
        String kind = KINDS.stream().filter(members::containsKey).findFirst().orElse(null);
        if (kind != null) {
            List<String> own = OF_STEPS.getOrDefault(kind, List.of());
            return List.of(List.of("id"), own, common);
        }
        String likely = lacking(members::containsKey);
        return List.of(
                likely == null ? List.of() : List.of(likely),
                words("id say ask each call end set"),
                shape.names());
    }

    /// The kind of step that some of its fields speak of while it has none; null if none do.
    static @Nullable String lacking(Predicate<String> has) {
        return KINDS.stream()
                .filter(kind ->
                        OF_STEPS.getOrDefault(kind, List.of()).stream()
                                .filter(field -> !(kind.equals("ask") && field.equals("show")))
                                .anyMatch(has))
                .findFirst()
                .orElse(null);
    }

    private static List<List<String>> answer(Shape shape, Map<String, Json.Member> members) {
        Json.Member type = members.get("type");
        if (type == null) {
            return List.of(List.of("type"), shape.names());
        }
        return List.of(
                type.value() instanceof Json.Str(_, String kind) && OF_ANSWERS.containsKey(kind)
                        ? OF_ANSWERS.getOrDefault(kind, List.of())
                        : shape.names());
    }

    private static List<String> words(String words) {
        return Arrays.asList(words.split(" "));
    }
}
