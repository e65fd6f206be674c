package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers may do at the door, with bare sockets.
@Timeout(60)
class GateTest {
    private static final String UPGRADE =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @TempDir private Path folder = Path.of("");

    private Running running(String... settings) throws Exception {
        return new Running(folder, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "GET /health HTTP/1.1\r\n", "GET /health HTTP/1.1\r\nA: b\r\n"})
    void aHeadThatDripsIsCutOff(String begun) throws Exception {
        try (Running running = running("--http.wait=1");
                Bare slow = new Bare(running.port())) {
            slow.send(begun).dripUntilCut("a");
            awaitNone(running);
        }
    }

    @Test
    void soIsTheSecondHeadOfAConnection() throws Exception {
        try (Running running = running("--http.wait=1");
                Bare slow = new Bare(running.port())) {
            assertEquals(200, slow.get("/health").status());
            slow.dripUntilCut("GET /health HTTP/1.1\r\nA: b\r\n");
            awaitNone(running);
        }
    }

    @Test
    void whoSaysNothingIsCutOff() throws Exception {
        try (Running running = running("--http.wait=1");
                Bare silent = new Bare(running.port())) {
            assertEquals("", silent.head());
            awaitNone(running);
        }
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        try (Running running = running("--http.wait=1", "--rate.pages.burst=10000");
                Bare deaf = new Bare(running.port())) {
            try {
                for (int i = 0; i < 5_000; i++) {
                    deaf.get("/unsaid.js");
                }
            } catch (java.io.IOException e) {
                // cut off already
            }
            awaitNone(running);
        }
    }

    private static void awaitNone(Running running) throws InterruptedException {
        while (running.server().httpConnections() > 0) {
            Thread.sleep(1);
        }
    }

    @Test
    void oneAddressHasSoManyConnectionsAndNoMore() throws Exception {
        try (Running running = running("--http.connections-per-address=3")) {
            assertNoMoreThanThree(running);
        }
    }

    @Test
    void allTogetherHaveSoManyAndNoMore() throws Exception {
        try (Running running = running("--http.connections=3")) {
            assertNoMoreThanThree(running);
        }
    }

