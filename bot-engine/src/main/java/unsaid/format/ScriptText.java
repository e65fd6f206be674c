package unsaid.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.check.Script.Line;

/// Conversation test → JSON in its canonical form.
public final class ScriptText {
    private ScriptText() {}

    /// A file with one test.
    public static String of(Script script) {
        Made test = new Made();
        test.put("test", script.name());
        test.put("flow", script.flow());
        test.put("language", script.language().equals(Script.LANGUAGE) ? null : script.language());
        test.put("at", script.door());
        test.put(
                "talk",
                new Json.Arr(
                        Json.Spot.START, script.lines().stream().map(ScriptText::line).toList()));
        test.put("expect", expect(script.expect()));
        return Layout.of(test.json(), Shape.TEST);
    }

    private static Json line(Line line) {
        Made fields = new Made();
        switch (line) {
            case Line.Hears(String text) -> fields.put("bot", text);
            case Line.Lacks(var options) -> fields.put("not-offered", options);
            case Line.Writes(String text) -> fields.put("me", text);
            case Line.Does(String command) -> fields.put("do", command);
            case Line.Changes(String step) -> fields.put("change", step);
            case Line.Gives(Object value) -> fields.put("value", value(value));
            case Line.Chooses(var picks, boolean many) -> choose(picks, many, fields);
        }
        return fields.json();
    }

    private static void choose(List<Script.Pick> picks, boolean many, Made fields) {
        if (many) {
            fields.put(
                    "choose",
                    new Json.Arr(Json.Spot.START, picks.stream().map(ScriptText::pick).toList()));
        } else {
            fields.put("choose", picks.getFirst().option());
            fields.put("text", picks.getFirst().text());
        }
    }

    private static Json pick(Script.Pick pick) {
        if (pick.text() == null) {
            return string(pick.option());
        }
        Made fields = new Made();
        fields.put("value", pick.option());
        fields.put("text", pick.text());
        return fields.json();
    }

    private static Json expect(Script.Expect expect) {
        Made fields = new Made();
        fields.put("end", expect.end());
        fields.put("asks", expect.asks());
        fields.put("visited", expect.visited());
        fields.put("not-visited", expect.notVisited());
        if (!expect.names().isEmpty()) {
            fields.put("names", value(expect.names()));
        }
        if (expect.locked() != null) {
            fields.put("locked", value(expect.locked()));
        }
        fields.put("helplines", expect.helplines());
        fields.put("card", expect.card());
        return fields.json();
    }

    private static Json value(Object value) {
        Json.Spot at = Json.Spot.START;
        return switch (value) {
            case Number number -> new Json.Num(at, number.doubleValue());
            case Boolean is -> new Json.Bool(at, is);
            case List<?> list -> new Json.Arr(at, list.stream().map(ScriptText::value).toList());
            case Map<?, ?> map -> {
                Made fields = new Made();
                map.forEach((name, inner) -> fields.put(String.valueOf(name), value(inner)));
                yield fields.json();
            }
            default -> string(String.valueOf(value));
        };
    }

    private static Json string(String text) {
        return new Json.Str(Json.Spot.START, text);
    }

    /// An object in the making; what is null or empty is left out.
    private static final class Made {
        private final Map<String, Json.Member> members = new LinkedHashMap<>();

        void put(String name, @Nullable String text) {
            if (text != null) {
                put(name, string(text));
            }
        }

        void put(String name, List<String> texts) {
            if (!texts.isEmpty()) {
                put(name, value(texts));
            }
        }

        void put(String name, Json json) {
            members.put(name, new Json.Member(Json.Spot.START, json));
        }

        Json.Obj json() {
            return new Json.Obj(Json.Spot.START, members);
        }
    }
}
