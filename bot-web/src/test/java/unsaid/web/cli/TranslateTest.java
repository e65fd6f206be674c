package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// `unsaid translate` on real files.
@Beside
class TranslateTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void textsGoOutAndComeBackAndWhatHasChangedSinceIsMarked() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        assertEquals(0, shell.run("translate", "welcome", "--to=fr", "--out=w.xlf").code());
        Path file = folder.resolve("w.xlf");
        String untranslated =
                "<source>Which is true for you?</source>\n        <target state=\"needs-translation\"></target>";
        String text = Files.readString(file);
        assertTrue(text.contains(untranslated), text);
        Files.writeString(
                file,
                text.replace(
                        untranslated,
                        "<source>Which is true for you?</source>\n        <target state=\"translated\">Que vaut pour vous ?</target>"));
        Shell.Ran back = shell.run("translate", "welcome", "--from=w.xlf");
        assertTrue(
                back.out().contains("Written: welcome/flow.fr.json, 1 text translated"),
                back.out());
        assertEquals(0, back.code());

        shell.change("welcome/flow.json", "Which is true for you?", "Which one is true?");
        String po = shell.run("translate", "welcome", "--to=fr", "--as=po").out();
        assertTrue(
                po.contains(
                        "#, fuzzy\n#| msgid \"Which is true for you?\"\nmsgctxt \"adult/ask\"\nmsgid \"Which one is true?\"\nmsgstr \"Que vaut pour vous ?\""),
                po);
    }

    @Test
    void aFileOfAnotherFlowOrNoneIsRefused() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.run("translate", "safety", "--to=fr", "--as=po", "--out=s.po");
        Shell.Ran other = shell.run("translate", "welcome", "--from=s.po");
        assertEquals("s.po is of \"safety\", not of welcome.\n", other.errors());
        assertEquals(2, other.code());
        Files.writeString(folder.resolve("x.xlf"), "no");
        Shell.Ran none = shell.run("translate", "welcome", "--from=x.xlf");
        assertTrue(none.errors().startsWith("x.xlf:1  This is not XML"), none.errors());
        assertEquals(1, none.code());
        assertEquals(2, shell.run("translate", "welcome").code());
    }

    @Test
    void aTranslationThatWentWrongKeepsNobodyFromMendingItNorFromTheFlow() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("welcome/flow.de.json", "\"to\": \"{heard}\"", "\"to\": \"{herd}\"");
        Shell.Ran again = shell.run("translate", "welcome", "--to=de", "--out=w.po");
        assertEquals(0, again.code(), again.out() + again.errors());
        Path file = folder.resolve("w.po");
        Files.writeString(file, Files.readString(file).replace("{herd}", "{heard}"));
        Shell.Ran drawn = shell.run("graph", "welcome");
        assertEquals(0, drawn.code());
        assertTrue(drawn.out().startsWith("<svg"), drawn.out());
        assertTrue(
                drawn.errors().contains("Left out until that is mended: welcome/flow.de.json."),
                drawn.errors());
        assertEquals(1, shell.run("test", "welcome").code());
        Shell.Ran back = shell.run("translate", "welcome", "--from=w.po");
        assertEquals(0, back.code(), back.out() + back.errors());
        assertEquals("", shell.run("graph", "welcome").errors());
    }

    @Test
    void theKindOfFileFollowsItsNameAndTheLanguageMustBeAnother() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.run("translate", "welcome", "--to=fr", "--out=w.PO");
        assertTrue(Files.readString(folder.resolve("w.PO")).contains("msgid"));
        Shell.Ran picture = shell.run("graph", "welcome", "--out=w.png");
        assertTrue(picture.errors().contains(".svg or .mmd"), picture.errors());
        assertEquals(2, picture.code());
        assertEquals(2, shell.run("translate", "welcome", "--to=fr", "--out=w.txt").code());
        assertEquals(
                "\"french\" is no language; did you mean fr?\n",
                shell.run("translate", "welcome", "--to=french").errors());
        assertEquals(
                "\"en\" is the language that welcome is written in.\n",
                shell.run("translate", "welcome", "--to=en").errors());
    }
}
