package unsaid.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a flow of a Typebot export (version 6; older ones as far as they are alike), as near as
/// can be, and says what was not carried over.
public final class Typebot {
    private static final String END = "the-end";
    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\{\\s*=?\\s*([^{}]*?)\\s*=?\\s*}}");
    private static final Pattern SUM =
            Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}\\s*\\+\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Set<String> TEXTS =
            Set.of("text input", "email input", "url input", "phone number input", "time input");

    private final Json json;
    private final TypebotNames names = new TypebotNames();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Json> edges = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Map<String, String>> options = new HashMap<>();
    private final Set<String> numeric = new HashSet<>();
    private final Set<String> several = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> placeholders = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final List<Draft> steps = new ArrayList<>();
    private final Map<String, List<Part>> parts = new HashMap<>();

    private Typebot(Json json) {
        this.json = json;
    }

    /// What came of it.
    ///
    /// @param flow the flow's id
    /// @param text its file
    /// @param left what was not carried over, one sentence each
    public record Imported(String flow, String text, List<String> left) {
        public Imported {
            left = List.copyOf(left);
        }
    }

    /// @param name the flow's id; null: made from the bot's name
    /// @param language BCP 47 tag of its texts; an export does not say
    /// @throws ExchangeException if it is no Typebot export
    public static Imported read(String text, @Nullable String name, String language)
            throws ExchangeException {
        List<Found> found = new ArrayList<>();
        Json json = JsonText.read(text, "", found);
        if (json == null) {
            Found first = found.getFirst();
            throw new ExchangeException(first.line(), first.finding().message() + ".");
        }
        if (Foreign.list(json, "groups").isEmpty()) {
            throw new ExchangeException(
                    0,
                    "This is no Typebot export: it has no groups. Export it with Share, or ⋮, Export flow.");
        }
        return new Typebot(json).flow(name, language);
    }

    private Imported flow(@Nullable String name, String language) {
        String title = Foreign.text(json, "name");
        String id = name == null ? TypebotNames.slug(title, "imported") : name;
        Foreign.list(json, "edges").forEach(edge -> edges.put(Foreign.text(edge, "id"), edge));
        names.fresh(END, END);
        List<Json> groups = inOrder();
        for (Json variable : Foreign.list(json, "variables")) {
            String key = Foreign.text(variable, "id");
            variables.put(Foreign.text(variable, "name"), key);
            names.variable(key, Foreign.text(variable, "name"));
        }
        groups.forEach(this::name);
        groups.forEach(this::group);
        steps.add(new Draft().put("id", END).put("end", "done"));
        Draft flow =
                new Draft()
                        .put("$schema", "../flow.schema.json")
                        .put("flow", id)
                        .put("version", 1)
                        .put("language", language)
                        .put("title", title.isBlank() ? "Imported" : title)
                        .put("enough", END)
                        .put("note", "Made from a Typebot export.");
        Draft review = new Draft();
        review.put("by", (Json) new Json.Nul(Json.Spot.START));
        review.put("on", (Json) new Json.Nul(Json.Spot.START));
        flow.put("review", review);
        if (!placeholders.isEmpty()) {
            Draft texts = new Draft();
            placeholders.forEach(each -> texts.put(each, "…"));
            flow.put("texts", texts);
        }
        flow.put("steps", steps);
        settings();
        return new Imported(id, Layout.of(flow.json(), Shape.FLOW), new ArrayList<>(left));
    }

    private void settings() {
        for (String part : List.of("theme", "settings")) {
            if (Foreign.at(json, part) instanceof Json.Obj(_, var members) && !members.isEmpty()) {
                left.add("its " + part + ": the look and the behaviour are those of this product");
            }
        }
        for (Json event : Foreign.list(json, "events")) {
            if (!Foreign.text(event, "type").equals("start")) {
                left.add("the event \"" + Foreign.text(event, "type") + "\"");
            }
        }
    }

    /// The group where it starts first, the others as they stand in the file; empty ones are left
    /// out.
    private List<Json> inOrder() {
        List<Json> groups = new ArrayList<>();
        String first = "";
        for (Json event : Foreign.list(json, "events")) {
            first = first.isEmpty() ? target(Foreign.text(event, "outgoingEdgeId")) : first;
        }
        for (Json group : Foreign.list(json, "groups")) {
            for (Json block : Foreign.list(group, "blocks")) {
                if (Foreign.text(block, "type").equals("start")) {
                    first = target(Foreign.text(block, "outgoingEdgeId"));
                }
            }
        }
        for (Json group : Foreign.list(json, "groups")) {
            boolean start =
                    Foreign.list(group, "blocks").stream()
                            .anyMatch(block -> Foreign.text(block, "type").equals("start"));
            if (!start) {
                groups.add(Foreign.text(group, "id").equals(first) ? 0 : groups.size(), group);
            }
        }
        return groups;
    }

    private String target(String edge) {
        return Foreign.text(edges.get(edge), "to", "groupId");
    }

    /// Some blocks of a group that become one step: texts, and the question or turning they lead
    /// to.
    ///
    /// @param main null: nothing but texts
    private record Part(String id, List<Json> blocks, @Nullable Json main) {}

    /// Cuts a group into parts, and gives every block that a way may lead to the id of its step.
    private void name(Json group) {
        String title = Foreign.text(group, "title");
        List<Part> cut = new ArrayList<>();
        List<Json> open = new ArrayList<>();
        for (Json block : Foreign.list(group, "blocks")) {
            String type = Foreign.text(block, "type");
            open.add(block);
            if (isInput(type) || type.equals("Condition") || sets(block)) {
                String id = isInput(type) ? answer(block, title) : names.fresh(title, "step");
                cut.add(new Part(id, open, block));
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty() || cut.isEmpty()) {
            cut.add(new Part(names.fresh(title, "step"), open, null));
        }
        parts.put(Foreign.text(group, "id"), cut);
        entries.put("group " + Foreign.text(group, "id"), cut.getFirst().id());
        for (Part part : cut) {
            part.blocks().forEach(block -> entries.put(Foreign.text(block, "id"), part.id()));
        }
    }

    private static boolean isInput(String type) {
        return TEXTS.contains(type)
                || type.equals("number input")
                || type.equals("rating input")
                || type.equals("date input")
                || type.equals("choice input")
                || type.equals("picture choice input");
    }

    private boolean sets(Json block) {
        return Foreign.text(block, "type").equals("Set variable") && expression(block) != null;
    }

    /// The id of a question: the name of the variable it fills, if no other question fills it too.
    private String answer(Json block, String title) {
        String variable = Foreign.text(block, "options", "variableId");
        String words = word(variable);
        if (words.isEmpty()) {
            return names.fresh(title, "question");
        }
        String id = names.variable(variable, words);
        if (!asked.add(id)) {
            left.add(
                    "\""
                            + words
                            + "\" is filled by several questions: conditions and texts use the first one");
            return names.fresh(words, "question");
        }
        answers.put(variable, id);
        kinds(block, id);
        return id;
    }

    private void kinds(Json block, String id) {
        switch (Foreign.text(block, "type")) {
            case "number input", "rating input" -> numeric.add(id);
            case "choice input", "picture choice input" -> {
                Map<String, String> values = new TreeMap<>();
                for (Json item : Foreign.list(block, "items")) {
                    values.put(label(item), value(item, values.values()));
                }
                options.put(id, values);
                if (Foreign.is(block, "options", "isMultipleChoice")) {
                    several.add(id);
                }
            }
            default -> {}
        }
    }

    private String word(String variable) {
        return variables.entrySet().stream()
                .filter(each -> each.getValue().equals(variable))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String label(Json item) {
        String title = Foreign.text(item, "title");
        return title.isEmpty() ? Foreign.text(item, "content") : title;
    }

    private static String value(Json item, java.util.Collection<String> taken) {
        String slug = TypebotNames.slug(label(item), "option");
        String free = slug;
        for (int i = 2; taken.contains(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    // ---- steps

    private void group(Json group) {
        List<Part> all = parts.getOrDefault(Foreign.text(group, "id"), List.of());
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            List<String> say = new ArrayList<>();
            for (Json block : part.blocks()) {
                if (Foreign.text(block, "type").equals("text")) {
                    say.addAll(bubbles(block));
                } else if (block != part.main()) {
                    leave(block, Foreign.text(block, "type"));
                }
            }
            String next = part.blocks().isEmpty() ? END : out(part.blocks().getLast());
            boolean goesOn = next.equals(END) && i + 1 < all.size();
            steps.add(step(part, say, goesOn ? all.get(i + 1).id() : next));
        }
    }

    private Draft step(Part part, List<String> say, String then) {
        Json main = part.main();
        if (main == null) {
            return said(new Draft().put("id", part.id()), say).put("next", then);
        }
        return isInput(Foreign.text(main, "type"))
                ? ask(main, part.id(), say, then)
                : turn(main, part.id(), say, then);
    }

    private String out(Json block) {
        if (Foreign.text(block, "type").equals("Jump")) {
            String to = Foreign.text(block, "options", "blockId");
            String group = "group " + Foreign.text(block, "options", "groupId");
            return entries.getOrDefault(to, entries.getOrDefault(group, END));
        }
        return go(Foreign.text(block, "outgoingEdgeId"));
    }

    private String go(String edge) {
        Json to = Foreign.at(edges.get(edge), "to");
        String block = Foreign.text(to, "blockId");
        return entries.getOrDefault(
                block, entries.getOrDefault("group " + Foreign.text(to, "groupId"), END));
    }

    private Draft said(Draft step, List<String> say) {
        return say.isEmpty() ? step : step.texts("say", say);
    }

    private Draft ask(Json block, String id, List<String> said, String then) {
        List<String> say = new ArrayList<>(said);
        String question = say.isEmpty() ? "" : say.removeLast();
        if (question.isEmpty()) {
            question = id.replace('-', ' ') + "?";
            left.add("\"" + id + "\" asked without words: a question was put there, word it anew");
        }
        String type = Foreign.text(block, "type");
        Draft step = said(new Draft().put("id", id), say).put("ask", question);
        if (TEXTS.contains(type)) {
            step.put("private", true);
        }
        return step.put("answer", kind(block, type, id)).put("next", then);
    }

    private Draft kind(Json block, String type, String id) {
        return switch (type) {
            case "number input" -> {
                Draft answer = new Draft().put("type", "number");
                Double min = Foreign.number(block, "options", "min");
                Double max = Foreign.number(block, "options", "max");
                if (min != null) {
                    answer.put("min", min);
                }
                yield max == null ? answer : answer.put("max", max);
            }
            case "rating input" -> {
                Double length = Foreign.number(block, "options", "length");
                yield new Draft()
                        .put("type", "scale")
                        .put("min", 1)
                        .put("max", length == null ? 10 : Math.max(2, length));
            }
            case "date input" -> {
                if (Foreign.is(block, "options", "hasTime")
                        || Foreign.is(block, "options", "isRange")) {
                    left.add("\"" + id + "\" asks for one day, without a time or a second day");
                }
                yield new Draft().put("type", "date");
            }
            case "choice input", "picture choice input" -> choice(block, type, id);
            default -> {
                if (!type.equals("text input")) {
                    left.add(
                            "\""
                                    + id
                                    + "\" is a plain text: the form of "
                                    + type.replace(" input", "")
                                    + " is not checked. Think twice before asking people who they are");
                }
                String hint = Foreign.text(block, "options", "labels", "placeholder");
                yield new Draft()
                        .put("type", "text")
                        .put("placeholder", hint.isEmpty() ? null : plain(hint));
            }
        };
    }

    private Draft choice(Json block, String type, String id) {
        boolean many = Foreign.is(block, "options", "isMultipleChoice");
        List<Draft> all = new ArrayList<>();
        Set<String> values = new LinkedHashSet<>();
        for (Json item : Foreign.list(block, "items")) {
            String value = value(item, values);
            values.add(value);
            Draft option = new Draft().put("value", value).put("label", plain(label(item)));
            String edge = Foreign.text(item, "outgoingEdgeId");
            if (!edge.isEmpty() && !many) {
                option.put("go", go(edge));
            }
            if (Foreign.at(item, "displayCondition") instanceof Json.Obj
                    && Foreign.is(item, "displayCondition", "isEnabled")) {
                left.add("when the option \"" + label(item) + "\" of \"" + id + "\" is shown");
            }
            all.add(option);
        }
        if (type.startsWith("picture")) {
            left.add("the pictures of \"" + id + "\": the options have words only");
        }
        if (!Foreign.text(block, "options", "dynamicVariableId").isEmpty() || all.isEmpty()) {
            left.add("the options of \"" + id + "\", which came from a variable: write them down");
            if (all.isEmpty()) {
                all.add(new Draft().put("value", "on").put("label", "Go on"));
            }
        }
        return new Draft().put("type", many ? "multi" : "choice").put("options", all);
    }

    /// A condition, or a variable that is set.
    private Draft turn(Json block, String id, List<String> say, String then) {
        Draft step = said(new Draft().put("id", id), say);
        String set = expression(block);
        if (set != null) {
            String variable = Foreign.text(block, "options", "variableId");
            String name = names.variable(variable, word(variable));
            return step.put("set", new Draft().put(name, set)).put("next", then);
        }
        List<Draft> cases = new ArrayList<>();
        for (Json item : Foreign.list(block, "items")) {
            String condition = condition(item);
            if (condition == null) {
                left.add("a condition in \"" + id + "\": it is taken never to hold");
            } else {
                String edge = Foreign.text(item, "outgoingEdgeId");
                cases.add(
                        new Draft()
                                .put("if", condition)
                                .put("go", edge.isEmpty() ? then : go(edge)));
            }
        }
        if (cases.isEmpty()) {
            return step.put("next", then);
        }
        cases.add(new Draft().put("else", then));
        return step.put("next", cases);
    }

    // ---- words and conditions

    /// What a "Set variable" block sets, as an expression; null if it cannot be said.
    private @Nullable String expression(Json block) {
        String source = Foreign.text(block, "options", "expressionToEvaluate").strip();
        String variable = Foreign.text(block, "options", "variableId");
        if (!Foreign.text(block, "type").equals("Set variable") || word(variable).isEmpty()) {
            return null;
        }
        String name = names.variable(variable, word(variable));
        boolean other = answers.containsKey(variable) || asked.contains(name);
        Matcher sum = SUM.matcher(source);
        if (!other && NUMBER.matcher(source).matches()) {
            numeric.add(name);
            return source;
        }
        if (!other && sum.matches() && variables.containsKey(sum.group(1))) {
            String key = variables.getOrDefault(sum.group(1), "");
            numeric.add(name);
            return names.variable(key, sum.group(1)) + " + " + sum.group(2);
        }
        return null;
    }

    private @Nullable String condition(Json item) {
        List<String> parts = new ArrayList<>();
        for (Json comparison : Foreign.list(item, "content", "comparisons")) {
            String part = comparison(comparison);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        boolean or = Foreign.text(item, "content", "logicalOperator").equals("OR");
        return parts.isEmpty() ? null : String.join(or ? " or " : " and ", parts);
    }

    private @Nullable String comparison(Json comparison) {
        String variable = Foreign.text(comparison, "variableId");
        String words = word(variable);
        if (words.isEmpty()) {
            return null;
        }
        String name = names.variable(variable, words);
        boolean known = asked.contains(name) || numeric.contains(name);
        String value = Foreign.text(comparison, "value");
        if (!known) {
            return null;
        }
        return switch (Foreign.text(comparison, "comparisonOperator")) {
            case "Equal to" -> equal(name, value, " is ");
            case "Not equal" -> equal(name, value, " is not ");
            case "Contains" ->
                    several.contains(name) && option(name, value) != null
                            ? name + " contains " + option(name, value)
                            : null;
            case "Greater than" -> compared(name, " > ", value);
            case "Less than" -> compared(name, " < ", value);
            case "Greater or equal to" -> compared(name, " >= ", value);
            case "Less or equal to" -> compared(name, " <= ", value);
            case "Is set" -> name + " is set";
            case "Is empty" -> name + " is not set";
            default -> null;
        };
    }

    private @Nullable String compared(String name, String sign, String value) {
        return numeric.contains(name) && NUMBER.matcher(value).matches()
                ? name + sign + value
                : null;
    }

    private @Nullable String equal(String name, String value, String is) {
        if (numeric.contains(name)) {
            return compared(name, is, value);
        }
        if (options.containsKey(name)) {
            String option = option(name, value);
            boolean not = is.contains("not");
            return option == null
                    ? null
                    : several.contains(name)
                            ? (not ? "not " : "") + name + " contains " + option
                            : name + is + option;
        }
        return value.contains("'") || value.contains("{") ? null : name + is + "'" + value + "'";
    }

    private @Nullable String option(String name, String label) {
        return options.getOrDefault(name, Map.of()).get(label);
    }

    private List<String> bubbles(Json block) {
        List<String> bubbles = new ArrayList<>();
        for (Json paragraph : Foreign.list(block, "content", "richText")) {
            String text = plain(words(paragraph)).strip();
            if (!text.isEmpty()) {
                bubbles.add(text);
            }
        }
        return bubbles;
    }

    private String words(Json node) {
        if (Foreign.text(node, "type").equals("a") && !Foreign.text(node, "url").isEmpty()) {
            left.add("the link to " + Foreign.text(node, "url") + ": its words are there");
        }
        String own = Foreign.text(node, "text");
        return own
                + Foreign.list(node, "children").stream()
                        .map(this::words)
                        .collect(Collectors.joining());
    }

    /// Variables become placeholders; other brackets would mean something, and become round.
    private String plain(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(round(text.substring(from, matcher.start())));
            String key = variables.get(matcher.group(1));
            String name = key == null ? "" : names.variable(key, matcher.group(1));
            if (!name.isEmpty() && (asked.contains(name) || numeric.contains(name))) {
                placeholders.add(name);
                out.append('{').append(name).append('}');
            } else {
                left.add("\"{{" + matcher.group(1) + "}}\" in a text: nothing fills it here");
            }
            from = matcher.end();
        }
        return out.append(round(text.substring(from))).toString();
    }

    private static String round(String text) {
        return text.replace('{', '(').replace('}', ')');
    }

    private void leave(Json block, String type) {
        String what =
                switch (type) {
                    case "image", "video", "audio", "embed" -> "the " + type + " " + url(block);
                    case "file input" -> "a file that people were asked for";
                    case "payment input" -> "a payment";
                    case "Set variable" ->
                            "what was calculated for \""
                                    + word(Foreign.text(block, "options", "variableId"))
                                    + "\"";
                    case "Code", "Script" -> "code: " + Foreign.text(block, "options", "name");
                    case "Redirect" ->
                            "the way to the page " + Foreign.text(block, "options", "url");
                    case "Typebot link" -> "the way to another bot: import it too, and \"call\" it";
                    case "Wait" -> "a pause: bubbles come at a reader's pace";
                    case "AB test" -> "a way by chance";
                    case "Jump" -> "";
                    default -> "the integration \"" + type + "\": nothing is sent anywhere";
                };
        if (!what.isBlank()) {
            left.add(what.strip());
        }
    }

    private static String url(Json block) {
        return Foreign.text(block, "content", "url");
    }
}
