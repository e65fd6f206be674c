package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unsaid.check.Explorer.Explored;
import unsaid.dialogs.Shipped;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.ScriptText;

/// Flows with a mistake that only a talk shows, and the shortest talk that shows it.
class ExplorerTest {
    private static final String ASK =
            """
            {"id":"mood","ask":"How heavy?","answer":{"type":"scale"},
             "next":[{"if":"mood >= 7","go":"kind"},{"else":"close"}]},
            {"id":"kind","ask":"Which?","answer":{"type":"choice","options":[
              {"value":"a","label":"A","go":"close"},{"value":"b","label":"B","go":"last"},
              {"value":"c","label":"C","go":"close"}]},"skip":{"go":"close"}},
            """;
    private static final String CLOSE = ",{\"id\":\"close\",\"end\":\"done\"}";

    private static Engine engine(String fields, String steps) {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\","
                                        + fields
                                        + "\"enough\":\"close\",\"steps\":["
                                        + steps
                                        + "]}"),
                        Dialogs.PRIVACY);
        return Engine.of(
                Objects.requireNonNull(
                        loaded.library(),
                        () ->
                                loaded.findings().stream()
                                        .filter(Found::isError)
                                        .toList()
                                        .toString()));
    }

    private static Explored explored(String fields, String steps) {
        return Explorer.of(engine(fields, steps), "test", Explorer.PLACES, 200);
    }

    private static Trouble only(Explored explored) {
        assertEquals(1, explored.troubles().size(), explored.troubles().toString());
        assertTrue(explored.whole());
        return explored.troubles().getFirst();
    }

    private static List<String> talk(Trouble trouble) {
        return trouble.script().lines().stream().map(ExplorerTest::line).toList();
    }

    private static String line(Script.Line line) {
        return switch (line) {
            case Script.Line.Hears(String text) -> text;
            case Script.Line.Lacks(var options) -> String.valueOf(options);
            case Script.Line.Chooses(var picks, _) -> picks.getFirst().option();
            case Script.Line.Writes(String text) -> text;
            case Script.Line.Gives(Object value) -> value.toString();
            case Script.Line.Does(String command) -> command;
            case Script.Line.Changes(String step) -> step;
        };
    }

    @Test
    void aSoundFlowHasNoTrouble() {
        Explored explored =
                explored(
                        "",
                        ASK
                                + "{\"id\":\"last\",\"ask\":\"Well?\",\"answer\":{\"type\":\"yesno\"}}"
                                + CLOSE);
        assertEquals(List.of(), explored.troubles());
        assertTrue(explored.whole());
        assertEquals(200, explored.walks());
    }

    @Test
    void aQuestionWithoutWordsIsFoundByTheShortestTalk() {
        Trouble trouble =
                only(
                        explored(
                                "\"texts\":{\"more\":[{\"if\":\"mood is 10\",\"text\":\"\"},{\"else\":\"Well?\"}]},",
                                ASK
                                        + "{\"id\":\"last\",\"ask\":\"{more}\",\"answer\":{\"type\":\"yesno\"}}"
                                        + CLOSE));
        assertEquals(Trouble.Kind.EMPTY, trouble.kind());
        assertEquals("test/last", trouble.at());
        assertEquals(List.of("10.0", "b"), talk(trouble));
    }

    @Test
    void questionsThatLeadToEachOtherForEverAreFound() {
        Trouble trouble =
                only(
                        explored(
                                "",
                                ASK
                                        + "{\"id\":\"last\",\"ask\":\"Well?\",\"answer\":{\"type\":\"yesno\"}},"
                                        + "{\"id\":\"on\",\"ask\":\"And?\",\"answer\":{\"type\":\"number\",\"min\":0,\"max\":9},\"next\":[{\"if\":\"on > 9\",\"go\":\"close\"},{\"else\":\"last\"}]}"
                                        + CLOSE));
        assertEquals(Trouble.Kind.LOOP, trouble.kind());
        assertEquals("test/last", trouble.at());
        assertEquals(2, talk(trouble).size());
        assertEquals("b", talk(trouble).getLast());
    }

    @Test
    void aQuestionThatWantsMoreThanItShowsIsFound() {
        Trouble trouble =
                only(
                        explored(
                                "",
                                ASK
                                        + "{\"id\":\"last\",\"ask\":\"Which two?\",\"answer\":{\"type\":\"multi\",\"min\":2,\"max\":2,\"options\":[{\"value\":\"x\",\"label\":\"X\"},{\"value\":\"y\",\"label\":\"Y\",\"if\":\"mood < 7\"}]}}"
                                        + CLOSE));
        assertEquals(Trouble.Kind.REFUSED, trouble.kind());
        assertEquals(3, talk(trouble).size());
        assertEquals("x", talk(trouble).getLast());
    }

    @Test
    void theTalkIsATestThatShowsTheMistake() {
        Engine engine =
                engine(
                        "",
                        ASK
                                + "{\"id\":\"last\",\"ask\":\"Which two?\",\"answer\":{\"type\":\"multi\",\"min\":2,\"max\":2,\"options\":[{\"value\":\"x\",\"label\":\"X\"},{\"value\":\"y\",\"label\":\"Y\",\"if\":\"mood < 7\"}]}}"
                                + CLOSE);
        Script script = Explorer.of(engine, "test", 100, 0).troubles().getFirst().script();
        assertEquals(
                List.of("/talk/2"),
                Rehearsal.of(engine, script).faults().stream()
                        .map(Rehearsal.Fault::pointer)
                        .toList());
        Dialogs.Loaded read =
                Dialogs.read(
                        Map.of("test/found.test.json", ScriptText.of(script)), Dialogs.PRIVACY);
        Script again = Objects.requireNonNull(read.tests().get("test/found.test.json")).getFirst();
        assertEquals(script.lines().toString(), again.lines().toString());
        assertEquals(script.expect(), again.expect());
    }

    @Test
    void itEndsHoweverManyWaysThereAre() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            steps.append(
                    "{\"id\":\"s%d\",\"ask\":\"Which?\",\"answer\":{\"type\":\"scale\"}},"
                            .formatted(i));
        }
        Explored explored = Explorer.of(engine("", steps + CLOSE.substring(1)), "test", 500, 10);
        assertFalse(explored.whole());
        assertTrue(explored.places() <= 1_000, () -> String.valueOf(explored.places()));
        assertEquals(List.of(), explored.troubles());
    }

    @Test
    void theSameFlowGivesTheSameResult() {
        Engine engine = Shipped.engine();
        assertEquals(
                Explorer.of(engine, "welcome", 300, 50), Explorer.of(engine, "welcome", 300, 50));
    }

    /// Those small enough for every place of theirs to be gone on from. Of the others the first
    /// [Explorer#PLACES] are, twice, and then come the walks by chance.
    private static final Set<String> WHOLE = Set.of("safety");

    @TestFactory
    Stream<DynamicTest> theShippedFlowsHaveNoTrouble() {
        Engine engine = Shipped.engine();
        return engine.library().flows().stream()
                .sorted()
                .map(id ->
                        DynamicTest.dynamicTest(
                                id,
                                () -> {
                                    Explored explored =
                                            Explorer.of(
                                                    engine, id, Explorer.PLACES, Explorer.WALKS);
                                    assertEquals(List.of(), explored.troubles());
                                    assertEquals(WHOLE.contains(id), explored.whole());
                                }));
    }
}
