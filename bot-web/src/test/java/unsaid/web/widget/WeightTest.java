package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.RealServer;

/// What a visitor's browser fetches from the first press until the third answer has been replied
/// to: the bodies of all answers over HTTP, as they come over the wire. The real server sends them
/// to a real browser with nothing in its cache, and nothing is left out: page, styles, scripts,
/// words, and whatever comes later because it was needed.
///
/// The cards of people who help are weighed by themselves. They are in the page, and are the
/// owner's list: how long it is must never be decided by a limit for code.
class WeightTest {
    private static final int CHAT = 12_160;

    /// For the shipped list, on top.
    private static final int CARDS = 2_304;

    /// On a page of the owner's, on top: the loader with the bubble, and what opens the frame.
    private static final int PLACE = 1_024 + 1_792;

    /// Once a talk is under way: everything else that it may need.
    private static final int AHEAD = 7_552;

    /// A field or a card that is needed before that, without its styles.
    private static final int EARLY = 1_664;

    /// Styles of all that is not needed at first.
    private static final int STYLES = 1_664;

    private static final Pattern FILE = Pattern.compile("\"\\.\\./(widget/[^\"]+)\"");

    private static RealServer server;
    private final List<Request> requests = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    static {
        Brotli4jLoader.ensureAvailability();
    }

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
        page = context.newPage();
        page.onRequestFinished(requests::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /// Path → bytes of all answers so far, and what the cards have of them apart.
    private Map<String, Integer> weights() throws IOException {
        Map<String, Integer> weights = new TreeMap<>();
        for (Request request : List.copyOf(requests)) {
            String path = URI.create(request.url()).getPath();
            int bytes = request.sizes().responseBodySize;
            Response answer = request.response();
            if (path.startsWith("/chat/")) {
                assertEquals("br", answer.headerValue("Content-Encoding"));
                int cards = cards(answer.text());
                weights.put("cards", cards);
                bytes -= cards;
            }
            weights.merge(path, bytes, Integer::sum);
        }
        return weights;
    }

    /// What the cards add to a page.
    private static int cards(String page) throws IOException {
        String without = page.replaceFirst("(?s)<template>.*</template>", "<template></template>");
        assertTrue(without.length() < page.length(), page);
        return packed(page) - packed(without);
    }

    private static int packed(String page) throws IOException {
        return Encoder.compress(
                        page.getBytes(StandardCharsets.UTF_8),
                        Encoder.Parameters.create(11).setMode(Encoder.Mode.TEXT))
                .length;
    }

    private static void keepsTo(int limit, Map<String, Integer> weights) {
        assertTrue(weights.getOrDefault("cards", 0) <= CARDS, weights::toString);
        weights.remove("cards");
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(sum <= limit, () -> sum + " bytes, " + (sum - limit) + " too many: " + weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aTalkWeighsTwelveKilobytes(String language) throws IOException {
        page.navigate(server.address("/chat/naming-fears?lang=" + language));
        answerThree(page.locator("body"));
        keepsTo(CHAT, weights());
    }

    /// No talk is translated into these yet, so what the page names is added up: the test above
    /// shows that the first answers need nothing else.
    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr"})
    void itWeighsNoMoreInTheInterfacesOtherLanguages(String language) throws IOException {
        Path web = Path.of("target", "classes", "web");
        String page = Files.readString(web.resolve("chat-" + language + ".html"));
        Map<String, Integer> weights = new TreeMap<>(Map.of("page", packed(page)));
        for (MatchResult named : FILE.matcher(page).results().toList())
            weights.put(named.group(1), (int) Files.size(web.resolve(named.group(1) + ".br")));
        assertEquals(3, weights.size());
        keepsTo(CHAT, weights);
    }

    @Test
    void whatIsFetchedAheadKeepsToABoundOfItsOwn() throws IOException {
        page.navigate(server.address("/chat/naming-fears?lang=de"));
        Locator chat = page.locator("body");
        answerThree(chat);
        keepsTo(CHAT, weights());
        Set<String> before = weights().keySet();
        chat.locator(".place label.chip").first().click();
        chat.locator(".place .main").click();
        page.waitForCondition(() -> came("/all.js") && came("/later.css"));
        Map<String, Integer> after = new TreeMap<>();
        for (String path : weights().keySet()) {
            if (!before.contains(path)) after.put(path, size(path));
        }
        assertEquals(2, after.size(), after::toString);
        int sum = after.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(sum <= AHEAD, () -> sum + " bytes: " + after);
    }

    @Test
    void aPieceThatIsNeededBeforeIsSmallByItself() throws IOException {
        Path web = Path.of("target", "classes", "web");
        String page = Files.readString(web.resolve("chat-de.html"));
        MatchResult chat =
                FILE.matcher(page)
                        .results()
                        .filter(named -> named.group(1).endsWith("/chat.js"))
                        .findFirst()
                        .orElseThrow();
        Path folder = web.resolve(chat.group(1).replace("chat.js", ""));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pieces =
                    files.filter(file -> file.toString().endsWith(".js.br"))
                            .filter(file -> !file.endsWith("chat.js.br"))
                            .filter(file -> !file.endsWith("all.js.br"))
                            .toList();
            assertTrue(pieces.size() > 10, pieces::toString);
            for (Path piece : pieces)
                assertTrue(Files.size(piece) <= EARLY, piece + " " + Files.size(piece));
        }
        assertTrue(Files.size(folder.resolve("later.css.br")) <= STYLES);
    }

    /// What a file is over the wire. What a browser says of files that it fetches at the same time
    /// is not to be trusted.
    private int size(String path) throws IOException {
        for (Request request : List.copyOf(requests)) {
            if (URI.create(request.url()).getPath().equals(path))
                assertEquals("br", request.response().headerValue("Content-Encoding"), path);
        }
        return (int) Files.size(Path.of("target", "classes", "web", path + ".br"));
    }

    private boolean came(String file) {
        return List.copyOf(requests).stream()
                .anyMatch(request -> URI.create(request.url()).getPath().endsWith(file));
    }

    @Test
    void onAPageOfTheOwnersItsPlaceComesOnTop() throws IOException {
        page.navigate(server.address("/"));
        page.locator("unsaid-chat button").click();
        answerThree(page.frameLocator("iframe").locator("body"));
        Map<String, Integer> weights = weights();
        weights.keySet().removeIf(path -> path.equals("/") || path.startsWith("/widget/demo-"));
        assertTrue(weights.containsKey("/unsaid.js"), weights::toString);
        keepsTo(CHAT + PLACE, weights);
    }

    /// Says yes, and answers a choice, a scale and a list of boxes.
    private static void answerThree(Locator chat) {
        chat.locator(".gate .chip").first().click();
        chat.locator(".place button.chip").first().click();
        chat.locator(".point").nth(5).click();
        chat.locator(".place .main").click();
        chat.locator(".place label.chip").first().click();
        chat.locator(".place .main").click();
        chat.locator(".visitor").nth(2).waitFor();
        chat.locator(".place label.chip").first().waitFor();
    }
}
