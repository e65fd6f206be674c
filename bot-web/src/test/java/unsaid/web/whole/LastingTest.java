package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.RealServer;
import unsaid.web.session.store.BreakableStore;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// What a visitor said is there when the server has trouble, and gone when they want it gone: a
/// real browser and the real server, whose store and clock are in the test's hands.
@Timeout(180)
class LastingTest {
    private static final String YES = "Yes, use my answers for this talk";
    private static final String FIRST = "Is this a private moment for you?";
    private static final String SECOND = "How heavy do things feel right now?";
    private static final String ANSWER = "Yes, and I have about 8 minutes";

    private final BreakableStore store = new BreakableStore();
    private final AtomicLong passed = new AtomicLong();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private RealServer server(String... settings) throws Exception {
        RealServer server = new RealServer(store, () -> System.nanoTime() + passed.get(), settings);
        open.add(server);
        return server;
    }

    private BrowserContext browser() {
        BrowserContext context =
                Browsers.context(
                        new Browser.NewContextOptions()
                                .setViewportSize(360, 740)
                                .setColorScheme(ColorScheme.LIGHT));
        open.add(context);
        return context;
    }

    private Page gate(RealServer server) {
        Page page = browser().newPage();
        page.navigate(server.address("/chat/naming-fears"));
        return page;
    }

