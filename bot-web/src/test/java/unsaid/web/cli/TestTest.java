package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// `unsaid test` on real files.
@Beside
class TestTest {
    private static final String TALK =
            """
            { "tests": [
              { "test": "Fine", "flow": "welcome", "talk": [ { "bot": "" } ] },
              { "test": "It greets in French", "flow": "welcome",
                "talk": [
                  { "bot": "Bonjour" } ],
                "expect": {} },
              { "test": "It ends at once", "flow": "welcome", "talk": [],
                "expect": {
                  "end": "done" } }
            ] }
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void theShippedTalksGoAsWritten() throws Exception {
        Shell.Ran ran = new Shell(Path.of("..")).run("test");
        assertTrue(ran.out().startsWith("All went as written: "), ran.out());
        assertEquals("", ran.errors());
        assertEquals(0, ran.code());
    }

    @Test
    void aTalkIsPrintedAsItGoes() throws Exception {
        Path evening = Files.createDirectories(folder.resolve("dialogs/evening"));
        Files.writeString(
                evening.resolve("flow.json"),
                """
                { "flow": "evening", "version": 1, "language": "en", "title": "Evening", "steps": [
                  { "id": "how", "say": "Hello.", "ask": "How was it?", "answer": { "type": "choice", "options": [
                    { "value": "good", "label": "It was good" }, { "value": "bad", "label": "Not so good" } ] } },
                  { "id": "far", "ask": "How far is it, from 0 to 10?", "answer": { "type": "scale" } },
                  { "id": "what", "ask": "What was in it?", "answer": { "type": "multi", "options": [
                    { "value": "walk", "label": "A walk" }, { "value": "talk", "label": "A talk" } ] } },
                  { "id": "whose", "ask": "Whose idea was it?", "answer": { "type": "sort", "from": "what", "buckets": [
                    { "value": "mine", "label": "Mine" }, { "value": "theirs", "label": "Theirs" } ] } },
                  { "id": "end", "end": "done", "say": "Thank you." } ] }
                """);
        Files.writeString(
                evening.resolve("talk.test.json"),
                """
                { "tests": [
                  { "test": "It is left open", "flow": "evening", "talk": [] },
                  { "test": "A good evening", "flow": "evening",
                    "talk": [ { "choose": "good" }, { "value": 7 }, { "choose": [ "walk", "talk" ] },
                      { "value": { "mine": [ "walk" ], "theirs": [ "talk" ] } } ], "expect": { "end": "done" } } ] }
                """);
        Shell.Ran ran = new Shell(folder).run("test", "evening", "--show=3");
        assertEquals(
                """
                A good evening

                Hello.
                How was it?

                > It was good

                How far is it, from 0 to 10?

                > 7

                What was in it?

                > A walk, A talk

                Whose idea was it?

                > Mine: A walk; Theirs: A talk

                Thank you.

                All went as written: 2 talks in dialogs/evening
                """,
                ran.out());
        assertEquals(0, ran.code());
    }

    @Test
    void aFailureIsToldWithItsLineAndWithWhatWasHeardInstead() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.writeString(folder.resolve("dialogs/welcome/french.test.json"), TALK);
        Shell.Ran ran = shell.run("test", "welcome");
        assertTrue(
                ran.out()
                        .contains(
                                "welcome/french.test.json:5:7  error test-failed  “It greets in French”: expected to hear “Bonjour”\n"
                                        + "  heard “"),
                ran.out());
        assertTrue(
                ran.out()
                        .contains(
                                "welcome/french.test.json:9:14  error test-failed  “It ends at once”: the end: expected done\n"
                                        + "  was still talking at welcome/"),
                ran.out());
        assertTrue(ran.out().contains("2 went another way, of "), ran.out());
        assertEquals(1, ran.code());
        assertEquals(0, shell.run("test", "safety").code());
    }

    @Test
    void aFileThatIsNoTestByItsNameIsToldAndNotPlayed() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.writeString(folder.resolve("dialogs/welcome/good-week.json"), TALK);
        Shell.Ran ran = shell.run("test", "welcome");
        assertTrue(
                ran.out()
                        .startsWith(
                                "welcome/good-week.json:1:1  warning not-read  this file is not read\n"),
                ran.out());
        assertTrue(ran.out().contains("All went as written: "), ran.out());
        assertEquals(0, ran.code());
        assertTrue(shell.run("test", "safety").out().startsWith("All went as written: "));
    }

    @Test
    void nothingIsPlayedWhileThereAreErrors() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("naming-fears/flow.json", "\"enough\": ", "\"enoug\": ");
        Shell.Ran ran = shell.run("test", "welcome");
        assertTrue(ran.out().contains("naming-fears/flow.json:3:56  error"), ran.out());
        assertEquals("These errors have to be mended first.\n", ran.errors());
        assertEquals(1, ran.code());
    }
}
