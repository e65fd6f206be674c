package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.RealServer;

/// What pages of other origins can do to the real server from a real browser. `localhost` is the
/// owner's blog, every other name is a stranger's.
class StrangersTest {
    private static final String OPENS =
            """
            address => new Promise(done => {
              const socket = new WebSocket(address, 'unsaid.v1');
              socket.onopen = () => done('open');
              socket.onerror = () => done('refused');
            })
            """;
    private static final String SANDBOXED =
            """
            address => new Promise(done => {
              addEventListener('message', e => done(e.data));
              const frame = document.createElement('iframe');
              frame.sandbox = 'allow-scripts';
              frame.srcdoc = `<script>const s = new WebSocket('${address}', 'unsaid.v1');
                s.onopen = () => parent.postMessage('open', '*'); s.onerror = () => parent.postMessage('refused', '*');<\\/script>`;
              document.body.append(frame);
            })
            """;

    private static final Site site = new Site();
    private static RealServer server;
    private BrowserContext context;
    private Page page;
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new RealServer("--site.origins=" + site.blog(""));
        site.page(
                "/post",
                "<!doctype html><title>A post</title><iframe src=\""
                        + server.address("/chat/naming-fears")
                        + "\"></iframe>");
    }

    @AfterAll
    static void stop() {
        server.close();
        site.close();
    }

    @BeforeEach
    void open() {
        context = Browsers.context(new Browser.NewContextOptions());
        page = context.newPage();
        page.onConsoleMessage(message -> told.add(message.text()));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void visit(String host) {
        page.navigate(site.blog("/post").replace("localhost", host));
    }

    private static String socket() {
        return server.address("/socket").replace("http:", "ws:");
    }

    @Test
    void theOwnersPageShowsTheChatAndOpensItsSocket() {
        visit("localhost");
        page.frameLocator("iframe").locator("form.ask").waitFor();
        assertEquals("open", page.evaluate(OPENS, socket()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "localhost.evil.localhost", "127.0.0.1"})
    void aStrangersPageDoesNeither(String host) {
        visit(host);
        assertEquals("refused", page.evaluate(OPENS, socket()));
        page.waitForCondition(
                () -> told.stream().anyMatch(text -> text.contains("frame-ancestors")));
        for (Frame frame : page.frames()) {
            assertFalse(frame.url().startsWith(server.address("/")), frame.url());
        }
    }

    @Test
    void aPageWithoutAnOriginOpensNoSocketEither() {
        visit("localhost");
        assertEquals("refused", page.evaluate(SANDBOXED, socket()));
    }

    @Test
    void aStrangersNameThatPointsHereShowsNothing() {
        int status =
                page.navigate(
                                server.address("/chat/naming-fears")
                                        .replace("127.0.0.1", "evil.localhost"))
                        .status();
        assertEquals(421, status);
        assertEquals(
                "refused", page.evaluate(OPENS, socket().replace("127.0.0.1", "evil.localhost")));
        assertTrue(page.content().contains("site.hosts"));
    }
}
