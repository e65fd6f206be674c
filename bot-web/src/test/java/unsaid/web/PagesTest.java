package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private int status(Running at, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + at.port() + path);
        return http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
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
        assertTrue(
                page.contains("<noscript><form class=\"gate\" method=\"post\" action=\"talk\">"));
        assertTrue(page.contains("name=\"door\" value=\"mood\""), page);
        assertTrue(page.contains("Open the simple page"), page);
        assertTrue(get("/chat/talk?start=%22%3E%3Cb").body().contains("name=\"door\" value=\"\""));
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
                    "require-trusted-types-for 'script'; trusted-types 'none'",
                    "connect-src 'self' ws://127.0.0.1:" + running.port(),
                    "frame-ancestors 'self' https://blog.example"
                }) {
            assertTrue(policy.contains(part), policy);
        }
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(header(answer, "Permissions-Policy").contains("microphone=()"));
    }

    @Test
    void aPieceOfAnotherVersionIsWhatLoadsItsPageAgainAndIsNotKept() throws Exception {
        Matcher first =
                Pattern.compile("/widget/([0-9a-f]{10})/chat\\.js")
                        .matcher(get("/chat/talk").body());
        assertTrue(first.find());
        String known = "/widget/" + first.group(1);
        String unknown = "/widget/0123456789";
        for (String name : new String[] {"/text.js", "/chunk-X1.js", "/text.js?"}) {
            var answer = get(unknown + name);
            assertEquals(200, answer.statusCode(), name);
            assertEquals("no-store", header(answer, "Cache-Control"));
            assertTrue(header(answer, "Content-Type").startsWith("text/javascript"));
            assertEquals(get("/widget/renewed.js").body(), answer.body());
        }
        assertEquals(get(known + "/later.css").body(), get(unknown + "/later.css").body());
        assertEquals("no-store", header(get(unknown + "/later.css"), "Cache-Control"));
        assertTrue(header(get(known + "/text.js"), "Cache-Control").contains("immutable"));
        for (String gone :
                new String[] {unknown + "/chat.js", unknown + "/x.svg", known + "/x.js"}) {
            assertEquals(404, get(gone).statusCode(), gone);
        }
    }

    @Test
    void aMisspeltFlowIsToldToTheOwnerOnceAndNotInTheWordsOfThePage(@TempDir Path own)
            throws Exception {
        try (Running other = new Running(own, "--site.flow=talk");
                Heard heard = new Heard()) {
            assertEquals(200, status(other, "/chat/talk"));
            assertEquals("", heard.all());
            assertEquals(404, status(other, "/chat/tolk"));
            assertEquals(404, status(other, "/chat/tallk"));
            assertEquals(404, status(other, "/chat/erazing"));
            for (int i = 0; i < 30; i++) {
                assertEquals(404, status(other, "/chat/my-secret-" + "x".repeat(i * 20)));
            }
            assertEquals(3, heard.text().split("a conversation that is not here", -1).length - 1);
            assertEquals(1, heard.text().split("Did you mean \"talk\"\\?", -1).length - 1);
            assertTrue(heard.text().contains("Did you mean \"erasing\"?"), heard.text());
            for (String sent : new String[] {"tolk", "tallk", "erazing", "secret"}) {
                assertFalse(heard.all().contains(sent), heard.all());
            }
        }
    }

    @Test
    void aPageThatMayNotShowTheTalkIsToldToTheOwnerOnceAndByItsOriginAlone() throws Exception {
        try (Heard heard = new Heard()) {
            get("/unsaid.js", "Referer", "https://blog.example/a-post");
            get("/unsaid.js", "Referer", "http://127.0.0.1:" + running.port() + "/");
            get("/unsaid.js", "Referer", "about:blank");
            get("/unsaid.js", "Referer", "https://other.example/\u00e9 \\ secret");
            get("/unsaid.js");
            assertEquals("", heard.all());
            get("/unsaid.js", "Referer", "https://new.example/my-secret?a=b");
            get("/unsaid.js", "Referer", "https://new.example/");
            assertEquals(1, heard.text().split("https://new.example", -1).length - 1);
            assertTrue(heard.all().contains("site.origins"), heard.all());
            assertFalse(heard.all().contains("secret"), heard.all());
            for (int i = 0; i < 50; i++) {
                get("/unsaid.js", "Referer", "https://x" + i + ".example/");
            }
            assertEquals(20, heard.text().split("site.origins", -1).length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chat/talk",
                "/chat/none",
                "/unsaid.js",
                "/unsaid-0000000000.js",
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

    private static final Pattern HELD =
            Pattern.compile(
                    "(?:href|src)=\"\\.\\.(/widget/[^\"]+)\" integrity=\"(sha256-[^\"]+)\"");

    private static String sri(String algorithm, byte[] content) throws Exception {
        return algorithm.toLowerCase(Locale.ROOT).replace("-", "")
                + "-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(algorithm).digest(content));
    }

    private HttpResponse<byte[]> bytes(String path, String accepted) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
                        .header("Accept-Encoding", accepted)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void whatThePageNamesIsNamedAfterItsContentAndHeldToIt() throws Exception {
        var held = HELD.matcher(get("/chat/talk").body());
        int count = 0;
        while (held.find()) {
            count++;
            var file = bytes(held.group(1), "identity");
            assertEquals(held.group(2), sri("SHA-256", file.body()));
            assertEquals("public, max-age=31536000, immutable", header(file, "Cache-Control"));
            var again = get(held.group(1), "If-None-Match", header(file, "ETag"));
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
        }
        assertEquals(2, count);
    }

    @Test
    void theLoaderMayBePinnedAndHoldsItsOtherPartToItsContent() throws Exception {
        byte[] loader = bytes("/unsaid.js", "identity").body();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(loader), 0, 5);
        var pinned = bytes("/unsaid-" + hash + ".js", "identity");
        assertArrayEquals(loader, pinned.body());
        assertEquals("public, max-age=31536000, immutable", header(pinned, "Cache-Control"));
        assertEquals("*", header(pinned, "Access-Control-Allow-Origin"));
        assertEquals(404, get("/unsaid-0000000000.js").statusCode());
        String text = new String(loader, StandardCharsets.UTF_8);
        var named = Pattern.compile("part-[0-9a-f]{10}\\.js").matcher(text);
        assertTrue(named.find());
        var part = bytes("/widget/" + named.group(), "identity");
        assertTrue(text.contains(sri("SHA-256", part.body())), text);
        assertEquals("*", header(part, "Access-Control-Allow-Origin"));
        assertEquals("cross-origin", header(part, "Cross-Origin-Resource-Policy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br, gzip | br",
                "gzip, br;q=0.1 | br",
                "GZIP | gzip",
                "br;q=0, gzip | gzip",
                "br; q=0.000, * | gzip",
                "* | br",
                "*;q=0 | ''",
                "identity | ''",
                "brotli | ''"
            })
    void aFileComesPackedAsTheBrowserTakesIt(String accepted, String coding) throws Exception {
        var plain = bytes("/unsaid.js", "identity");
        var answer = bytes("/unsaid.js", accepted);
        assertEquals(coding, header(answer, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertArrayEquals(plain.body(), unpacked(answer.body(), coding));
        assertEquals(coding.isEmpty(), header(plain, "ETag").equals(header(answer, "ETag")));
        assertEquals(
                304,
                get(
                                "/unsaid.js",
                                "Accept-Encoding",
                                accepted,
                                "If-None-Match",
                                header(answer, "ETag"))
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/chat/talk | br, gzip | br",
                "/chat/talk | br, gzip | br",
                "/chat/talk | gzip | gzip",
                "/chat/talk | identity | ''",
                "/chat/talk?start=anything | br, gzip | gzip"
            })
    void theChatPageComesPackedAsWellAsItMay(String path, String accepted, String coding)
            throws Exception {
        var plain = bytes(path, "identity");
        var answer = bytes(path, accepted);
        assertEquals(coding, header(answer, "Content-Encoding"));
        assertArrayEquals(plain.body(), unpacked(answer.body(), coding));
        assertEquals(header(plain, "Content-Type"), header(answer, "Content-Type"));
        if (coding.equals("br")) assertEquals("Accept-Encoding", header(answer, "Vary"));
    }

    private static byte[] unpacked(byte[] content, String coding) throws Exception {
        return switch (coding) {
            case "br" -> {
                Brotli4jLoader.ensureAvailability();
                yield Decoder.decompress(content).getDecompressedData();
            }
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
            case "" -> content;
            default -> throw new AssertionError(coding);
        };
    }

    @Test
    void theChatPageHasTheCardsOfPeopleWhoHelpInIt() throws Exception {
        String page = get("/chat/talk").body();
        assertTrue(page.contains("<template><div class=\"helplines\" data-in=\"\">"), page);
        assertTrue(page.contains("112 works in Europe"), page);
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
