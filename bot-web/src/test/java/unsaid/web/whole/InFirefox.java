package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import unsaid.web.RealServer;
import unsaid.web.whole.Walker.Hand;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// The whole product in a Firefox as everybody has it: `mvn -q -pl bot-web -am test-compile
/// exec:exec@firefox`, or with some flows only by `-Dfirefox="safety my-part"`. Firefox is
/// installed where that is allowed. Prints a line for each thing that is tried and fails if one is
/// wrong. Pictures are in `target/pictures`.
final class InFirefox {
    private static final String BUBBLE = "A quiet talk";
    private static final String PRIVATE = "Is this a private moment for you?";
    private static final String HEAVY = "How heavy do things feel right now?";
    private static final String LEAVE = "https://neutral.example/";
    private static final String NEUTRAL = "Bread";

    /// A page tells by itself when it is shown, and what it shows: a driver does not always learn
    /// of one that comes back from the browser's memory.
    private static final String TELLS =
            """
            <script>addEventListener("pageshow", () => navigator.sendBeacon("/shown", location.pathname + " " + document.body.innerText.trim()))</script>
            """;

    private static final String BEFORE =
            "<!doctype html><html lang=\"en\"><title>Bread</title><body>" + TELLS + NEUTRAL;

    private static final String POST =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slow Hours</title></head>
            <body>%2$s<main><h1>The light in the kitchen</h1><p>She leaves the small lamp on when he works late.</p></main>
            <script async src="%1$s/unsaid.js" data-flow="naming-fears"></script></body></html>
            """;

    /// What it says of a server that is gone.
    private static final String GONE = "can’t establish a connection to the server";

    private static final int PATIENCE_SECONDS = 30;

    private final String blog;
    private final RealServer server;

    /// What the pages tell of themselves.
    private final BlockingQueue<String> shown;

    private InFirefox(String blog, RealServer server, BlockingQueue<String> shown) {
        this.blog = blog;
        this.server = server;
        this.shown = shown;
    }

    /// @param args flows to walk by mouse; all of them if there are none
    public static void main(String... args) throws IOException {
        List<String> wanted = List.of(String.join(" ", args).strip().split(" +"));
        HttpServer pages =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String blog = "http://localhost:" + pages.getAddress().getPort();
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        boolean fine = true;
        try (RealServer server =
                new RealServer("--site.origins=" + blog, "--site.leave=" + LEAVE)) {
            serve(pages, "/before", BEFORE);
            serve(pages, "/post", POST.formatted(server.address(""), TELLS));
            listen(pages, shown);
            pages.start();
            InFirefox visitor = new InFirefox(blog, server, shown);
            fine &= tried("a talk in the corner of a page, by keyboard", visitor::talksInTheCorner);
            for (String flow : RealServer.flows().toList()) {
                if (!wanted.contains("") && !wanted.contains(flow)) {
                    continue;
                }
                fine &= tried(flow + ", by mouse", page -> visitor.talks(page, flow));
            }
            fine &= tried("a page that is loaded again", visitor::goesOn);
            fine &= tried("a field that did not come at first", visitor::getsItsField);
            fine &= tried("Shift three times", visitor::leavesByKeys);
            fine &= tried("help and Leave with the server gone", visitor::isAlone);
        } finally {
            pages.stop(0);
        }
        System.exit(fine ? 0 : 1);
    }

    private static void serve(HttpServer pages, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        pages.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("content-type", "text/html");
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    private static void listen(HttpServer pages, BlockingQueue<String> shown) {
        pages.createContext(
                "/shown",
                exchange -> {
                    try (exchange) {
                        byte[] told = exchange.getRequestBody().readAllBytes();
                        shown.add(new String(told, StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
    }

    private static boolean tried(String what, Consumer<Page> trial) {
        long began = System.nanoTime();
        List<String> errors = new ArrayList<>();
        String wrong = "";
        try (BrowserContext context =
                Browsers.context(
                        Browsers.firefox(),
                        new Browser.NewContextOptions().setViewportSize(1000, 760))) {
            context.route(
                    LEAVE, route -> route.fulfill(new Route.FulfillOptions().setBody(NEUTRAL)));
            Page page = context.newPage();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> errors.add(message.text()));
            trial.accept(page);
            errors.removeIf(error -> Pictures.tells(error) || error.contains(GONE));
            assertEquals(List.of(), errors, "errors and what the policy forbids");
        } catch (AssertionError | PlaywrightException e) {
            wrong = String.valueOf(e.getMessage());
        }
        System.out.printf(
                "%-48s %s (%.0f s)%n",
                what, wrong.isEmpty() ? "fine" : wrong, (System.nanoTime() - began) / 1e9);
        return wrong.isEmpty();
    }

    private void talksInTheCorner(Page page) {
        page.navigate(blog + "/post");
        bubble(page).waitFor();
        Pictures.keep(page, "firefox/bubble");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        chat(page).locator(".gate .chip").first().waitFor();
        Pictures.keep(page, "firefox/gate");
        Set<String> looked = Walker.nothingLookedAt();
        assertFalse(
                new Walker(page, page.frames().get(1), Hand.KEYBOARD, 3, looked, "firefox-corner")
                        .walk()
                        .isEmpty());
        Pictures.keep(page, "firefox/end");
        page.keyboard().press("Escape");
        chat(page).locator(".ended").waitFor(hidden());
    }

    private void talks(Page page, String flow) {
        page.navigate(server.address("/chat/" + flow));
        assertFalse(
                new Walker(page, Hand.MOUSE, 1, Walker.nothingLookedAt(), "firefox-" + flow)
                        .walk()
                        .isEmpty());
    }

    private void goesOn(Page page) {
        begin(page);
        chat(page).getByText("Yes, and I have about 8 minutes").click();
        asked(page, HEAVY).waitFor();
        page.reload();
        bubble(page).click();
        asked(page, HEAVY).waitFor();
        chat(page).locator(".scale").waitFor();
    }

    /// Firefox never asks again for a module that once did not come.
    private void getsItsField(Page page) {
        Pattern field = Pattern.compile(".*/widget/[0-9a-f]{10}/own\\.js.*");
        page.context().route(field, Route::abort);
        page.navigate(server.address("/chat/naming-fears"));
        page.locator(".gate .chip").first().click();
        Locator write =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write it instead"));
        write.click();
        page.locator(".problem").getByText("The connection is gone.").waitFor();
        page.context().unroute(field);
        write.click();
        page.locator("textarea").waitFor();
    }

    private void leavesByKeys(Page page) {
        begin(page);
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift");
        }
        gone(page);
        page.navigate(blog + "/post");
        bubble(page).waitFor();
        assertEquals(1, page.frames().size(), "whoever opens the page finds no talk");
    }

    private void isAlone(Page page) {
        begin(page);
        server.close();
        chat(page).locator(".offline").waitFor();
        button(page, "Help").click();
        chat(page).getByLabel("Country").selectOption("de");
        chat(page).getByText("Call 110").waitFor();
        Pictures.keep(page, "firefox/help");
        button(page, "Leave").click();
        gone(page);
    }

    private void begin(Page page) {
        page.navigate(blog + "/before");
        page.navigate(blog + "/post");
        bubble(page).click();
        chat(page).locator(".gate .chip").first().click();
        asked(page, PRIVATE).waitFor();
        chat(page).locator("form.ask").waitFor();
    }

    /// The neutral page is there, and Back leads past the talk.
    private void gone(Page page) {
        page.waitForURL(LEAVE);
        shown.clear();
        page.evaluate("setTimeout(() => history.back())");
        assertEquals("/before " + NEUTRAL, shownNext());
    }

    private String shownNext() {
        try {
            return String.valueOf(shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private static Locator asked(Page page, String question) {
        return chat(page).locator(".guide.question").getByText(question);
    }

    private static Locator bubble(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(BUBBLE));
    }

    private static Locator button(Page page, String name) {
        return chat(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static FrameLocator chat(Page page) {
        return page.frameLocator("html > unsaid-chat iframe");
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
