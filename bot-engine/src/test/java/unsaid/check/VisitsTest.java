package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unsaid.engine.Engine;
import unsaid.flow.Finding;
import unsaid.format.Dialogs;

/// Flows whose steps are fine one by one.
class VisitsTest {
    private static final String CLOSE =
            "{\"id\":\"close\",\"say\":[\"Thank you.\"],\"end\":\"done\"}";

    private static List<Finding> visited(Tone tone, String steps, String... german) {
        String flow =
                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"enough\":\"close\",\"steps\":["
                        + steps
                        + "]}";
        Dialogs.Loaded loaded =
                Dialogs.read(
                        german.length == 0
                                ? Map.of("test/flow.json", flow)
                                : Map.of("test/flow.json", flow, "test/flow.de.json", german[0]),
                        Dialogs.PRIVACY);
        Engine engine =
                Engine.of(
                        Objects.requireNonNull(
                                loaded.library(), () -> loaded.findings().toString()));
        return List.copyOf(Visits.of(engine, "test", tone, 50));
    }

    private static List<Finding> visited(String steps) {
        return visited(Tone.DEFAULT, steps);
    }

    private static Finding only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings.toString());
        return findings.getFirst();
    }

    private static String scale(String id, int depth) {
        return "{\"id\":\"%s\",\"depth\":%d,\"ask\":\"How heavy is it?\",\"answer\":{\"type\":\"scale\"}},"
                .formatted(id, depth);
    }

    private static String says(String id, String... bubbles) {
        return "{\"id\":\"%s\",\"say\":[%s]},"
                .formatted(
                        id,
                        List.of(bubbles).stream()
                                .map(text -> '"' + text + '"')
                                .collect(Collectors.joining(",")));
    }

    @Test
    void aQuietTalkHasNothingToTell() {
        assertEquals(List.of(), visited(scale("a", 1) + says("b", "I see.") + CLOSE));
    }

    @Test
    void stepsThatSayTooMuchTogetherAreToldWhereTheLastOfThemStands() {
        Finding found =
                only(
                        visited(
                                says("one", "First.", "Second.")
                                        + says("two", "Third.", "Fourth.")
                                        + scale("mood", 1)
                                        + CLOSE));
        assertEquals("turn-long", found.rule());
        assertEquals("/steps/2", found.pointer());
        assertTrue(found.message().contains("\"one\" and \"two\" and \"mood\""), found.message());
        assertTrue(found.message().contains("in 5 bubbles"), found.message());
    }

    @Test
    void whatSomebodyWroteAndChoseIsNotCounted() {
        String long40 = "word ".repeat(39) + "word";
        String steps =
                "{\"id\":\"pick\",\"ask\":\"Which?\",\"answer\":{\"type\":\"choice\",\"options\":["
                        + "{\"value\":\"a\",\"label\":\"A\",\"forms\":{\"you\":\"%s\"}},"
                                .formatted(long40)
                        + "{\"value\":\"b\",\"label\":\"B\",\"forms\":{\"you\":\"%s\"}}]}},"
                                .formatted(long40)
                        + "{\"id\":\"back\",\"say\":[{\"if\":\"pick is set\",\"text\":\"You said {pick.you}. And: {pick.you}.\"}]},"
                        + "{\"id\":\"mood\",\"depth\":1,\"ask\":\"How heavy is it?\",\"answer\":{\"type\":\"scale\"}},"
                        + CLOSE;
        assertEquals(List.of(), visited(steps));
    }

    @Test
    void aStepThatOnlyAsksInItsWordsMakesTwoQuestionsOfTheNext() {
        Finding found = only(visited(says("one", "Do you know that?") + scale("mood", 1) + CLOSE));
        assertEquals("two-questions", found.rule());
        assertEquals("/steps/1", found.pointer());
    }

    @Test
    void aQuestionInQuotesIsAnExample() {
        assertEquals(
                List.of(),
                visited(says("one", "Some ask: “Are you there?”") + scale("mood", 1) + CLOSE));
    }

    @Test
    void somethingDeepAmongTheLastTwoQuestionsIsTold() {
        Finding found = only(visited(scale("a", 1) + scale("deep", 3) + scale("light", 1) + CLOSE));
        assertEquals("deep-ending", found.rule());
        assertEquals("/steps/1", found.pointer());
        assertEquals(
                List.of(), visited(scale("deep", 3) + scale("a", 1) + scale("light", 1) + CLOSE));
    }

    @Test
    void aTalkThatIsLongForHalfOfThoseWhoAnswerIsTold() {
        String many =
                IntStream.range(0, 21)
                        .mapToObj(i -> scale("q" + i, 1))
                        .collect(Collectors.joining());
        List<Finding> found = visited(many + CLOSE);
        assertEquals("talk-long", only(found).rule());
        assertTrue(found.getFirst().message().contains("21 questions"), found.toString());
    }

    @Test
    void anotherLanguageIsHeldAgainstTheSameAndNamed() {
        String german =
                """
                {"flow":"test","language":"de","review":{"by":null,"on":null},"texts":{
                 "/title":{"from":"T","to":"T"},
                 "one/say/0":{"from":"I see.","to":"Kennst du das?"},
                 "mood/ask":{"from":"How heavy is it?","to":"Wie schwer ist es?"},
                 "close/say/0":{"from":"Thank you.","to":"Danke."}}}
                """;
        Finding found =
                only(
                        visited(
                                Tone.DEFAULT,
                                says("one", "I see.") + scale("mood", 1) + CLOSE,
                                german));
        assertEquals("two-questions", found.rule());
        assertTrue(found.message().startsWith("in \"de\" "), found.message());
    }

    @Test
    void aFlowThatIsNotThereIsRefused() {
        Engine engine = unsaid.dialogs.Shipped.engine();
        assertThrows(
                IllegalArgumentException.class,
                () -> Visits.of(engine, "nothing", Tone.DEFAULT, 1));
    }
}
