package unsaid.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.check.Script.Line;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;

/// JSON → conversation tests: one test, or `{"tests": [ … ]}`.
final class ScriptReader {
    private final Collection<String> topics;
    private final List<Finding> findings;

    /// @param topics those of help cards
    ScriptReader(Collection<String> topics, List<Finding> findings) {
        this.topics = topics;
        this.findings = findings;
    }

    List<Script> read(Json json) {
        if (json instanceof Json.Obj(_, var members) && members.containsKey("tests")) {
            Fields fields = new Fields(json, Pointer.ROOT, "a file of tests", findings);
            fields.text("$schema");
            List<Script> scripts = fields.list("tests", false, this::script);
            fields.done();
            return scripts;
        }
        return List.of(script(json, Pointer.ROOT));
    }

    private Script script(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a test", findings);
        fields.text("$schema");
        String name = fields.text("test", "name the test with a sentence");
        String flow = fields.text("flow", "name the flow it plays");
        String language = fields.text("language");
        String door = fields.text("at");
        List<Line> lines = fields.list("talk", false, this::line);
        Json expect = fields.get("expect");
        Script script =
                new Script(
                        name,
                        flow,
                        language == null ? Script.LANGUAGE : language,
                        door,
                        lines,
                        expect(expect == null ? Json.empty() : expect, fields.pointer("expect")));
        fields.done();
        return script;
    }

    private static String command(Fields fields) {
        String command = fields.text("do", "");
        if (fields.isText("do") && !Line.Does.COMMANDS.contains(command)) {
            fields.strange(
                    "do",
                    "nothing is called \"" + command + "\"",
                    command,
                    Line.Does.COMMANDS,
                    "write " + String.join(", ", Line.Does.COMMANDS));
        }
        return command;
    }

    private @Nullable Line line(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a line of the talk", findings);
        Line line = null;
        if (fields.has("bot")) {
            line = new Line.Hears(fields.text("bot", ""));
        } else if (fields.has("not-offered")) {
            line = new Line.Lacks(fields.texts("not-offered"));
        } else if (fields.has("me")) {
            line = new Line.Writes(fields.text("me", ""));
        } else if (fields.has("do")) {
            line = new Line.Does(command(fields));
        } else if (fields.has("change")) {
            line = new Line.Changes(fields.text("change", ""));
        } else if (fields.has("value")) {
            Object value = plain(fields.get("value"));
            line = value == null ? null : new Line.Gives(value);
        } else if (fields.has("choose")) {
            boolean many = fields.get("choose") instanceof Json.Arr;
            String text = fields.text("text");
            List<Script.Pick> picks =
                    fields.list("choose", true, (each, at) -> pick(each, at, text));
            line = new Line.Chooses(picks, many);
        } else {
            findings.add(
                    Finding.of(
                            Rule.MISSING_FIELD,
                            pointer,
                            "this line says nothing",
                            "give it \"bot\", \"choose\", \"me\", \"value\", \"do\", \"change\" or \"not-offered\""));
        }
        fields.done();
        return line;
    }

    private Script.Pick pick(Json json, Pointer pointer, @Nullable String text) {
        if (json instanceof Json.Str(_, String option)) {
            return new Script.Pick(option, text);
        }
        Fields fields = new Fields(json, pointer, "a choice", findings);
        Script.Pick pick =
                new Script.Pick(fields.text("value", "name the option"), fields.text("text"));
        fields.done();
        return pick;
    }

    private Script.Expect expect(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "what is expected", findings);
        Script.Expect expect =
                new Script.Expect(
                        fields.text("end"),
                        fields.text("asks"),
                        fields.texts("visited"),
                        fields.texts("not-visited"),
                        fields.map("names", true),
                        fields.has("locked") ? fields.truth("locked") : null,
                        fields.topics("helplines", topics),
                        fields.texts("card"));
        fields.done();
        return expect;
    }

    private static @Nullable Object plain(@Nullable Json json) {
        return switch (json) {
            case null -> null;
            case Json.Str(_, String text) -> text;
            case Json.Num(_, double number) -> number;
            case Json.Bool(_, boolean is) -> is;
            case Json.Nul _ -> null;
            case Json.Arr(_, var items) -> {
                List<Object> list = new ArrayList<>();
                for (Json item : items) {
                    Object value = plain(item);
                    if (value != null) {
                        list.add(value);
                    }
                }
                yield list;
            }
            case Json.Obj(_, var members) -> {
                Map<String, Object> map = new LinkedHashMap<>();
                members.forEach((name, member) -> {
                    Object value = plain(member.value());
                    if (value != null) {
                        map.put(name, value);
                    }
                });
                yield map;
            }
        };
    }
}
