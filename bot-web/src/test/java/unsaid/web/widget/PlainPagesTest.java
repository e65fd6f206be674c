package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.RealServer;
import unsaid.web.widget.Visit.Screen;

/// The talk without scripts, in a real browser that has them switched off.
class PlainPagesTest {
    private static final int TURNS = 60;
    private static final String BUILD =
            "() => [...new Set([...document.querySelectorAll('.place *')].map(e => e.tagName + '.' + e.className + e.type))].sort().join()";

    private static RealServer server;

    @BeforeAll
    static void start() {
        server = new RealServer("--site.leave=https://neutral.example/");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static BrowserContext context(Screen screen) {
        return context(screen, false);
    }

    private static BrowserContext context(Screen screen, boolean scripts) {
        BrowserContext context =
                Browsers.context(
                        screen.options(
                                new Browser.NewContextOptions()
                                        .setViewportSize(1000, 760)
                                        .setJavaScriptEnabled(scripts)));
        return context;
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"DARK", "TINY"})
    void aTalkIsWalkedToItsEndWithScriptsSwitchedOff(Screen screen) {
        try (BrowserContext context = context(screen)) {
            Page page = context.newPage();
            page.navigate(server.address("/chat/naming-fears"));
            look(page, screen, "door");
            page.locator("noscript button").click();
            look(page, screen, "gate");
            page.locator(".gate .chip").first().click();
            Set<String> looked = new HashSet<>();
            int turns = 0;
            while (page.locator(".ended").count() == 0 && turns++ < TURNS) {
                if (looked.add((String) page.evaluate(BUILD))) {
                    look(page, screen, "turn-" + turns);
                }
                answer(page);
            }
            look(page, screen, "end");
            assertTrue(turns > 5 && turns < TURNS, turns + " turns");
            page.locator(".rest summary").last().click();
            page.locator("button[value=export]").click();
            look(page, screen, "words");
            page.locator(".help > summary").click();
            look(page, screen, "help");
        }
    }

    /// Answers with the first that there is.
    static void answer(Page page) {
        Locator form = page.locator("form#a");
        Locator main = form.locator("button.main");
        if (form.locator(".scale input").count() > 0) {
            form.locator(".scale input").nth(4).check();
            main.click();
        } else if (form.locator("input[type=checkbox]").count() > 0) {
            form.locator("input[type=checkbox]").first().check();
            main.click();
        } else if (form.locator("fieldset.sort").count() > 0) {
            for (Locator item : form.locator("fieldset.sort").all()) {
                item.locator("input").first().check();
            }
            main.click();
        } else if (form.locator(".places select").count() > 0) {
            List<Locator> places = form.locator(".places select").all();
            for (int i = 0; i < places.size(); i++) {
                places.get(i)
                        .selectOption(
                                new com.microsoft.playwright.options.SelectOption()
                                        .setIndex(i + 1));
            }
            main.click();
        } else if (form.locator("textarea, input[type=text]").count() > 0) {
            form.locator("textarea, input[type=text]").first().fill("the quiet evenings");
            main.click();
        } else {
            page.locator(".question .chips > button.chip[form=a]").first().click();
        }
    }

    /// Axe is a script: it looks at the same page in a browser that has them.
    private static List<String> violations(Page page, Screen screen) {
        String html = page.content();
        try (BrowserContext scripted = context(screen, true)) {
            Page twin = scripted.newPage();
            twin.route(
                    page.url(),
                    route ->
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setBody(html)
                                            .setContentType("text/html; charset=utf-8")));
            twin.navigate(page.url());
            return Axe.violations(twin);
        }
    }

    /// Axe finds nothing, and nothing reaches over the screen's side.
    private static void look(Page page, Screen screen, String state) {
        Pictures.keep(page, "plain/" + screen + "-" + state);
        if (!state.equals("door")) { // with scripts, that page is the widget's
            assertEquals(List.of(), violations(page, screen), state);
        }
        int over =
                (int)
                        page.evaluate(
                                "() => [...document.querySelectorAll('html, .scroller, header')].map(e => e.scrollWidth - e.clientWidth).reduce((a, b) => Math.max(a, b))");
        assertEquals(0, over, state);
    }

    @Test
    void byKeyboardAloneAnAnswerIsGiven() {
        try (BrowserContext context = context(Screen.LIGHT)) {
            Page page = context.newPage();
            page.navigate(server.address("/chat/naming-fears"));
            press(page, "noscript button");
            press(page, ".gate .chip >> nth=0");
            page.waitForCondition(() -> page.locator("legend#question").count() == 1);
            page.keyboard().press("Tab");
            assertEquals("skip", focused(page, "className"));
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertTrue(
                    (boolean)
                            page.evaluate(
                                    "() => document.querySelector('.place').contains(document.activeElement)"));
        }
    }

    private static void press(Page page, String selector) {
        page.locator(selector).focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private static Object focused(Page page, String what) {
        return page.evaluate("what => document.activeElement[what]", what);
    }

    @Test
    void leaveGoesToTheNeutralPageAndBackShowsNothingOfTheTalk() {
        try (BrowserContext context = context(Screen.LIGHT)) {
            context.route(
                    "https://neutral.example/**",
                    route ->
                            route.fulfill(
                                    new com.microsoft.playwright.Route.FulfillOptions()
                                            .setContentType("text/html")
                                            .setBody("<title>News</title>")));
            Page page = context.newPage();
            page.navigate(server.address("/chat/naming-fears"));
            page.locator("noscript button").click();
            page.locator(".gate .chip").first().click();
            String question = page.locator("legend#question").textContent();
            answer(page);
            page.locator(".leave").click();
            page.waitForURL("https://neutral.example/");
            page.goBack();
            assertTrue(!page.content().contains(question), page.content());
        }
    }
}
