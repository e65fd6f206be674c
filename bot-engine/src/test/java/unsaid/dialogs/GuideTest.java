package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.check.Explorer;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// The authoring guide's examples are loaded and run. A fence says what stands in it: `json flow`,
/// `json test`, `json step`, `json option`, `json texts` or `json review`.
class GuideTest {
    private static final Pattern FENCE =
            Pattern.compile("^```json *(\\w*)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ANSWER =
            Pattern.compile("^\\| `(\\w+)` \\|.*\\| `(\\{ \"type\": .*})` \\|$", Pattern.MULTILINE);

    /// Steps that examples speak of, by id; an example's own step of that id takes its place.
    private static final Map<String, String> AROUND = new LinkedHashMap<>();

    static {
        AROUND.put(
                "mood",
                """
                { "id": "mood", "ask": "How heavy?", "answer": { "type": "scale" } }\
                """);
        AROUND.put(
                "fears",
                """
                { "id": "fears", "ask": "What?", "answer": { "type": "list" } }\
                """);
        AROUND.put(
                "worries",
                """
                { "id": "worries", "ask": "What?", "answer": { "type": "list" } }\
                """);
        AROUND.put(
                "hopes",
                """
                { "id": "hopes", "ask": "What?", "answer": { "type": "list" } }\
                """);
        AROUND.put(
                "focus",
                """
                { "id": "focus", "ask": "Which?", "answer": { "type": "choice", "options": [
                  { "value": "left", "label": "Being left", "forms": { "you": "you are left" } } ] } }\
                """);
        AROUND.put(
                "short",
                """
                { "id": "shorten", "set": { "short": true } }\
                """);
        AROUND.put(
                "weigh",
                """
                { "id": "weigh", "each": "fears", "as": "fear", "steps": [
                  { "id": "strength", "ask": "{fear}?", "answer": { "type": "scale" } } ] }\
                """);
        AROUND.put("", "");
        AROUND.put(
                "heavy",
                """
                { "id": "heavy", "say": "A lot." }\
                """);
        AROUND.put(
                "pick",
                """
                { "id": "pick", "say": "Pick." }\
                """);
        AROUND.put(
                "where",
                """
                { "id": "where", "ask": "Where?", "answer": { "type": "choice", "options": [
                  { "value": "home", "label": "At home", "forms": { "you": "when you are at home" } } ] } }\
                """);
        AROUND.put(
                "close",
                """
                { "id": "close", "say": "{comes}" }\
                """);
        AROUND.put(
                "after",
                """
                { "id": "after", "end": "done" }\
                """);
    }

    private static final Map<String, String> OTHERS =
            Map.of(
                    "breathing/flow.json",
                            """
                            { "flow": "breathing", "version": 1, "language": "en", "title": "Breathing", "steps": [
                              { "id": "heavy", "ask": "How heavy?", "answer": { "type": "scale" } }, { "id": "out", "end": "done" } ] }\
                            """,
                    "check-in/flow.json",
                            """
                            { "flow": "check-in", "version": 1, "language": "en", "title": "Checking in", "steps": [
                              { "id": "out", "end": "done", "say": "Hello again." } ] }\
                            """);

    private static String guide() throws IOException {
        return Files.readString(Shipped.FOLDER.resolve("README.md"));
    }

    private static List<String> fences(String kind) throws IOException {
        return FENCE.matcher(guide())
                .results()
                .filter(fence -> fence.group(1).equals(kind))
                .map(fence -> fence.group(2))
                .toList();
    }

    @Test
    void everyFenceSaysWhatStandsInIt() throws IOException {
        assertEquals(List.of(), fences(""));
        assertEquals(
                List.of("flow", "option", "review", "step", "test", "texts", "tone", "translation"),
                FENCE.matcher(guide())
                        .results()
                        .map(fence -> fence.group(1))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Every recipe is a whole flow with talks: they are checked and played with all others below.
    @TestFactory
    Stream<DynamicTest> everyRecipeOfTheCookbookHasAFlowAndATalk() throws IOException {
        String cookbook = guide().split("(?m)^## Cookbook$")[1].split("(?m)^## ")[0];
        List<String> recipes = List.of(cookbook.split("(?m)^### "));
        assertEquals(5, recipes.size() - 1);
        return recipes.stream()
                .skip(1)
                .map(recipe ->
                        DynamicTest.dynamicTest(
                                recipe.lines().findFirst().orElseThrow(),
                                () -> {
                                    assertTrue(recipe.contains("\nUse it when"), recipe);
                                    assertTrue(recipe.contains("```json flow\n"), recipe);
                                    assertTrue(recipe.contains("```json test\n"), recipe);
                                }));
    }

    private static String flowOf(String json) {
        JsonNode read = JsonMapper.shared().readTree(json);
        return (read.has("tests") ? read.path("tests").path(0) : read).path("flow").asString();
    }

    @TestFactory
    Stream<DynamicTest> theGuidesFlowsAreFreeOfFindingsAndTheirTestsPass() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String flow : Shipped.engine().library().flows()) {
            files.put(
                    flow + "/flow.json",
                    Files.readString(Shipped.FOLDER.resolve(flow).resolve("flow.json")));
        }
        files.put("helplines.json", Files.readString(Shipped.FOLDER.resolve("helplines.json")));
        List<String> flows = fences("flow").stream().map(GuideTest::flowOf).toList();
        for (String flow : fences("flow")) {
            files.put(flowOf(flow) + "/flow.json", flow);
        }
        files.put("one-good-thing/flow.de.json", fences("translation").getFirst());
        List<String> tests = fences("test");
        for (int i = 0; i < tests.size(); i++) {
            files.put(flowOf(tests.get(i)) + "/guide-" + i + ".test.json", tests.get(i));
        }
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        assertNotNull(loaded.library(), () -> loaded.findings().toString());
        Set<String> beside = Set.of("unreviewed", "unused-flow", "translation-missing");
        assertEquals(
                List.of(),
                loaded.findings().stream()
                        .filter(found -> !beside.contains(found.finding().rule()))
                        .toList());
        Engine engine = Engine.of(loaded.library());
        List<Script> scripts = loaded.tests().values().stream().flatMap(List::stream).toList();
        List<String> played = scripts.stream().map(Script::flow).distinct().toList();
        // Played from the flow that calls it.
        assertEquals(
                List.of("a-quiet-minute"),
                flows.stream().filter(flow -> !played.contains(flow)).toList());
        assertEquals(tests.size(), loaded.tests().size());
        return scripts.stream()
                .map(script ->
                        DynamicTest.dynamicTest(
                                script.name(),
                                () ->
                                        assertEquals(
                                                List.of(), Rehearsal.of(engine, script).faults())));
    }

    /// Where it stands moves with every line above; what is said has to be what comes.
    @Test
    void theExampleOfAFindingIsWhatComes() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        files.computeIfPresent(
                "naming-fears/flow.json",
                (_, flow) -> flow.replaceFirst("\"go\": \"private\"", "\"go\": \"privat\""));
        String told =
                Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                        .filter(Found::isError)
                        .findFirst()
                        .orElseThrow()
                        .toString();
        assertTrue(guide().contains(told.substring(told.indexOf("  error"))), told);
    }

