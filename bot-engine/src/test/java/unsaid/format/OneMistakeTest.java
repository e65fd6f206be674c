package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One mistake is one finding: nothing is told that would be gone once it is mended.
class OneMistakeTest {
    private static final Path DIALOGS = Path.of("..", "dialogs");
    private static final Set<String> OF_THE_AUTHOR =
            Set.of("texts", "set", "moved", "takes", "with", "labels", "forms", "note", "names");

    private static String text(String file) {
        try {
            return Files.readString(DIALOGS.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Found> found(String flow, String text) {
        Map<String, String> files = new HashMap<>();
        files.put("safety/flow.json", text("safety/flow.json"));
        files.put("helplines.json", text("helplines.json"));
        files.put(flow + "/flow.json", text);
        return Dialogs.read(files, Dialogs.PRIVACY).findings();
    }

    /// Rules and messages of what is found because of a change.
    private static List<String> more(String flow, String text, Set<String> before) {
        return found(flow, text).stream()
                .map(OneMistakeTest::told)
                .filter(one -> !before.contains(one))
                .toList();
    }

    private static String told(Found found) {
        return found.finding().rule()
                + ": "
                + found.finding().message()
                + "; "
                + found.finding().wayOut();
    }

    private static Set<String> before(String flow) {
        return found(flow, text(flow + "/flow.json")).stream()
                .map(OneMistakeTest::told)
                .collect(Collectors.toSet());
    }

    /// A field of an object whose fields are the format's.
    private record Field(ObjectNode object, String name) {}

    private static void fields(JsonNode node, List<Field> fields) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                fields.add(new Field(object, name));
                if (!OF_THE_AUTHOR.contains(name)) {
                    fields(object.get(name), fields);
                }
            }
        } else {
            node.forEach(inner -> fields(inner, fields));
        }
    }

    private static String misspelt(String name, SplittableRandom chance) {
        int at = 1 + chance.nextInt(name.length() - 1);
        return switch (chance.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default ->
                    name.substring(0, at - 1)
                            + name.charAt(at)
                            + name.charAt(at - 1)
                            + name.substring(at + 1);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"naming-fears", "welcome", "check-in"})
    void aMisspeltFieldOfAShippedFlowIsToldOnceWithTheRightName(String flow) {
        String whole = text(flow + "/flow.json");
        Set<String> before = before(flow);
        SplittableRandom chance = new SplittableRandom(3);
        List<String> wrong = new ArrayList<>();
        int made = 0;
        for (int round = 0; round < 40; round++) {
            JsonNode root = JsonMapper.shared().readTree(whole);
            List<Field> fields = new ArrayList<>();
            fields(root, fields);
            fields.removeIf(field -> field.name().length() < 3 || field.name().startsWith("$"));
            Field field = fields.get(chance.nextInt(fields.size()));
            String name = misspelt(field.name(), chance);
            if (field.object().has(name) || name.equals("text") || name.equals("say")) {
                continue;
            }
            JsonNode value = field.object().remove(field.name());
            field.object().set(name, value);
            made++;
            List<String> more = more(flow, root.toString(), before);
            String wanted =
                    "unknown-field: \""
                            + name
                            + "\" is not known here; did you mean \""
                            + field.name()
                            + "\"? For a remark use \"note\"";
            if (!more.equals(List.of(wanted))) {
                wrong.add(field.name() + " as " + name + ": " + more);
            }
        }
        assertTrue(made > 30, made + " were made");
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"naming-fears", "welcome", "check-in"})
    void aValueOfTheWrongKindInAShippedFlowIsToldOnce(String flow) {
        String whole = text(flow + "/flow.json");
        Set<String> before = before(flow);
        SplittableRandom chance = new SplittableRandom(5);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            JsonNode root = JsonMapper.shared().readTree(whole);
            List<Field> fields = new ArrayList<>();
            fields(root, fields);
            fields.removeIf(field -> field.name().equals("note"));
            Field field = fields.get(chance.nextInt(fields.size()));
            JsonNode value = field.object().get(field.name());
            JsonNodeFactory make = JsonNodeFactory.instance;
            JsonNode other =
                    value.isNumber() || value.isBoolean()
                            ? make.stringNode("x")
                            : value.isString() ? make.booleanNode(true) : make.numberNode(5);
            field.object().set(field.name(), other);
            List<String> more = more(flow, root.toString(), before);
            if (more.size() != 1) {
                wrong.add(field.name() + " " + other + " for " + value + ": " + more);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"id\":\"a\",\"aks\":\"How?\",\"answer\":{\"type\":\"yesno\"},\"next\":\"e\"}`|ask",
                "`{\"id\":\"a\",\"say\":\"x\",\"emd\":\"done\"}`|end",
                "`{\"id\":\"a\",\"say\":\"x\",\"nex\":\"e\"}`|next",
                "`{\"id\":\"a\",\"say\":\"x\",\"goto\":\"e\"}`|next",
                "`{\"id\":\"a\",\"say\":\"x\",\"go\":\"e\"}`|next",
                "`{\"id\":\"a\",\"question\":\"How?\",\"answer\":{\"type\":\"yesno\"},\"next\":\"e\"}`|ask",
                "`{\"id\":\"a\",\"ask\":\"How?\",\"anwser\":{\"type\":\"yesno\"},\"next\":\"e\"}`|answer",
                "`{\"id\":\"a\",\"ask\":\"How?\",\"answer\":{\"tpye\":\"yesno\"},\"next\":\"e\"}`|type",
                "`{\"ID\":\"a\",\"say\":\"x\",\"next\":\"e\"}`|id"
            })
    void aSlipInAStepIsToldOnce(String step, String meant) {
        String flow =
                """
                { "flow": "t", "version": 1, "language": "en", "title": "T", "enough": "e", "steps": [
                  %s, { "id": "e", "end": "done", "say": "That is all.", "show": [] } ] }
                """;
        Set<String> usual =
                found("t", flow.formatted("{\"id\":\"a\",\"say\":\"x\"}")).stream()
                        .map(OneMistakeTest::told)
                        .collect(Collectors.toSet());
        List<String> more =
                more("t", flow.formatted(step), usual).stream()
                        .filter(one -> !one.startsWith("unreached"))
                        .filter(one -> !one.startsWith("unused-answer"))
                        .toList();
        assertEquals(1, more.size(), more.toString());
        assertTrue(more.getFirst().contains("did you mean \"" + meant + "\""), more.toString());
    }

    @Test
    void aFlowThatIsNoJsonIsNotToldAgainByThoseThatLeadToIt() throws IOException {
        Map<String, String> files = new HashMap<>(Dialogs.files(DIALOGS));
        Set<String> before =
                Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                        .map(OneMistakeTest::told)
                        .collect(Collectors.toSet());
        files.put(
                "naming-fears/flow.json",
                text("naming-fears/flow.json").replaceFirst("\"steps\": \\[", "\"steps\": [["));
        List<String> more =
                Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                        .map(OneMistakeTest::told)
                        .filter(one -> !before.contains(one))
                        .toList();
        assertEquals(1, more.size(), more.toString());
    }
}
