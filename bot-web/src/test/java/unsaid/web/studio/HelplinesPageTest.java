package unsaid.web.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

/// An owner confirms helplines, in a real browser.
class HelplinesPageTest {
    private static final String FILE = "helplines.json";

    @TempDir private Path folder = Path.of("");

    private static Locator field(Page page, String place, String name) {
        return page.locator("[id='" + place + "." + name + "']");
    }

    @Test
    void anOwnerConfirmsALineWithTheKeyboardAndIsToldWhatCannotBeTaken() throws Exception {
        try (Workbench bench = new Workbench(folder, ColorScheme.DARK)) {
            Page page = bench.page;
            page.navigate(bench.address("/studio/helplines"));
            assertEquals(List.of(), bench.barriers());
            assertThat(page.locator("main")).containsText("0 of ");
            page.locator("#gb-da-england summary").focus();
            page.keyboard().press("Enter");
            assertEquals(List.of(), bench.barriers());
            field(page, "gb-da-england", "address-0").fill("+44 808 2000 247");
            field(page, "gb-da-england", "by").fill("Owner <b>");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("without the +");
            assertThat(field(page, "gb-da-england", "address-0")).hasValue("+44 808 2000 247");
            assertEquals(List.of(), bench.barriers());
            assertFalse(bench.onDisk(FILE).contains("Owner"));
            field(page, "gb-da-england", "address-0").fill("0808 2000 247");
            field(page, "gb-da-england", "by").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                    .containsText("Saved: National Domestic Abuse Helpline");
            assertThat(page.locator("#gb-da-england .state"))
                    .containsText("Confirmed by Owner <b> on " + LocalDate.now());
            assertTrue(bench.onDisk(FILE).contains("\"confirmedBy\": \"Owner <b>\""));
            assertThat(page.locator("main")).containsText("1 of ");
            assertEquals(List.of(), bench.problems);
            assertEquals(List.of(), bench.strangers);
        }
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() throws Exception {
        try (Workbench bench = new Workbench(folder, ColorScheme.LIGHT)) {
            Page page = bench.page;
            page.navigate(bench.address("/studio/"));
            page.locator("body > header a").click();
            page.locator("#country-fr summary").click();
            String other = bench.onDisk(FILE).replace("SHOUT", "HELLO");
            Files.writeString(folder.resolve(FILE), other);
            field(page, "country-fr", "emergency").fill("112");
            page.keyboard().press("Enter");
            assertThat(page.locator(".problem").first()).containsText("has been changed");
            assertEquals(other, bench.onDisk(FILE));
            page.keyboard().press("Tab");
            field(page, "country-fr", "emergency").press("Enter");
            assertThat(page.locator(".saved")).containsText("Saved: France");
            assertTrue(bench.onDisk(FILE).contains("HELLO"));
            Files.writeString(folder.resolve(FILE), "{");
            page.navigate(bench.address("/studio/helplines"));
            assertThat(page.locator("main")).containsText("Mend it with a text editor");
        }
    }

    @Test
    void whoTypesThePasswordInABrowserComesIn() throws Exception {
        Copy.of(Path.of("..", "dialogs"), folder);
        try (RealServer server =
                        new RealServer(
                                "--dialogs=" + folder,
                                "--store=memory",
                                "--studio=true",
                                "--studio.password=a lamp in the kitchen");
                BrowserContext context = Browsers.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.address("/studio/helplines"));
            assertTrue(page.url().endsWith("/studio/login"), page.url());
            page.locator("#password").fill("a lamp in the kitchen");
            page.keyboard().press("Enter");
            page.locator("body > header h1").waitFor();
            assertTrue(page.url().endsWith("/studio/"), page.url());
            page.navigate(server.address("/studio/helplines"));
            page.locator("#country-fr summary").click();
            field(page, "country-fr", "emergency").press("Enter");
            assertThat(page.locator(".saved")).containsText("Saved: France");
        }
    }
}
