package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// The widget on somebody's blog, which is of another origin.
class EmbedTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
    private static final String BLOG =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A blog</title>
            <style>* { color: #900 !important; letter-spacing: 3px } button { display: none } iframe { width: 10px !important }</style></head>
            <body><main><h1>A post</h1><p>Some words of it.</p>%s</main>
            <script>window.mail = []; addEventListener("message", e => mail.push(e.data));</script>
            <script async src="{{chat}}/unsaid.js" %s></script></body></html>
            """;

    private static Visit onBlog(Screen screen, Talk talk, String body, String data) {
        Visit v = new Visit(screen, talk);
        v.site.page("/post", BLOG.formatted(body, data));
        v.page.navigate(v.site.blog("/post"));
        return v;
    }

    private static Visit withBubble(Screen screen) {
        return onBlog(
                screen,
                new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO),
                "",
                "data-flow=\"naming-fears\" data-leave=\"https://neutral.example/\"");
    }

    private static void agree(Visit v) {
        chat(v).locator(".gate .chip").first().click();
    }

    private static FrameLocator chat(Visit v) {
        return v.page.frameLocator("iframe");
    }

    @Test
    void nothingIsAskedForOrStoredBeforeThePress() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.button("A quiet talk").waitFor();
            assertEquals(
                    List.of("/post", "/unsaid.js"),
                    v.site.asked.stream().filter(p -> !p.equals("/favicon.ico")).toList());
            assertEquals(0, v.page.evaluate("sessionStorage.length + localStorage.length"));
            v.picture("bubble");
            v.isAccessible("bubble");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theBubbleOpensTheTalkOnEveryScreen(Screen screen) {
        try (Visit v = withBubble(screen)) {
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.picture("embedded-" + screen);
            v.isAccessible("embedded");
            chat(v).getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Yes"))
                    .click();
            chat(v).getByText("Next.").waitFor();
        }
    }

    @Test
    void thePageSaysWhereTheTalkIsOpened() {
        String where = "data-flow=\"naming-fears\" data-start=\"urgent\" data-lang=\"de-AT\"";
        Talk talk = new Talk().asks("Hello.", YES_NO);
        try (Visit v = onBlog(Screen.LIGHT, talk, "", where)) {
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            assertEquals("urgent", talk.heard.getFirst().path("at").asString());
            assertTrue(source(v).endsWith("&lang=de-AT"));
        }
        Talk other = new Talk().asks("Hello.", YES_NO);
        try (Visit v = onBlog(Screen.LIGHT, other, "", "data-flow=\"naming-fears\"")) {
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            assertTrue(other.heard.getFirst().path("at").isMissingNode());
            assertTrue(source(v).endsWith("&lang=" + v.page.evaluate("document.documentElement.lang")));
        }
    }

    private static String source(Visit v) {
        return String.valueOf(v.page.locator("iframe").getAttribute("src"));
    }

    @Test
    void onAPhoneItFillsTheScreen() {
        try (Visit v = withBubble(Screen.PHONE)) {
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            assertEquals("360 740", v.page.evaluate("[innerWidth, innerHeight].join(' ')"));
            assertEquals(360, v.page.locator("iframe").boundingBox().width);
            assertEquals(740, v.page.locator("iframe").boundingBox().height);
        }
    }

    @Test
    void escapeClosesItAndTheFocusIsBackOnTheBubble() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.button("A quiet talk").focus();
            v.page.keyboard().press("Enter");
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            assertEquals("true", v.button("A quiet talk").getAttribute("aria-expanded"));
            v.page.keyboard().press("Escape");
            v.page.waitForCondition(() -> !v.page.locator("iframe").isVisible());
            assertEquals(
                    "A quiet talk",
                    v.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent"));
            v.page.keyboard().press("Enter");
            assertTrue(chat(v).getByText("Hello.").isVisible());
        }
    }

    @Test
    void leavingBlanksTheBlogTooAndTakesItToTheOwnersAddress() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.page.evaluate(
                    "addEventListener('message', e => { if (e.data.type === 'leave') sessionStorage.blank = getComputedStyle(document.documentElement).display })");
            chat(v).getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Leave"))
                    .click();
            v.page.waitForURL(Site.LEAVE);
            assertEquals(List.of("erase"), v.talk.commands());
            v.page.navigate(v.site.blog("/post"));
            assertEquals("none", v.page.evaluate("sessionStorage.blank"));
            v.button("A quiet talk").waitFor();
            assertEquals(0, v.page.locator("iframe").count());
        }
    }

    @Test
    void theBlogLearnsNothingButHeightCloseAndLeave() {
        try (Visit v =
                onBlog(
                        Screen.LIGHT,
                        new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO),
                        "<unsaid-chat flow=\"naming-fears\" mode=\"inline\"></unsaid-chat>",
                        "")) {
            assertFalse(v.site.asked.contains("/chat/naming-fears"));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            chat(v).getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Yes"))
                    .click();
            chat(v).getByText("Next.").waitFor();
            v.page.waitForTimeout(200);
            v.picture("inline");
            v.isAccessible("inline");
            assertEquals(
                    List.of(),
                    v.page.evaluate(
                            """
                            mail.filter(m => m.unsaid !== 1 || !['ready', 'size', 'close', 'leave'].includes(m.type)
                              || Object.keys(m).some(k => !['unsaid', 'type', 'height'].includes(k)) || !['number', 'undefined'].includes(typeof m.height))
                            """));
            assertTrue((Boolean) v.page.evaluate("mail.some(m => m.type === 'size')"));
        }
    }

    @Test
    void aMessageFromAnotherOriginIsNotObeyed() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.page.evaluate("postMessage({unsaid: 1, type: 'leave'}, '*')");
            v.page.evaluate("postMessage({unsaid: 1, type: 'close'}, '*')");
            v.page.waitForTimeout(200);
            assertTrue(v.page.locator("iframe").isVisible());
            assertTrue(v.page.url().endsWith("/post"));
        }
    }

    @Test
    void itSurvivesAPageThatChangesItsBody() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.button("A quiet talk").waitFor();
            v.page.evaluate("document.body.replaceWith(document.createElement('body'))");
            assertTrue(v.button("A quiet talk").isVisible());
        }
    }

    @Test
    void theExampleJournalShowsTheBubble() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO))) {
            v.page.navigate(v.site.chat("/"));
            v.button("A quiet talk").waitFor();
            v.picture("journal");
            v.isAccessible("journal");
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.picture("journal-open");
        }
        try (Visit v = new Visit(Screen.PHONE, new Talk())) {
            v.page.navigate(v.site.chat("/"));
            v.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A quiet talk"))
                    .waitFor();
            v.picture("journal-phone");
        }
    }
}