    private Page begun(RealServer server) {
        Page page = gate(server);
        button(page, YES).click();
        question(page, FIRST);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void question(Page page, String text) {
        page.locator(".guide.question").getByText(text).waitFor();
        page.locator(".place form.ask:visible").waitFor();
    }

    private static void menu(Page page, String name) {
        page.getByText("My words").click();
        button(page, name).click();
    }

    private static void picture(Page page, String name) {
        Pictures.keep(page, name);
    }

    private static String keep(Page page) {
        menu(page, "Keep for later");
        button(page, "Yes, keep it for later").click();
        String code = page.locator(".code").textContent();
        button(page, "Back to the conversation").click();
        return code;
    }

    private static void come(Page page, String code) {
        page.getByText("I have a code").click();
        page.getByLabel("Your code, as you noted it").fill(code);
        button(page, YES).click();
    }

    @Test
    void whileTheStoreIsAwayAnAnswerWaitsOnThePageAndCountsOnce() throws Exception {
        Page page = begun(server());
        store.away = true;
        button(page, ANSWER).click();
        page.locator(".offline").getByText("Kept here, and sent in a moment.").waitFor();
        picture(page, "busy");
        assertEquals(List.of(), Axe.violations(page), "busy");
        assertEquals(0, page.locator(".problem:visible, .told").count());
        assertEquals(1, page.locator(".visitor").count());
        store.away = false;
        question(page, SECOND);
        assertEquals(1, page.locator(".visitor").count());
        page.locator(".offline")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void aTalkBegunWhileTheStoreIsAwayBeginsWhenItIsBack() throws Exception {
        Page page = gate(server());
        store.away = true;
        button(page, YES).click();
        page.locator(".offline").getByText("Kept here, and sent in a moment.").waitFor();
        store.away = false;
        question(page, FIRST);
    }

    @Test
    void whoAnswersTooFastIsHeardALittleLater() throws Exception {
        Page page = begun(server("--rate.frames.burst=2", "--rate.frames=1"));
        button(page, ANSWER).click();
        question(page, SECOND);
        button(page, "Skip").click();
        page.waitForCondition(() -> page.locator(".visitor").count() == 2);
        page.locator(".guide.question").getByText("When does fear show up most").waitFor();
        assertEquals(0, page.locator(".problem:visible, .told").count());
    }

    @Test
    void whoComesWhenItIsFullComesInAsSoonAsThereIsRoom() throws Exception {
        RealServer server = server("--conversations.most=1");
        Page first = begun(server);
        Page second = gate(server);
        button(second, YES).click();
        second.locator(".told").getByText("Many people are talking here").waitFor();
        menu(first, "Erase everything");
        button(first, "Erase everything").click();
        question(second, FIRST);
        assertEquals(0, second.locator(".told").count());
    }

    @Test
    void aKeptTalkThatFellOutOfMemoryGoesOnAsIfNothingHadBeen() throws Exception {
        Page page = begun(server());
        keep(page);
        passed.addAndGet(Duration.ofHours(2).toNanos());
        button(page, ANSWER).click();
        question(page, SECOND);
        assertEquals(1, page.locator(".visitor").count());
        assertEquals(0, page.locator(".gate:visible").count());
    }

    @Test
    void aTalkThatIsGoneBeginsAnewWithAKindLineAndAnotherYes() throws Exception {
        Page page = begun(server());
        passed.addAndGet(Duration.ofHours(2).toNanos());
        button(page, ANSWER).click();
        page.locator(".told").getByText("We can begin a new one.").waitFor();
        assertEquals(0, page.locator(".visitor").count());
        picture(page, "gate-again");
        button(page, YES).click();
        question(page, FIRST);
    }

    @Test
    void anAnswerThatAnotherTabWasFasterWithShowsWhereThingsStand() throws Exception {
        RealServer server = server();
        Page page = begun(server);
        Object token = page.evaluate("sessionStorage.getItem('c.naming-fears')");
        Page other = gate(server);
        other.evaluate("token => sessionStorage.setItem('c.naming-fears', token)", token);
        other.reload();
        question(other, FIRST);
        button(other, ANSWER).click();
        question(other, SECOND);
        button(page, "Not very private").click();
        question(page, SECOND);
        assertEquals(1, page.locator(".visitor").count());
        assertTrue(page.locator(".visitor").textContent().contains(ANSWER));
        assertEquals(0, page.locator(".problem:visible").count());
        button(page, "Skip").click();
        page.locator(".guide.question").getByText("When does fear show up most").waitFor();
    }

    @Test
    void aWrongCodeLeavesTheVerySameScreenAsNone() throws Exception {
        RealServer server = server();
        String none = begun(server).locator("#chat").evaluate("e => e.outerHTML").toString();
        Page page = gate(server);
        come(page, "7K3M-Q0VX-94TB");
        question(page, FIRST);
        assertEquals(none, page.locator("#chat").evaluate("e => e.outerHTML"));
    }

    @Test
    void theRightCodeShowsNothingBeforeItsVisitorSaysSo() throws Exception {
        RealServer server = server();
        Page page = begun(server);
        button(page, ANSWER).click();
        question(page, SECOND);
        String code = keep(page);
        Page later = gate(server);
        come(later, code);
        later.getByText("Shall we go on, or begin anew?").waitFor();
        button(later, "Begin anew").waitFor();
        picture(later, "held");
        assertEquals(List.of(), Axe.violations(later), "held");
        String screen = later.locator("#chat").innerHTML();
        assertFalse(screen.contains(ANSWER) || screen.contains("heavy"), screen);
        assertEquals(0, later.evaluate("sessionStorage.length"));
        button(later, "Begin anew").click();
        question(later, FIRST);
        assertEquals(0, later.locator(".visitor").count());
        Page again = gate(server);
        come(again, code);
        button(again, "Go on").click();
        question(again, SECOND);
        assertTrue(again.locator(".visitor").textContent().contains(ANSWER));
    }

    @Test
    void afterErasingAReloadShowsAnEmptyWidgetAndNothingIsLeft() throws Exception {
        RealServer server = server();
        Page page = begun(server);
        button(page, ANSWER).click();
        question(page, SECOND);
        menu(page, "Erase everything");
        button(page, "Erase everything").click();
        page.getByText("Nothing of it is kept.").waitFor();
        assertEquals(0, server.conversations());
        page.reload();
        button(page, YES).waitFor();
        assertEquals(0, page.locator(".visitor").count());
        assertEquals(0, page.evaluate("sessionStorage.length + localStorage.length"));
    }

    @Test
    void leavingErasesEvenIfTheSocketSaysNothingMore() throws Exception {
        RealServer server = server();
        BrowserContext context = browser();
        context.routeWebSocket(
                Pattern.compile(".*/socket"),
                socket -> {
                    WebSocketRoute there = socket.connectToServer();
                    socket.onMessage(frame -> {
                        if (!frame.text().contains("\"erase\"")) {
                            there.send(frame.text());
                        }
                    });
                });
        context.route(
                "https://www.wikipedia.org/**",
                route -> route.fulfill(new Route.FulfillOptions().setBody("neutral")));
        Page page = context.newPage();
        page.navigate(server.address("/"));
        page.navigate(server.address("/chat/naming-fears"));
        button(page, YES).click();
        question(page, FIRST);
        assertEquals(1, server.conversations());
        button(page, "Leave").click();
        page.waitForURL("https://www.wikipedia.org/");
        page.waitForCondition(() -> server.conversations() == 0);
        page.goBack();
        assertEquals(server.address("/"), page.url());
        page.navigate(server.address("/chat/naming-fears"));
        button(page, YES).waitFor();
        assertEquals(0, page.evaluate("sessionStorage.length"));
    }

    @Test
    void leavingTheExampleJournalGoesWhereTheServerIsSet() throws Exception {
        RealServer server = server("--site.leave=https://neutral.example/");
        BrowserContext context = browser();
        context.route(
                "https://neutral.example/**",
                route -> route.fulfill(new Route.FulfillOptions().setBody("neutral")));
        Page page = context.newPage();
        page.navigate(server.address("/"));
        button(page, "A quiet talk").click();
        FrameLocator chat = page.frameLocator("iframe");
        chat.locator(".gate .chip").first().click();
        chat.getByText(FIRST).first().waitFor();
        chat.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Leave"))
                .click();
        page.waitForURL("https://neutral.example/");
        page.waitForCondition(() -> server.conversations() == 0);
    }

    @Test
    void leavingDoesNotEndWhatIsKept() throws Exception {
        RealServer server = server();
        Page page = begun(server);
        page.context()
                .route(
                        "https://www.wikipedia.org/**",
                        route -> route.fulfill(new Route.FulfillOptions().setBody("neutral")));
        String code = keep(page);
        button(page, "Leave").click();
        page.waitForURL("https://www.wikipedia.org/");
        Page later = gate(server);
        come(later, code);
        button(later, "Go on").click();
        question(later, FIRST);
    }
}
