package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.widget.Visit.Screen;

/// The widget on somebody's blog, which is of another origin.
class EmbedTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
    private static final String BLOG =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A blog</title>
            <style>* { color: #900 !important; letter-spacing: 3px } button { display: none } iframe { width: 10px !important }</style></head>
            <body><header>A blog</header><main><h1>A post</h1><p>Some words of it.</p>%s</main>
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
        return withBubble(screen, "");
    }

    /// @param more attributes of the line
    private static Visit withBubble(Screen screen, String more) {
        return onBlog(
                screen,
                new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO),
                "",
                "data-flow=\"naming-fears\"" + more);
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
            assertEquals(
                    0,
                    v.page.evaluate(
                            """
                            () => new Promise(done => {
                              let shifts = 0;
                              new PerformanceObserver(list => shifts += list.getEntries().length).observe({ type: "layout-shift", buffered: true });
                              setTimeout(() => done(shifts), 100);
                            })
                            """));
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
            assertTrue(
                    source(v)
                            .endsWith("&lang=" + v.page.evaluate("document.documentElement.lang")));
        }
    }

    @Test
    void onAGermanPageTheTalkIsGermanWithoutAWordAboutIt() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hallo.", YES_NO))) {
            v.site.page(
                    "/post",
                    BLOG.replace("lang=\"en\"", "lang=\"de\"")
                            .formatted("", "data-flow=\"naming-fears\""));
            v.page.navigate(v.site.blog("/post"));
            v.button("A quiet talk").click();
            assertTrue(source(v).endsWith("&lang=de"), source(v));
            assertEquals("de", chat(v).locator("html").getAttribute("lang"));
            agree(v);
            chat(v).getByText("Hallo.").waitFor();
            assertEquals("de", v.talk.heard.getFirst().path("language").asString());
            assertTrue(chat(v).getByText("Weiß ich nicht").isVisible());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "PHONE"})
    void aTalkThatCannotBeShownLeavesThePageAsItWasAndPressedAgainOpensByItself(Screen screen) {
        try (Visit v = withBubble(screen)) {
            v.page.route("**/chat/**", Route::abort);
            v.button("A quiet talk").click();
            v.page.waitForCondition(() -> v.page.locator("iframe").count() == 1);
            v.page.waitForCondition(() -> !v.page.locator("iframe").isVisible());
            assertTrue(v.button("A quiet talk").isVisible());
            assertEquals("false", v.button("A quiet talk").getAttribute("aria-expanded"));
            v.page.unroute("**/chat/**");
            v.button("A quiet talk").click();
            v.page.waitForURL("**/chat/naming-fears");
        }
    }

    @Test
    void aTalkThatIsShownStaysHoweverLongNobodyAnswers() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.button("A quiet talk").click();
            chat(v).locator(".gate .chip").first().waitFor();
            v.page.waitForTimeout(1_500);
            assertTrue(v.page.locator("iframe").isVisible());
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
    void leavingBlanksTheBlogTooAndTakesItWhereTheServerIsSet() {
        leaves("", Site.LEAVE);
    }

    @Test
    void leavingTakesTheBlogWhereThePageSaysIfItDoes() {
        leaves(" data-leave=\"https://quiet.example/\"", "https://quiet.example/");
    }

    private static void leaves(String more, String to) {
        try (Visit v = withBubble(Screen.LIGHT, more)) {
            v.context()
                    .route(
                            to + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.site.page("/before", "<!doctype html><title>A blog</title><p>Another post</p>");
            v.page.navigate(v.site.blog("/before"));
            v.page.navigate(v.site.blog("/post"));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.page.evaluate(
                    "addEventListener('message', e => { if (e.data.type === 'leave') sessionStorage.blank = getComputedStyle(document.documentElement).display })");
            chat(v).getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Leave"))
                    .click();
            v.page.waitForURL(to);
            assertEquals(List.of("erase"), v.talk.commands());
            v.page.goBack();
            assertEquals(v.site.blog("/before"), v.page.url());
            v.page.navigate(v.site.blog("/post"));
            assertEquals("none", v.page.evaluate("sessionStorage.blank"));
            v.button("A quiet talk").waitFor();
            assertEquals(0, v.page.locator("iframe").count());
        }
    }

    @Test
    void theBlogLearnsNothingButHeightCloseAndLeaveWithANeutralAddress() {
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
                              || Object.keys(m).some(k => !['unsaid', 'type', 'of'].includes(k)) || !['number', 'undefined'].includes(typeof m.of) && m.type !== 'leave')
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

    private static final String INLINE =
            "<unsaid-chat flow=\"naming-fears\" mode=\"inline\"></unsaid-chat>";
    private static final String LINK =
            "<div data-unsaid=\"naming-fears\"><a href=\"{{chat}}/chat/naming-fears\">A talk in the text</a></div>";

    /// What pages do that change without loading anew: another body, its scripts run, and the old
    /// one a copy for later.
    private static final String ROUTER =
            """
            async (path, kept) => {
              const body = kept ?? new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html").body;
              const copy = document.body.cloneNode(true);
              document.body.replaceWith(body);
              history.pushState({}, "", path);
              for (const dead of body.querySelectorAll("script")) {
                const live = document.createElement("script");
                for (const { name, value } of dead.attributes) live.setAttribute(name, value);
                live.textContent = dead.textContent;
                dead.replaceWith(live);
              }
              return copy;
            }
            """;

    private static Talk talk() {
        return new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO);
    }

    private static void goTo(Visit v, String path) {
        v.page.evaluate("path => (" + ROUTER + ")(path).then(copy => window.kept = copy)", path);
        v.page.waitForTimeout(100);
    }

    private static Locator link(Visit v) {
        return v.page.getByText("A talk in the text");
    }

    @Test
    void aLinkInTheTextOpensTheTalkInItsPlace() {
        String text = LINK + "<p id=\"after\" style=\"margin: 0\">It goes on.</p>";
        try (Visit v = onBlog(Screen.LIGHT, talk(), text, "")) {
            link(v).click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            assertFalse(link(v).isVisible());
            assertTrue(v.page.url().endsWith("/post"));
            assertEquals(
                    v.page.locator("div[data-unsaid]").boundingBox().x,
                    v.page.locator("iframe").boundingBox().x);
            BoundingBox frame = v.page.locator("iframe").boundingBox();
            assertEquals(
                    16,
                    v.page.locator("#after").boundingBox().y - frame.y - frame.height,
                    0.5,
                    "the text after it keeps its distance");
            v.picture("link-opened");
            v.isAccessible("link-opened");
            v.page.evaluate("unsaid.close()");
            assertTrue(link(v).isVisible());
            assertEquals(
                    "A talk in the text", v.page.evaluate("document.activeElement.textContent"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutOurScriptsTheLinkIsALink(boolean theirs) {
        try (Visit v = onBlog(Screen.LIGHT, talk(), LINK, "")) {
            if (theirs) v.page.waitForFunction("() => !!unsaid.open");
            v.context().route("**/*.js", Route::abort);
            if (!theirs) v.page.reload();
            link(v).click();
            v.page.waitForURL("**/chat/naming-fears");
        }
    }

    @Test
    void severalOnOnePageAreTalksOfTheirOwnAndAReloadFindsEachAgain() {
        try (Visit v = onBlog(Screen.LIGHT, talk(), INLINE + LINK, "data-flow=\"naming-fears\"")) {
            v.page.navigate(v.site.chat("/post")); // so that the browser lends its storage
            v.page.locator("html > unsaid-chat button").waitFor();
            v.page.evaluate("unsaid.open(document.querySelector('main unsaid-chat'))");
            link(v).click();
            v.page.evaluate("unsaid.open(document.querySelector('html > unsaid-chat'))");
            v.page.waitForCondition(() -> v.page.frames().size() == 4);
            v.page.frames().stream()
                    .skip(1)
                    .forEach(frame -> {
                        frame.locator(".gate .chip").first().click();
                        frame.getByText(Pattern.compile("Hello|Next|That was")).first().waitFor();
                    });
            assertEquals(3, starts(v, "start"));
            assertEquals(
                    "c.naming-fears c.naming-fears.1 c.naming-fears.2",
                    v.page.frames()
                            .get(1)
                            .evaluate("Object.keys(sessionStorage).sort().join(' ')"));
            v.page.reload();
            link(v).click();
            v.page.waitForCondition(() -> starts(v, "resume") == 1);
            assertTrue(v.page.frames().get(1).url().contains("&n=2&"));
        }
    }

    private static long starts(Visit v, String type) {
        return v.talk.heard.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .count();
    }

    @Test
    void aTalkInTheTextIsAsHighAsWhatItHoldsAndStaysSoWhileHelpIsOpen() {
        try (Visit v = onBlog(Screen.LIGHT, talk(), LINK, "")) {
            link(v).click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            chat(v).locator("form.ask").waitFor();
            v.page.frames()
                    .get(1)
                    .waitForFunction(
                            "() => { const { scrollHeight, clientHeight } = document.querySelector('.scroller'); return scrollHeight === clientHeight; }");
            double high = v.page.locator("iframe").boundingBox().height;
            chat(v).getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Help"))
                    .click();
            chat(v).getByText("People you can reach").waitFor();
            v.page.waitForTimeout(200);
            assertEquals(high, v.page.locator("iframe").boundingBox().height);
        }
    }

    @Test
    void aPageCanOpenAndCloseItAndIsToldNoMore() {
        String early =
                """
                <script>
                window.told = [];
                for (const name of ["unsaid-open", "unsaid-close"]) addEventListener(name, e => told.push(`${e.type} ${e.detail} ${e.target.localName}`));
                (window.unsaid ||= []).push(["open", "naming-fears"]);
                </script>
                """;
        try (Visit v = onBlog(Screen.LIGHT, talk(), early, "")) {
            chat(v).locator(".gate .chip").first().waitFor();
            v.page.evaluate("unsaid.close('other')");
            assertTrue(v.page.locator("iframe").isVisible());
            v.page.evaluate("unsaid.close()");
            assertFalse(v.page.locator("iframe").isVisible());
            v.page.evaluate("unsaid.push(['open'])");
            assertTrue(v.page.locator("iframe").isVisible());
            assertEquals(
                    List.of(
                            "unsaid-open undefined unsaid-chat",
                            "unsaid-close undefined unsaid-chat",
                            "unsaid-open undefined unsaid-chat"),
                    v.page.evaluate("told"));
            v.button("A quiet talk").click();
            assertFalse(v.page.locator("iframe").isVisible());
        }
    }

    @Test
    void itFillsTheWindowWhereThePageWantsThat() {
        try (Visit v =
                onBlog(Screen.LIGHT, talk(), "", "data-flow=\"naming-fears\" data-mode=\"page\"")) {
            v.button("A quiet talk").click();
            agree(v);
            assertEquals(1000, v.page.locator("iframe").boundingBox().width);
            assertEquals(760, v.page.locator("iframe").boundingBox().height);
            chat(v).getByLabel("Close").click();
            v.page.waitForCondition(() -> !v.page.locator("iframe").isVisible());
            assertTrue(v.button("A quiet talk").isVisible());
        }
    }

    @Test
    void pagesThatChangeWithoutLoadingKeepAnOpenTalkAndNeverDoubleTheBubble() {
        try (Visit v = onBlog(Screen.LIGHT, talk(), "", "data-flow=\"naming-fears\"")) {
            v.site.page("/next", BLOG.formatted(INLINE, "data-flow=\"naming-fears\""));
            v.site.page("/other", BLOG.formatted(LINK, "data-flow=\"naming-hopes\""));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            goTo(v, "/other");
            assertTrue(chat(v).getByText("Hello.").isVisible());
            assertEquals(1, v.page.locator("html > unsaid-chat").count());
            chat(v).getByLabel("Close").click();
            goTo(v, "/next");
            assertEquals(1, v.page.locator("html > unsaid-chat").count());
            v.page.locator("main unsaid-chat button").click();
            v.page.waitForCondition(() -> v.page.frames().size() == 3);
            goTo(v, "/other");
            v.page.locator("html > unsaid-chat[flow=naming-hopes] button").waitFor();
            assertEquals(1, v.page.locator("html > unsaid-chat").count());
            assertEquals(1, v.page.frames().size(), "no frame and so no socket is left");
            link(v).click();
            v.page.waitForCondition(() -> v.page.frames().size() == 2);
            goTo(v, "/next");
            v.page.evaluate("() => (" + ROUTER + ")('/other', kept)");
            assertTrue(link(v).isVisible(), "what a router kept is a link again");
            link(v).click();
            v.page.waitForCondition(() -> v.page.frames().size() == 2);
            assertEquals(List.of(), v.errors());
        }
    }

    @Test
    void aHostilePageNeitherBendsTheBubbleNorIsBent() {
        String hostile =
                """
                <style>* { all: unset !important } html, body, unsaid-chat { transform: rotate(2deg) scale(.9) !important; filter: blur(2px) !important; opacity: .3 !important }
                .over { display: block !important; position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; z-index: 2147483647 !important; background: #fcc !important }</style>
                <div class="over">On top of everything</div>
                """;
        try (Visit kind = withBubble(Screen.LIGHT);
                Visit v = onBlog(Screen.LIGHT, talk(), hostile, "data-flow=\"naming-fears\"")) {
            kind.button("A quiet talk").waitFor();
            v.button("A quiet talk").waitFor();
            String look =
                    """
                    () => {
                      const button = document.querySelector("html > unsaid-chat").shadowRoot.querySelector("button");
                      const style = getComputedStyle(button), box = button.getBoundingClientRect();
                      return [...style].filter(name => !name.startsWith("--")).map(name => name + ":" + style.getPropertyValue(name)).join("\\n")
                        + [box.x, box.y, box.width, box.height].map(Math.round);
                    }
                    """;
            assertEquals(kind.page.evaluate(look), v.page.evaluate(look));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            v.picture("hostile");
            assertEquals(400, v.page.locator("iframe").boundingBox().width);
            assertEquals(
                    "unsaid-chat",
                    v.page.evaluate("document.elementFromPoint(800, 400).localName"));
        }
    }

    @Test
    void nothingOfItLeaksIntoThePage() {
        String page =
                "<!doctype html><title>A blog</title><main><h1>A post</h1><p>Words <button>ours</button></p></main>%s";
        String looks =
                "() => [document, ...document.querySelectorAll('main, main *')].map(e => e === document ? e.styleSheets.length + e.adoptedStyleSheets.length : JSON.stringify([e.getBoundingClientRect(), [...getComputedStyle(e)].map(n => getComputedStyle(e).getPropertyValue(n))])).join()";
        try (Visit v = new Visit(Screen.LIGHT, talk())) {
            v.site.page("/bare", page.formatted(""));
            v.site.page(
                    "/post",
                    page.formatted(
                            "<script async src=\"{{chat}}/unsaid.js\" data-flow=\"naming-fears\"></script>"));
            v.page.navigate(v.site.blog("/bare"));
            Object bare = v.page.evaluate(looks);
            v.page.navigate(v.site.blog("/post"));
            v.button("A quiet talk").waitFor();
            Object globals =
                    v.page.evaluate("Object.keys(window).filter(k => /unsaid/i.test(k)).join()");
            assertEquals("unsaid", globals);
            assertEquals(bare, v.page.evaluate(looks));
            v.button("A quiet talk").click();
            agree(v);
            assertEquals(bare, v.page.evaluate(looks));
            assertEquals(
                    "null SecurityError SecurityError",
                    v.page.evaluate(
                            """
                            () => {
                              const frame = document.querySelector("unsaid-chat").shadowRoot.querySelector("iframe");
                              const tries = [() => frame.contentWindow.document.body.textContent, () => frame.contentWindow.sessionStorage.length];
                              return [frame.contentDocument, ...tries.map(t => { try { return t(); } catch (e) { return e.name; } })].join(" ").replace(/^ /, "null ");
                            }
                            """));
        }
    }

    /// The guide's line for a page with a strict policy, and one more that allows everything to be
    /// held to what it must be.
    @Test
    void aPageWithTheStrictestPolicyNeedsTheGuidesLineOnly() throws Exception {
        Matcher line =
                Pattern.compile("```text\\nContent-Security-Policy: (.*)\\n```")
                        .matcher(Files.readString(Path.of("README.md")));
        assertTrue(line.find());
        byte[] loader = Files.readAllBytes(Path.of("target", "classes", "web", "unsaid.js"));
        byte[] hash = MessageDigest.getInstance("SHA-384").digest(loader);
        try (Visit v = new Visit(Screen.LIGHT, talk())) {
            String policy = line.group(1).replace("https://chat.example.org", v.site.chat(""));
            v.site.page(
                    "/post",
                    "<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"%s\"><title>A blog</title><main>%s</main><script async src=\"{{chat}}/unsaid.js\" data-flow=\"naming-fears\" integrity=\"sha384-%s\" crossorigin></script>"
                            .formatted(policy, LINK, Base64.getEncoder().encodeToString(hash)));
            List<String> told = new CopyOnWriteArrayList<>();
            v.page.onConsoleMessage(message -> told.add(message.text()));
            v.page.navigate(v.site.blog("/post"));
            v.button("A quiet talk").click();
            agree(v);
            chat(v).getByText("Hello.").waitFor();
            chat(v).getByLabel("Close").click();
            link(v).click();
            v.page.waitForCondition(() -> v.page.frames().size() == 3);
            assertEquals(List.of(), told);
            assertEquals(List.of(), v.errors());
        }
    }

    @Test
    void aPartThatIsNotWhatTheBuildMadeDoesNotRun() {
        try (Visit v = withBubble(Screen.LIGHT)) {
            v.context()
                    .route(
                            "**/part-*.js",
                            r ->
                                    r.fulfill(
                                            new Route.FulfillOptions()
                                                    .setHeaders(
                                                            Map.of(
                                                                    "access-control-allow-origin",
                                                                    "*"))
                                                    .setBody("window.taken = 1; alert(1)")));
            v.button("A quiet talk").click();
            v.page.waitForURL("**/chat/naming-fears");
            assertNull(v.page.evaluate("window.taken"));
        }
    }
}
