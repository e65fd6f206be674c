package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// `unsaid diff` and `unsaid explore` on real files.
@Beside
class DiffTest {
    private static final String ODD =
            """
            {"flow":"odd","version":1,"language":"en","title":"Odd","enough":"close","steps":[
             {"id":"mood","ask":"How heavy?","answer":{"type":"scale"},"skip":{"go":"close"}},
             {"id":"two","ask":"Which two?","answer":{"type":"multi","min":2,"max":2,"options":[
               {"value":"x","label":"X"},{"value":"y","label":"Y","if":"mood < 7"}]}},
             {"id":"close","end":"done","say":"Well."}]}
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsDifferentIsToldWithWhatItDoesToTalksUnderWay() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Path flow = folder.resolve("dialogs/welcome/flow.json");
        Files.copy(flow, folder.resolve("old.json"));
        shell.change("welcome/flow.json", "\"Which is true for you?\"", "\"Which one is true?\"");
        Shell.Ran words = shell.run("diff", "old.json", "dialogs", "--talks=50");
        assertTrue(words.out().contains("  words of adult/ask\n    - Which is true"), words.out());
        assertTrue(words.out().contains("      50 stay where they are"), words.out());
        assertEquals(0, words.code());

        shell.change("welcome/flow.json", "\"id\": \"exit\"", "\"id\": \"way-out\"");
        Files.writeString(
                flow, Files.readString(flow).replace("\"go\": \"exit\"", "\"go\": \"way-out\""));
        Shell.Ran structure = shell.run("diff", "old.json", "dialogs", "--talks=50");
        assertTrue(structure.out().contains("  added at way-out: the step"), structure.out());
        assertTrue(
                structure.out().contains(" are asked \"welcome/way-out\" first; they stand at"),
                structure.out());
        assertTrue(structure.out().contains("error version-not-raised"), structure.out());
        assertEquals(1, structure.code());
    }

    @Test
    void theSameFolderIsNotDifferent() throws Exception {
        Shell.Ran ran = new Shell(Path.of("..")).run("diff", "dialogs", "dialogs");
        assertEquals("Nothing is different.\n", ran.out());
        assertEquals(0, ran.code());
        Shell.Ran nowhere = new Shell(Path.of("..")).run("diff", "none", "dialogs");
        assertEquals("There is no folder none.\n", nowhere.errors());
        assertEquals(2, nowhere.code());
    }

    @Test
    void aFaultIsShownAsATestThatCanBeSaved() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran sound = shell.run("explore", "welcome", "--places=200", "--walks=50");
        assertTrue(sound.out().startsWith("Nothing found in welcome: the first 200 places"));
        assertEquals(0, sound.code());
        Files.createDirectory(folder.resolve("dialogs/odd"));
        Files.writeString(folder.resolve("dialogs/odd/flow.json"), ODD);
        Shell.Ran ran = shell.run("explore", "odd", "--places=200", "--walks=0");
        assertTrue(
                ran.out().contains("refused at odd/two: an answer that fits is refused"),
                ran.out());
        assertTrue(ran.out().contains("\"flow\": \"odd\""), ran.out());
        assertEquals(1, ran.code());
    }
}
