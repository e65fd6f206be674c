package unsaid.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of a JSON file that knows where it stands.
sealed interface Json {
    /// Where it begins.
    Spot at();

    /// Line and column, both from 1.
    record Spot(int line, int column) {
        static final Spot START = new Spot(1, 1);
    }

    record Obj(Spot at, Map<String, Member> members) implements Json {}

    /// @param keyAt where the name stands
    record Member(Spot keyAt, Json value) {}

    record Arr(Spot at, List<Json> items) implements Json {}

    record Str(Spot at, String text) implements Json {}

    record Num(Spot at, double number) implements Json {}

    record Bool(Spot at, boolean is) implements Json {}

    record Nul(Spot at) implements Json {}

    /// What it is, in an author's words.
    default String word() {
        return switch (this) {
            case Obj _ -> "an object { }";
            case Arr _ -> "a list [ ]";
            case Str _ -> "a text";
            case Num _ -> "a number";
            case Bool _ -> "true or false";
            case Nul _ -> "null";
        };
    }

    static Obj empty() {
        return new Obj(Spot.START, new LinkedHashMap<>());
    }
}
