package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import unsaid.web.Beside;

/// `unsaid play` and `unsaid record`, driven by lines and by a terminal.
@Beside
class PlayTest {
    private static final String KINDS =
            """
            { "$schema": "../flow.schema.json", "flow": "kinds", "version": 1, "language": "en", "title": "All kinds",
              "enough": "close",
              "steps": [
                { "id": "tap", "say": "Hello.", "ask": "Which?", "hint": "Any will do.", "answer": { "type": "choice", "options": [
                  { "value": "a", "label": "The first" }, { "value": "other", "label": "Another", "text": 40 },
                  { "value": "rare", "label": "A rare one", "more": true } ] } },
                { "id": "some", "ask": "Which ones?", "answer": { "type": "multi", "min": 1, "max": 2, "options": [
                  { "value": "x", "label": "Ex" }, { "value": "y", "label": "Why" }, { "value": "z", "label": "Zed" } ] } },
                { "id": "sure", "ask": "Sure?", "answer": { "type": "yesno" } },
                { "id": "right", "ask": "Right?", "answer": { "type": "confirm" } },
                { "id": "heavy", "ask": "How heavy?", "answer": { "type": "scale", "min": 0, "max": 10, "labels": { "0": "light" } } },
                { "id": "years", "ask": "How long?", "answer": { "type": "number", "min": 0, "max": 60, "unit": "years" } },
                { "id": "day", "ask": "Since when?", "answer": { "type": "date", "min": "2000-01-01" } },
                { "id": "word", "ask": "In a word?", "answer": { "type": "text", "length": 80 } },
                { "id": "things", "ask": "What else?", "answer": { "type": "list", "min": 1, "max": 3 } },
                { "id": "order", "ask": "In which order?", "answer": { "type": "rank", "from": "things" } },
                { "id": "boxes", "ask": "Whose is it?", "answer": { "type": "sort", "from": "things",
                  "buckets": [ { "value": "mine", "label": "Mine" }, { "value": "ours", "label": "Ours" } ] } },
                { "id": "best", "ask": "Which of them?", "answer": { "type": "pick", "from": "things", "min": 1, "max": 1 } },
                { "id": "close", "end": "done", "say": "Thank you.",
                  "show": [ { "if": "word is set", "label": "The word", "text": "{word}" } ] }
              ] }
            """;

    @TempDir private Path folder = Path.of("");

