package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// Nobody is stranded: every way leads to an end, and none goes round without a question.
class SoundnessTest {
    private static final Set<String> RULES =
            Set.of("falls-off", "unreached", "no-end", "loop-without-question", "safety-weakened");
    private static final String ASK = "\"ask\":\"x\",\"answer\":{\"type\":\"yesno\"}";
    private static final String END = "{\"id\":\"end\",\"end\":\"done\"}";
    private static final String LIST =
            "{\"id\":\"fears\",\"ask\":\"x\",\"answer\":{\"type\":\"list\"}}";

    private static List<String> findingsWith(String fields, String... steps) {
        String text =
                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\","
                        + fields
                        + "\"steps\":["
                        + String.join(",", steps)
                        + "]}";
        return Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                text,
                                "breathing/flow.json",
                                """
                                {"flow":"breathing","version":1,"language":"en","title":"B","steps":[{"id":"end","end":"done"}]}\
                                """),
                        Dialogs.PRIVACY)
                .findings()
                .stream()
                .map(Found::finding)
                .filter(finding -> RULES.contains(finding.rule()))
                .map(finding -> finding.rule() + " " + finding.pointer())
                .toList();
    }

    private static List<String> findings(String... steps) {
        return findingsWith("", steps);
    }

    private static String say(String id, String more) {
        return "{\"id\":\"" + id + "\",\"say\":\"x\"" + more + "}";
    }

    private static String ask(String id, String more) {
        return "{\"id\":\"" + id + "\"," + ASK + more + "}";
    }

    private static String choice(String id, String more, String... options) {
        return "{\"id\":\""
                + id
                + "\",\"ask\":\"x\",\"answer\":{\"type\":\"choice\",\"options\":["
                + String.join(",", options)
                + "]}"
                + more
                + "}";
    }

    private static String option(String value, String go) {
        return "{\"value\":\""
                + value
                + "\",\"label\":\""
                + value
                + "\""
                + (go.isEmpty() ? "" : ",\"go\":\"" + go + "\"")
                + "}";
    }

    private static String each(String id, String more, String... steps) {
        return "{\"id\":\""
                + id
                + "\",\"each\":\"fears\",\"as\":\"fear\",\"steps\":["
                + String.join(",", steps)
                + "]"
                + more
                + "}";
    }

    @Test
    void aFlowThatEndsIsSound() {
        assertEquals(List.of(), findings(say("a", ""), ask("b", ""), END));
        assertEquals(List.of(), findings(LIST, each("weigh", "", ask("b", "")), END));
    }

    @Test
    void theLastStepFallsOff() {
        assertEquals(List.of("falls-off /steps/1"), findings(ask("a", ""), say("b", "")));
        assertEquals(List.of("falls-off /steps/0"), findings(ask("a", "")));
        assertEquals(
                List.of("falls-off /steps/1"), findings(LIST, each("weigh", "", ask("b", ""))));
        assertEquals(
                List.of("falls-off /steps/0"), findings("{\"id\":\"a\",\"call\":\"breathing\"}"));
    }

    @Test
    void anEndThatMayBeLeftOutFallsOffToo() {
        assertEquals(
                List.of("falls-off /steps/0"),
                findings("{\"id\":\"end\",\"if\":\"minor\",\"end\":\"done\"}"));
    }

    @Test
    void whereSkipLeadsNowhereSpecialItMayFallOff() {
        assertEquals(
                List.of("falls-off /steps/2"),
                findings(say("a", ",\"next\":\"b\""), END, choice("b", "", option("x", "end"))));
    }

    @Test
    void aStepInsideALoopDoesNotFallOff() {
        assertEquals(List.of(), findings(LIST, each("weigh", "", say("b", "")), END));
    }

    @Test
    void whatNothingLeadsToIsUnreached() {
        assertEquals(
                List.of("unreached /steps/1"),
                findings(say("a", ",\"next\":\"end\""), say("b", ""), END));
        assertEquals(
                List.of("unreached /steps/1"),
                findings(
                        choice("a", ",\"skip\":{\"go\":\"end\"}", option("x", "end")),
                        say("b", ",\"next\":\"end\""),
                        END));
    }

    @Test
    void skipUnsureEnoughAndLullLeadSomewhere() {
        assertEquals(
                List.of(),
                findings(
                        choice(
                                "a",
                                ",\"skip\":{\"go\":\"b\"},\"unsure\":{\"go\":\"c\"}",
                                option("x", "end")),
                        say("b", ",\"next\":\"end\""),
                        say("c", ",\"next\":\"end\""),
                        END));
        assertEquals(
                List.of(),
                findingsWith(
                        "\"enough\":\"b\",\"lull\":{\"after\":3,\"go\":\"c\"},",
                        say("a", ",\"next\":\"end\""),
                        say("b", ",\"next\":\"end\""),
                        choice("c", ",\"skip\":{\"go\":\"end\"}", option("x", "end")),
                        END));
    }

    @Test
    void whereAStepIsMissingNothingIsSaidAboutWhatIsReached() {
        assertEquals(List.of(), findings(say("a", ",\"next\":\"nd\""), say("b", ""), END));
    }

    @Test
    void fromARoundOfQuestionsNoEndCanBeReached() {
        assertEquals(
                List.of("no-end /steps/0", "unreached /steps/2"),
                findings(ask("a", ""), ask("b", ",\"next\":\"a\""), END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@return", "@next", "end"})
    void oneWayOutOfARoundIsEnough(String out) {
        assertEquals(
                List.of(),
                findings(choice("a", ",\"next\":\"a\"", option("x", ""), option("y", out)), END)
                        .stream()
                        .filter(finding -> !finding.startsWith("unreached"))
                        .toList());
    }

    @Test
    void sayingRoundAndRoundIsALoopWithoutAQuestion() {
        assertEquals(
                List.of("loop-without-question /steps/0"), findings(say("a", ",\"next\":\"a\"")));
        assertEquals(
                List.of("loop-without-question /steps/0", "loop-without-question /steps/1"),
                findings(
                        say("a", ""),
                        "{\"id\":\"b\",\"set\":{\"x\":true},\"next\":[{\"if\":\"minor\",\"go\":\"a\"},{\"else\":\"end\"}]}",
                        END));
    }

    @Test
    void aRoundWithAQuestionIsFine() {
        assertEquals(
                List.of(),
                findings(say("a", ""), choice("b", "", option("x", "a"), option("y", "")), END));
    }

    @Test
    void aLoopsOwnRoundsEndWithItsList() {
        assertEquals(List.of(), findings(LIST, each("weigh", "", say("a", ""), say("b", "")), END));
        String inner = each("inner", "", say("a", "")).replace("\"fear\"", "\"other\"");
        assertEquals(List.of(), findings(LIST, each("weigh", "", inner), END));
    }

    @Test
    void aRoundThroughALoopHasNoQuestionWhereTheListIsEmpty() {
        assertEquals(
                List.of("loop-without-question /steps/1", "loop-without-question /steps/2"),
                findings(
                        LIST,
                        each("weigh", "", ask("a", "")),
                        say(
                                "b",
                                ",\"next\":[{\"if\":\"minor\",\"go\":\"weigh\"},{\"else\":\"end\"}]"),
                        END));
    }

    @Test
    void aStepOfALoopThatLeadsBackBeforeItGoesRound() {
        assertEquals(
                List.of(
                        "loop-without-question /steps/1",
                        "loop-without-question /steps/2",
                        "loop-without-question /steps/2/steps/0"),
                findings(
                        LIST,
                        say("before", ""),
                        each(
                                "weigh",
                                "",
                                say(
                                        "a",
                                        ",\"next\":[{\"if\":\"minor\",\"go\":\"before\"},{\"else\":\"b\"}]"),
                                ask("b", "")),
                        END));
    }

    @Test
    void aStepOfALoopThatLeadsToTheLoopItselfBeginsItAgain() {
        assertEquals(
                List.of("loop-without-question /steps/1", "loop-without-question /steps/1/steps/0"),
                findings(
                        LIST,
                        each(
                                "weigh",
                                "",
                                say(
                                        "a",
                                        ",\"next\":[{\"if\":\"minor\",\"go\":\"weigh\"},{\"else\":\"b\"}]"),
                                say("b", "")),
                        END));
    }

    @Test
    void aRoundThroughACallIsToldSinceTheOtherFlowMayAskNothing() {
        assertEquals(
                List.of("loop-without-question /steps/0", "loop-without-question /steps/1"),
                findings(
                        "{\"id\":\"a\",\"call\":\"breathing\"}",
                        say("b", ",\"next\":[{\"if\":\"minor\",\"go\":\"a\"},{\"else\":\"end\"}]"),
                        END));
        assertEquals(
                List.of(),
                findings(
                        "{\"id\":\"a\",\"call\":\"breathing\"}",
                        choice("b", "", option("x", "a"), option("y", "")),
                        END));
    }

    @Test
    void everyStepThatADangerLeadsToMustBeInTheSafetyFlow() throws Exception {
        String safety = Files.readString(Path.of("..", "dialogs", "safety", "flow.json"));
        for (String step : List.of("menu", "selfharm", "now", "child", "minor", "own", "soft")) {
            String without =
                    safety.replace("\"id\": \"" + step + "\"", "\"id\": \"" + step + "-gone\"");
            List<String> rules =
                    Dialogs.read(Map.of("safety/flow.json", without), Dialogs.PRIVACY)
                            .findings()
                            .stream()
                            .map(Found::finding)
                            .filter(finding -> finding.rule().equals("safety-weakened"))
                            .map(finding -> finding.message().replaceAll(".*\"(.*)\".*", "$1"))
                            .toList();
            assertEquals(List.of(step), rules);
        }
    }
}
