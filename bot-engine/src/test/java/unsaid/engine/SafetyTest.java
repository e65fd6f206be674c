package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Danger interrupts, helps, and gives the visitor back to the place where they were.
class SafetyTest {
    private static final String FLOW =
            """
            {"flow":"test","version":1,"language":"en","title":"A test","steps":[
             {"id":"what","ask":"What?","answer":{"type":"multi","options":[
               {"value":"quiet","label":"Quiet"},
               {"value":"selfharm","label":"1","flag":"selfharm"},{"value":"danger-now","label":"2","flag":"danger-now"},
               {"value":"violence","label":"3","flag":"violence"},{"value":"sexual","label":"4","flag":"sexual"},
               {"value":"restrict","label":"5","flag":"restrict"},{"value":"monitor","label":"6","flag":"monitor"},
               {"value":"money","label":"7","flag":"money"},{"value":"isolate","label":"8","flag":"isolate"},
               {"value":"degrade","label":"9","flag":"degrade"},{"value":"accuse","label":"10","flag":"accuse"},
               {"value":"threaten-self","label":"11","flag":"threaten-self"},{"value":"fear","label":"12","flag":"fear"},
               {"value":"own","label":"13","flag":"own"},{"value":"child","label":"14","flag":"child"},
               {"value":"minor","label":"15","flag":"minor"},{"value":"emergency","label":"16","flag":"emergency"},
               {"value":"hint","label":"17","flag":"fear?"}]},"next":"again"},
             {"id":"again","ask":"And?","answer":{"type":"text"},"next":"last"},
             {"id":"last","ask":"Then?","answer":{"type":"yesno"}},
             {"id":"end","end":"done"}]}\
            """;

    private static Talk talk() {
        return talk("test");
    }

    private static Talk talk(String begun) {
        try {
            Map<String, String> files = new HashMap<>();
            files.put("test/flow.json", FLOW);
            files.put(
                    "safety/flow.json",
                    Files.readString(Path.of("..", "dialogs", "safety", "flow.json")));
            files.put(
                    "helplines.json", Files.readString(Path.of("..", "dialogs", "helplines.json")));
            return Talk.flows(files, begun);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "selfharm,selfharm", "danger-now,now", "violence,now", "sexual,now", "emergency,hurt",
                "restrict,soft",
        "monitor,soft", "money,soft", "fear,soft", "own,own", "child,child", "minor,minor"
    })
    void aTappedDangerLeadsToItsHelpInOneTurn(String tapped, String step) {
        Talk talk = talk().chooseAll(tapped);
        assertEquals("safety/" + step, talk.asks());
        assertTrue(
                talk.conversation().coupleLocked() || step.equals("selfharm"),
                "features for two stay locked");
    }

    @ParameterizedTest
    @CsvSource({"quiet", "degrade", "accuse", "isolate", "threaten-self", "hint"})
    void oneMildSignAloneDoesNotInterrupt(String tapped) {
        assertEquals("test/again", talk().chooseAll(tapped).asks());
    }

    @Test
    void dangerIsHeardInWhateverLanguageItIsWritten() {
        assertEquals("safety/now", talk().chooseAll("quiet").write("er schlägt mich").asks());
        Talk tapped = talk();
        tapped.event(new Event.Wrote(tapped.question().id(), "ich will nicht mehr leben"));
        assertEquals("safety/selfharm", tapped.asks());
    }

    @Test
    void twoDifferentMildSignsLeadToTheSoftQuestion() {
        assertEquals("safety/soft", talk().chooseAll("degrade", "accuse").asks());
        assertEquals("safety/soft", talk().chooseAll("hint", "isolate").asks());
    }

    /// What is typed where a tap is wanted is no answer, and is not forgotten either.
    @Test
    void mildSignsThatAreTypedWhereATapIsWantedAreCounted() {
        Talk talk = talk();
        talk.event(
                new Event.Wrote(talk.question().id(), "he calls me names and says i am worthless"));
        assertEquals("test/what", talk.asks());
        assertTrue(talk.turn().says().getFirst().startsWith("Thank you for writing that."));
        assertTrue(talk.conversation().coupleLocked());
        talk.event(
                new Event.Wrote(
                        talk.question().id(), "he says he will kill himself if i leave him"));
        assertEquals("safety/soft", talk.asks());
        assertEquals("test/what", talk.choose("go-on").asks());
    }

    @Test
    void aMildSignThatIsTypedAgainIsThankedForAgain() {
        Talk talk = talk();
        String sign = "he calls me names and says i am worthless";
        talk.event(new Event.Wrote(talk.question().id(), sign));
        Outcome again =
                talk.engine.advance(
                        talk.conversation(), new Event.Wrote(talk.question().id(), sign));
        assertTrue(
                again instanceof Outcome.Refused(var reason, String message, var retry)
                        && reason == Outcome.Reason.UNFIT
                        && message.startsWith("Thank you for writing that.")
                        && retry.isEmpty(),
                again.toString());
    }