    private static void assertNoMoreThanThree(Running running) throws Exception {
        List<Bare> guests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Bare guest = new Bare(running.port());
            guests.add(guest);
            assertEquals(200, guest.get("/health").status());
        }
        try (Bare fourth = new Bare(running.port())) {
            assertEquals("", fourth.head());
        }
        guests.removeFirst().close();
        while (running.server().httpConnections() > 2) {
            Thread.sleep(1);
        }
        try (Bare next = new Bare(running.port())) {
            assertEquals(200, next.get("/health").status());
        }
        for (Bare guest : guests) {
            guest.close();
        }
    }

    @Test
    void aSocketTakesNoPlaceOfAPage() throws Exception {
        try (Running running = running("--http.connections=1");
                Bare socket = new Bare(running.port())) {
            assertEquals(101, socket.get("/socket", UPGRADE).status());
            awaitNone(running);
            try (Bare page = new Bare(running.port())) {
                assertEquals(200, page.get("/health").status());
            }
        }
    }

    @Test
    void behindAProxyItsAddressIsNotCounted() throws Exception {
        try (Running running = running("--proxy=true", "--http.connections-per-address=1");
                Bare first = new Bare(running.port());
                Bare second = new Bare(running.port())) {
            assertEquals(200, first.get("/health").status());
            assertEquals(200, second.get("/health").status());
        }
    }

    /// What a browser keeps for a year must be right: it is said over HTTPS only, and a header that
    /// anybody may send says so only where a proxy stands in front.
    @ParameterizedTest
    @CsvSource({
        "true, 'X-Forwarded-Proto: https', true",
        "true, 'Forwarded: for=192.0.2.1;proto=https', true",
        "true, 'X-Forwarded-Proto: http', false",
        "true, 'A: b', false",
        "false, 'X-Forwarded-Proto: https', false",
        "false, 'Forwarded: for=192.0.2.1;proto=https', false"
    })
    void onlyBehindAProxyThatSpeaksHttpsBrowsersAreToldToStayWithIt(
            boolean proxy, String header, boolean told) throws Exception {
        try (Running running = running("--proxy=" + proxy)) {
            for (String path : new String[] {"/chat/talk", "/unsaid.js", "/nowhere"}) {
                try (Bare page = new Bare(running.port())) {
                    String head = page.get(path, header + "\r\n").head();
                    assertEquals(
                            told,
                            head.contains("\r\nStrict-Transport-Security: max-age=31536000\r\n"),
                            path + " " + head);
                }
            }
        }
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() throws Exception {
        try (Running running = running("--http.head=2048");
                Bare large = new Bare(running.port());
                Bare small = new Bare(running.port())) {
            assertEquals(200, small.get("/health", "A: " + "a".repeat(1_500) + "\r\n").status());
            assertEquals(431, large.get("/health", "A: " + "a".repeat(2_500) + "\r\n").status());
            assertFalse(large.rest().contains("aaaa"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000000", "Transfer-Encoding: chunked"})
    void aBodyIsNotTakenAndNotWaitedFor(String header) throws Exception {
        try (Running running = running()) {
            for (String more : new String[] {"", UPGRADE}) {
                try (Bare giver = new Bare(running.port())) {
                    assertEquals(413, giver.get("/socket", header + "\r\n", more).status());
                    giver.rest();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip"})
    void nothingIsEverUnpacked(String encoding) throws Exception {
        try (Running running = running();
                Bare bomber = new Bare(running.port())) {
            String headers = "Content-Encoding: " + encoding + "\r\nContent-Length: 4\r\n";
            assertEquals(415, bomber.get("/health", headers).status());
            bomber.rest();
        }
    }

    @Test
    void noExtensionIsEverAgreedUpon() throws Exception {
        try (Running running = running();
                Bare wire = new Bare(running.port())) {
            String head =
                    wire.get(
                                    "/socket",
                                    UPGRADE,
                                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit-deflate-frame\r\n")
                            .head();
            assertTrue(head.startsWith("HTTP/1.1 101 "), head);
            assertFalse(head.toLowerCase(java.util.Locale.ROOT).contains("extensions"), head);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.", "chat.example:80:1"})
    void underAStrangersNameThereIsNothing(String host) throws Exception {
        try (Running running = running("--site.hosts=chat.example.org")) {
            for (String path : new String[] {"/", "/chat/talk", "/health", "/socket"}) {
                try (Bare page = new Bare(running.port())) {
                    int status =
                            page.send(
                                            "GET "
                                                    + path
                                                    + " HTTP/1.1\r\nHost: "
                                                    + host
                                                    + "\r\nOrigin: http://"
                                                    + host
                                                    + "\r\n"
                                                    + UPGRADE
                                                    + "\r\n")
                                    .status();
                    assertTrue(status == 421 || status == 400, path + " " + status);
                }
            }
        }
    }

    @Test
    void underTheOwnersNameThereIsTheChat() throws Exception {
        try (Running running = running("--site.hosts=chat.example.org");
                Bare page = new Bare(running.port())) {
            page.send("GET /chat/talk HTTP/1.1\r\nHost: Chat.example.org:8443\r\n\r\n");
            assertEquals(200, page.status());
        }
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        try (Running running = running("--rate.pages.burst=5", "--rate.pages=1");
                Bare hasty = new Bare(running.port())) {
            String head = "";
            for (int i = 0; i < 20 && !head.contains(" 429 "); i++) {
                head = hasty.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n").head();
            }
            assertTrue(head.contains(" 429 ") && head.contains("Retry-After: 1"), head);
        }
    }

    @Test
    void nobodyCountsAsSomebodyElseByAHeader() throws Exception {
        try (Running running = running("--proxy=true", "--rate.pages.burst=5", "--rate.pages=1")) {
            for (String header :
                    new String[] {
                        "X-Forwarded-For: 10.0.0.%d, 192.0.2.1",
                        "Forwarded: for=10.0.0.%d, for=192.0.2.2"
                    }) {
                int refused = 0;
                for (int i = 0; i < 30; i++) {
                    try (Bare liar = new Bare(running.port())) {
                        int status = liar.get("/health", header.formatted(i) + "\r\n").status();
                        refused += status == 429 ? 1 : 0;
                    }
                }
                assertTrue(refused > 0, header);
            }
            try (Bare other = new Bare(running.port())) {
                assertEquals(200, other.get("/health", "X-Forwarded-For: 192.0.2.9\r\n").status());
            }
        }
    }

    @Test
    void withoutAProxyNoHeaderIsBelieved() throws Exception {
        try (Running running = running("--rate.pages.burst=5", "--rate.pages=1")) {
            int refused = 0;
            for (int i = 0; i < 30; i++) {
                try (Bare liar = new Bare(running.port())) {
                    refused +=
                            liar.get("/health", "X-Forwarded-For: 192.0.2." + i + "\r\n").status()
                                            == 429
                                    ? 1
                                    : 0;
                }
            }
            assertTrue(refused > 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example, 101",
        "http://127.0.0.1, 101",
        "https://evil.example, 403",
        "https://blog.example.evil.example, 403",
        "https://blog.example:8443, 403",
        "HTTPS://BLOG.EXAMPLE, 403",
        "null, 403",
        "'', 403"
    })
    void onlyWelcomePagesGetASocket(String origin, int status) throws Exception {
        try (Running running = running("--site.origins=https://blog.example")) {
            try (Bare page = new Bare(running.port())) {
                assertEquals(
                        status,
                        page.get("/socket", UPGRADE, "Origin: " + origin + "\r\n").status());
            }
            try (Bare two = new Bare(running.port())) {
                String both = "Origin: https://blog.example\r\nOrigin: " + origin + "\r\n";
                assertEquals(status, two.get("/socket", UPGRADE, both).status());
            }
        }
    }
}
