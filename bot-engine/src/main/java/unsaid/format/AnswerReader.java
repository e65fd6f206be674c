package unsaid.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Option;

/// JSON → kind of answer.
final class AnswerReader {
    /// Longest free text, and what holds where an author says nothing.
    static final int TEXT_LENGTH = 2_000;

    /// Most items of a list.
    static final int ITEMS = 20;

    private static final int LINE_LENGTH = 140;
    private static final List<String> TYPES =
            List.of(
                    "choice", "multi", "yesno", "scale", "number", "date", "text", "list", "rank",
                    "sort", "pick", "confirm");

    private final OptionReader options;
    private final boolean german;
    private final List<Finding> findings;

    AnswerReader(OptionReader options, String language, List<Finding> findings) {
        this.options = options;
        this.german = Locale.forLanguageTag(language).getLanguage().equals("de");
        this.findings = findings;
    }

    Answer read(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "an answer", findings);
        String type = type(fields);
        Answer answer =
                switch (type) {
                    case "choice" -> new Answer.Choice(options.read(fields, "options"));
                    case "multi" -> multi(fields);
                    case "yesno" -> new Answer.YesNo(yesNo());
                    case "confirm" ->
                            new Answer.Confirm(
                                    fields.has("options")
                                            ? options.read(fields, "options")
                                            : yesNo());
                    case "scale" -> scale(fields);
                    case "number" -> number(fields);
                    case "date" -> date(fields);
                    case "text" ->
                            new Answer.Text(
                                    fields.whole("length", TEXT_LENGTH, 1, TEXT_LENGTH),
                                    fields.plain("placeholder"));
                    case "list" -> list(fields);
                    case "rank" -> new Answer.Rank(from(fields), fields.whole("top", 0, 1, ITEMS));
                    case "sort" -> new Answer.Sort(from(fields), options.read(fields, "buckets"));
                    case "pick" -> pick(fields);
                    default -> new Answer.Text(TEXT_LENGTH, null);
                };
        if (!type.isEmpty()) {
            fields.done();
        }
        return answer;
    }

    /// The kind, or the one that is meant; empty if nobody can tell.
    private static String type(Fields fields) {
        String type = fields.text("type", "write the kind of answer: " + String.join(", ", TYPES));
        if (TYPES.contains(type)) {
            return type;
        }
        String near =
                fields.isText("type")
                        ? fields.strange(
                                "type",
                                "there is no kind of answer called \"" + type + "\"",
                                type,
                                TYPES,
                                "write one of " + String.join(", ", TYPES))
                        : Nearest.to(type, TYPES);
        return near == null ? "" : near;
    }

    private List<Option> yesNo() {
        return List.of(
                Option.of("yes", german ? "Ja" : "Yes"), Option.of("no", german ? "Nein" : "No"));
    }

    private Answer multi(Fields fields) {
        List<Option> all = options.read(fields, "options");
        int min = fields.whole("min", 1, 0, OptionReader.OPTIONS);
        int max = fields.whole("max", Math.max(1, all.size()), 1, OptionReader.OPTIONS);
        ordered(fields, min, max);
        return new Answer.Multi(all, min, max);
    }

    private Answer pick(Fields fields) {
        String from = from(fields);
        int min = fields.whole("min", 1, 0, ITEMS);
        int max = fields.whole("max", ITEMS, 1, ITEMS);
        ordered(fields, min, max);
        return new Answer.Pick(from, min, max);
    }

    private Answer scale(Fields fields) {
        int min = fields.whole("min", 0, -1_000, 1_000);
        int max = fields.whole("max", 10, -1_000, 1_000);
        int step = fields.whole("step", 1, 1, 1_000);
        ordered(fields, min, max);
        if ((max - min) / step > 20) {
            fields.bad(
                    "max",
                    "the scale has more than 21 points",
                    "use fewer, or a \"number\" answer");
        }
        Map<Integer, String> labels = new HashMap<>();
        fields.map("labels", false)
                .forEach((point, label) -> {
                    if (!Spelling.isWhole(point)) {
                        fields.bad(
                                "labels",
                                "\"" + point + "\" is no point of the scale",
                                "write {\"0\": \"light\", \"10\": \"heavy\"}");
                        return;
                    }
                    int number = Integer.parseInt(point);
                    if (min <= max && (number < min || number > max)) {
                        fields.bad(
                                "labels",
                                "the label of " + point + " is outside of the scale",
                                "use a point from " + min + " to " + max);
                    }
                    fields.plain(
                            label,
                            fields.pointer("labels").in(point),
                            "say it without a placeholder, or in the question");
                    labels.put(number, label);
                });
        return new Answer.Scale(min, max, step, labels);
    }

    private Answer number(Fields fields) {
        Double min = fields.number("min");
        Double max = fields.number("max");
        if (min != null && max != null && min > max) {
            fields.contradiction(
                    "min", "\"min\" is greater than \"max\"", "make \"min\" the smaller one");
        }
        return new Answer.Number(min, max, fields.truth("whole"), fields.plain("unit"));
    }

    private Answer date(Fields fields) {
        String min = day(fields, "min");
        String max = day(fields, "max");
        if (min != null
                && max != null
                && java.time.LocalDate.parse(min).isAfter(java.time.LocalDate.parse(max))) {
            fields.contradiction("min", "\"min\" is after \"max\"", "make \"min\" the earlier day");
        }
        return new Answer.Date(min, max);
    }

    private Answer list(Fields fields) {
        String of = fields.text("of");
        if (of != null && !of.equals("text")) {
            fields.bad("of", "a list holds texts", "write \"text\", or leave \"of\" out");
        }
        int min = fields.whole("min", 1, 0, ITEMS);
        int max = fields.whole("max", ITEMS, 1, ITEMS);
        ordered(fields, min, max);
        return new Answer.Texts(
                min,
                max,
                fields.whole("length", LINE_LENGTH, 1, TEXT_LENGTH),
                fields.plain("another"),
                fields.plain("placeholder"));
    }

    private String from(Fields fields) {
        return fields.text(
                "from", "name the list it is about, such as \"fears\" or \"join(fears, own)\"");
    }

    private static @Nullable String day(Fields fields, String name) {
        String day = fields.text(name);
        if (day == null) {
            return null;
        }
        try {
            return java.time.LocalDate.parse(day).toString();
        } catch (java.time.DateTimeException e) {
            fields.bad(
                    name,
                    "\"" + day + "\" is no day",
                    "write year-month-day, such as \"2026-01-31\"");
            return null;
        }
    }

    private static void ordered(Fields fields, int min, int max) {
        if (min > max) {
            fields.contradiction(
                    "min",
                    "\"min\" is " + min + " and \"max\" is " + max,
                    "make \"min\" the smaller one");
        }
    }
}