    @Test
    void whatThePauseIsAboutIsTheDangerThatWasMetAndStaysSoAfterABreak() {
        Talk talk = talk();
        talk.event(
                new Event.Wrote(talk.question().id(), "he takes all my money and i get nothing"));
        String about = "Some of this is about money";
        assertTrue(talk.turn().says().getLast().startsWith(about), talk.turn().says().toString());
        assertTrue(
                talk.engine.resume(talk.conversation().log())
                                instanceof Outcome.Played(Conversation again, Turn turn)
                        && again.open() != null
                        && again.open().equals("safety/soft")
                        && turn.toString().contains(about));
        Talk tapped = talk().chooseAll("money");
        assertTrue(tapped.turn().says().getLast().startsWith(about));
        assertFalse(talk().chooseAll("fear").turn().says().getLast().startsWith(about));
    }

    @Test
    void helpThatIsBegunByItselfOffersNoWayBackToNowhere() {
        Talk alone = talk("safety");
        assertEquals("safety/menu", alone.asks());
        assertFalse(options(alone).contains("back"), options(alone).toString());
        assertTrue(options(alone).contains("end"));
        alone.choose("private");
        assertFalse(options(alone).contains("back"), options(alone).toString());
        Talk inside = talk();
        inside.event(new Event.Help());
        assertTrue(options(inside).contains("back"), options(inside).toString());
    }

    private static List<String> options(Talk talk) {
        return talk.question().wants() instanceof Question.Wants.Choice(var options)
                ? options.stream().map(Question.Tap::value).toList()
                : List.of();
    }

    @Test
    void afterHelpTheTalkGoesOnWhereTheAnswerWouldHaveLed() {
        Talk talk = talk().chooseAll("restrict").choose("go-on");
        assertEquals("test/again", talk.asks());
        assertTrue(talk.conversation().coupleLocked());
    }

    @Test
    void theSoftQuestionIsAskedOnceForEachFamily() {
        Talk talk = talk().chooseAll("restrict").choose("go-on");
        talk.write("she never lets me go out alone, i am not allowed to see my friends");
        assertEquals("test/last", talk.asks());
    }

    @Test
    void dangerInFreeTextIsFoundToo() {
        Talk talk = talk().chooseAll("quiet").write("i want to kill myself");
        assertEquals("safety/selfharm", talk.asks());
        assertFalse(talk.turn().helplines().isEmpty());
    }

    @Test
    void helpCanBeOpenedAtAnyQuestionAndReturnsToIt() {
        Talk talk = talk().chooseAll("quiet");
        talk.event(new Event.Help());
        assertEquals("safety/menu", talk.asks());
        assertTrue(talk.turn().helplines().contains("emergency"));
        talk.choose("back");
        assertEquals("test/again", talk.asks());
        talk.event(new Event.Help()).choose("country").choose("de").choose("back");
        assertEquals("test/again", talk.asks());
    }

    @Test
    void theChosenCountryChangesTheNumbers() {
        Talk home = talk().chooseAll("violence");
        assertTrue(
                String.join(" ", home.turn().says()).contains("999"),
                home.turn().says().toString());
        Talk abroad = talk();
        abroad.event(new Event.Help()).choose("country").choose("us");
        assertEquals(
                new unsaid.expression.Value.Words("us"),
                abroad.conversation().values().get("country"));
        abroad.choose("back").chooseAll("violence");
        assertTrue(
                String.join(" ", abroad.turn().says()).contains("911"),
                abroad.turn().says().toString());
    }

    @Test
    void anAnswerToHelpIsNeverGivenAgainByItself() {
        Talk talk = talk().chooseAll("restrict").choose("go-on").write("nothing more");
        talk.event(new Event.Reopened("test/what")).chooseAll("monitor");
        assertEquals("safety/soft", talk.asks());
        talk.choose("go-on");
        assertEquals("test/last", talk.asks());
        assertEquals(
                List.of("test/what", "safety/soft", "test/again"),
                talk.conversation().log().entries().stream().map(Entry::at).toList());
    }

    @Test
    void theEndOfTheSafetyFlowForgetsEverything() {
        Talk talk = talk().chooseAll("restrict").choose("end");
        assertTrue(talk.turn().erase());
        assertTrue(talk.turn().ending() != null);
    }

    @Test
    void leavingEndsAtOnceAndForgets() {
        Talk talk = talk().chooseAll("violence").choose("leave");
        assertEquals(unsaid.flow.Option.Act.LEAVE, talk.turn().act());
        assertTrue(talk.turn().erase());
        assertTrue(talk.turn().ending() != null);
    }
}
