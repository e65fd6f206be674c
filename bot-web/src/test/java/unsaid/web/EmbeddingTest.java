package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// What owners get: the page that writes the line, the preview of a link, and oEmbed.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final RealServer server = new RealServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.address(path))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private BrowserContext context(ColorScheme scheme) {
        return Browsers.context(
                new Browser.NewContextOptions().setViewportSize(1000, 900).setColorScheme(scheme));
    }

    /// What the preview is painted on.
    private static String paper(Page page) {
        return String.valueOf(
                page.frameLocator("iframe")
                        .locator("html")
                        .evaluate("html => getComputedStyle(html).backgroundColor"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theOwnersPageIsAccessibleAndWritesLinesThatWork(ColorScheme scheme) {
        try (BrowserContext context = context(scheme)) {
            Page page = context.newPage();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> errors.add(message.text()));
            page.navigate(server.address("/embed"));
            page.frameLocator("iframe").locator("form.ask").waitFor();
            Pictures.keepWhole(page, "embed-" + scheme);
            assertEquals(List.of(), Axe.violations(page));
            String before = paper(page);
            page.getByLabel("dusk").check();
            page.waitForCondition(() -> !paper(page).equals(before));
            if (scheme == ColorScheme.LIGHT) {
                assertEquals(
                        page.locator("label:has-text('dusk') .swatch i")
                                .first()
                                .evaluate("i => getComputedStyle(i).backgroundColor"),
                        paper(page),
                        "the preview wears it");
            }
            page.getByLabel("Words on it").fill("A \"quiet\" hour");
            page.getByLabel("Hold the script").check();
            String line = page.locator("textarea").inputValue();
            assertTrue(line.contains(" data-theme=\"dusk\""), line);
            assertTrue(line.contains(" data-label=\"A &quot;quiet&quot; hour\""), line);
            assertTrue(
                    line.matches("(?s).*/unsaid-[0-9a-f]{10}\\.js\" integrity=\"sha384-.*"), line);
            assertEquals(List.of(), errors);
            Page post = context.newPage();
            post.route(
                    "**/post",
                    route ->
                            route.fulfill(
                                    new com.microsoft.playwright.Route.FulfillOptions()
                                            .setContentType("text/html")
                                            .setBody("<!doctype html><title>x</title>" + line)));
            post.navigate(server.address("/post"));
            post.getByRole(AriaRole.BUTTON).click();
            post.frameLocator("iframe").locator("form.ask").waitFor();
            assertEquals(
                    "A \"quiet\" hour", post.locator("unsaid-chat iframe").getAttribute("title"));
        }
    }

    @Test
    void theOwnersPageIsUsedByKeyboardAlone() {
        try (BrowserContext context = context(ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(server.address("/embed"));
            page.locator("#themes input").first().waitFor();
            List<String> stops = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                page.keyboard().press("Tab");
                stops.add(
                        String.valueOf(
                                page.evaluate(
                                        "document.activeElement.name || document.activeElement.id || document.activeElement.localName")));
                if (stops.getLast().equals("theme")) {
                    page.keyboard().press("ArrowRight");
                }
            }
            assertEquals(
                    List.of("flow", "mode", "theme", "label", "leave", "pin", "iframe"), stops);
            assertTrue(page.locator("textarea").inputValue().contains("data-theme=\"linen\""));
        }
    }

    @Test
    void aLinkToATalkIsPreviewedWithoutSayingWhatItIsAbout() throws Exception {
        String page = get("/chat/naming-fears").body();
        assertTrue(page.contains("<meta property=\"og:title\" content=\"A quiet talk\">"), page);
        assertTrue(page.contains("<title>Notes</title>"), page);
        assertFalse(page.contains("og:image"), page);
        String found = page.replaceAll("(?s).*oembed\" href=\"\\.\\.([^\"]+)\".*", "$1");
        assertEquals(
                "rich", JsonMapper.shared().readTree(get(found).body()).path("type").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/chat/naming-fears | 200",
                "{here}/chat/naming-fears | 200",
                "{here}/chat/naming-fears&format=json | 200",
                "{here}/chat/naming-fears&format=xml | 501",
                "{here}/chat/none | 404",
                "{here}/ | 404",
                "https://other.example/chat/naming-fears | 404",
                "%00 | 404",
                "'' | 404"
            })
    void oembedAnswersForOurTalksOnly(String url, int status) throws Exception {
        assertEquals(
                status,
                get("/oembed?url=" + url.replace("{here}", server.address(""))).statusCode());
    }

    @Test
    void oembedGivesAFrameThatFits() throws Exception {
        JsonNode card =
                JsonMapper.shared()
                        .readTree(
                                get("/oembed?maxwidth=400&url=" + server.address("/chat/welcome"))
                                        .body());
        assertEquals("1.0", card.path("version").asString());
        assertEquals(400, card.path("width").asInt());
        assertTrue(
                card.path("html")
                        .asString()
                        .startsWith(
                                "<iframe src=\"" + server.address("/chat/welcome?embed=inline")));
    }
}
