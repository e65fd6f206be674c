package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

class HelpCardTest {
    @Test
    void aCardThatWasShownBeforeTheNumbersCameGetsThemWhenTheyCome() {
        try (RealServer server = new RealServer();
                BrowserContext context = Browsers.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            List<Route> held = new ArrayList<>();
            page.route("**/helplines.json", held::add);
            page.navigate(server.address("/chat/safety"));
            page.locator(".gate .chip").first().click();
            Locator card = page.locator(".log .helplines");
            card.waitFor();
            assertTrue(
                    card.textContent().contains("112"),
                    "a card is never empty: " + card.textContent());
            held.forEach(Route::resume);
            card.getByText("Call 999").waitFor();
        }
    }
}
