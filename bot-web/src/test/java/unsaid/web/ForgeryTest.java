package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Nothing a stranger sends makes a line in a log, or makes the server read a file.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeryTest {
    private static final String LINE = "12:00:00 ERROR unsaid.web.Main  forged-line";
    private static final String UPGRADE =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final Heard heard = new Heard();
    private Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Logging.bridge();
        Running.write(folder, "private.txt", "forged-file");
        Running.write(folder, "private.css", "forged-file");
        running = new Running(folder, "--rate.pages.burst=10000");
    }

    @AfterAll
    void stop() {
        running.close();
        heard.close();
    }

    static Stream<String> requests() {
        return Stream.of(
                        "\n",
                        "\r",
                        "\r\n",
                        "\u001b[2J",
                        "%0d%0a",
                        "%0a",
                        "%1b[31m",
                        "%E2%80%A8",
                        "\u0085")
                .flatMap(breaks -> {
                    String forged = breaks + LINE;
                    String path = forged.replace(" ", breaks.startsWith("%") ? "%20" : " ");
                    return Stream.of(
                            request("/" + path, "127.0.0.1", ""),
                            request("/chat/" + path, "127.0.0.1", ""),
                            request("/socket?" + path, "127.0.0.1", UPGRADE),
                            request("/health", forged, ""),
                            request("/health", "127.0.0.1:1" + forged, ""),
                            request(
                                    "/socket",
                                    "127.0.0.1",
                                    UPGRADE + "Origin: http://x" + forged + "\r\n"),
                            request(
                                    "/socket",
                                    "127.0.0.1",
                                    UPGRADE + "Sec-WebSocket-Protocol: x" + forged + "\r\n"),
                            request(
                                    "/socket",
                                    "127.0.0.1",
                                    UPGRADE + "Sec-WebSocket-Extensions: x" + forged + "\r\n"),
                            request("/", "127.0.0.1", "User-Agent: x" + forged + "\r\n"),
                            request("/", "127.0.0.1", "X-Forwarded-For: x" + forged + "\r\n"),
                            request(
                                    "/",
                                    "127.0.0.1",
                                    "Cookie: x" + forged + "=" + forged + "\r\n"));
                });
    }

    private static String request(String path, String host, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n";
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noRequestForgesALine(String request) throws Exception {
        try (Bare bare = new Bare(running.port())) {
            bare.send(request).head();
        }
        assertNothingForged();
    }

    @Test
    void noFrameForgesALine() throws Exception {
        try (Client client = running.begun()) {
            for (String breaks : new String[] {"\\n", "\\r\\n", "\\u001b[2J", "\\u2028"}) {
                String forged = breaks + LINE;
                client.send(
                        "{\"type\":\"start\",\"agreed\":true,\"id\":\"f2\",\"flow\":\"x"
                                + forged
                                + "\",\"language\":\"en\"}");
                client.next("problem");
                client.send("{\"type\":\"" + forged + "\",\"id\":\"" + forged + "\"}")
                        .next("problem");
                client.send("\n" + LINE).next("problem");
            }
        }
        assertNothingForged();
    }

    private void assertNothingForged() {
        String all = heard.all();
        assertFalse(all.contains("forged"), all);
        assertFalse(all.contains("\u001b"), all);
    }

    @Test
    void aMessageIsOneLineWhateverIsInIt() {
        try (Heard lines = new Heard()) {
            LoggerFactory.getLogger("org.eclipse.x")
                    .warn("a\n{}\r\nb\u001b[2Jc\u2028d\u0085e\u202ef", LINE);
            assertEquals(1, lines.text().strip().lines().count(), lines.text());
            assertTrue(lines.text().strip().matches("[^\\p{Cc}\\p{Cf}\\u2028]*"), lines.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/../../private.txt",
                "/chat/..%2f..%2fprivate.txt",
                "/chat/%2e%2e/%2e%2e/private.txt",
                "/chat/..%252fprivate.txt",
                "/chat/..;/..;/private.txt",
                "/chat/..%5c..%5cprivate.txt",
                "/chat/..\\..\\private.txt",
                "/chat/%c0%ae%c0%ae%c0%afprivate.txt",
                "/chat/%e0%80%ae%e0%80%ae/private.txt",
                "/chat/%uff0e%uff0e/private.txt",
                "/chat/private.txt%00",
                "/chat/talk%00.html",
                "/chat/C:%5cprivate.txt",
                "/chat/file:%2f%2f%2fprivate.txt",
                "/chat//private.txt",
                "/widget/../private.css",
                "/widget/..%2fprivate.css",
                "/widget/%2e%2e%2fprivate.css",
                "/widget/..%2fchat.html",
                "/widget/..%5cprivate.css",
                "/widget/%c0%ae%c0%ae%2fprivate.css",
                "/widget/chat.css%00.js",
                "/widget/chat.css;x=/../../private.css",
                "/widget/C:private.css",
                "/widget//private.css",
                "/../private.txt",
                "//private.txt",
                "/%2e%2e/private.txt",
                "/web/chat.html",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/logback.xml",
                "http://127.0.0.1/../private.txt"
            })
    void noPathLeadsToAFile(String path) throws Exception {
        for (String method :
                new String[] {"GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"}) {
            try (Bare bare = new Bare(running.port())) {
                bare.send(
                        method
                                + " "
                                + path
                                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                String head = bare.head();
                assertTrue(
                        head.matches("(?s)HTTP/1.1 4(00|04|05) .*"),
                        method + " " + path + " " + head);
                String body = bare.rest().toLowerCase(Locale.ROOT);
                assertFalse(body.contains("forged-file"), body);
                assertFalse(body.contains("private"), body);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../talk", "..%2ftalk", "talk/../talk", "./talk", "talk/", "/talk", "..\\\\talk",
                        "talk\\u0000",
                "talk.json", "TALK", "C:talk", "file:///talk", "\\uff0e\\uff0e/talk", "t\\u0430lk",
                        "talk ", ""
            })
    void noNameOfAFlowIsAPath(String flow) throws Exception {
        try (Client client = running.connect()) {
            String code =
                    client.send(
                                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\""
                                            + flow
                                            + "\",\"language\":\"en\"}")
                            .next("problem")
                            .path("code")
                            .asString();
            assertEquals("bad-frame", code);
        }
    }
}
