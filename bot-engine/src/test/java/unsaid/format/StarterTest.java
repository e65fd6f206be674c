package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;

/// A first flow has no finding, and its tests pass, whatever is asked.
class StarterTest {
    /// What no first flow can be without: nothing leads to it yet, and nobody has reviewed it.
    private static final List<String> EXPECTED = List.of("unused-flow", "unreviewed");

    private static Dialogs.Loaded beside(Starter starter) throws IOException {
        Map<String, String> files = new TreeMap<>(Dialogs.files(Path.of("..", "dialogs")));
        files.putAll(starter.files());
        return Dialogs.read(files, Dialogs.PRIVACY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How heavy was your day?|What was good about it?|Is there somebody to tell?",
                "What?|What?|What?",
                "How?",
                "Is it set?|Is it empty?|Or not?",
                "What is “close” to you?|What did you say \"then\"?",
                "How old are you?|Which country?|Are you a minor?|Who arrived?",
                "Was fehlt dir?|Worüber würdest du gern reden?",
                "Do you know it?|How many were there?|How long ago was it?"
            })
    void itHasNoFindingAndItsTestsPass(String questions) throws IOException {
        Starter starter =
                new Starter(
                        "good-evening",
                        "Good evening",
                        "This is about your day.",
                        List.of(questions.split("\\|")));
        Dialogs.Loaded loaded = beside(starter);
        assertEquals(
                List.of(),
                loaded.findings().stream()
                        .filter(found -> found.file().startsWith("good-evening/"))
                        .filter(found -> !EXPECTED.contains(found.finding().rule()))
                        .map(Found::toString)
                        .toList());
        assertNotNull(loaded.library());
        List<Script> tests = loaded.tests().get("good-evening/first.test.json");
        assertNotNull(tests);
        assertEquals(2, tests.size());
        for (Script test : tests) {
            assertEquals(List.of(), Rehearsal.of(Engine.of(loaded.library()), test).faults());
        }
    }

    @Test
    void aLineOfTheCardIsCalledLikeItsQuestionWithoutTheMark() {
        String test =
                new Starter("a", "A", "About a.", List.of("How heavy is it now?"))
                        .files()
                        .get("a/first.test.json");
        assertNotNull(test);
        assertTrue(test.contains("\"How heavy is it now: 5\""), test);
    }

    @Test
    void itIsWrittenAsFmtWouldWriteIt() {
        new Starter("a", "A", "About a.", List.of("How heavy is it?", "What is it?"))
                .files()
                .forEach((file, text) ->
                        assertEquals(text, Canonical.of(file, text, new java.util.ArrayList<>())));
    }

    @Test
    void whatKindOfAnswerIsWantedIsGuessedFromTheQuestion() {
        String flow =
                String.valueOf(
                        new Starter(
                                        "a",
                                        "A",
                                        "About a.",
                                        List.of("How heavy is it?", "Is it over?", "What is it?"))
                                .files()
                                .get("a/flow.json"));
        assertTrue(flow.indexOf("scale") < flow.indexOf("yesno"), flow);
        assertTrue(flow.indexOf("yesno") < flow.indexOf("\"text\", \"length\""), flow);
    }

    @ParameterizedTest
    @CsvSource({
        "Good evening, good-evening",
        "'Über das, was fehlt!', uber-das-was-fehlt",
        "What I can't say, what-i-cant-say",
        "3 good things, good-things",
        "'…', ''",
        "A title that is very long and goes on and on, a-title-that-is-very-long-and-goes-on"
    })
    void anIdIsMadeOfTheTitle(String title, String id) {
        assertEquals(id, Starter.idOf(title));
    }

    @Test
    void withoutAnIdOrAQuestionThereIsNone() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Starter("A b", "A", "", List.of("What?")));
        assertThrows(IllegalArgumentException.class, () -> new Starter("a", "A", "", List.of()));
    }
}
