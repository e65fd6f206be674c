package unsaid.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object in the making; what is null is left out.
final class Draft {
    private final Map<String, Json.Member> members = new LinkedHashMap<>();

    Draft put(String name, @Nullable String text) {
        return text == null ? this : put(name, new Json.Str(Json.Spot.START, text));
    }

    Draft put(String name, double number) {
        return put(name, new Json.Num(Json.Spot.START, number));
    }

    Draft put(String name, boolean is) {
        return put(name, new Json.Bool(Json.Spot.START, is));
    }

    Draft put(String name, Draft inner) {
        return put(name, inner.json());
    }

    Draft put(String name, List<Draft> inner) {
        return put(
                name,
                new Json.Arr(Json.Spot.START, inner.stream().<Json>map(Draft::json).toList()));
    }

    Draft texts(String name, List<String> texts) {
        return put(
                name,
                new Json.Arr(
                        Json.Spot.START,
                        texts.stream().<Json>map(t -> new Json.Str(Json.Spot.START, t)).toList()));
    }

    Draft put(String name, Json json) {
        members.put(name, new Json.Member(Json.Spot.START, json));
        return this;
    }

    Json.Obj json() {
        return new Json.Obj(Json.Spot.START, members);
    }
}
