package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.engine.Outcome.Played;

/// What becomes of a talk when its flow changes: one case each.
class ResumeTest {
    private static final String HEAD =
            "{\"flow\":\"%s\",\"version\":1,\"language\":\"en\",\"title\":\"A test\",\"steps\":[";
    private static final String WHAT = choice("what", "", "quiet", "restrict", "violence");
    private static final String MORE = choice("more", "", "quiet", "restrict");
    private static final String TELL =
            "{\"id\":\"tell\",\"ask\":\"Tell?\",\"answer\":{\"type\":\"choice\",\"options\":["
                    + "{\"value\":\"partner\",\"label\":\"My partner\",\"if\":\"not coupleLocked\"},"
                    + "{\"value\":\"friend\",\"label\":\"A friend\"}]}}";
    private static final String WORDS =
            "{\"id\":\"words\",\"ask\":\"In words?\",\"answer\":{\"type\":\"text\",\"length\":100}}";
    private static final String ADDED =
            "{\"id\":\"added\",\"ask\":\"New?\",\"answer\":{\"type\":\"yesno\"}}";
    private static final String END = "{\"id\":\"end\",\"end\":\"done\",\"say\":\"Bye.\"}";

    /// A question whose options are flagged by their own names, `quiet` excepted.
    private static String choice(String id, String flags, String... values) {
        List<String> options = new ArrayList<>();
        for (String value : values) {
            boolean flagged = !value.equals("quiet") && !flags.equals("none");
            options.add(
                    "{\"value\":\"%s\",\"label\":\"%s\"%s}"
                            .formatted(value, value, flagged ? ",\"flag\":\"" + value + "\"" : ""));
        }
        return "{\"id\":\"%s\",\"ask\":\"Well?\",\"answer\":{\"type\":\"choice\",\"options\":[%s]}}"
                .formatted(id, String.join(",", options));
    }

    private static Map<String, String> flows(String... steps) {
        try {
            Map<String, String> files = new HashMap<>();
            files.put("test/flow.json", HEAD.formatted("test") + String.join(",", steps) + "]}");
            for (String file : List.of("safety/flow.json", "helplines.json")) {
                files.put(file, Files.readString(Path.of("..", "dialogs").resolve(file)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library library(String... steps) {
        return Objects.requireNonNull(Rewriter.library(flows(steps)), "the flow has errors");
    }

    private static Played resumed(Library library, Talk talk) {
        return assertInstanceOf(Played.class, Engine.of(library).resume(talk.conversation().log()));
    }

    private static Played answer(Library library, Played played, Given given) {
        String id = Objects.requireNonNull(played.turn().asks()).id();
        return assertInstanceOf(
                Played.class,
                Engine.of(library).advance(played.conversation(), new Event.Answered(id, given)));
    }

    private static Given chosen(String value) {
        return new Given.Chosen(value, null);
    }

    private static boolean says(Played played, String words) {
        return played.turn().says().stream().anyMatch(line -> line.contains(words));
    }

    private static Talk talk(String... steps) {
        return Talk.flows(flows(steps));
    }

    @Test
    void newWordsAskNothingAgainAndSayNothing() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        Played now =
                resumed(
                        library(
                                WHAT.replace("Well?", "So?"),
                                WORDS.replace("In words?", "How so?"),
                                END),
                        talk);
        assertEquals(talk.question().id(), Objects.requireNonNull(now.turn().asks()).id());
        assertEquals("How so?", now.turn().asks().text());
        assertEquals(List.of(), now.turn().says());
    }

    @Test
    void aQuestionPutBeforeTheOthersIsAskedAndThenTheirAnswersAreTakenUp() {
        Talk talk = talk(WHAT, WORDS, MORE, END).choose("quiet").write("hello");
        Library library = library(ADDED, WHAT, WORDS, MORE, END);
        Played now = resumed(library, talk);
        assertEquals("test/added", now.conversation().open());
        assertEquals(List.of(unsaid.engine.Words.MENDED.in("en")), now.turn().says());
        Played on = answer(library, now, chosen("yes"));
        assertEquals("test/more", on.conversation().open());
        assertEquals(3, Objects.requireNonNull(on.turn().history()).size());
    }

    @Test
    void aQuestionPutBehindThePresentOneChangesNothingYet() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        Played now = resumed(library(WHAT, WORDS, ADDED, END), talk);
        assertEquals("test/words", now.conversation().open());
        assertEquals(List.of(), now.turn().says());
    }

    @Test
    void whoStandsElsewhereIsToldSoEvenIfEveryAnswerFits() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        Played now = resumed(library(WHAT, ADDED, WORDS, END), talk);
        assertEquals("test/added", now.conversation().open());
        assertTrue(says(now, "has been revised"));
    }

    @Test
    void anAnswerOfAnotherKindIsNotShownAgainAndIsGoneOnceTheQuestionIsAnswered() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet").write("hello");
        Library library =
                library(
                        WHAT,
                        "{\"id\":\"words\",\"ask\":\"Heavy?\",\"answer\":{\"type\":\"scale\"}}",
                        END);
        Played now = resumed(library, talk);
        assertEquals("test/words", now.conversation().open());
        assertNull(Objects.requireNonNull(now.turn().asks()).earlier());
        assertEquals(1, now.conversation().log().kept().size());
        Played on = answer(library, now, new Given.Amount(3));
        assertEquals(List.of(), on.conversation().log().kept());
    }

    @Test
    void wordsThatHaveBecomeTooLongAreShownToBeShortened() {
        Talk talk = talk(WORDS, END).write("a longer sentence");
        Played now = resumed(library(WORDS.replace("100", "5"), END), talk);
        assertEquals(
                new Given.Written("a longer sentence"),
                Objects.requireNonNull(now.turn().asks()).earlier());
    }

    @Test
    void answersOfAStepThatIsGoneComeBackWithIt() {
        Talk talk = talk(WHAT, WORDS, MORE, END).choose("quiet").write("hello");
        Played without = resumed(library(WHAT, MORE, END), talk);
        assertEquals("test/more", without.conversation().open());
        Library again = library(WHAT, WORDS, MORE, END);
        Played back =
                assertInstanceOf(
                        Played.class, Engine.of(again).resume(without.conversation().log()));
        assertEquals("test/words", back.conversation().open());
        assertEquals(
                new Given.Written("hello"), Objects.requireNonNull(back.turn().asks()).earlier());
    }

    @Test
    void anAnswerThatWaitsFollowsARenamedStep() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet").write("hello");
        Library without = library(ADDED, WHAT, WORDS, END);
        Log waiting = resumed(without, talk).conversation().log();
        Map<String, String> files =
                flows(ADDED, WHAT, WORDS.replace("\"words\"", "\"spoken\""), END);
        files.computeIfPresent(
                "test/flow.json",
                (_, text) ->
                        text.replace("\"steps\":", "\"moved\":{\"words\":\"spoken\"},\"steps\":"));
        Library renamed = Objects.requireNonNull(Rewriter.library(files));
        Played now = assertInstanceOf(Played.class, Engine.of(renamed).resume(waiting));
        assertEquals("test/added", now.conversation().open());
        assertNull(answer(renamed, now, chosen("no")).conversation().open(), "the end");
    }