    @Test
    void theGuidesLimitsOfToneAreThoseThatHoldByThemselves() throws IOException {
        String tone = fences("tone").getFirst();
        assertEquals(
                List.of(),
                Dialogs.read(Map.of("tone.json", tone), "").findings().stream()
                        .filter(found -> found.file().equals("tone.json"))
                        .toList());
        JsonNode json = JsonMapper.shared().readTree(tone);
        unsaid.check.Tone or = unsaid.check.Tone.DEFAULT;
        assertEquals(
                List.of(
                        or.bubble(),
                        or.sentence(),
                        or.turnWords(),
                        or.turnBubbles(),
                        or.options(),
                        or.label(),
                        (int) or.turnGrade(),
                        (int) or.flowGrade(),
                        (int) or.rareWords(),
                        or.takenUp(),
                        or.longest(),
                        or.usual(),
                        or.skipping(),
                        or.copied()),
                json.propertyNames().stream()
                        .filter(name -> json.get(name).isNumber())
                        .map(name -> json.get(name).asInt())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleLoads() throws IOException {
        List<DynamicTest> all = new ArrayList<>();
        for (String step : fences("step")) {
            all.add(loads(step, "", step));
        }
        for (String option : fences("option")) {
            all.add(
                    loads(
                            option,
                            "",
                            asking("{ \"type\": \"choice\", \"options\": [ " + option + " ] }")));
        }
        for (String texts : fences("texts")) {
            String fields = texts.strip().substring(1, texts.strip().length() - 1).strip() + ",";
            all.add(
                    loads(
                            texts,
                            fields,
                            "{ \"id\": \"mirror\", \"say\": \"So it may go like this. {comes} {focus.you}\" }"));
        }
        return all.stream();
    }

    @Test
    void aFlowWithTheReviewOfTheGuideIsNoPreview() throws IOException {
        String review = fences("review").getFirst().strip();
        String flow =
                fences("flow")
                        .getFirst()
                        .replace(
                                "\"review\": { \"by\": null, \"on\": null }",
                                review.substring(1, review.length() - 1));
        Dialogs.Loaded loaded =
                Dialogs.read(Map.of("one-good-thing/flow.json", flow), Dialogs.PRIVACY);
        assertEquals(
                List.of(),
                loaded.findings().stream()
                        .filter(found -> found.finding().rule().contains("review"))
                        .toList());
        assertTrue(
                requireNonNull(requireNonNull(loaded.library()).flow("one-good-thing"))
                        .review()
                        .isComplete());
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfAnswerInTheTableLoads() throws IOException {
        List<DynamicTest> all =
                ANSWER.matcher(guide())
                        .results()
                        .map(row -> {
                            String answer =
                                    row.group(2)
                                            .replace(
                                                    "[ … ]",
                                                    "[ { \"value\": \"a\", \"label\": \"A\" } ]");
                            return loads(row.group(1), "", asking(answer));
                        })
                        .toList();
        assertEquals(12, all.size());
        return all.stream();
    }

    private static String asking(String answer) {
        return "{ \"id\": \"example\", \"ask\": \"What?\", \"answer\": " + answer + " }";
    }

    private static DynamicTest loads(String name, String fields, String step) {
        return DynamicTest.dynamicTest(
                name.lines().findFirst().orElseThrow(),
                () -> {
                    List<String> steps = new ArrayList<>();
                    AROUND.forEach((id, other) -> {
                        if (id.isEmpty()) {
                            steps.add(step.strip());
                        } else if (!step.contains("{ \"id\": \"" + id + "\"")) {
                            steps.add(other);
                        }
                    });
                    String texts =
                            fields.isEmpty()
                                    ? "\"texts\": { \"comes\": [ { \"else\": \"\" } ] },"
                                    : fields;
                    String flow =
                            "{ \"flow\": \"guide\", \"version\": 1, \"language\": \"en\", \"title\": \"Guide\", "
                                    + texts
                                    + " \"steps\": [\n"
                                    + String.join(",\n", steps)
                                    + "\n] }";
                    Map<String, String> files = new LinkedHashMap<>(OTHERS);
                    files.put("guide/flow.json", flow);
                    files.put(
                            "safety/flow.json",
                            Files.readString(Shipped.FOLDER.resolve("safety/flow.json")));
                    Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
                    List<Found> errors =
                            loaded.findings().stream()
                                    .filter(found ->
                                            found.isError()
                                                    && !found.file().equals("helplines.json"))
                                    .toList();
                    assertEquals(List.of(), errors, flow);
                    assertEquals(
                            List.of(),
                            Explorer.of(
                                            Engine.of(requireNonNull(loaded.library())),
                                            "guide",
                                            300,
                                            20)
                                    .troubles(),
                            flow);
                });
    }
}
