package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        running = new Running(folder, "--site.origins=https://blog.example", "--site.flow=talk");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void theChatPageHasItsFlowWithItsWordsEscaped() throws Exception {
        var answer = get("/chat/talk?embed=inline");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                header(answer, "Content-Type").toLowerCase(Locale.ROOT).replace(" ", ""));
        assertTrue(answer.body().contains("data-flow=\"talk\""));
        assertTrue(answer.body().contains("A &lt;small&gt; talk"));
        assertFalse(answer.body().contains("{{"));
    }

    @Test
    void thoseWithoutScriptsFindTheWayToTheSimplePageAtTheSameDoor() throws Exception {
        String page = get("/chat/talk?start=mood").body();
        assertTrue(page.contains("<noscript><form class=\"gate\" method=\"post\" action=\"talk\">"));
        assertTrue(page.contains("name=\"door\" value=\"mood\""), page);
        assertTrue(page.contains("Open the simple page"), page);
        assertTrue(
                get("/chat/talk?start=%22%3E%3Cb").body().contains("name=\"door\" value=\"\""));
    }

    @Test
    void theChatPageLoadsOnlyOursAndShowsOnlyWhereItMay() throws Exception {
        var answer = get("/chat/talk");
        String policy = header(answer, "Content-Security-Policy");
        for (String part :
                new String[] {
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "base-uri 'none'",
                    "connect-src 'self' ws://127.0.0.1:" + running.port(),
                    "frame-ancestors 'self' https://blog.example"
                }) {
            assertTrue(policy.contains(part), policy);
        }
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(header(answer, "Permissions-Policy").contains("microphone=()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chat/talk",
                "/chat/none",
                "/unsaid.js",
                "/widget/chat.js",
                "/helplines.json",
                "/health",
                "/x",
                "/widget/x.js"
            })
    void everyAnswerKeepsToItself(String path) throws Exception {
        var answer = get(path);
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("", header(answer, "Server"));
        assertEquals("", header(answer, "Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/none",
                "/chat/..%2Fx",
                "/widget/..%2Fchat.html",
                "/widget/chat.html",
                "/widget/x.js",
                "/logback.xml",
                "/web/chat.html",
                "/socket"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        int status = get(path).statusCode();
        assertTrue(status == 404 || status == 400, path + " " + status);
    }

    @Test
    void theLoaderMayBeKeptAndUsedElsewhere() throws Exception {
        var answer = get("/unsaid.js");
        assertEquals(200, answer.statusCode());
        assertTrue(header(answer, "Content-Type").startsWith("text/javascript"));
        assertEquals("public, max-age=300", header(answer, "Cache-Control"));
        assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"));
    }

    @Test
    void aWidgetFileThatIsKnownIsNotSentAgain() throws Exception {
        var first = get("/widget/chat.css");
        assertEquals("no-cache", header(first, "Cache-Control"));
        var again = get("/widget/chat.css", "If-None-Match", header(first, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void theHelplinesAreAsTheOwnerWroteThem() throws Exception {
        assertEquals(Running.HELPLINES, get("/helplines.json").body());
    }

    @Test
    void theServerSaysThatItIsWell() throws Exception {
        assertEquals("{\"status\":\"ok\"}", get("/health").body());
    }

    @Test
    void aHostThatIsNoneComesIntoNoPolicy() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /chat/talk HTTP/1.1\r\nHost: a;script-src\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(answer.contains("a;script-src"), answer);
        }
    }
}