    @Test
    void takingAFlagOutUnlocksNobodyAndSaysNothing() {
        Talk talk = talk(WHAT, TELL, END).choose("restrict").choose("go-on");
        Talk hinted = talk(choice("what", "", "quiet", "isolate"), TELL, END).choose("isolate");
        Played now =
                resumed(library(choice("what", "none", "quiet", "isolate"), TELL, END), hinted);
        assertTrue(hinted.conversation().coupleLocked());
        assertTrue(now.conversation().coupleLocked());
        assertEquals(List.of(), now.turn().says());
        assertTrue(
                resumed(library(choice("what", "none", "quiet", "restrict"), TELL, END), talk)
                        .conversation()
                        .coupleLocked());
    }

    @Test
    void aStepThatRaisedDangerMayGoAndTheLockStays() {
        Talk talk = talk(WHAT, TELL, END).choose("restrict").choose("go-on");
        Library library = library(TELL, END);
        Played now = resumed(library, talk);
        assertEquals("test/tell", now.conversation().open());
        assertTrue(now.conversation().coupleLocked());
        assertFalse(String.valueOf(now.turn().asks()).contains("My partner"), "the closed option");
        Played back =
                assertInstanceOf(
                        Played.class,
                        Engine.of(library)
                                .advance(
                                        answer(library, now, chosen("friend")).conversation(),
                                        new Event.Back()));
        assertTrue(back.conversation().coupleLocked());
        assertFalse(back.turn().can().contains(Turn.Can.BACK), "nothing else was answered");
    }

    @Test
    void aGentleTalkThatWasHadIsNotHadAgain() {
        Talk talk =
                talk(WHAT, MORE, WORDS, END).choose("restrict").choose("go-on").choose("restrict");
        assertEquals("test/words", talk.asks());
        assertEquals(
                "test/words", resumed(library(MORE, WHAT, WORDS, END), talk).conversation().open());
        Library library = library(ADDED, WHAT, MORE, WORDS, END);
        Played on = answer(library, resumed(library, talk), chosen("yes"));
        assertEquals("test/words", on.conversation().open());
        assertEquals(
                on.conversation().log(),
                assertInstanceOf(Played.class, Engine.of(library).resume(on.conversation().log()))
                        .conversation()
                        .log());
    }

