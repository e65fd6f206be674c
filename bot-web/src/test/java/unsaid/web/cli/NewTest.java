package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// `unsaid new`: from nothing to a flow that is checked and tested.
@Beside
class NewTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aFewAnswersMakeAFlowWithoutFindingsWhoseTestsPass() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran ran =
                shell.hear(
                        "Good evening\n\nThis is about your day.\nHow heavy was your day?\n"
                                + "What was good about it?\nIs there somebody to tell?\n",
                        "new");
        assertEquals(0, ran.code(), ran.out() + ran.errors());
        assertTrue(ran.out().contains("Written: dialogs/good-evening/flow.json"), ran.out());
        assertTrue(ran.out().contains("unsaid play good-evening"), ran.out());
        Shell.Ran checked = shell.run("check", "good-evening");
        assertTrue(checked.out().contains("warning unused-flow"), checked.out());
        assertTrue(
                checked.out().endsWith("\n1 warning, 1 note in dialogs/good-evening\n"),
                checked.out());
        Shell.Ran tested = shell.run("test", "good-evening");
        assertEquals("All went as written: 2 talks in dialogs/good-evening\n", tested.out());
        assertEquals(0, shell.run("fmt", "--check").code());
    }

    @Test
    void withOptionsNothingIsAsked() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        String[] words = {
            "new",
            "--title=A first word",
            "--about=This is about beginning.",
            "--question=What comes first?",
            "--question=How hard is it?"
        };
        Shell.Ran ran = shell.run(words);
        assertEquals(0, ran.code(), ran.out() + ran.errors());
        assertTrue(ran.out().startsWith("Written: "), ran.out());
        assertEquals(0, shell.run("check", "a-first-word").code());
        String written = Files.readString(folder.resolve("dialogs/a-first-word/flow.json"));
        Shell.Ran again = shell.run(words);
        assertEquals(2, again.code());
        assertTrue(again.errors().contains("already"), again.errors());
        assertEquals(written, Files.readString(folder.resolve("dialogs/a-first-word/flow.json")));
    }

    @Test
    void inANewFolderItWorksToo() throws Exception {
        Shell.Ran ran =
                new Shell(folder)
                        .run(
                                "new",
                                "--dialogs=mine",
                                "--title=One",
                                "--about=This is one.",
                                "--question=What is it?");
        assertEquals(0, ran.code(), ran.out() + ran.errors());
        assertTrue(Files.exists(folder.resolve("mine/one/flow.json")));
    }

    @Test
    void wordsThatCannotBeReadWriteNothing() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran ran =
                shell.run("new", "--title=One", "--about=This is {one}.", "--question=What is it?");
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("one/flow.json:"), ran.out());
        assertTrue(ran.out().contains("Nothing was written."), ran.out());
        assertFalse(Files.exists(folder.resolve("dialogs/one")));
    }

    @Test
    void whoStopsHalfwayHasWrittenNothing() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran ran = shell.hear("One\n\n", "new");
        assertEquals(2, ran.code());
        assertTrue(ran.errors().contains("Nothing was written"), ran.errors());
        assertFalse(Files.exists(folder.resolve("dialogs/one")));
    }

    @Test
    void anIdThatCannotBeOneIsRefused() throws Exception {
        Shell.Ran ran =
                Shell.withDialogs(folder)
                        .run("new", "--title=One", "--id=One!", "--about=A.", "--question=B?");
        assertEquals(2, ran.code());
        assertTrue(ran.errors().contains("small letters"), ran.errors());
    }
}
