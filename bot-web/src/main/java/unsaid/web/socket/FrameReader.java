package unsaid.web.socket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import unsaid.engine.Given;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.turn.Request;

/// Reads one frame of a visitor. A message of [BadFrameException] names fields of the format and
/// never what was found in them.
final class FrameReader {
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_TOKEN = 100;
    private static final int LONGEST_CODE = 60;
    private static final int MOST_VALUES = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern FLOW = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final String COMMANDS =
            "back, change, skip, unsure, enough, restart, help, export, erase, keep or unkeep";

    private final JsonNode root;
    private @Nullable String id;

    FrameReader(JsonNode root) {
        this.root = root;
    }

    Request request() throws BadFrameException {
        if (!root.isObject()) {
            throw bad("A frame is a JSON object.");
        }
        id = known(root.get("id"));
        String type = text("type", LONGEST_PLACE);
        return switch (type) {
            case "start" -> {
                only("type", "id", "agreed", "flow", "language", "at", "code");
                yield new Request.Start(
                        id(),
                        root.has("agreed") && truth("agreed"),
                        matching("flow", FLOW),
                        matching("language", LANGUAGE),
                        optional("at", LONGEST_PLACE),
                        optional("code", LONGEST_CODE));
            }
            case "resume" -> {
                only("type", "id", "token", "after");
                yield new Request.Resume(id(), text("token", LONGEST_TOKEN), after());
            }
            case "answer" -> answer();
            case "consent" -> consent();
            case "command" -> command();
            default ->
                    throw problem(
                            Trouble.UNKNOWN_FRAME,
                            "A frame's \"type\" is start, resume, answer, consent or command.");
        };
    }

    private Request answer() throws BadFrameException {
        only("type", "id", "to", "value", "text");
        String to = text("to", LONGEST_PLACE);
        JsonNode value = root.get("value");
        if ((value == null) == (root.get("text") == null)) {
            throw bad("An answer has either a \"value\" or a \"text\".");
        }
        return value == null
                ? new Request.Write(id(), to, text("text", Integer.MAX_VALUE))
                : new Request.Answer(id(), to, given(value));
    }

    private Request consent() throws BadFrameException {
        only("type", "id", "to", "given");
        if (!text("to", LONGEST_PLACE).equals("couple")) {
            throw bad("A consent's \"to\" is couple.");
        }
        return new Request.Couple(id(), truth("given"));
    }

    private Request command() throws BadFrameException {
        String name = text("name", LONGEST_PLACE);
        return switch (name) {
            case "change" -> {
                only("type", "id", "name", "at");
                yield new Request.Change(id(), text("at", LONGEST_PLACE));
            }
            case "skip" -> {
                only("type", "id", "name", "to");
                yield new Request.Skip(id(), text("to", LONGEST_PLACE));
            }
            case "unsure" -> {
                only("type", "id", "name", "to");
                yield new Request.Unsure(id(), text("to", LONGEST_PLACE));
            }
            case "back", "enough", "restart", "help", "export", "erase", "keep", "unkeep" -> {
                only("type", "id", "name");
                yield new Request.Command(
                        id(), Request.Name.valueOf(name.toUpperCase(Locale.ROOT)));
            }
            default -> throw bad("A command's \"name\" is " + COMMANDS + ".");
        };
    }

    private Given given(JsonNode value) throws BadFrameException {
        if (value.isNumber()) {
            return new Given.Amount(finite(value));
        }
        if (value.isArray()) {
            return several(value);
        }
        return value.isObject() && !value.has("value") ? piles(value) : chosen(value);
    }

    private Given.Several several(JsonNode value) throws BadFrameException {
        List<Given.Chosen> chosen = new ArrayList<>();
        for (JsonNode each : bounded(value)) {
            chosen.add(chosen(each));
        }
        return new Given.Several(chosen);
    }