    @Test
    void aFlagPutOnAnEarlierAnswerOpensNoTalkThatWasHad() {
        Talk talk =
                talk(choice("more", "none", "quiet", "restrict"), WHAT, WORDS, END)
                        .choose("restrict")
                        .choose("restrict")
                        .choose("go-on");
        Played now = resumed(library(MORE, WHAT, WORDS, END), talk);
        assertEquals("test/words", now.conversation().open());
    }

    @Test
    void whoIsInHelpStaysInHelp() {
        Talk talk = talk(WHAT, WORDS, END).choose("violence");
        assertEquals("safety/now", talk.asks());
        Library library = library(ADDED, WHAT, WORDS, END);
        Played now = resumed(library, talk);
        assertEquals("safety/menu", now.conversation().open());
        assertEquals("test/added", answer(library, now, chosen("back")).conversation().open());
    }

    @Test
    void theCountryStaysChosen() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        talk.event(new Event.Help()).choose("country").choose("de").choose("back");
        Played now = resumed(library(ADDED, WORDS, END), talk);
        assertEquals(
                new unsaid.expression.Value.Words("de"),
                now.conversation().values().get("country"));
    }

    @Test
    void whoHadEnoughIsNotAskedOn() {
        String close = "{\"id\":\"close\",\"ask\":\"Save?\",\"answer\":{\"type\":\"yesno\"}}";
        Map<String, String> files = flows(WHAT, WORDS, close, END);
        files.computeIfPresent(
                "test/flow.json",
                (_, text) -> text.replace("\"steps\":", "\"enough\":\"close\",\"steps\":"));
        Talk talk = Talk.flows(files).choose("quiet");
        talk.event(new Event.Enough());
        assertEquals("test/close", talk.asks());
        files.computeIfPresent("test/flow.json", (_, text) -> text.replace(WHAT, ADDED));
        Library library = Objects.requireNonNull(Rewriter.library(files));
        assertEquals("test/close", resumed(library, talk).conversation().open());
    }

    @Test
    void nothingIsErasedByWalkingAgain() {
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        Played now = resumed(library(WHAT, END.replace("\"say\"", "\"erase\":true,\"say\"")), talk);
        assertNotNull(now.turn().ending());
        assertFalse(now.turn().erase());
        assertTrue(now.turn().can().contains(Turn.Can.BACK));
    }

    @Test
    void aFlowThatIsTakenAwayCanBeFinishedAndNotBegun() {
        Library before = library(WHAT, WORDS, END);
        Talk talk = talk(WHAT, WORDS, END).choose("quiet");
        Map<String, String> files = flows(WHAT, END);
        files.remove("test/flow.json");
        Library after = Objects.requireNonNull(Rewriter.library(files)).keeping(before);
        Played now = resumed(after, talk);
        assertEquals("test/words", now.conversation().open());
        assertEquals(List.of(), now.turn().says());
        assertNotNull(answer(after, now, new Given.Written("x")).turn().ending());
        assertFalse(after.flows().contains("test"));
        assertInstanceOf(Outcome.Refused.class, Engine.of(after).start("test", "en"));
        Library later = library(ADDED, END).keeping(after);
        assertEquals("test/added", resumed(later, talk).conversation().open());
    }

    @Test
    void onlySoManyFlowsThatWereTakenAwayAreHeld() {
        Library library = library(WHAT, END);
        for (int i = 0; i <= Limits.RETIRED; i++) {
            Map<String, String> files = flows(WHAT, END);
            files.put("x" + i + "/flow.json", HEAD.formatted("x" + i) + WHAT + "," + END + "]}");
            library = Objects.requireNonNull(Rewriter.library(files)).keeping(library);
        }
        library = library(WHAT, END).keeping(library);
        assertNull(library.flow("x0"));
        assertNotNull(library.flow("x1"));
        assertNotNull(library.flow("x" + Limits.RETIRED));
    }

    @Test
    void answersThatWaitAreBounded() {
        Log log =
                new Log(
                        "test",
                        null,
                        1,
                        "en",
                        1,
                        List.of(new Entry("test/gone", new Given.Skipped())),
                        Collections.nCopies(
                                Limits.LOG, new Entry("test/lost", new Given.Skipped())),
                        null,
                        List.of());
        Played now = assertInstanceOf(Played.class, Engine.of(library(WHAT, END)).resume(log));
        assertEquals(Limits.LOG, now.conversation().log().kept().size());
        assertEquals("test/gone", now.conversation().log().kept().getFirst().at());
    }

    @Test
    void wordsOfALaterProgramAreNoDangerAndNoError() {
        Log log =
                new Log(
                        "test",
                        null,
                        1,
                        "en",
                        1,
                        List.of(),
                        List.of(),
                        "test/what",
                        List.of("some-new-danger", "fear", "degrade?", "own!"));
        Played now = assertInstanceOf(Played.class, Engine.of(library(WHAT, END)).resume(log));
        assertEquals(List.of("degrade?", "fear", "own!"), now.conversation().log().noted());
    }
}
