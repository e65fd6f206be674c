package unsaid.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Flag;
import unsaid.flow.Option;

/// JSON → options.
final class OptionReader {
    /// Most options of one question.
    static final int OPTIONS = 300;

    private static final Map<String, Option.Act> ACTS =
            Map.of(
                    "copy", Option.Act.COPY,
                    "save", Option.Act.SAVE,
                    "print", Option.Act.PRINT,
                    "erase", Option.Act.ERASE,
                    "leave", Option.Act.LEAVE,
                    "help", Option.Act.HELP);

    private final List<Option> countries;
    private final List<Finding> findings;

    OptionReader(List<Option> countries, List<Finding> findings) {
        this.countries = countries;
        this.findings = findings;
    }

    /// The options in field `name`; each value may stand once.
    List<Option> read(Fields answer, String name) {
        List<List<Option>> groups = answer.list(name, false, this::group);
        List<Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Option option : groups.get(i)) {
                if (!option.value().isEmpty() && !values.add(option.value())) {
                    findings.add(
                            Finding.of(
                                    Rule.DUPLICATE_VALUE,
                                    answer.pointer(name).in(i) + "/value",
                                    "two options have the value \"" + option.value() + "\"",
                                    "give one of them another value"));
                } else {
                    options.add(option);
                }
            }
        }
        if (options.isEmpty() && !answer.isNoList(name)) {
            answer.missing(name, "write at least one {\"value\": …, \"label\": …}");
        }
        if (options.size() > OPTIONS) {
            findings.add(
                    Finding.of(
                            Rule.OVER_LIMIT,
                            answer.pointer(name),
                            options.size() + " options",
                            "at most " + OPTIONS + " are possible"));
        }
        return options;
    }

    private List<Option> group(Json json, Pointer pointer) {
        if (json instanceof Json.Obj(_, var members) && members.containsKey("from")) {
            Fields fields = new Fields(json, pointer, "a list of options", findings);
            String from = fields.text("from", "write \"countries\"");
            if (!from.equals("countries")) {
                fields.bad(
                        "from",
                        "there is no list of options called \"" + from + "\"",
                        "write \"countries\"");
            }
            fields.done();
            return countries;
        }
        return List.of(option(json, pointer));
    }

    private Option option(Json json, Pointer pointer) {
        if (json instanceof Json.Str(_, String label)) {
            String made = Starter.slug(label);
            String value = made.isEmpty() ? "a" : made;
            findings.add(
                    Finding.of(
                            Rule.WRONG_TYPE,
                            pointer,
                            "an option is written as an object { }, not as a text",
                            "write { \"value\": \""
                                    + value
                                    + "\", \"label\": \""
                                    + label
                                    + "\" }"));
            return Option.of(value, label);
        }
        Fields fields = new Fields(json, pointer, "an option", findings);
        String value =
                fields.text(
                        "value",
                        "give the option a short value, such as \"left\"; the label may change, the value stays");
        if (fields.isText("value") && !Spelling.isValue(value)) {
            fields.bad(
                    "value",
                    "\"" + value + "\" cannot be a value",
                    "use small letters, digits and -");
        }
        String flag = fields.text("flag");
        Option option =
                new Option(
                        value,
                        fields.text("label", "write what the visitor sees"),
                        fields.texts("phrases"),
                        fields.map("forms", false),
                        fields.text("if"),
                        fields.text("go"),
                        flag == null ? null : flag(flag, fields.pointer("flag")),
                        fields.map("set", true),
                        suggest(fields),
                        fields.whole("times", 0, 1, 50),
                        fields.truth("more"),
                        fields.whole("text", 0, 1, AnswerReader.TEXT_LENGTH),
                        act(fields));
        fields.done();
        return option;
    }

    /// The flow in field `suggest`; it need not be there yet, but it must be a possible one.
    @Nullable String suggest(Fields fields) {
        String flow = fields.text("suggest");
        if (flow != null && !Spelling.isId(flow)) {
            fields.bad(
                    "suggest",
                    "\"" + flow + "\" cannot be a flow",
                    "write the id of a flow, such as \"naming-hopes\"");
        }
        return flow;
    }

    private Option.@Nullable Act act(Fields fields) {
        String word = fields.text("do");
        if (word == null) {
            return null;
        }
        Option.Act act = ACTS.get(word);
        if (act == null) {
            fields.strange(
                    "do",
                    "nothing is called \"" + word + "\"",
                    word,
                    ACTS.keySet(),
                    "write copy, save, print, erase, leave or help");
        }
        return act;
    }

    @Nullable Flag flag(String word, Pointer pointer) {
        boolean hint = word.endsWith("?");
        String family = hint ? word.substring(0, word.length() - 1) : word;
        for (Flag.Family each : Flag.Family.values()) {
            if (each.word().equals(family)) {
                return new Flag(each, hint);
            }
        }
        List<String> words =
                java.util.Arrays.stream(Flag.Family.values()).map(Flag.Family::word).toList();
        String near = Nearest.to(family, words);
        findings.add(
                Finding.of(
                        Rule.BAD_VALUE,
                        pointer,
                        "there is no danger called \"" + family + "\"",
                        near == null
                                ? "write one of " + String.join(", ", words)
                                : "did you mean \"" + near + "\"?"));
        return null;
    }
}
