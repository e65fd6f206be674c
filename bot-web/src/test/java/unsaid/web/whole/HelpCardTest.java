package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

class HelpCardTest {
    @Test
    void aCardInTheTalkHasItsTopicsWithTheNumbersOfThePlaceAndNoLineTwice() {
        try (RealServer server = new RealServer();
                BrowserContext context = Browsers.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.address("/chat/safety"));
            page.locator(".gate .chip").first().click();
            Locator card = page.locator(".log .helplines");
            card.waitFor();
            assertTrue(card.getByText("Call 999").isVisible());
            List<String> headings = card.locator("h2:visible").allTextContents();
            assertEquals("Emergency (United Kingdom)", headings.getFirst());
            List<String> lines = card.locator("li:visible").allTextContents();
            assertTrue(lines.size() > 2, lines::toString);
            assertEquals(lines.size(), Set.copyOf(lines).size(), lines::toString);
            page.locator("header").getByText("Help").click();
            page.locator("select").selectOption("de");
            assertTrue(page.locator(".people").getByText("Call 110").isVisible());
            assertTrue(page.locator(".people").getByText("Emergency (Germany)").isVisible());
        }
    }
}
