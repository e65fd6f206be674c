package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// What one part of a talk hands on to the next.
class FromPartToPartTest {
    private static final String FIRST =
            """
            {"flow":"test","version":1,"language":"en","title":"First","steps":[
             {"id":"word","ask":"Word?","answer":{"type":"choice","options":[
               {"value":"love","label":"Love","forms":{"you":"your love"}},{"value":"mate","label":"Mate"}]}},
             {"id":"near","ask":"Near?","answer":{"type":"scale"}},
             {"id":"on","ask":"On?","answer":{"type":"choice","options":[
               {"value":"second","label":"Second","go":"@next","suggest":"second"},
               {"value":"third","label":"Third","go":"@next","suggest":"third"}]}},
             {"id":"end","end":"done"}]}\
            """;
    private static final String SECOND =
            """
            {"flow":"second","version":1,"language":"en","title":"Second","takes":{"before":"test/near"},"steps":[
             {"id":"near","ask":"Near again?","answer":{"type":"scale"}},
             {"id":"both","say":[{"if":"before is set and near is set","text":"{before} and {near}."}],
              "ask":"On?","answer":{"type":"choice","options":[
               {"value":"first","label":"First","go":"@next","suggest":"test"},
               {"value":"third","label":"Third","go":"@next","suggest":"third"}]}},
             {"id":"end","end":"done"}]}\
            """;
    private static final String THIRD =
            """
            {"flow":"third","version":1,"language":"en","title":"Third",
             "takes":{"word":"test/word","before":"test/near","last":"third/note"},"steps":[
             {"id":"word","if":"word is not set","ask":"Which word?","answer":{"type":"choice","options":[
               {"value":"love","label":"Love","forms":{"you":"your love"}},{"value":"mate","label":"Mate","forms":{"you":"your mate"}}]}},
             {"id":"note","say":[{"if":"word is set and before is set","text":"{word.you}: {before}."},
               {"if":"last is set","text":"Last time: {last}."}],
              "private":true,"ask":"Note?","answer":{"type":"text"}},
             {"id":"on","ask":"On?","answer":{"type":"choice","options":[
               {"value":"second","label":"Second","go":"@next","suggest":"second"},
               {"value":"stop","label":"Stop","go":"end"}]}},
             {"id":"end","end":"done"}]}\
            """;

    private static Map<String, String> files(String... more) {
        Map<String, String> files = new HashMap<>();
        files.put("test/flow.json", FIRST);
        files.put("second/flow.json", SECOND);
        files.put("third/flow.json", THIRD);
        for (int i = 0; i < more.length; i += 2) {
            files.put(more[i], more[i + 1]);
        }
        return files;
    }

    private static Talk talk() {
        return Talk.flows(files());
    }

    @Test
    void whatIsKnownIsSaidAndNotAskedAgain() {
        Talk talk = talk().choose("love").number(3).choose("third");
        assertEquals("third/note", talk.asks());
        assertEquals(List.of("your love: 3."), talk.turn().says());
    }

    @Test
    void itIsStillKnownSeveralPartsLater() {
        Talk talk = talk().choose("love").number(3).choose("second").number(7);
        assertEquals(List.of("3 and 7."), talk.turn().says());
        talk.choose("third");
        assertEquals(List.of("your love: 3."), talk.turn().says());
    }

    @Test
    void whatWasSkippedThereIsAskedHere() {
        assertEquals("third/word", talk().skip().number(3).choose("third").asks());
    }

    @Test
    void whoBeginsWithThatPartIsAsked() {
        Dialogs.Loaded loaded = Dialogs.read(files(), Dialogs.PRIVACY);
        Engine engine = Engine.of(java.util.Objects.requireNonNull(loaded.library()));
        Outcome.Played begun = Ramble.played(engine.start("third", "en"));
        assertEquals("third/word", java.util.Objects.requireNonNull(begun.turn().asks()).at());
    }

    @Test
    void theLastAnswerCountsAndAFlowMayTakeFromItself() {
        Talk talk = talk().choose("love").number(3).choose("third").write("one").choose("second");
        talk.number(5).choose("first").skip().number(9).choose("third");
        assertEquals(List.of("your love: 9.", "Last time: one."), talk.turn().says());
    }

    @Test
    void goingBackAndWalkingAgainLeadToTheSame() {
        Talk talk = talk().choose("love").number(3).choose("third");
        talk.event(new Event.Back());
        assertEquals("test/on", talk.asks());
        talk.choose("second").number(4).choose("third");
        assertEquals(List.of("your love: 3."), talk.turn().says());
        Outcome.Played again = Ramble.played(talk.engine.resume(talk.conversation().log()));
        assertEquals(talk.conversation().values(), again.conversation().values());
    }

    @Test
    void changingTheEarlierAnswerChangesWhatIsKnown() {
        Talk talk = talk().choose("love").number(3).choose("third");
        talk.event(new Event.Reopened("test/near")).number(8);
        assertEquals("third/note", talk.asks());
        assertEquals(List.of("your love: 8."), talk.turn().says());
    }

