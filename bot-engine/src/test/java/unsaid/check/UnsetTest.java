package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unsaid.flow.Finding;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// A placeholder either surely has its answer, whichever way led to it, or has a fallback.
class UnsetTest {
    private static final String END = "{\"id\":\"end\",\"end\":\"done\",\"say\":\"Bye.\"}";

    private static List<Finding> findings(String rule, String fields, String... steps) {
        String text =
                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\","
                        + fields
                        + "\"steps\":["
                        + String.join(",", steps)
                        + "]}";
        return Dialogs.read(Map.of("test/flow.json", text), Dialogs.PRIVACY).findings().stream()
                .map(Found::finding)
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private static List<String> unset(String... steps) {
        return findings("may-be-unset", "", steps).stream().map(Finding::message).toList();
    }

    private static String ask(String id, String more) {
        return "{\"id\":\""
                + id
                + "\",\"ask\":\"How?\",\"answer\":{\"type\":\"scale\"}"
                + more
                + "}";
    }

    private static String say(String id, String text) {
        return "{\"id\":\"" + id + "\",\"say\":\"" + text + "\"}";
    }

    @Test
    void aQuestionThatCanBeSkippedLeavesItsAnswerOpen() {
        assertEquals(
                List.of("{mood} may be missing here: \"mood\" can be skipped"),
                unset(ask("mood", ""), say("echo", "It is {mood}."), END));
    }

    @Test
    void skippingPastTheTextIsFine() {
        String past = ",\"skip\":{\"go\":\"end\"}";
        assertEquals(List.of(), unset(ask("mood", past), say("echo", "It is {mood}."), END));
        assertEquals(
                List.of("{mood} may be missing here: “I don’t know” can be said to \"mood\""),
                unset(
                        ask("mood", past + ",\"unsure\":{\"go\":\"echo\"}"),
                        say("echo", "It is {mood}."),
                        END));
    }

    @Test
    void aFallbackOrAConditionCuresIt() {
        assertEquals(
                List.of(),
                findings(
                        "may-be-unset",
                        "\"texts\":{\"mood\":\"unsaid\"},",
                        ask("mood", ""),
                        say("echo", "It is {mood}."),
                        END));
        for (String condition :
                List.of(
                        "mood is set",
                        "mood > 3",
                        "mood > 3 and tapOnly",
                        "not (mood is not set)")) {
            assertEquals(
                    List.of(),
                    unset(
                            ask("mood", ""),
                            "{\"id\":\"echo\",\"if\":\""
                                    + condition
                                    + "\",\"say\":\"It is {mood}.\"}",
                            END),
                    condition);
            assertEquals(
                    List.of(),
                    unset(
                            ask("mood", ""),
                            "{\"id\":\"echo\",\"say\":[{\"if\":\""
                                    + condition
                                    + "\",\"text\":\"It is {mood}.\"}]}",
                            END));
        }
        assertEquals(
                1,
                unset(
                                ask("mood", ""),
                                "{\"id\":\"echo\",\"if\":\"mood > 3 or tapOnly\",\"say\":\"It is {mood}.\"}",
                                END)
                        .size());
    }

    @Test
    void aBranchThatLooksAtTheAnswerCuresItOnItsWay() {
        String branch =
                ",\"next\":[{\"if\":\"mood is not set\",\"go\":\"end\"},{\"else\":\"echo\"}]";
        assertEquals(List.of(), unset(ask("mood", branch), say("echo", "It is {mood}."), END));
    }

    @Test
    void everyWayCountsAndTheShortestOneIsTold() {
        String gate =
                "{\"id\":\"gate\",\"ask\":\"x?\",\"answer\":{\"type\":\"choice\",\"options\":[{\"value\":\"a\",\"label\":\"A\",\"go\":\"mood\"},{\"value\":\"b\",\"label\":\"B\",\"go\":\"rest\"}]},\"skip\":{\"go\":\"mood\"}}";
        List<String> told =
                unset(
                        gate,
                        ask("mood", ",\"skip\":{\"go\":\"end\"}"),
                        say("rest", "Rest."),
                        say("echo", "It is {mood}."),
                        END);
        assertEquals(
                List.of(
                        "{mood} may be missing here: there is a way past it, \"gate\" → \"rest\" → \"echo\""),
                told);
    }

    @Test
    void whatIsSetFromSomethingSureIsSure() {
        String past = ",\"skip\":{\"go\":\"end\"}";
        assertEquals(
                List.of(),
                unset(
                        ask("mood", past),
                        "{\"id\":\"sum\",\"set\":{\"more\":\"mood + 1\"}}",
                        say("echo", "It is {more}."),
                        END));
        assertEquals(
                List.of("{more} may be missing here: what \"more\" is set to may be missing"),
                unset(
                        ask("mood", ""),
                        "{\"id\":\"sum\",\"set\":{\"more\":\"mood + 1\"}}",
                        say("echo", "It is {more}."),
                        END));
    }

    @Test
    void aLoopsItemIsThereInsideAndGoneBehind() {
        String list =
                "{\"id\":\"fears\",\"private\":true,\"ask\":\"What?\",\"answer\":{\"type\":\"list\"},\"skip\":{\"go\":\"end\"}}";
        String each =
                "{\"id\":\"weigh\",\"each\":\"fears\",\"as\":\"fear\",\"steps\":[{\"id\":\"s\",\"ask\":\"“{fear}”: how?\",\"answer\":{\"type\":\"scale\"}}]}";
        assertEquals(List.of(), unset(list, each, say("echo", "All: {weigh}, {fears}."), END));
        assertTrue(
                unset(list, each, say("echo", "The last: {fear}, {s}."), END)
                        .getFirst()
                        .contains("gone once the loop is done"));
    }

    @Test
    void aRoundIsWalkedOnlyOnceAndMayCarryItsOwnName() {
        assertEquals(
                List.of(),
                unset(
                        "{\"id\":\"begin\",\"set\":{\"n\":0}}",
                        "{\"id\":\"again\",\"ask\":\"Round {n}?\",\"answer\":{\"type\":\"yesno\"},\"next\":[{\"if\":\"again is yes\",\"go\":\"more\"},{\"else\":\"end\"}]}",
                        END,
                        "{\"id\":\"more\",\"set\":{\"n\":\"n + 1\"},\"next\":\"again\"}"));
    }

    @Test
    void conditionsThatNothingCanMeetAreTold() {
        assertEquals(
                List.of("“mood > 10” can never be true"),
                findings(
                                "never-true",
                                "",
                                ask(
                                        "mood",
                                        ",\"next\":[{\"if\":\"mood > 10\",\"go\":\"end\"},{\"else\":\"end\"}]"),
                                END)
                        .stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(
                List.of("“mood >= 5” is never come to: an earlier case is true whenever it is"),
                findings(
                                "shadowed",
                                "",
                                ask(
                                        "mood",
                                        ",\"next\":[{\"if\":\"mood > 3\",\"go\":\"end\"},{\"if\":\"mood >= 5\",\"go\":\"end\"},{\"else\":\"end\"}]"),
                                END)
                        .stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(
                1,
                findings(
                                "shadowed",
                                "",
                                ask(
                                        "mood",
                                        ",\"next\":[{\"if\":\"mood > 3\",\"go\":\"end\"},{\"if\":\"not (mood > 3)\",\"go\":\"end\"},{\"else\":\"end\"}]"),
                                END)
                        .size());
        assertEquals(
                List.of(),
                findings(
                        "never-true",
                        "",
                        "{\"id\":\"many\",\"ask\":\"x?\",\"answer\":{\"type\":\"multi\",\"options\":[{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"b\",\"label\":\"B\"}]},\"next\":[{\"if\":\"many contains a and many contains b\",\"go\":\"end\"},{\"else\":\"end\"}]}",
                        END));
    }

    private static List<String> later(String fields, String... steps) {
        return findings("asked-later", fields, steps).stream().map(Finding::pointer).toList();
    }

    private static String when(String id, String condition) {
        return "{\"id\":\"" + id + "\",\"if\":\"" + condition + "\",\"say\":\"Hm.\"}";
    }

    @Test
    void whatIsAskedOnNoWayBeforeIsAskedLater() {
        assertEquals(
                List.of("/steps/0/if"), later("", when("a", "mood is set"), ask("mood", ""), END));
        assertEquals(List.of(), later("", ask("mood", ""), when("a", "mood is set"), END));
    }

    @Test
    void whatMayHaveBeenAskedIsNot() {
        assertEquals(
                List.of(),
                later(
                        "",
                        ask("mood", ",\"next\":\"end\",\"skip\":{\"go\":\"a\"}"),
                        when("a", "mood is set"),
                        END));
        String back = ",\"next\":[{\"if\":\"mood > 5\",\"go\":\"a\"},{\"else\":\"end\"}]";
        assertEquals(List.of(), later("", when("a", "mood is set"), ask("mood", back), END));
        assertEquals(
                List.of(),
                later(
                        "\"enough\":\"a\",",
                        when("b", "tapOnly"),
                        when("a", "mood is set"),
                        ask("mood", ""),
                        END));
        assertEquals(
                List.of(),
                later(
                        "",
                        "{\"id\":\"begin\",\"set\":{\"mood\":\"3\"}}",
                        when("a", "mood is set"),
                        ask("mood", ""),
                        END));
    }
}