    private Shell kinds() throws IOException {
        Shell shell = Shell.withDialogs(folder);
        Files.createDirectories(folder.resolve("dialogs/kinds"));
        Files.writeString(folder.resolve("dialogs/kinds/flow.json"), KINDS);
        return shell;
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void everyKindOfAnswerCanBeGivenAndIsRecordedAsATestThatPasses() throws Exception {
        Shell shell = kinds();
        Shell.Ran ran =
                shell.hear(
                        lines(
                                "2",
                                "my own",
                                "3 1",
                                "yes",
                                "1",
                                "7",
                                "2.5",
                                "2026-01-31",
                                "quiet",
                                "tea",
                                "time",
                                "",
                                "2 1",
                                "1 2",
                                "2"),
                        "play",
                        "kinds",
                        "--record=all-of-them");
        assertEquals(0, ran.code(), ran.out() + ran.errors());
        assertTrue(ran.out().contains("  │ The word: quiet\n"), ran.out());
        assertTrue(ran.out().contains("(the talk has ended: done)"), ran.out());
        assertEquals(
                """
                {
                  "test": "All of them", "flow": "kinds",
                  "talk": [
                    { "bot": "Which?" },
                    { "choose": "Another", "text": "my own" },
                    { "bot": "Which ones?" },
                    { "choose": ["Zed", "Ex"] },
                    { "bot": "Sure?" },
                    { "me": "yes" },
                    { "bot": "Right?" },
                    { "choose": "Yes" },
                    { "bot": "How heavy?" },
                    { "value": 7 },
                    { "bot": "How long?" },
                    { "value": 2.5 },
                    { "bot": "Since when?" },
                    { "value": "2026-01-31" },
                    { "bot": "In a word?" },
                    { "me": "quiet" },
                    { "bot": "What else?" },
                    { "me": "tea\\ntime" },
                    { "bot": "In which order?" },
                    { "choose": ["time", "tea"] },
                    { "bot": "Whose is it?" },
                    { "value": { "mine": ["\\"tea\\""], "ours": ["\\"time\\""] } },
                    { "bot": "Which of them?" },
                    { "choose": ["time"] },
                    { "bot": "Thank you." }
                  ],
                  "expect": { "end": "done", "card": ["The word: quiet"] }
                }
                """,
                Files.readString(folder.resolve("dialogs/kinds/all-of-them.test.json")));
        Shell.Ran tested = shell.run("test", "kinds");
        assertTrue(tested.out().startsWith("All went as written: 1 talk in "), tested.out());
    }

    @Test
    void theButtonsOfTheWidgetAreCommands() throws Exception {
        Shell shell = kinds();
        Shell.Ran ran =
                shell.hear(
                        lines(
                                "/more",
                                "3",
                                "/back",
                                "/skip",
                                "/unsure",
                                "/change tap",
                                "1",
                                "",
                                "9",
                                "/bck",
                                "/help",
                                "/restart",
                                "/enough"),
                        "record",
                        "kinds",
                        "commands");
        String out = ran.out();
        assertEquals(0, ran.code(), out + ran.errors());
        assertTrue(out.contains("    (/more shows 1 more)\n> /more\nWhich?\nAny will do.\n"), out);
        assertTrue(out.contains("  3 A rare one\n> 3\n\nWhich ones?"), out);
        assertTrue(out.contains("> /back\n\nHello.\nWhich?"), out);
        assertTrue(out.contains("> /skip\n\nWhich ones?"), out);
        assertTrue(out.contains("> /unsure\n\nSure?"), out);
        assertTrue(out.contains("> /change tap\n\nHello.\nWhich?"), out);
        assertTrue(out.contains("> /bck\nDid you mean /back?\n"), out);
        assertTrue(out.contains("> /help\n"), out);
        assertTrue(out.contains("> /enough\n\nThank you.\n(the talk has ended: done)"), out);
        assertEquals(0, shell.run("test", "kinds").code());
    }

    @Test
    void whoChangesWhatHasNoAnswerReadsWhatHasOne() throws Exception {
        Shell shell = kinds();
        String out =
                shell.hear(
                                lines("/change some", "1", "/change day", "/change tap", "/leave"),
                                "play",
                                "kinds")
                        .out();
        assertTrue(
                out.contains("“some” has no answer yet that could be changed. Nothing has one."),
                out);
        assertTrue(
                out.contains("“day” has no answer yet that could be changed. These have: tap"),
                out);
        assertTrue(out.contains("> /change tap\n\nHello.\nWhich?"), out);
    }

    @Test
    void anAddressIsShownToThoseWhoTryATalkAndToThoseWhoReviewIt() throws Exception {
        Shell shell = kinds();
        shell.change(
                "kinds/flow.json",
                "\"say\": \"Hello.\"",
                "\"say\": { \"text\": \"Hello.\", \"link\": \"https://example.org/a\", \"paid\": true }");
        String played = shell.hear(lines("/leave"), "play", "kinds").out();
        assertTrue(
                played.contains(
                        "Hello.\n(a link: https://example.org/a, marked as a paid link)\nWhich?"),
                played);
        String script = shell.run("script", "kinds").out();
        assertTrue(
                script.contains(
                        "- [ ] “Hello.” leads to https://example.org/a, marked as a paid link\n"),
                script);
    }

    @Test
    void aTalkThatIsLeftIsSavedUpToThere() throws Exception {
        Shell shell = kinds();
        Shell.Ran ran = shell.hear(lines("1", "/leave"), "record", "kinds", "half");
        assertTrue(ran.out().contains("(left)\nSaved as "), ran.out());
        assertTrue(
                Files.readString(folder.resolve("dialogs/kinds/half.test.json"))
                        .contains("\"expect\": { \"asks\": \"some\" }"));
        assertEquals(0, shell.run("test", "kinds").code());
    }

    @Test
    void aTestThatIsThereAlreadyIsNotWrittenOver() throws Exception {
        Shell shell = kinds();
        Path there = folder.resolve("dialogs/kinds/half.test.json");
        Files.writeString(there, "mine");
        Shell.Ran ran = shell.run("test", "kinds");
        assertEquals(1, ran.code());
        Files.writeString(there, "{ \"test\": \"T\", \"flow\": \"kinds\", \"talk\": [] }");
        ran = shell.hear(lines("1"), "record", "kinds", "half");
        assertEquals(2, ran.code());
        assertTrue(ran.errors().contains("half.test.json already"), ran.errors());
        assertTrue(Files.readString(there).contains("\"T\""));
    }

    @Test
    void whatDoesNotFitIsSaidAndNotRecorded() throws Exception {
        Shell shell = kinds();
        Shell.Ran ran = shell.hear(lines("17", "qqqq", "1"), "record", "kinds", "unfit");
        assertTrue(ran.out().contains("> 17\nType numbers from 1 to 3.\n"), ran.out());
        assertFalse(
                Files.readString(folder.resolve("dialogs/kinds/unfit.test.json")).contains("qqqq"));
        assertEquals(0, shell.run("test", "kinds").code());
    }

    @Test
    void withErrorsThereIsNoTalkAndNothingIsSaved() throws Exception {
        Shell shell = kinds();
        shell.change("kinds/flow.json", "\"enough\"", "\"enoug\"");
        Shell.Ran ran = shell.hear(lines("1"), "record", "kinds", "never");
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("did you mean \"enough\"?"), ran.out());
        assertFalse(Files.exists(folder.resolve("dialogs/kinds/never.test.json")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onATerminalThereAreColoursAndKeysUnlessNobodyWantsColours() throws Exception {
        Shell shell = kinds();
        Shell.Ran colourful = terminal(shell, "", "1\r/leave\r");
        assertTrue(colourful.out().contains("\u001B[1mWhich ones?\u001B[0m"), colourful.out());
        assertTrue(colourful.out().contains("(left)"), colourful.out());
        Shell.Ran plain = terminal(shell, "1", "1\r/leave\r");
        assertTrue(plain.out().contains("\nWhich ones?"), plain.out());
        assertFalse(plain.out().contains("\u001B[1mWhich ones?"), plain.out());
    }

    private static Shell.Ran terminal(Shell shell, String noColour, String typed)
            throws IOException, InterruptedException {
        String command =
                "stty cols 100 rows 40; " + Path.of("unsaid").toAbsolutePath() + " play kinds";
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
        builder.environment().put("TERM", "xterm");
        builder.environment().put("NO_COLOR", noColour);
        return shell.run(typed, builder);
    }
}
