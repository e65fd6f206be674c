package unsaid.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks into a JSON file whose form is somebody else's: what is missing or of another kind is
/// simply not there.
final class Foreign {
    private Foreign() {}

    static @Nullable Json at(@Nullable Json json, String... path) {
        Json here = json;
        for (String name : path) {
            Json.Member member =
                    here instanceof Json.Obj(_, var members) ? members.get(name) : null;
            here = member == null ? null : member.value();
        }
        return here;
    }

    /// A text, or a number as one; "" if there is none.
    static String text(@Nullable Json json, String... path) {
        return switch (at(json, path)) {
            case Json.Str(_, String text) -> text;
            case Json.Num(_, double number) ->
                    number == Math.rint(number)
                            ? String.valueOf((long) number)
                            : String.valueOf(number);
            case null, default -> "";
        };
    }

    static boolean is(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Bool(_, boolean is) && is;
    }

    static List<Json> list(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Arr(_, var items) ? items : new ArrayList<>();
    }

    static @Nullable Double number(@Nullable Json json, String... path) {
        try {
            String text = text(json, path);
            return text.isBlank() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
