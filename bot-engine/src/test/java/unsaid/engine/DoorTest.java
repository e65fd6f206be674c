package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import unsaid.engine.Outcome.Played;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// A talk that a page opens at another step than the first.
class DoorTest {
    private static final String FIRST = "{'id':'first','ask':'First?','answer':{'type':'yesno'}},";
    private static final String MIDDLE =
            "{'id':'middle','ask':'Middle?','answer':{'type':'yesno'}},";
    private static final String LAST =
            "{'id':'last','ask':'Last?','answer':{'type':'yesno'}},{'id':'end','end':'done'}";

    private static Dialogs.Loaded loaded(String fields, String steps) {
        String flow =
                "{'flow':'test','version':1,'language':'en','title':'A test',%s'steps':[%s]}"
                        .formatted(fields, steps)
                        .replace('\'', '"');
        return Dialogs.read(Map.of("test/flow.json", flow), Dialogs.PRIVACY);
    }

    private static Engine engine(String fields, String steps) {
        Dialogs.Loaded loaded = loaded(fields, steps);
        return Engine.of(
                Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString()));
    }

    private static Played begun(Engine engine, @Nullable String door) {
        return assertInstanceOf(Played.class, engine.start("test", "en", door));
    }

    private static @Nullable String asked(Played played) {
        return played.turn().asks() == null ? null : played.turn().asks().text();
    }

    private static Played yes(Engine engine, Played played) {
        String id = Objects.requireNonNull(played.turn().asks()).id();
        return play(engine, played, new Event.Answered(id, new Given.Chosen("yes", null)));
    }

    private static Played play(Engine engine, Played played, Event event) {
        return assertInstanceOf(Played.class, engine.advance(played.conversation(), event));
    }

    private static List<String> errors(String fields, String steps) {
        return loaded(fields, steps).findings().stream()
                .filter(Found::isError)
                .map(found -> found.finding().rule() + " " + found.finding().pointer())
                .toList();
    }

    private static final String DOOR = "'doors':['middle'],";

    @Test
    void aPageOpensTheTalkAtItsDoor() {
        Engine engine = engine(DOOR, FIRST + MIDDLE + LAST);
        Played played = begun(engine, "middle");
        assertEquals("Middle?", asked(played));
        assertEquals("Last?", asked(yes(engine, played)));
        assertEquals(1, yes(engine, played).conversation().log().entries().size());
    }

    @Test
    void whatIsNoDoorLeadsToTheBeginning() {
        Engine engine = engine(DOOR, FIRST + MIDDLE + LAST);
        for (String door : new String[] {null, "", "last", "nowhere", "@next", "MIDDLE"}) {
            assertEquals("First?", asked(begun(engine, door)), door);
        }
    }

    @Test
    void backAndChangeWalkAgainFromTheDoor() {
        Engine engine = engine(DOOR, FIRST + MIDDLE + LAST);
        Played last = yes(engine, begun(engine, "middle"));
        assertEquals("Middle?", asked(play(engine, last, new Event.Back())));
        assertEquals("Middle?", asked(play(engine, last, new Event.Reopened("test/middle"))));
        assertFalse(begun(engine, "middle").turn().can().contains(Turn.Can.BACK));
    }

    @Test
    void restartBeginsAtTheDoorAgain() {
        Engine engine = engine(DOOR, FIRST + MIDDLE + LAST);
        Played last = yes(engine, begun(engine, "middle"));
        assertEquals("Middle?", asked(play(engine, last, new Event.Restart())));
    }

    @Test
    void aKeptTalkStandsWhereItWasAndKnowsItsDoor() {
        Engine engine = engine(DOOR, FIRST + MIDDLE + LAST);
        Log log = yes(engine, begun(engine, "middle")).conversation().log();
        assertEquals("middle", log.door());
        Played again = assertInstanceOf(Played.class, engine.resume(log));
        assertEquals("Last?", asked(again));
        assertEquals(log, again.conversation().log());
        assertNull(begun(engine, null).conversation().log().door());
    }

    @Test
    void aDoorThatWasGivenAnotherNameIsFound() {
        Log log =
                yes(
                                engine(DOOR, FIRST + MIDDLE + LAST),
                                begun(engine(DOOR, FIRST + MIDDLE + LAST), "middle"))
                        .conversation()
                        .log();
        Engine now =
                engine(
                        "'doors':['centre'],'moved':{'middle':'centre'},",
                        FIRST + MIDDLE.replace("'middle'", "'centre'") + LAST);
        Played again = assertInstanceOf(Played.class, now.resume(log));
        assertEquals("Last?", asked(again));
        assertEquals("centre", again.conversation().log().door());
    }

    @Test
    void aDoorThatHasGoneLeadsToTheBeginningAndLosesNoAnswer() {
        Engine before = engine(DOOR, FIRST + MIDDLE + LAST);
        Log log = yes(before, begun(before, "middle")).conversation().log();
        Engine now = engine("", FIRST + MIDDLE + LAST);
        Played again = assertInstanceOf(Played.class, now.resume(log));
        assertEquals("First?", asked(again));
        assertEquals("Last?", asked(yes(now, again)));
    }

    @Test
    void nothingNeedsToLeadToADoor() {
        String steps =
                "{'id':'first','ask':'First?','answer':{'type':'yesno'},'next':'end'},"
                        + MIDDLE
                        + LAST;
        assertTrue(
                loaded("", steps).findings().stream()
                        .anyMatch(found -> found.finding().rule().equals("unreached")));
        assertTrue(
                loaded(DOOR, steps).findings().stream()
                        .noneMatch(found -> found.finding().rule().equals("unreached")));
    }

    @Test
    void whatWasAskedBeforeADoorMayBeMissingThere() {
        String steps =
                "{'id':'first','ask':'First?','answer':{'type':'scale'},'skip':{'go':'end'}},"
                        + "{'id':'middle','ask':'{first}?','answer':{'type':'yesno'}},"
                        + LAST;
        assertEquals(List.of(), errors("", steps));
        assertEquals(List.of("may-be-unset /steps/1/ask"), errors(DOOR, steps));
    }

    @Test
    void aDoorIsAStepThatStandsInNoLoop() {
        String steps =
                "{'id':'all','ask':'What?','answer':{'type':'list','max':2,'length':20}},"
                        + "{'id':'each','each':'all','as':'one','steps':[{'id':'inner','ask':'{one}?',"
                        + "'answer':{'type':'yesno'}}]},"
                        + LAST;
        assertEquals(List.of("target-inside /doors/0"), errors("'doors':['inner'],", steps));
        assertEquals(List.of("target-missing /doors/1"), errors("'doors':['last','lst'],", steps));
        assertEquals(List.of("bad-value /doors/0"), errors("'doors':['@next'],", steps));
    }
}