    @Test
    void askingForHelpOnTheWayChangesNothing() {
        Map<String, String> files = new HashMap<>(files());
        files.put(
                "safety/flow.json",
                """
                {"flow":"safety","version":1,"language":"en","title":"Help","steps":[
                 {"id":"menu","helplines":["emergency","partner_abuse","suicide_crisis"],"ask":"What?","answer":{"type":"choice","options":[
                   {"value":"on","label":"On","go":"@next","suggest":"third"},{"value":"back","label":"Back","go":"@return"}]},"skip":{"go":"@return"}},
                 {"id":"soft","ask":"S?","answer":{"type":"choice","options":[{"value":"a","label":"A","go":"dv"},{"value":"b","label":"B","go":"menu"}]}},
                 {"id":"dv","helplines":["emergency","partner_abuse"],"say":"D","next":"menu"},
                 {"id":"now","helplines":["emergency","partner_abuse"],"say":"N","next":"menu"},
                 {"id":"hurt","helplines":"emergency","say":"H","next":"menu"},
                 {"id":"selfharm","helplines":["emergency","suicide_crisis"],"say":"S","next":"menu"},
                 {"id":"child","helplines":["emergency","child"],"say":"C","next":"menu"},
                 {"id":"minor","helplines":["emergency","youth"],"say":"M","next":"menu"},
                 {"id":"own","helplines":["emergency","own_behaviour"],"say":"O","next":"menu"},
                 {"id":"end","end":"done"}]}\
                """);
        Talk talk = Talk.flows(files).choose("love").number(3).event(new Event.Help());
        talk.choose("on");
        assertEquals(List.of("your love: 3."), talk.turn().says());
    }

    @Test
    void aPartThatIsNotThereYetIsToldAndLeavesTheQuestionToBeAsked() {
        Map<String, String> files = new HashMap<>();
        files.put(
                "test/flow.json",
                """
                {"flow":"test","version":1,"language":"en","title":"A test","takes":{"word":"absent/word"},"steps":[
                 {"id":"word","if":"word is not set","private":true,"ask":"Word?","answer":{"type":"text"}},
                 {"id":"end","end":"done","say":[{"if":"word is set","text":"{word}."}]}]}\
                """);
        assertEquals("test/word", Talk.flows(files).asks());
        assertTrue(finds(files, "flow-absent", "/takes/word"));
    }

    @Test
    void aNameThatIsNotThereIsAnErrorAndSoIsOneOfAnotherKind() {
        assertTrue(
                finds(
                        files("second/flow.json", SECOND.replace("test/near", "test/nigh")),
                        "unknown-name",
                        "/takes/before"));
        assertTrue(
                finds(
                        files("second/flow.json", SECOND.replace("test/near", "near")),
                        "flow-absent",
                        "/takes/before"));
        assertTrue(
                finds(
                        files("third/flow.json", THIRD.replace("test/word", "test/near")),
                        "type-mismatch",
                        "/takes/word"));
        assertFalse(finds(files(), "type-mismatch", "/takes/word"));
    }

    @Test
    void nothingOfTheProductCanBeTaken() {
        String taking =
                SECOND.replace("\"before\":", "\"coupleLocked\":").replace("before", "near");
        assertTrue(
                finds(files("second/flow.json", taking), "safety-weakened", "/takes/coupleLocked"));
        String giving = SECOND.replace("test/near", "test/coupleLocked");
        assertTrue(finds(files("second/flow.json", giving), "unknown-name", "/takes/before"));
    }

    @Test
    void whatIsTakenIsPrivate() {
        String showing = SECOND.replace("\"label\":\"First\"", "\"label\":\"After {before}\"");
        assertTrue(finds(files("second/flow.json", showing), "private-leak", ""));
    }

    private static boolean finds(Map<String, String> files, String rule, String pointer) {
        List<Found> found = Dialogs.read(files, Dialogs.PRIVACY).findings();
        return found.stream()
                .anyMatch(one ->
                        one.finding().rule().equals(rule)
                                && one.finding().pointer().startsWith(pointer));
    }

    /// Every way in which a name can be used, of a part that the folder does not have.
    @Test
    void whatWouldComeFromAPartThatIsNotHereIsNeverThereAndNothingBreaks() {
        String flow =
                """
                {"flow":"test","version":1,"language":"en","title":"T",
                 "takes":{"gone":"gone/a","start":"gone/start","near":"gone/near"},
                 "texts":{"gone.you":"nobody","said":[{"if":"gone contains b","text":"B."},{"else":"Nothing."}]},
                 "steps":[
                 {"id":"short","if":"start is short or gone or near > 3 or near + 1 > 2 or start is near","say":"Never."},
                 {"id":"all","set":{"all":"join(gone, near)","one":"first(gone)"}},
                 {"id":"each","each":"gone","as":"it","steps":[{"id":"inner","say":"{it}"}]},
                 {"id":"a","if":"gone is not set and gone is empty and size(gone) < 1",
                  "say":["{said}","With {gone.you}."],"ask":"A?","answer":{"type":"yesno"}},
                 {"id":"end","end":"done"}]}\
                """;
        Dialogs.Loaded loaded = Dialogs.read(Map.of("test/flow.json", flow), Dialogs.PRIVACY);
        assertEquals(List.of(), loaded.findings().stream().filter(Found::isError).toList());
        assertEquals(
                3,
                loaded.findings().stream()
                        .filter(found -> found.finding().rule().equals("flow-absent"))
                        .count());
        Outcome.Played begun =
                Ramble.played(
                        Engine.of(java.util.Objects.requireNonNull(loaded.library()))
                                .start("test", "en"));
        assertEquals(List.of("Nothing.", "With nobody."), begun.turn().says());
    }
}
