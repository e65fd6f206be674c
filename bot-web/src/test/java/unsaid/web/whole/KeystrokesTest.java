package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.Gate;
import unsaid.web.RealServer;
import unsaid.web.session.store.Database;
import unsaid.web.widget.Browsers;

/// What is typed is never lost: not while the server is away, not to another window, not by going
/// back. A real browser, and a real server that goes and comes again under its store.
@Timeout(120)
class KeystrokesTest {
    private static final String FIRST = "Is this a private moment for you?";
    private static final String SECOND = "How heavy do things feel right now?";
    private static final String ANSWER = "Yes, and I have about 8 minutes";

    private final String store = "--store=sqlite:target/stores/" + UUID.randomUUID() + ".db";
    private final List<AutoCloseable> open = new ArrayList<>();
    private int port;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private RealServer server() {
        RealServer server = new RealServer("--port=" + port, store);
        port = server.port();
        open.add(server);
        return server;
    }

    private Page gate(RealServer server) {
        return gate(server.port());
    }

    private Page gate(int at) {
        BrowserContext context = Browsers.context(new Browser.NewContextOptions());
        open.add(context);
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + at + "/chat/naming-fears");
        return page;
    }

    private Page begun(RealServer server) {
        return begun(server.port());
    }

    private Page begun(int at) {
        Page page = gate(at);
        page.locator(".gate .chip").first().click();
        question(page, FIRST);
        return page;
    }

    private static void question(Page page, String text) {
        page.locator(".guide.question").getByText(text).waitFor();
        page.locator(".place form.ask:visible").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator written(Page page) {
        button(page, "Write it instead").click();
        return page.locator("textarea");
    }

    @Test
    void typingGoesOnWhileTheServerIsAwayAndIsSentOnceWhenItIsBack() throws Exception {
        RealServer first = server();
        Page page = begun(first);
        Locator field = written(page);
        field.pressSequentially("Yes, and I ");
        first.close();
        page.locator(".offline").getByText("The connection is gone.").waitFor();
        field.pressSequentially("have about 8 minutes");
        assertEquals(
                true,
                field.evaluate("e => e === document.activeElement"),
                "a lost line takes the focus from nobody");
        assertEquals(ANSWER, field.inputValue());
        assertEquals(
                "false",
                page.evaluate("`${JSON.stringify({...sessionStorage}).includes('minutes')}`"),
                "what is typed is in the page's memory only");
        button(page, "Send").click();
        page.locator(".visitor").getByText(ANSWER).waitFor();
        assertTrue(page.locator(".offline").isVisible(), "it says so until it is sent");
        server();
        question(page, SECOND);
        page.locator(".offline")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertEquals(1, page.locator(".visitor").count());
    }

    @Test
    void aHalfWrittenSentenceStaysInItsFieldThroughARestart() throws Exception {
        RealServer first = server();
        Page page = begun(first);
        Locator field = written(page);
        field.pressSequentially("Yes, and ");
        first.close();
        page.locator(".offline").waitFor();
        field.pressSequentially("I have");
        server();
        page.locator(".offline")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        field.pressSequentially(" about 8 minutes");
        assertEquals(ANSWER, field.inputValue());
        button(page, "Send").click();
        question(page, SECOND);
    }

    /// Two servers on one database; what leads visitors to them turns from one to the other.
    @Test
    void inTheMiddleOfASentenceAnotherServerTakesOverAndItCountsOnce() throws Exception {
        String database = Database.fresh();
        RealServer one = sharing(database);
        RealServer other = sharing(database);
        Gate way = new Gate(one.port());
        open.add(way);
        Page page = begun(way.port());
        Locator field = written(page);
        field.pressSequentially("Yes, and I ");
        assertEquals(0, other.conversations());
        way.leadTo(other.port());
        field.pressSequentially("have about ");
        page.waitForCondition(() -> other.conversations() == 1);
        one.close();
        field.pressSequentially("8 minutes");
        assertEquals(ANSWER, field.inputValue());
        button(page, "Send").click();
        question(page, SECOND);
        assertEquals(1, page.locator(".visitor").count());
        page.reload();
        question(page, SECOND);
        assertEquals(1, page.locator(".visitor").count(), "it counts once");
        assertTrue(page.locator(".visitor").textContent().contains(ANSWER));
    }

    private RealServer sharing(String database) {
        RealServer server =
                new RealServer(
                        "--store=" + database,
                        "--store.user=postgres",
                        "--store.password=postgres");
        open.add(server);
        return server;
    }

    @Test
    void whatAnotherWindowWasFasterWithIsKeptForItsQuestion() throws Exception {
        RealServer server = server();
        Page page = begun(server);
        written(page).fill("Only a little while");
        Object token = page.evaluate("sessionStorage.getItem('c.naming-fears')");
        Page other = gate(server);
        other.evaluate("token => sessionStorage.setItem('c.naming-fears', token)", token);
        other.reload();
        question(other, FIRST);
        button(other, ANSWER).click();
        question(other, SECOND);
        button(page, "Send").click();
        question(page, SECOND);
        page.locator(".told").getByText("answered in another window").waitFor();
        assertTrue(page.locator(".visitor").textContent().contains(ANSWER));
        button(page, "Change this answer: " + ANSWER).click();
        question(page, FIRST);
        assertEquals("Only a little while", page.locator("textarea").inputValue());
    }

    @Test
    void whatWasBegunIsThereAgainAfterGoingBack() throws Exception {
        Page page = begun(server());
        button(page, ANSWER).click();
        question(page, SECOND);
        written(page).fill("rather heavy");
        button(page, "Back").click();
        question(page, FIRST);
        assertFalse(page.locator("textarea").isVisible());
        button(page, ANSWER + " (your earlier answer)").click();
        question(page, SECOND);
        assertEquals("rather heavy", page.locator("textarea").inputValue());
        button(page, "Choose instead").click();
        assertEquals(11, page.locator(".point").count());
    }
}
