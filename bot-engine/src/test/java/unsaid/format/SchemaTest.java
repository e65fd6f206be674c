package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import unsaid.flow.Finding;

/// The schema that helps in an editor and the reader that decides are of one mind about structure.
/// Beyond the schema, and so only the reader's: which number is the greater, how many points a
/// scale has, which days the calendar has, and that `else` stands last.
class SchemaTest {
    private static final Path DIALOGS = Path.of("..", "dialogs");
    private static final List<String> SHIPPED = shipped();
    private static final int CHANGES = 750;
    private static final Set<String> STRUCTURE =
            Set.of(
                    "unknown-field",
                    "missing-field",
                    "wrong-type",
                    "bad-value",
                    "contradiction",
                    "format-too-new",
                    "two-kinds",
                    "no-kind",
                    "no-else",
                    "over-limit");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text(DIALOGS.resolve("flow.schema.json")), InputFormat.JSON);
    private static final String HELPLINES = text(DIALOGS.resolve("helplines.json"));

    private static List<String> shipped() {
        try (Stream<Path> folders = Files.list(DIALOGS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("flow.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Error> schema(String flow) {
        return SCHEMA.validate(flow, InputFormat.JSON);
    }

    /// What the reader says about structure.
    private static List<Finding> structure(String flow) {
        List<Found> found = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Json json = JsonText.read(flow, "flow.json", found);
        assertEquals(List.of(), found, flow);
        if (json != null) {
            new FlowReader(
                            List.of(unsaid.flow.Option.of("gb", "United Kingdom")),
                            unsaid.safety.Helpline.TOPICS,
                            findings)
                    .read(json);
        }
        return findings.stream()
                .filter(finding -> finding.isError() && STRUCTURE.contains(finding.rule()))
                .toList();
    }

    private static List<Found> errors(String flow) {
        return Dialogs.read(
                        Map.of(
                                "test/flow.json", flow,
                                "safety/flow.json", text(DIALOGS.resolve("safety/flow.json")),
                                "helplines.json", HELPLINES),
                        Dialogs.PRIVACY)
                .findings()
                .stream()
                .filter(Found::isError)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFlowNamesTheSchemaAndFitsIt() {
        assertTrue(SHIPPED.containsAll(List.of("welcome", "safety", "roots")), SHIPPED.toString());
        return SHIPPED.stream()
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow,
                                () -> {
                                    String text = text(DIALOGS.resolve(flow).resolve("flow.json"));
                                    assertEquals(
                                            "../flow.schema.json",
                                            JsonMapper.shared()
                                                    .readTree(text)
                                                    .path("$schema")
                                                    .asString());
                                    assertEquals(List.of(), schema(text));
                                    assertEquals(List.of(), structure(text));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> aGoodFlowIsGoodForBoth() throws IOException {
        return cases("good")
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow[0],
                                () -> {
                                    assertEquals(List.of(), schema(flow[1]));
                                    assertEquals(List.of(), errors(flow[1]));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> aBadFlowIsBadForBoth() throws IOException {
        return cases("bad")
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow[0],
                                () -> {
                                    assertFalse(
                                            schema(flow[1]).isEmpty(), "the schema lets it pass");
                                    assertFalse(
                                            structure(flow[1]).isEmpty(),
                                            "the reader lets it pass");
                                }));
    }

    @TestFactory
    Stream<DynamicTest> whatASchemaCannotSayTheReaderSays() throws IOException {
        return cases("beyond")
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow[0],
                                () -> {
                                    assertEquals(List.of(), schema(flow[1]));
                                    assertFalse(
                                            structure(flow[1]).isEmpty(),
                                            "the reader lets it pass");
                                }));
    }

    /// Each case of a file: a name after `#`, then steps, or a whole flow.
    private static Stream<String[]> cases(String file) throws IOException {
        String all;
        try (var in = SchemaTest.class.getResourceAsStream(file + ".flows")) {
            all =
                    new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
        }
        return Stream.of(all.split("(?m)^# "))
                .filter(part -> !part.isBlank())
                .map(part -> {
                    String name = part.lines().findFirst().orElseThrow().strip();
                    String json = part.substring(part.indexOf('\n')).strip();
                    return new String[] {
                        name,
                        json.contains("\"steps\": [") && json.startsWith("{ \"flow\"")
                                ? json
                                : """
                                { "flow": "test", "version": 1, "language": "en", "title": "T", "steps": [
                                  %s,
                                  { "id": "close", "end": "done" } ] }
                                """
                                        .formatted(json)
                    };
                });
    }

    @Test
    void whateverIsChangedInAShippedFlowBothSayTheSame() {
        SplittableRandom chance = new SplittableRandom(31);
        int bad = 0;
        for (String flow : SHIPPED) {
            JsonNode whole =
                    JsonMapper.shared().readTree(text(DIALOGS.resolve(flow).resolve("flow.json")));
            for (int round = 0; round < CHANGES / SHIPPED.size(); round++) {
                JsonNode changed = whole.deepCopy();
                String what = change(changed, chance);
                String text = changed.toString();
                List<Error> schema = schema(text);
                List<Finding> reader = structure(text);
                if (schema.isEmpty()) {
                    assertEquals(List.of(), reader, flow + " " + what);
                } else if (reader.isEmpty()) {
                    assertFalse(errors(text).isEmpty(), () -> flow + " " + what + "\n" + schema);
                } else {
                    bad++;
                }
            }
        }
        assertTrue(bad > 300, bad + " bad ones");
    }

    /// Changes one place in a flow and says how.
    private static String change(JsonNode whole, SplittableRandom chance) {
        List<JsonNode> places = new ArrayList<>();
        collect(whole, places);
        JsonNode place = places.get(chance.nextInt(places.size()));
        String before = place.toString();
        switch (place) {
            case ObjectNode object -> {
                List<String> names = List.copyOf(object.propertyNames());
                String name = names.get(chance.nextInt(names.size()));
                switch (chance.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 ->
                            object.put(
                                    List.of("anwser", "go", "text", "if", "min", "end", "options")
                                            .get(chance.nextInt(7)),
                                    "x");
                    default -> object.set(name, any(chance));
                }
            }
            case ArrayNode array -> {
                switch (chance.nextInt(3)) {
                    case 0 -> array.remove(chance.nextInt(array.size()));
                    case 1 -> array.add(any(chance));
                    default -> array.set(chance.nextInt(array.size()), any(chance));
                }
            }
            default -> throw new AssertionError(place);
        }
        return before + "\n  → " + place;
    }

    private static JsonNode any(SplittableRandom chance) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (chance.nextInt(10)) {
            case 0 -> make.objectNode();
            case 1 -> make.arrayNode();
            case 2 -> make.booleanNode(chance.nextBoolean());
            case 3 -> make.nullNode();
            case 4 -> make.numberNode(1.5);
            case 5 -> make.numberNode(10_000_000);
            case 6 -> make.stringNode("");
            case 7 -> make.arrayNode().add("one").add("two");
            case 8 -> make.objectNode().put("type", "choise").put("x", 1);
            default -> make.stringNode("Somewhere else");
        };
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer() && !node.isEmpty()) {
            places.add(node);
        }
        node.forEach(inner -> collect(inner, places));
    }
}
