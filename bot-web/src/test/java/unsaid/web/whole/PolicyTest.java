package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

/// The content security policy allows no script and no style in a page itself, and nothing of ours
/// ever wants one.
class PolicyTest {
    private static final Pattern INLINE =
            Pattern.compile(
                    "<script(?![^>]*\\ssrc=)|<style|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:",
                    Pattern.CASE_INSENSITIVE);
    private static final String LISTEN =
            "document.addEventListener('securitypolicyviolation', e => violated(e.violatedDirective + ' ' + e.blockedURI))";

    private static RealServer server;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        server = new RealServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        context = Browsers.context(new Browser.NewContextOptions());
        context.exposeBinding(
                "violated", (source, what) -> violations.add(String.valueOf(what[0])));
        context.addInitScript(LISTEN);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest
    @MethodSource("unsaid.web.RealServer#flows")
    void aWholeTalkWantsNothingThatThePolicyForbids(String flow) {
        page.navigate(server.address("/chat/" + flow));
        assertFalse(new Walker(page, Walker.Hand.KEYBOARD, 3, new Blind(), flow).walk().isEmpty());
        assertEquals(List.of(), violations);
    }

    @Test
    void norDoesTheChatInAPage() {
        page.navigate(server.address("/"));
        page.locator("unsaid-chat button, button").first().click();
        page.frameLocator("iframe").locator("form.ask").waitFor();
        assertEquals(List.of(), violations);
    }

    @Test
    void whatIsSlippedIntoThePageDoesNotRun() {
        page.navigate(server.address("/chat/naming-fears"));
        page.evaluate(
                "() => { const s = document.createElement('script'); try { s.textContent = 'window.slipped = 1'; } catch { s.append('window.slipped = 1'); } document.head.append(s); }");
        page.evaluate(
                "() => { try { document.body.insertAdjacentHTML('beforeend', '<img src=\"/none.svg\" onerror=\"window.slipped = 2\">'); } catch { /* not even put in */ } }");
        page.waitForCondition(() -> violations.size() >= 2);
        assertNull(page.evaluate("window.slipped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat/naming-fears", "/chat/none", "/none", "/health"})
    void noPageHasAScriptOrAStyleInIt(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(server.address(path))).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertFalse(INLINE.matcher(answer.body()).find(), answer.body());
            String policy =
                    answer.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .toLowerCase(Locale.ROOT);
            assertTrue(policy.startsWith("default-src 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(policy.contains("*"), policy);
            assertFalse(policy.contains("script-src 'self' "), policy);
        }
    }

    /// Looks at nothing: other tests look.
    private static final class Blind extends HashSet<String> {
        @Override
        public boolean add(String state) {
            return false;
        }
    }
}
