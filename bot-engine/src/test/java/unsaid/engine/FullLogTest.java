package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unsaid.flow.Step.Ending;

/// A conversation that has grown to its limit takes no more answers, and still helps and still
/// ends.
class FullLogTest {
    private static final int QUESTIONS = 15;
    private static Map<String, String> files = Map.of();
    private Talk talk;

    @BeforeAll
    static void readFlows() throws IOException {
        String questions =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i ->
                                """
                                {"id":"q%d","ask":"And?","answer":{"type":"choice","options":[
                                  {"value":"on","label":"On"},
                                  {"value":"hurt","label":"They hit me","flag":"violence"},
                                  {"value":"stop","label":"No more","go":"end"},
                                  {"value":"forget","label":"Clear it","do":"erase"}]}}\
                                """
                                        .formatted(i))
                        .collect(Collectors.joining(","));
        files = new HashMap<>();
        files.put(
                "test/flow.json",
                """
                {"flow":"test","version":1,"language":"en","title":"A test","enough":"close","steps":[
                 {"id":"things","ask":"What?","answer":{"type":"list","of":"text","max":20}},
                 {"id":"go-over","each":"things","as":"thing","steps":[%s]},
                 {"id":"close","ask":"So far.","answer":{"type":"choice","options":[
                   {"value":"finish","label":"Finish","go":"end"}]}},
                 {"id":"end","end":"done"}]}\
                """
                        .formatted(questions));
        for (String file : new String[] {"safety/flow.json", "helplines.json"}) {
            files.put(file, Files.readString(Path.of("..", "dialogs").resolve(file)));
        }
    }

    @BeforeEach
    void fillTheLog() {
        talk = Talk.flows(files);
        talk.lines(
                IntStream.range(0, Limits.ITEMS)
                        .mapToObj(i -> "thing " + i)
                        .toArray(String[]::new));
        while (talk.conversation().log().entries().size() < Limits.LOG) {
            talk.choose("on");
        }
    }

    @Test
    void itTakesNoMoreAnswers() {
        assertEquals(
                Outcome.Reason.TOO_LONG,
                assertInstanceOf(
                                Outcome.Refused.class, talk.tryGiving(new Given.Chosen("on", null)))
                        .reason());
    }

    @Test
    void helpOpensAsOftenAsSomebodyWishes() {
        String open = talk.asks();
        for (int i = 0; i < 40; i++) {
            assertEquals("safety/menu", talk.event(new Event.Help()).asks());
            assertEquals("safety/private", talk.choose("private").asks());
            assertEquals("safety/menu", talk.event(new Event.Help()).asks());
            assertEquals(open, talk.choose("back").asks());
        }
        assertTrue(talk.conversation().log().entries().size() < Limits.LOG + 10);
        assertEquals(open, resumed());
    }

    @Test
    void aCountryChosenInHelpStays() {
        talk.event(new Event.Help()).choose("country").choose("ie");
        assertEquals("safety/menu", talk.event(new Event.Help()).asks());
        assertTrue(talk.conversation().log().noted().contains("country:ie"));
        assertEquals("safety/menu", resumed());
    }

    @Test
    void dangerIsHeard() {
        String open = talk.asks();
        assertEquals("safety/now", talk.choose("hurt").asks());
        assertTrue(talk.conversation().coupleLocked());
        assertEquals("safety/mis", talk.choose("mistaken").conversation().trail().getFirst());
        assertTrue(!talk.asks().equals(open), "the answer was not taken");
        String words = "last night he hit me and choked me";
        assertEquals("safety/now", talk.event(new Event.Wrote(talk.question().id(), words)).asks());
        assertEquals("safety/now", resumed());
    }

    @Test
    void theTalkCanEndAndBeErased() {
        assertTrue(talk.choose("forget").turn().erase());
        fillTheLog();
        assertEquals(Ending.DONE, talk.choose("stop").turn().ending());
        fillTheLog();
        assertEquals("test/close", talk.event(new Event.Enough()).asks());
        assertEquals(Ending.DONE, talk.choose("finish").turn().ending());
        fillTheLog();
        assertNull(talk.event(new Event.Help()).choose("end").turn().asks());
        assertTrue(talk.turn().erase());
    }

    private String resumed() {
        Outcome.Played played =
                assertInstanceOf(
                        Outcome.Played.class, talk.engine.resume(talk.conversation().log()));
        return Objects.requireNonNull(played.turn().asks()).at();
    }
}
