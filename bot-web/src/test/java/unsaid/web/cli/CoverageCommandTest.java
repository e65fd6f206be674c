package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.widget.Browsers;

/// `unsaid graph` and `unsaid test --coverage` on real files.
class CoverageCommandTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aFlowIsDrawnToAFileOrToTheTerminal() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran ran = shell.run("graph", "safety", "--out=safety.svg");
        assertEquals("Written: safety.svg\n", ran.out());
        assertEquals(0, ran.code());
        String svg = Files.readString(folder.resolve("safety.svg"));
        assertTrue(svg.contains("data-step=\"menu\""), svg);
        assertEquals(svg, shell.run("graph", "safety").out());
        assertTrue(shell.run("graph", "safety", "--as=mermaid").out().contains("flowchart TD"));
    }

    @Test
    void whichFlowIsToBeDrawnHasToBeSaid() throws Exception {
        Shell.Ran ran = new Shell(Path.of("..")).run("graph");
        assertTrue(ran.errors().startsWith("Which conversation? Name one of "), ran.errors());
        assertTrue(ran.errors().contains("naming-fears"), ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void coverageIsToldAsATableAndHeldAgainstAThreshold() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Shell.Ran ran = shell.run("test", "--at-least=80");
        assertTrue(ran.out().contains("covered by tests"), ran.out());
        assertTrue(ran.out().contains("All went as written"), ran.out());
        assertEquals(0, ran.code());
        Files.delete(folder.resolve("dialogs/safety/the-help-button.test.json"));
        Shell.Ran less = shell.run("test", "safety", "--at-least=100");
        assertTrue(less.out().contains("warning option-uncovered"), less.out());
        assertTrue(less.out().contains("Too little is covered of safety: "), less.out());
        assertEquals(1, less.code());
        assertFalse(shell.run("test", "safety").out().contains("covered"));
    }

    @Test
    void thePageShowsWhatIsMissedOnThePicture() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.delete(folder.resolve("dialogs/safety/the-help-button.test.json"));
        shell.run("test", "safety", "--html=coverage.html");
        try (BrowserContext context = Browsers.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(folder.resolve("coverage.html").toUri().toString());
            assertEquals(1, page.querySelectorAll("svg.unsaid-graph").size());
            assertTrue(page.querySelectorAll("[data-edge].none").size() > 0);
            assertTrue(page.querySelectorAll("[data-edge].full").size() > 0);
            assertTrue(page.querySelectorAll(".missed li").size() > 0);
            assertEquals(
                    List.of("safety"),
                    page.querySelectorAll("tbody th").stream()
                            .map(cell -> cell.textContent())
                            .toList());
        }
    }
}
