package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.check.Effect.Fate;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Library;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;

/// Two versions of a flow: what is different, and what it does to people in the middle of it.
class DifferenceTest {
    private static final String OLD =
            """
            {"flow":"test","version":1,"language":"en","title":"T","enough":"close","steps":[
             {"id":"mood","ask":"How heavy?","answer":{"type":"scale"}},
             {"id":"kind","ask":"Which?","answer":{"type":"choice","options":[
               {"value":"a","label":"A"},{"value":"b","label":"B","go":"close"}]}},
             {"id":"why","ask":"Why?","answer":{"type":"text"}},
             {"id":"last","ask":"And?","answer":{"type":"yesno"}},
             {"id":"close","end":"done","say":"Well."}]}\
            """;

    private static Library library(String flow) {
        return library("test", flow);
    }

    private static Library library(String id, String flow) {
        Dialogs.Loaded loaded = Dialogs.read(Map.of(id + "/flow.json", flow), Dialogs.PRIVACY);
        return Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString());
    }

    private static Difference difference(String now) {
        return Difference.of(flow(OLD), flow(now));
    }

    private static Flow flow(String text) {
        return Objects.requireNonNull(library(text).flow("test"));
    }

    private static List<String> structure(String now) {
        return difference(now).structure().stream()
                .map(change -> change.sort() + " " + change.step() + " " + change.what())
                .toList();
    }

    /// A talk on the old flow that stands at "last".
    private static Log atLast() {
        Engine engine = Engine.of(library(OLD));
        Outcome.Played at = (Outcome.Played) engine.start("test", "en");
        for (Given given :
                List.<Given>of(
                        new Given.Amount(3),
                        new Given.Chosen("a", null),
                        new Given.Written("because"))) {
            String to = Objects.requireNonNull(at.turn().asks()).id();
            at = (Outcome.Played) engine.advance(at.conversation(), new Event.Answered(to, given));
        }
        return at.conversation().log();
    }

    private static Effect effect(String now) {
        return Effect.of(atLast(), library(OLD), library(now));
    }

    @Test
    void anotherAddressIsToldAndSoIsThatMoneyIsEarnedWithIt() {
        String linked =
                OLD.replace(
                        "\"say\":\"Well.\"",
                        "\"say\":{\"text\":\"Well.\",\"link\":\"https://example.org/a\"}");
        assertEquals(List.of("ADDED close the link to https://example.org/a"), structure(linked));
        Difference paid =
                Difference.of(flow(linked), flow(linked.replace("/a\"", "/a\",\"paid\":true")));
        assertEquals(
                List.of(
                        new Difference.Change(
                                Difference.Sort.ADDED,
                                "close",
                                "the link to https://example.org/a (paid)"),
                        new Difference.Change(
                                Difference.Sort.REMOVED,
                                "close",
                                "the link to https://example.org/a")),
                paid.structure());
        assertEquals(List.of(), paid.words());
    }

    @Test
    void theSameFlowIsNotDifferent() {
        assertTrue(difference(OLD).isEmpty());
        assertEquals(new Effect(Fate.SAME, "test/last", "test/last", 0), effect(OLD));
    }

    @Test
    void wordsAreToldTextByText() {
        String now =
                OLD.replace("How heavy?", "How heavy is it?")
                        .replace("\"Well.\"", "[\"Well.\",\"Bye.\"]");
        assertEquals(
                List.of(
                        new Difference.Reworded("mood/ask", "How heavy?", "How heavy is it?"),
                        new Difference.Reworded("close/say/1", "", "Bye.")),
                difference(now).words());
        assertEquals(List.of(), structure(now));
        assertEquals(Fate.SAME, effect(now).fate());
    }

    @Test
    void aQuestionPutBeforeIsAskedFirst() {
        String now =
                OLD.replace(
                        " {\"id\":\"kind\"",
                        " {\"id\":\"new\",\"ask\":\"New?\",\"answer\":{\"type\":\"yesno\"}},\n {\"id\":\"kind\"");
        assertEquals(
                List.of(
                        "ADDED mood the way to new",
                        "REMOVED mood the way to kind",
                        "ADDED new the step"),
                structure(now));
        assertEquals(new Effect(Fate.FIRST, "test/last", "test/new", 2), effect(now));
    }

    @Test
    void anOptionThatIsGoneIsAskedAgain() {
        String now =
                OLD.replace(
                        "{\"value\":\"a\",\"label\":\"A\"}", "{\"value\":\"c\",\"label\":\"A\"}");
        assertTrue(structure(now).contains("ADDED kind the option c"), structure(now).toString());
        assertTrue(structure(now).contains("REMOVED kind the option a"), structure(now).toString());
        assertEquals(new Effect(Fate.AGAIN, "test/last", "test/kind", 2), effect(now));
    }

    @Test
    void anotherKindOfAnswerAndTighterLimitsAreStructure() {
        assertEquals(
                List.of("CHANGED mood the kind of its answer: a scale is a yesno"),
                structure(OLD.replace("\"scale\"", "\"yesno\"")));
        assertEquals(
                List.of("CHANGED mood the limits of its answer"),
                structure(OLD.replace("\"scale\"", "\"scale\",\"max\":5")));
        assertEquals(Fate.AGAIN, effect(OLD.replace("\"scale\"", "\"yesno\"")).fate());
    }

    @Test
    void aStepThatMovedToAnotherIdIsTheSameStep() {
        String now =
                OLD.replace("\"id\":\"last\"", "\"id\":\"final\"")
                        .replace("\"enough\"", "\"moved\":{\"last\":\"final\"},\"enough\"");
        assertEquals(List.of("CHANGED final its id, which was \"last\""), structure(now));
        assertEquals(List.of(), difference(now).words());
        assertEquals(new Effect(Fate.SAME, "test/last", "test/final", 0), effect(now));
        assertEquals(Fate.FIRST, effect(OLD.replace("\"id\":\"last\"", "\"id\":\"final\"")).fate());
    }

    @Test
    void aTargetThatChangesIsTold() {
        assertEquals(
                List.of("ADDED kind the way to last by b", "REMOVED kind the way to close by b"),
                structure(OLD.replace("\"go\":\"close\"", "\"go\":\"last\"")));
    }

    @Test
    void aStepTakenOutLetsTheOpenQuestionStand() {
        String now =
                OLD.replace(
                        " {\"id\":\"why\",\"ask\":\"Why?\",\"answer\":{\"type\":\"text\"}},\n", "");
        assertEquals(new Effect(Fate.SAME, "test/last", "test/last", 1), effect(now));
        assertTrue(structure(now).contains("REMOVED why the step"));
    }

    @Test
    void aFlowThatIsGoneIsGone() {
        Library without = library("other", OLD.replace("\"flow\":\"test\"", "\"flow\":\"other\""));
        assertEquals(Fate.GONE, Effect.of(atLast(), library(OLD), without).fate());
    }

    @Test
    void sampledTalksAreAlwaysTheSame() {
        Library library = library(OLD);
        assertEquals(Effect.sample(library, "test", 50), Effect.sample(library, "test", 50));
        assertTrue(
                Effect.sample(library, "test", 50).stream().map(Log::open).distinct().count() >= 3);
    }
}
