package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets into the workbench, and what can be done from there, by real requests.
class StudioTest {
    private static final String PASSWORD = "a lamp in the kitchen";
    private static final String FILE = "/studio/api/files/talk/flow.json";
    private static final String UPGRADE =
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";

    @TempDir private Path folder = Path.of("");
    @TempDir private Path outside = Path.of("");

    private Running open() throws IOException {
        return new Running(folder, Unhurried.and("--studio=true"));
    }

    private Running locked() throws IOException {
        return new Running(folder, Unhurried.and("--studio=true", "--studio.password=" + PASSWORD));
    }

    private static String request(Running running, String head, String... headers)
            throws IOException {
        return send(running, head, "", headers);
    }

    /// The whole answer.
    ///
    /// @param head such as `GET /studio/`
    private static String send(Running running, String head, String body, String... headers)
            throws IOException {
        try (Bare bare = new Bare(running.port())) {
            String all = String.join("\r\n", headers);
            boolean named = all.contains("Host: ");
            bare.send(
                    head
                            + " HTTP/1.1\r\n"
                            + (named ? "" : "Host: 127.0.0.1:" + running.port() + "\r\n")
                            + (all.isEmpty() ? "" : all + "\r\n")
                            + (body.isEmpty()
                                    ? ""
                                    : "Content-Length: "
                                            + body.getBytes(StandardCharsets.ISO_8859_1).length
                                            + "\r\n")
                            + (all.contains("Upgrade") ? "" : "Connection: close\r\n")
                            + "\r\n"
                            + body);
            return all.contains("Upgrade") ? bare.head() : bare.rest();
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String own(Running running) {
        return "Origin: http://127.0.0.1:" + running.port();
    }

    private static String tag(Running running, String... headers) throws IOException {
        Matcher tag =
                Pattern.compile("(?i)etag: (\"[0-9a-f]+\")")
                        .matcher(request(running, "GET " + FILE, headers));
        assertTrue(tag.find());
        return tag.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio",
                "/studio/",
                "/studio/login",
                "/studio/files/studio.js",
                "/studio/api/flows",
                "/studio/api/files/talk/flow.json",
                "/studio/chat/talk",
                "/studio/widget/en.js",
                "/studio/helplines"
            })
    void whileItIsOffThereIsNothing(String path) throws IOException {
        try (Running running = new Running(folder)) {
            assertEquals(404, status(request(running, "GET " + path)));
            assertEquals(413, status(send(running, "PUT " + path, "x", own(running))));
            assertNotEquals(101, status(request(running, "GET /studio/socket", UPGRADE.strip())));
            assertNotEquals(101, status(request(running, "GET /studio/changes", UPGRADE.strip())));
        }
    }

    @Test
    void whileItIsOnItIsThereAndAlsoItsSockets() throws IOException {
        try (Running running = open()) {
            assertEquals(200, status(request(running, "GET /studio/")));
            assertEquals(200, status(request(running, "GET /studio/api/flows")));
            for (String socket : List.of("/studio/socket", "/studio/changes")) {
                assertEquals(
                        101,
                        status(request(running, "GET " + socket, own(running), UPGRADE.strip())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: chat.example.org",
                "Host: evil.example:8080",
                "Host: 192.0.2.7",
                "Host: 127.0.0.1.evil.example",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 proxy"
            })
    void withoutAPasswordNobodyComesUnderAnotherNameOrThroughAProxy(String header)
            throws IOException {
        try (Running running = open()) {
            for (String path : List.of("/studio/", FILE, "/studio/files/studio.js")) {
                int status = status(request(running, "GET " + path, header));
                assertTrue(status == 403 || status == 421, path + " " + status);
            }
        }
    }

    @Test
    void aPageOfAnotherOriginGetsNothingDoneAndNothingRead() throws IOException {
        try (Running running = open()) {
            String before = Files.readString(folder.resolve("talk/flow.json"));
            String seen = "If-Match: " + tag(running);
            for (String stranger :
                    List.of(
                            "Origin: https://evil.example",
                            "Origin: null",
                            "Origin: http://localhost:" + running.port(),
                            "Accept: */*",
                            own(running) + "\r\nSec-Fetch-Site: cross-site")) {
                assertEquals(
                        403, status(send(running, "PUT " + FILE, "{}", seen, stranger)), stranger);
                assertEquals(
                        403,
                        status(send(running, "POST /studio/api/talks", "{}", stranger)),
                        stranger);
            }
            assertEquals(
                    403,
                    status(
                            request(
                                    running,
                                    "GET /studio/files/studio.js",
                                    "Sec-Fetch-Site: cross-site",
                                    "Sec-Fetch-Mode: no-cors",
                                    "Sec-Fetch-Dest: script")));
            assertEquals(
                    403,
                    status(
                            request(
                                    running,
                                    "GET /studio/changes",
                                    "Origin: https://evil.example",
                                    UPGRADE.strip())));
            for (String stranger : List.of("Origin: https://evil.example", "Origin: null")) {
                assertEquals(
                        403,
                        status(
                                send(
                                        running,
                                        "POST /studio/helplines/country/gb",
                                        "emergency=1",
                                        stranger,
                                        "Content-Type: application/x-www-form-urlencoded")));
            }
            assertEquals(before, Files.readString(folder.resolve("talk/flow.json")));
            assertEquals(Running.HELPLINES, Files.readString(folder.resolve("helplines.json")));
        }
    }

    @Test
    void aLinkFromElsewhereMayLeadHere() throws IOException {
        try (Running running = open()) {
            assertEquals(
                    200,
                    status(
                            request(
                                    running,
                                    "GET /studio/",
                                    "Sec-Fetch-Site: cross-site",
                                    "Sec-Fetch-Mode: navigate",
                                    "Sec-Fetch-Dest: document")));
        }
    }

    @Test
    void itsPageCannotBeFramedAndHasNoScriptOfItsOwn() throws IOException {
        try (Running running = open()) {
            String page = request(running, "GET /studio/");
            assertTrue(page.contains("frame-ancestors 'none'"), page);
            assertTrue(page.contains("script-src 'self';"), page);
            assertFalse(page.contains("unsafe-"), page);
            String again = request(running, "GET /studio/");
            assertNotEquals(nonce(page), nonce(again));
        }
    }

    private static String nonce(String page) {
        Matcher nonce = Pattern.compile("'nonce-([A-Za-z0-9_-]{22})'").matcher(page);
        assertTrue(nonce.find());
        return nonce.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio/api/files/../helplines.json",
                "/studio/api/files/talk/..%2Fhelplines.json",
                "/studio/api/files/%2e%2e/unsaid.properties",
                "/studio/api/files/talk/..%5c..%5csecret.test.json",
                "/studio/api/files/talk/notes.txt",
                "/studio/api/files/talk/.test.json",
                "/studio/api/files/Talk/flow.json",
                "/studio/api/files/talk/flow.json%00.test.json",
                "/studio/api/files//flow.json",
                "/studio/api/files/link/flow.json",
                "/studio/api/files/talk/link.test.json",
                "/studio/files/../chat.html",
                "/studio/files/studio.html",
                "/studio/widget/..%2Fchat.html"
            })
    void noPathLeadsAnywhereElse(String path) throws IOException {
        Files.writeString(outside.resolve("flow.json"), "outside");
        try (Running running = open()) {
            Files.createSymbolicLink(folder.resolve("link"), outside);
            Files.createSymbolicLink(
                    folder.resolve("talk/link.test.json"), outside.resolve("flow.json"));
            String read = request(running, "GET " + path);
            assertTrue(status(read) == 404 || status(read) == 400, path + " " + status(read));
            assertFalse(read.contains("outside"), read);
            int written =
                    status(send(running, "PUT " + path, "{}", "If-None-Match: *", own(running)));
            assertTrue(written >= 400 && written < 500, path + " " + written);
            assertEquals("outside", Files.readString(outside.resolve("flow.json")));
            Files.delete(folder.resolve("link"));
            Files.delete(folder.resolve("talk/link.test.json"));
        }
    }

    @Test
    void whatIsMissingIsSaidInWords() throws IOException {
        try (Running running = open()) {
            String nowhere =
                    send(
                            running,
                            "POST /studio/api/talks",
                            "{\"flow\": \"talk\", \"step\": \"nowhere\"}",
                            own(running));
            assertEquals(404, status(nowhere), nowhere);
            assertTrue(nowhere.contains("No talk that begins here comes to"), nowhere);
            String none = request(running, "GET /studio/api/graph/none", own(running));
            assertTrue(none.contains("There is no such flow without an error."), none);
        }
    }

    @Test
    void aFileIsReplacedOnlyByWhoHasSeenItAsItIs() throws IOException {
        try (Running running = open()) {
            String text = Running.FLOW.replace("How heavy", "How heavily");
            String seen = "If-Match: " + tag(running);
            assertEquals(428, status(send(running, "PUT " + FILE, text, own(running))));
            Files.writeString(folder.resolve("talk/flow.json"), Running.FLOW + " ");
            assertEquals(412, status(send(running, "PUT " + FILE, text, own(running), seen)));
            assertEquals(
                    412,
                    status(send(running, "PUT " + FILE, text, own(running), "If-None-Match: *")));
            assertEquals(Running.FLOW + " ", Files.readString(folder.resolve("talk/flow.json")));
            String now = "If-Match: " + tag(running);
            assertEquals(200, status(send(running, "PUT " + FILE, text, own(running), now)));
            assertEquals(text, Files.readString(folder.resolve("talk/flow.json")));
            try (Stream<Path> files = Files.list(folder.resolve("talk"))) {
                assertEquals(
                        List.of("flow.json"),
                        files.map(path -> String.valueOf(path.getFileName())).toList());
            }
        }
    }

    @Test
    void aBodyHasALimitAndMustBeText() throws IOException {
        try (Running running = open()) {
            String seen = "If-Match: " + tag(running);
            assertEquals(
                    413,
                    status(
                            request(
                                    running,
                                    "PUT " + FILE,
                                    own(running),
                                    seen,
                                    "Content-Length: 1000001")));
            assertEquals(400, status(send(running, "PUT " + FILE, "\u00ff", own(running), seen)));
            assertEquals(413, status(send(running, "POST /erase", "x", own(running))));
            assertEquals(
                    413,
                    status(
                            request(
                                    running,
                                    "PUT " + FILE,
                                    own(running),
                                    seen,
                                    "Transfer-Encoding: chunked")));
        }
    }

    @Test
    void talksOfTheWorkbenchAreNotAmongThoseOfVisitors() throws IOException {
        try (Running running = open()) {
            String begun =
                    send(
                            running,
                            "POST /studio/api/talks",
                            "{\"flow\": \"talk\", \"step\": \"kind\"}",
                            own(running));
            assertEquals(200, status(begun), begun);
            assertTrue(begun.contains("\"token\""), begun);
            assertEquals(0, running.server().conversations());
        }
    }

    @Test
    void withAPasswordNobodyComesInWithoutIt() throws IOException {
        try (Running running = locked()) {
            String first = request(running, "GET /studio/");
            assertEquals(303, status(first));
            assertTrue(first.contains("/studio/login"), first);
            for (String path : List.of(FILE, "/studio/api/flows", "/studio/chat/talk")) {
                assertEquals(401, status(request(running, "GET " + path)), path);
                assertEquals(
                        401,
                        status(request(running, "GET " + path, "Cookie: studio=forged")),
                        path);
            }
            for (String socket : List.of("/studio/socket", "/studio/changes")) {
                assertEquals(
                        401,
                        status(request(running, "GET " + socket, own(running), UPGRADE.strip())));
            }
        }
    }

    @Test
    void whoTypesThePasswordGetsACookieThatNoScriptAndNoOtherSiteCanUse() throws IOException {
        try (Running running = locked()) {
            String wrong = login(running, "a lamp in the hall");
            assertEquals(401, status(wrong));
            assertFalse(wrong.contains("Set-Cookie"), wrong);
            String right = login(running, PASSWORD);
            assertEquals(303, status(right), right);
            assertTrue(right.contains("; Path=/studio; HttpOnly; SameSite=Strict"), right);
            Matcher cookie = Pattern.compile("Set-Cookie: (studio=[^;]+)").matcher(right);
            assertTrue(cookie.find());
            String pass = "Cookie: " + cookie.group(1);
            assertEquals(200, status(request(running, "GET /studio/", pass)));
            assertEquals(200, status(request(running, "GET " + FILE, pass)));
            String seen = "If-Match: " + tag(running, pass);
            assertEquals(
                    403,
                    status(
                            send(
                                    running,
                                    "PUT " + FILE,
                                    "{}",
                                    pass,
                                    seen,
                                    "Origin: https://evil.example")));
            assertEquals(
                    101,
                    status(
                            request(
                                    running,
                                    "GET /studio/changes",
                                    pass,
                                    own(running),
                                    UPGRADE.strip())));
        }
    }

    @Test
    void passwordsCannotBeTriedForLong() throws IOException {
        try (Running running = locked()) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, status(login(running, "guess number " + i)));
            }
            assertEquals(429, status(login(running, PASSWORD)));
        }
    }

    private static String login(Running running, String password) throws IOException {
        return send(
                running,
                "POST /studio/login",
                "password=" + password.replace(' ', '+'),
                own(running),
                "Content-Type: application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--host=0.0.0.0", "--proxy=true", "--site.hosts=chat.example.org"})
    void whereOthersCouldComeItDoesNotStartWithoutAPassword(String setting) throws IOException {
        var wrong =
                assertThrows(
                        SettingsException.class,
                        () -> Settings.of(List.of("--studio", setting), Map.of(), folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains("studio.password"));
        Settings settings =
                Settings.of(
                        List.of("--studio", setting, "--studio.password=" + PASSWORD),
                        Map.of(),
                        folder);
        assertTrue(settings.truth(Key.STUDIO));
    }

    @Test
    void aShortPasswordIsRefusedAndNotRepeated() {
        var wrong =
                assertThrows(
                        SettingsException.class,
                        () ->
                                Settings.of(
                                        List.of("--studio", "--studio.password=kitchen"),
                                        Map.of(),
                                        folder));
        assertEquals("studio.password must have at least 12 characters", wrong.getMessage());
    }
}
