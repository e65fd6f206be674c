package unsaid.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What kind of object stands at a place of a file: the order of its fields, and what stands
/// inside. Fields that have no place in the order, such as names, keep the one they were written in
/// and come last.
enum Shape {
    FLOW(
            "$schema flow version format language title minutes note enough lull review moved gives"
                    + " takes doors texts steps"),
    STEP(
            "id note if end erase each as call with depth private set suggest evidence helplines say"
                    + " show ask hint answer retry next skip unsure idle scan followUp steps"),
    ANSWER(
            "type from of min max step whole unit top labels length another placeholder options"
                    + " buckets note"),
    OPTION("from value label phrases if forms go do flag set suggest times more text note"),
    CASE("if else go text note"),
    BUBBLE("if text link paid note"),
    WAY("go flag note"),
    CARD_LINE("if label text note"),
    LULL("after go note"),
    REVIEW("by on readers note"),
    READER("name lived note"),
    IDLE("after say note"),
    FOLLOW_UP("after flow note"),
    /// Texts by their names, which are the author's.
    PHRASES(""),
    TESTS("$schema note tests"),
    TEST("$schema test note flow language at talk expect"),
    LINE("bot not-offered me choose text value do change note"),
    EXPECT("end asks names locked helplines visited not-visited card note"),
    /// Names or small things whose order is the author's.
    OTHER("");

    /// Fields whose object or list has a line to itself.
    private static final Set<String> ALONE =
            Set.of("say", "answer", "forms", "talk", "expect", "names", "card");

    private final List<String> order;

    Shape(String order) {
        this.order = List.of(order.split(" "));
    }

    /// What stands in the field of that name, in a list of it too.
    Shape inner(String name) {
        return switch (this) {
            case FLOW ->
                    switch (name) {
                        case "steps" -> STEP;
                        case "lull" -> LULL;
                        case "review" -> REVIEW;
                        case "texts" -> PHRASES;
                        default -> OTHER;
                    };
            case PHRASES -> CASE;
            case STEP ->
                    switch (name) {
                        case "steps" -> STEP;
                        case "answer" -> ANSWER;
                        case "skip", "unsure" -> WAY;
                        case "show" -> CARD_LINE;
                        case "next" -> CASE;
                        case "say" -> BUBBLE;
                        case "idle" -> IDLE;
                        case "followUp" -> FOLLOW_UP;
                        default -> OTHER;
                    };
            case REVIEW -> name.equals("readers") ? READER : OTHER;
            case ANSWER -> name.equals("options") || name.equals("buckets") ? OPTION : OTHER;
            case TESTS -> name.equals("tests") ? TEST : OTHER;
            case TEST ->
                    switch (name) {
                        case "talk" -> LINE;
                        case "expect" -> EXPECT;
                        default -> OTHER;
                    };
            case OPTION,
                    CASE,
                    BUBBLE,
                    WAY,
                    CARD_LINE,
                    LULL,
                    READER,
                    IDLE,
                    FOLLOW_UP,
                    LINE,
                    EXPECT,
                    OTHER ->
                    OTHER;
        };
    }

    /// Whether a field of an object that takes several lines has lines of its own.
    boolean standsAlone(String name, Json value) {
        return switch (value) {
            case Json.Obj _ -> hasOrder() && ALONE.contains(name);
            case Json.Arr(_, var items) ->
                    hasOrder() && ALONE.contains(name)
                            || items.stream().anyMatch(item -> item instanceof Json.Obj);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> false;
        };
    }

    private boolean hasOrder() {
        return this != OTHER && this != PHRASES;
    }

    /// The names of its fields; none where they are the author's.
    List<String> names() {
        return hasOrder() ? order : List.of();
    }

    /// Whether a field may be called so.
    boolean knows(String name) {
        return !hasOrder() || order.contains(name) || name.equals("note");
    }

    /// Whether it is a talk of several lines: each stands on one of its own.
    boolean isTalk(Json value) {
        return this == LINE && value instanceof Json.Arr(_, var items) && items.size() > 1;
    }

    /// The fields in their order.
    List<Map.Entry<String, Json>> sorted(Json.Obj object) {
        Map<String, Json> rest = new LinkedHashMap<>();
        object.members().forEach((name, member) -> rest.put(name, member.value()));
        List<Map.Entry<String, Json>> sorted = new ArrayList<>();
        for (String name : order) {
            Json value = rest.remove(name);
            if (value != null) {
                sorted.add(Map.entry(name, value));
            }
        }
        rest.forEach((name, value) -> sorted.add(Map.entry(name, value)));
        return sorted;
    }
}