    private Given.Chosen chosen(JsonNode value) throws BadFrameException {
        if (value.isString()) {
            return new Given.Chosen(wellFormed(value.stringValue()), null);
        }
        JsonNode key = value.get("value");
        JsonNode text = value.get("text");
        if (!value.isObject()
                || key == null
                || !key.isString()
                || text == null
                || !text.isString()
                || value.size() > 2) {
            throw bad(
                    "A value is a text, a number, a list of values, or an object with \"value\" and \"text\".");
        }
        return new Given.Chosen(wellFormed(key.stringValue()), wellFormed(text.stringValue()));
    }

    private Given.Piles piles(JsonNode value) throws BadFrameException {
        Map<String, List<String>> piles = new LinkedHashMap<>();
        bounded(value);
        for (Map.Entry<String, JsonNode> pile : value.properties()) {
            List<String> keys = new ArrayList<>();
            for (JsonNode each : bounded(pile.getValue())) {
                if (!each.isString()) {
                    throw bad("When sorting, each bucket holds a list of texts.");
                }
                keys.add(wellFormed(each.stringValue()));
            }
            piles.put(wellFormed(pile.getKey()), List.copyOf(keys));
        }
        return new Given.Piles(piles);
    }

    private JsonNode bounded(JsonNode many) throws BadFrameException {
        if (!many.isArray() && !many.isObject()) {
            throw bad("When sorting, each bucket holds a list of texts.");
        }
        if (many.size() > MOST_VALUES) {
            throw bad("An answer has at most " + MOST_VALUES + " values.");
        }
        return many;
    }

    private double finite(JsonNode number) throws BadFrameException {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw bad("That number is too large.");
        }
        return value;
    }

    private boolean truth(String field) throws BadFrameException {
        JsonNode truth = root.get(field);
        if (truth == null || !truth.isBoolean()) {
            throw bad("The field \"" + field + "\" must be there and be true or false.");
        }
        return truth.booleanValue();
    }

    private int after() throws BadFrameException {
        JsonNode after = root.get("after");
        if (after == null
                || !after.isIntegralNumber()
                || !after.canConvertToInt()
                || after.intValue() < 0) {
            throw bad("A resume needs \"after\": the number of the last turn seen, or 0.");
        }
        return after.intValue();
    }

    private String id() throws BadFrameException {
        if (id == null) {
            throw bad("A frame needs an \"id\" of 1 to 64 letters, digits, or . _ : -");
        }
        return id;
    }

    private static @Nullable String known(@Nullable JsonNode id) {
        return id != null && id.isString() && ID.matcher(id.stringValue()).matches()
                ? id.stringValue()
                : null;
    }

    private void only(String... fields) throws BadFrameException {
        List<String> allowed = Arrays.asList(fields);
        if (!allowed.containsAll(root.propertyNames())) {
            throw bad(
                    "This frame has a field too many. It may have "
                            + allowed.stream()
                                    .map(field -> '"' + field + '"')
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private String matching(String field, Pattern form) throws BadFrameException {
        String text = text(field, LONGEST_PLACE);
        if (!form.matcher(text).matches()) {
            throw bad("The field \"" + field + "\" is not of the form it must have.");
        }
        return text;
    }

    private @Nullable String optional(String field, int longest) throws BadFrameException {
        return root.has(field) ? text(field, longest) : null;
    }

    private String text(String field, int longest) throws BadFrameException {
        JsonNode node = root.get(field);
        if (node == null || !node.isString()) {
            throw bad("The field \"" + field + "\" must be there and be a text.");
        }
        String text = wellFormed(node.stringValue());
        if (text.length() > longest) {
            throw bad("The field \"" + field + "\" has at most " + longest + " characters.");
        }
        return text;
    }

    /// Refuses halves of surrogate pairs, which have no UTF-8.
    private String wellFormed(String text) throws BadFrameException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw bad("A text in this frame is not well-formed Unicode.");
            }
        }
        return text;
    }

    private BadFrameException bad(String message) {
        return problem(Trouble.BAD_FRAME, message);
    }

    private BadFrameException problem(Trouble code, String message) {
        return new BadFrameException(new Reply.Problem(id, code, message));
    }
}
