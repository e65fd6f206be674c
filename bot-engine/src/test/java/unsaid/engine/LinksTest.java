package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Outcome.Played;
import unsaid.flow.Step;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// Addresses that an author offers to read.
class LinksTest {
    private static final Step.Link BOOK = new Step.Link("https://example.org/book?a=1", true);
    private static final Step.Link PAGE = new Step.Link("https://example.org/page", false);
    private static final String HEAD =
            "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"A test\",\"texts\":{\"about\":\"it\"},\"steps\":[";
    private static final String READ =
            """
            {"id":"about","ask":"About what?","answer":{"type":"text","length":80}},
            {"id":"read","say":["Here you are.",
              {"if":"about is not set","text":"Nothing.","link":"https://example.org/nothing"},
              {"text":"A book on {about}","link":"https://example.org/book?a=1","paid":true},
              {"if":"about is set","text":"A page","link":"https://example.org/page"}],
             "ask":"Go on?","answer":{"type":"yesno"}},
            {"id":"end","end":"done","say":"Well."}]}
            """;

    private static Talk talk() {
        return Talk.flows(Map.of("test/flow.json", HEAD + READ));
    }

    @Test
    void anAddressTravelsBesideTheBubbleThatLeadsThere() {
        Turn turn = talk().write("https://evil.example {about}").turn();
        assertEquals(
                List.of("Here you are.", "A book on https://evil.example {about}", "A page"),
                turn.says());
        assertEquals(List.of(new Linked(1, BOOK), new Linked(2, PAGE)), turn.links());
    }

    @Test
    void whatIsSaidNextLeadsNowhereAgain() {
        Talk talk = talk().write("trust").choose("yes");
        assertEquals(List.of("Well."), talk.turn().says());
        assertEquals(List.of(), talk.turn().links());
    }

    @Test
    void theTranscriptKnowsTheAddresses() {
        Talk talk = talk().write("trust").choose("yes");
        Played again =
                assertInstanceOf(Played.class, talk.engine.resume(talk.conversation().log()));
        List<Said> history = Objects.requireNonNull(again.turn().history());
        assertEquals(List.of(), history.getFirst().links());
        assertEquals(
                List.of("Here you are.", "A book on trust", "A page", "Go on?"),
                history.get(1).says());
        assertEquals(List.of(new Linked(1, BOOK), new Linked(2, PAGE)), history.get(1).links());
    }

    @Test
    void aLineBeforeAllElseMovesTheAddressesAlong() {
        Talk talk = talk().write("trust");
        String flow =
                HEAD
                        + "{\"id\":\"new\",\"say\":{\"text\":\"A page\",\"link\":\"https://example.org/page\"},"
                        + "\"ask\":\"New?\",\"answer\":{\"type\":\"yesno\"}},"
                        + READ;
        Turn turn =
                assertInstanceOf(
                                Played.class,
                                Talk.flows(Map.of("test/flow.json", flow))
                                        .engine
                                        .resume(talk.conversation().log()))
                        .turn();
        assertEquals(2, turn.says().size(), turn.says()::toString);
        assertEquals("A page", turn.says().getLast());
        assertEquals(List.of(new Linked(1, PAGE)), turn.links());
    }

    @Test
    void aTranslationChangesTheWordsAndNotWhereTheyLead() {
        String german =
                """
                {"flow":"test","language":"de","texts":{
                  "read/say/2":{"from":"A book on {about}","to":"Ein Buch zu {about}"}}}
                """;
        Engine engine =
                Talk.flows(Map.of("test/flow.json", HEAD + READ, "test/flow.de.json", german))
                        .engine;
        Played begun = assertInstanceOf(Played.class, engine.start("test", "de"));
        String to = Objects.requireNonNull(begun.turn().asks()).id();
        Turn turn =
                assertInstanceOf(
                                Played.class,
                                engine.advance(
                                        begun.conversation(),
                                        new Event.Answered(to, new Given.Written("Nähe"))))
                        .turn();
        assertEquals("Ein Buch zu Nähe", turn.says().get(1));
        assertEquals(List.of(new Linked(1, BOOK), new Linked(2, PAGE)), turn.links());
    }

    @Test
    void aTestOfATalkHearsTheAddress() {
        Script script =
                new Script(
                        "reads on",
                        "test",
                        List.of(
                                new Script.Line.Writes("trust"),
                                new Script.Line.Hears("https://example.org/book?a=1"),
                                new Script.Line.Hears("https://example.org/other")),
                        Script.Expect.NOTHING);
        assertEquals(1, Rehearsal.of(talk().engine, script).faults().size());
    }

    @Test
    void anAddressThatCannotBeIsFoundAndNotRepeated() {
        String flow = HEAD + READ.replace("https://example.org/page", "http://example.org/secret");
        List<Found> errors =
                Dialogs.read(Map.of("test/flow.json", flow), "").findings().stream()
                        .filter(Found::isError)
                        .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertEquals("bad-value", errors.getFirst().finding().rule());
        assertFalse(errors.toString().contains("secret"), errors::toString);
    }

    @Test
    void aWordAtTheWrongBubbleIsFoundInItsText() {
        String flow = HEAD + READ.replace("A book on {about}", "A book on {abuot}");
        List<Found> errors =
                Dialogs.read(Map.of("test/flow.json", flow), "").findings().stream()
                        .filter(Found::isError)
                        .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(
                errors.getFirst().finding().pointer().toString().endsWith("/say/2/text"),
                errors::toString);
    }
}
