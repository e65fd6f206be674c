package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unsaid.web.RealServer;
import unsaid.web.whole.Walker.Hand;
import unsaid.web.widget.Browsers;

/// A real browser walks every shipped flow on the real server, from the first bubble to the end.
class BrowserWalkTest {
    /// Walks through the flow that has every kind of input; the others get one each.
    private static final int WALKS = 4;

    /// Words that stand in nearly every English sentence and in no German one.
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|and|you|your|are|of|to|what|this|with|my|or|is|how)\\b");

    private static final String RICHEST = "naming-fears";
    private static final Map<Hand, Set<String>> LOOKED =
            Map.of(
                    Hand.KEYBOARD, Walker.nothingLookedAt(),
                    Hand.TOUCH, Walker.nothingLookedAt());
    private static final String POST =
            """
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width><title>A blog</title><link rel=icon href=data:,>
            <main><h1>A post</h1></main><script async src="%s" data-flow="%s"></script></html>
            """;
    private static HttpServer blog;
    private static RealServer server;

    @BeforeAll
    static void start() throws IOException {
        blog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = new RealServer("--site.origins=" + blog());
        byte[] post =
                POST.formatted(server.address("/unsaid.js"), RICHEST)
                        .getBytes(StandardCharsets.UTF_8);
        blog.createContext(
                "/post",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("content-type", "text/html");
                        exchange.sendResponseHeaders(200, post.length);
                        exchange.getResponseBody().write(post);
                    }
                });
        blog.start();
    }

    /// The origin of an owner's page.
    private static String blog() {
        return "http://localhost:" + blog.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
        blog.stop(0);
    }

    @ParameterizedTest
    @MethodSource("unsaid.web.RealServer#flows")
    void byKeyboardAloneEveryFlowIsWalkedToItsEnd(String flow) {
        walks(flow, Hand.KEYBOARD, new Browser.NewContextOptions().setViewportSize(1000, 760));
    }

    @ParameterizedTest
    @MethodSource("unsaid.web.RealServer#flows")
    void byTouchOnASmallPhoneEveryFlowIsWalkedToItsEnd(String flow) {
        walks(
                flow,
                Hand.TOUCH,
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setColorScheme(ColorScheme.DARK));
    }

    @Test
    void byKeyboardOnATinyScreenWithLettersTwiceAsLargeItIsWalkedToItsEnd() {
        try (BrowserContext context =
                Browsers.context(new Browser.NewContextOptions().setViewportSize(320, 256))) {
            context.addInitScript(
                    "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })");
            Page page = context.newPage();
            page.navigate(server.address("/chat/" + RICHEST));
            List<String> questions =
                    new Walker(page, Hand.KEYBOARD, 1, Walker.nothingLookedAt(), "tiny-twice")
                            .walk();
            assertTrue(questions.size() > 5, questions.toString());
            assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
        }
    }

    @Test
    void aPageInGermanIsSpokenToInGermanFromTheFirstWordToTheLast() {
        try (BrowserContext context =
                Browsers.context(new Browser.NewContextOptions().setHasTouch(true))) {
            Page page = context.newPage();
            page.navigate(server.address("/chat/naming-fears?lang=de-AT"));
            assertEquals("de", page.locator("html").getAttribute("lang"));
            assertEquals("Benennen, was mir Angst macht", page.locator("h1").first().textContent());
            List<String> questions =
                    new Walker(page, Hand.TOUCH, 3, Walker.nothingLookedAt(), "german").walk();
            assertTrue(questions.size() > 5, questions.toString());
            List<String> english =
                    Stream.concat(
                                    questions.stream(),
                                    page
                                            .locator(".guide, .card, .chips")
                                            .allTextContents()
                                            .stream())
                            .map(text ->
                                    text.replace("the quiet evenings", "").replace("my love", ""))
                            .filter(ENGLISH.asPredicate())
                            .toList();
            assertEquals(List.of(), english);
            page.navigate(server.address("/chat/naming-fears?lang=fr"));
            assertEquals("en", page.locator("html").getAttribute("lang"));
        }
    }

    /// The walker of a visitor for whom things move: what is said takes its time.
    @Test
    void byKeyboardAloneATalkIsHadWhileThingsMove() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext context =
                Browsers.moving(new Browser.NewContextOptions().setViewportSize(1000, 760))) {
            Page page = context.newPage();
            page.onPageError(errors::add);
            page.navigate(server.address("/chat/" + RICHEST));
            page.evaluate(
                    "new MutationObserver(() => document.querySelector('.dots').checkVisibility() && (window.paused = true)).observe(document.querySelector('.dots'), { attributes: true }), 0");
            List<String> questions =
                    new Walker(page, Hand.KEYBOARD, 1, new HashSet<>(), "moving").walk();
            assertTrue(questions.size() > 5, questions.toString());
            assertEquals(true, page.evaluate("window.paused"));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void onAPageOfTheOwnersATalkLeavesNoTraceOfItself() {
        try (BrowserContext context =
                Browsers.context(
                        new Browser.NewContextOptions()
                                .setViewportSize(1000, 760)
                                .setHasTouch(true))) {
            Page page = context.newPage();
            page.navigate(blog() + "/post");
            page.locator("unsaid-chat button").waitFor();
            Traces before = Traces.of(page);
            page.locator("unsaid-chat button").click();
            page.frameLocator("iframe").locator(".gate .chip").first().waitFor();
            Frame chat = page.frames().getLast();
            Traces within = Traces.of(chat);
            List<String> questions =
                    new Walker(page, chat, Hand.TOUCH, 2, Walker.nothingLookedAt(), "embedded")
                            .walk();
            assertTrue(questions.size() > 5, questions.toString());
            assertEquals(before, Traces.of(page));
            assertEquals(List.of(), before.session());
            assertEquals(within, Traces.of(chat).lasting());
        }
    }

    private static void walks(String flow, Hand hand, Browser.NewContextOptions options) {
        Set<String> looked = Objects.requireNonNull(LOOKED.get(hand));
        int walks = flow.equals(RICHEST) ? WALKS : 1;
        for (long seed = 0; seed < walks; seed++) {
            List<String> errors = new ArrayList<>();
            try (BrowserContext context = Browsers.context(options)) {
                Page page = context.newPage();
                page.onPageError(errors::add);
                page.navigate(server.address("/chat/" + flow));
                Traces before = Traces.of(page);
                List<String> questions =
                        new Walker(page, hand, seed, looked, flow + "-" + hand).walk();
                assertFalse(questions.isEmpty());
                assertEquals(List.of(), errors);
                Traces after = Traces.of(page);
                assertEquals(List.of(), before.session());
                assertEquals(before, after.lasting());
                boolean erased = after.session().isEmpty();
                assertEquals(erased ? List.of() : List.of("c." + flow), after.session());
            }
        }
    }
}
