package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
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
    private static RealServer server;

    @BeforeAll
    static void start() {
        server = new RealServer();
    }

    @AfterAll
    static void stop() {
        server.close();
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

    private static void walks(String flow, Hand hand, Browser.NewContextOptions options) {
        Set<String> looked = Objects.requireNonNull(LOOKED.get(hand));
        int walks = flow.equals(RICHEST) ? WALKS : 1;
        for (long seed = 0; seed < walks; seed++) {
            List<String> errors = new ArrayList<>();
            try (BrowserContext context = Browsers.context(options)) {
                Page page = context.newPage();
                page.onPageError(errors::add);
                page.navigate(server.address("/chat/" + flow));
                List<String> questions =
                        new Walker(page, hand, seed, looked, flow + "-" + hand).walk();
                assertFalse(questions.isEmpty());
                assertEquals(List.of(), errors);
            }
        }
    }
}
