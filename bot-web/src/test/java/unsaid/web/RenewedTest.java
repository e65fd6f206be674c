package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// A page that was open before the server was updated: what it has not fetched yet is there no
/// more. A real browser, and the real server; what the page asks for later comes to it under an
/// address of a version that it does not know, as after an update.
@Timeout(120)
class RenewedTest {
    private static final Pattern PIECE =
            Pattern.compile("(.*/widget/)[0-9a-f]{10}(/(?!chat\\.js)[a-z0-9A-Z-]+\\.(js|css).*)");
    private static final String TEXT = "Can you put it in words?";
    private static final String NO_STORAGE =
            "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('', 'SecurityError'); }})";

    private Running server;
    private BrowserContext context;
    private Page page;
    private final List<String> errors = new ArrayList<>();
    private volatile boolean renewed;
    private int loads;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new Running(folder, "--site.flow=talk");
        context = Browsers.context(new Browser.NewContextOptions().setViewportSize(360, 740));
        page = context.newPage();
        context.route(PIECE, this::piece);
        // A page that is loaded again is one of the new version.
        context.route(
                "**/chat/talk*",
                route -> {
                    if (route.request().isNavigationRequest()) {
                        renewed = false;
                        loads++;
                    }
                    route.resume();
                });
        page.onPageError(errors::add);
    }

    @AfterEach
    void stop() {
        assertEquals(List.of(), errors);
        context.close();
        server.close();
    }

    private void piece(Route route) {
        String address = route.request().url();
        route.resume(
                renewed
                        ? new Route.ResumeOptions()
                                .setUrl(
                                        PIECE.matcher(address)
                                                .replaceFirst("$1" + "0".repeat(10) + "$2"))
                        : null);
    }

    private void begin() {
        page.navigate("http://127.0.0.1:" + server.port() + "/chat/talk");
        button("Yes, use my answers for this talk").click();
        page.locator(".point").nth(4).click();
        button("Continue").click();
        question("Which is it?");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void question(String text) {
        page.locator(".guide.question").getByText(text).waitFor();
        page.locator(".place form.ask:visible").waitFor();
    }

    private void says(String text) {
        page.locator(".told").getByText(text).waitFor();
    }

    @Test
    void itIsLoadedAgainAndTheTalkGoesOnWhereItWas() {
        begin();
        Object token = page.evaluate("sessionStorage.getItem('c.talk')");
        Object history = page.evaluate("history.length");
        String address = page.url();
        renewed = true;
        button("A hope").click();
        says("loads again in a moment");
        Pictures.keep(page, "renewed");
        question(TEXT);
        page.locator("textarea").fill("to grow old together");
        button("Send").click();
        question("Since which day?");
        assertEquals(
                List.of("You: 4", "You: A hope", "You: to grow old together"),
                page.locator(".visitor").allTextContents());
        assertEquals(token, page.evaluate("sessionStorage.getItem('c.talk')"));
        assertEquals(1, page.evaluate("sessionStorage.length + localStorage.length"));
        assertEquals(history, page.evaluate("history.length"));
        assertEquals(address, page.url());
        assertEquals("Notes", page.title());
    }

    @Test
    void whatWasBegunStaysUntilItIsSent() {
        begin();
        button("Write it instead").click();
        page.locator("textarea").fill("A hope");
        renewed = true;
        button("How it looks").click();
        says("Send what you have begun to write");
        Pictures.keep(page, "renewed-begun");
        assertEquals(List.of(), Axe.violations(page));
        page.waitForTimeout(3_000);
        assertEquals("A hope", page.locator("textarea").inputValue());
        assertEquals(1, loads);
        button("Send").click();
        page.waitForCondition(() -> loads == 2);
        page.locator("textarea").waitFor();
        question(TEXT);
        assertEquals(2, page.locator(".visitor").count());
    }

    @Test
    void whatWasBegunAtAnotherQuestionIsNotLostUnasked() {
        begin();
        button("Write it instead").click();
        page.locator("textarea").fill("A hope, I think");
        button("Back").click();
        question("How heavy do things feel?");
        renewed = true;
        button("How it looks").click();
        says("Send what you have begun to write");
        button("Continue").click();
        question("Which is it?");
        assertEquals("A hope, I think", page.locator("textarea").inputValue());
        assertEquals(1, loads);
        button("Load again without it").click();
        page.waitForCondition(() -> loads == 2);
        question("Which is it?");
    }

    @Test
    void whereTheTokenMayNotBeStoredTheTalkGoesOnPageByPage() {
        context.addInitScript(NO_STORAGE);
        begin();
        renewed = true;
        button("A hope").click();
        says("goes on page by page");
        Pictures.keep(page, "renewed-unstored");
        assertEquals(List.of(), Axe.violations(page));
        button("Open the simple page").click();
        page.locator("h2, legend, label, p").getByText(TEXT).first().waitFor();
        assertTrue(page.locator("textarea").isVisible());
        assertTrue(page.content().contains("A hope"));
    }

    @Test
    void helpIsReadableInIt() {
        begin();
        renewed = true;
        button("Help").click();
        page.locator(".people h1").waitFor();
        page.waitForCondition(() ->
                page.evaluate("getComputedStyle(document.querySelector('.people h2')).fontSize")
                        .equals("17px"));
    }
}
