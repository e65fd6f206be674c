package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// `unsaid fmt` on real files.
@Beside
class FmtTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theShippedFilesNeedNothing() throws Exception {
        Shell.Ran ran = new Shell(Path.of("..")).run("fmt", "--check");
        assertEquals("Nothing to do in dialogs\n", ran.out());
        assertEquals(0, ran.code());
    }

    @Test
    void checkNamesWhatWouldChangeAndWritesNothing() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Path flow = folder.resolve("dialogs/welcome/flow.json");
        String before = Files.readString(flow);
        shell.change("welcome/flow.json", "\n  ", "\n");
        String spoilt = Files.readString(flow);
        Shell.Ran checked = shell.run("fmt", "--check");
        assertEquals("would change welcome/flow.json\n", checked.out());
        assertEquals(1, checked.code());
        assertEquals(spoilt, Files.readString(flow));
        Shell.Ran written = shell.run("fmt", "welcome");
        assertEquals("changed welcome/flow.json\n", written.out());
        assertEquals(0, written.code());
        assertEquals(before, Files.readString(flow));
    }

    @Test
    void whatIsNoJsonIsToldAndLeftAlone() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("welcome/flow.json", "\"steps\": [", "\"steps\": ");
        Path flow = folder.resolve("dialogs/welcome/flow.json");
        String before = Files.readString(flow);
        Shell.Ran ran = shell.run("fmt");
        assertEquals(1, ran.code());
        assertEquals(
                true, ran.out().contains("welcome/flow.json:") && ran.out().contains("not-json"));
        assertEquals(before, Files.readString(flow));
    }
}
