package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unsaid.check.Script.Expect;
import unsaid.check.Script.Line;
import unsaid.dialogs.Shipped;
import unsaid.flow.Finding;
import unsaid.flow.Flow;

/// What a conversation test can tell of help and of what is not offered.
class RehearsalTest {
    private static final Line FEAR = new Line.Writes("I am afraid of my partner");
    private static final Line SHOW =
            new Line.Chooses(List.of(new Script.Pick("Yes, show me", null)), false);
    private static final Line TAP_ONLY =
            new Line.Chooses(List.of(new Script.Pick("tap-only", null)), false);

    private static final Line BEGIN =
            new Line.Chooses(
                    List.of(new Script.Pick("Yes, and I have about 8 minutes", null)), false);

    private static List<String> faults(List<Line> talk, String... helplines) {
        Expect expect =
                new Expect(
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        List.of(helplines),
                        List.of());
        Script script = new Script("A talk", "closeness", talk, expect);
        return Rehearsal.of(Shipped.engine(), script).faults().stream()
                .map(Rehearsal.Fault::toString)
                .toList();
    }

    @Test
    void theTopicsOfACardThatWasShownOnTheWayAreHeard() {
        Line on = new Line.Chooses(List.of(new Script.Pick("Go on with my own part", null)), false);
        assertEquals(List.of(), faults(List.of(FEAR, SHOW, on), "partner_abuse", "emergency"));
    }

    @Test
    void aCardThatWasNotShownIsMissed() {
        assertEquals(
                List.of("the help cards: expected partner_abuse, none was shown"),
                faults(List.of(FEAR), "partner_abuse"));
        assertEquals(
                List.of("the help cards: expected youth, shown were emergency, partner_abuse"),
                faults(List.of(FEAR, SHOW), "youth"));
    }

    @Test
    void whatIsNotOfferedMayBeSaidAndWhatIsOfferedIsAFault() {
        assertEquals(
                List.of(), faults(List.of(new Line.Lacks(List.of("Slow breaths", "breathe")))));
        assertEquals(
                1,
                faults(List.of(new Line.Lacks(List.of("Slow breaths", "Not now")), TAP_ONLY))
                        .stream()
                        .filter(fault -> fault.contains("should not show the option “Not now”"))
                        .count());
    }

    @Test
    void aNumberInQuotesIsToldToStandWithout() {
        assertEquals(
                List.of(
                        "“How heavy do things feel right now?” wants a number, and \"8\" is a text, write it without quotes: 8"),
                faultsIn("naming-fears", BEGIN, new Line.Gives("8")));
        assertEquals(List.of(), faultsIn("naming-fears", BEGIN, new Line.Gives(8.0)));
    }

    @Test
    void whoChangesWhatHasNoAnswerReadsWhatHasOne() {
        assertEquals(
                List.of("“mood” has no answer here that could be changed, nothing has one yet"),
                faultsIn("naming-fears", new Line.Changes("mood")));
        assertEquals(
                List.of(
                        "“size” has no answer here that could be changed, answered are start, mood"),
                faultsIn("naming-fears", BEGIN, new Line.Gives(8.0), new Line.Changes("size")));
    }

    private static List<String> faultsIn(String flow, Line... talk) {
        Script script = new Script("A talk", flow, List.of(talk), Expect.NOTHING);
        return Rehearsal.of(Shipped.engine(), script).faults().stream()
                .map(Rehearsal.Fault::toString)
                .toList();
    }

    @Test
    void anOptionThatNoFlowHasIsNoProofAndIsTold() {
        Map<String, Flow> flows =
                Map.of(
                        "closeness",
                        java.util.Objects.requireNonNull(
                                Shipped.engine().library().flow("closeness")));
        Script script =
                new Script(
                        "A talk",
                        "closeness",
                        List.of(new Line.Lacks(List.of("Nott now"))),
                        Expect.NOTHING);
        assertEquals(
                List.of("/talk/0/not-offered"),
                TestNames.of(flows, List.of(), List.of(script)).stream()
                        .map(Finding::pointer)
                        .toList());
    }
}
