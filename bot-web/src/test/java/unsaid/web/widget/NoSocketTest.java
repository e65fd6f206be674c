package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unsaid.web.RealServer;

/// A network that lets no socket pass: the real server, and a talk that is had by forms from there
/// on.
class NoSocketTest {
    private static final int TURNS = 60;
    private static final String LEAVE = "https://neutral.example/";
    private static final String POST =
            """
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width><title>A blog</title>
            <main><h1>A post</h1></main><script async src="%s" data-flow="naming-fears"></script></html>
            """;

    private static Site blog;
    private static RealServer server;
    private BrowserContext context;
    private Page page;
    private boolean shut = true;

    @BeforeAll
    static void start() {
        blog = new Site();
        server = new RealServer("--site.leave=" + LEAVE, "--site.origins=" + blog.blog(""));
        blog.page("/post", POST.formatted(server.address("/unsaid.js")));
    }

    @AfterAll
    static void stop() {
        server.close();
        blog.close();
    }

    @BeforeEach
    void open() {
        context = Browsers.context(new Browser.NewContextOptions().setViewportSize(1000, 760));
        context.routeWebSocket(Pattern.compile(".*/socket"), this::pass);
        context.route(
                LEAVE,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody("<title>News</title>")));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void pass(WebSocketRoute socket) {
        if (shut) {
            socket.close();
        } else {
            socket.connectToServer();
        }
    }

    private Locator simple() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the simple page"));
    }

    /// @return how many pages it took to the summary
    private int walksToTheSummary() {
        int turns = 0;
        while (page.locator(".ended").count() == 0 && turns++ < TURNS) {
            PlainPagesTest.answer(page);
        }
        assertTrue(page.locator(".log .card").first().isVisible());
        assertEquals(server.address("/chat/naming-fears"), page.url());
        return turns;
    }

    @Test
    void aTalkIsBegunAndHadToItsSummary() {
        page.navigate(server.address("/chat/naming-fears"));
        page.locator(".gate .chip").first().click();
        simple().click();
        page.locator(".gate .chip[form], .gate button.chip").first().click();
        assertTrue(walksToTheSummary() > 5);
    }

    @Test
    void aTalkThatWasBegunWithASocketGoesOnWhereItWas() {
        shut = false;
        page.navigate(server.address("/chat/naming-fears"));
        page.locator(".gate .chip").first().click();
        page.getByText("Yes, and I have about 8 minutes").click();
        page.locator(".place .scale").waitFor();
        String question = page.locator(".guide.question").last().textContent();
        shut = true;
        page.reload();
        simple().click();
        assertEquals(question, page.locator("legend#question").textContent());
        assertTrue(walksToTheSummary() > 4);
    }

    @Test
    void inAPageOfTheOwnersItIsTheSameAndLeavingTakesThePageAlong() {
        long before = server.conversations();
        page.navigate(blog.blog("/post"));
        page.locator("unsaid-chat button").click();
        FrameLocator chat = page.frameLocator("iframe");
        chat.locator(".gate .chip").first().click();
        chat.getByText("Open the simple page").click();
        chat.locator("form .gate .chip, .gate button.chip").first().click();
        chat.locator("legend#question").waitFor();
        chat.getByText("Yes, and I have about 8 minutes").click();
        chat.locator(".scale").waitFor();
        assertEquals(before + 1, server.conversations());
        chat.locator(".leave").click();
        page.waitForURL(LEAVE);
        assertEquals(before, server.conversations());
    }
}
