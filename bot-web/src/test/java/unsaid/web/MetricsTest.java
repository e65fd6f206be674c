package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.DeploymentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What operators see: how many and how long, never who and never what.
@Timeout(60)
class MetricsTest {
    private static final String WORDS = "MySecretWords";
    private static final String ROW =
            "\\| `[a-z_]+\\*?` \\| (gauge|gauges|counter|histogram|several) \\|.*";
    private static final String ANSWER =
            "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"1.talk/mood\",\"value\":7}";

    @TempDir private Path folder = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();
    private Running running;

    @BeforeEach
    void start() throws IOException {
        running =
                new Running(
                        folder,
                        "--metrics.port=0",
                        "--rate.starts.burst=1000",
                        "--rate.address.burst=100000",
                        "--site.origins=https://blog.example");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String metrics() throws Exception {
        return get(running.server().metricsPort(), "/metrics").body();
    }

    /// @param series such as `unsaid_frames_total{type="start"}`
    private double value(String series) throws Exception {
        List<String> lines =
                metrics().lines().filter(line -> line.startsWith(series + " ")).toList();
        assertEquals(1, lines.size(), series);
        return Double.parseDouble(lines.getFirst().substring(series.length() + 1));
    }

    private static Set<String> series(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("unsaid_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theGuideNamesEveryMetricAndNoOther() throws Exception {
        List<String> documented =
                Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.matches(ROW))
                        .map(line -> line.split("`")[1])
                        .toList();
        List<String> exported =
                metrics()
                        .lines()
                        .filter(line -> line.startsWith("# TYPE "))
                        .map(line -> line.split(" ")[2])
                        .toList();
        for (String name : exported) {
            assertTrue(
                    documented.stream().anyMatch(each -> stands(each, name)),
                    name + " is not in the guide");
        }
        for (String name : documented) {
            assertTrue(
                    exported.stream().anyMatch(each -> stands(name, each)),
                    name + " is in the guide only");
        }
    }

    private static boolean stands(String documented, String name) {
        return documented.endsWith("*")
                ? name.startsWith(documented.substring(0, documented.length() - 1))
                : name.equals(documented);
    }

    @Test
    void everyMetricOfOursSaysWhatItIs() throws Exception {
        String metrics = metrics();
        metrics.lines()
                .filter(line -> line.startsWith("# TYPE unsaid_"))
                .map(line -> line.split(" ")[2])
                .forEach(name -> assertTrue(metrics.contains("# HELP " + name + " "), name));
    }

    @Test
    void whatHappensIsCounted() throws Exception {
        try (Client client = running.begun()) {
            assertEquals(1, value("unsaid_connections"));
            assertEquals(1, value("unsaid_conversations"));
            client.send(ANSWER).next("turn");
            client.send(ANSWER).next("turn");
            client.send("{}").next("problem");
            client.send("{\"type\":\"command\",\"id\":\"f3\",\"name\":\"erase\"}").next("erased");
            client.send("{\"type\":\"command\",\"id\":\"f3\",\"name\":\"erase\"}").next("erased");
        }
        assertEquals(1, value("unsaid_frames_total{type=\"start\"}"));
        assertEquals(2, value("unsaid_frames_total{type=\"answer\"}"));
        assertEquals(2, value("unsaid_frames_total{type=\"command\"}"));
        assertEquals(1, value("unsaid_frames_total{type=\"bad\"}"));
        assertEquals(2, value("unsaid_replies_total{kind=\"turn\"}"));
        assertEquals(1, value("unsaid_replies_total{kind=\"started\"}"));
        assertEquals(1, value("unsaid_problems_total{code=\"bad-frame\"}"));
        assertEquals(1, value("unsaid_conversations_begun_total"));
        assertEquals(1, value("unsaid_conversations_erased_total"));
        assertEquals(5, value("unsaid_turn_seconds_count"));
        assertEquals(1, value("unsaid_store_seconds_count{operation=\"add\"}"));
        assertEquals(1, value("unsaid_store_seconds_count{operation=\"replace\"}"));
        assertEquals(0, value("unsaid_store_failures_total{operation=\"replace\"}"));
        assertEquals(2, value("unsaid_flows"));
        assertEquals(0, value("unsaid_helplines_unconfirmed"));
    }

    @Test
    void aConversationEndsOnceAlsoWhenItsLastFrameComesAgainElsewhere() throws Exception {
        String start =
                "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"erasing\",\"language\":\"en\"}";
        String last =
                "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"1.erasing/go\",\"value\":\"yes\"}";
        try (Client client = running.connect()) {
            client.send(start).next("started");
            client.next("turn");
            client.send(start).next("started");
            client.next("turn");
            assertEquals("done", client.send(last).next("turn").path("end").asString());
            client.send(last).next("problem");
        }
        assertEquals(1, value("unsaid_conversations_begun_total"));
        assertEquals(1, value("unsaid_conversations_ended_total{how=\"done\"}"));
        assertEquals(1, value("unsaid_conversations_erased_total"));
    }

    @Test
    void aConversationThatGoesOnElsewhereIsCountedAsResumed() throws Exception {
        String token;
        try (Client client = running.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            token = client.next("started").path("token").asString();
            client.next("turn");
        }
        String resume =
                "{\"type\":\"resume\",\"id\":\"f1\",\"token\":\"" + token + "\",\"after\":0}";
        try (Client client = running.connect()) {
            client.send(resume).next("started");
            client.next("turn");
            client.send(resume).next("started");
            client.next("turn");
            client.send(ANSWER).next("turn");
        }
        assertEquals(1, value("unsaid_conversations_begun_total"));
        assertEquals(1, value("unsaid_conversations_resumed_total"));
        assertEquals(2, value("unsaid_frames_total{type=\"resume\"}"));
        assertFalse(metrics().contains(token));
    }

    @Test
    void nothingThatAnybodySendsComesIntoAMetricOrMakesANewOne() throws Exception {
        Set<String> before = series(metrics());
        List<String> frames =
                BadInputTest.frames().map(each -> String.valueOf(each.get()[1])).toList();
        for (String frame : frames) {
            try (Client client = running.begun()) {
                client.send(frame).next("problem");
            }
        }
        try (Client client = running.begun()) {
            client.send(ANSWER.replace("7", "\"" + WORDS + "\"")).next("problem");
            client.send(ANSWER.replace("f2", WORDS)).next("turn");
            client.send(
                            "{\"type\":\"start\",\"agreed\":true,\"id\":\""
                                    + WORDS
                                    + "\",\"flow\":\"mysecretwords\"}")
                    .next("problem");
            client.session()
                    .getBasicRemote()
                    .sendBinary(java.nio.ByteBuffer.wrap(WORDS.getBytes()));
            client.next("problem");
        }
        for (String path : List.of("/", "/chat/", "/widget/", "/metrics/", "/ready/", "/socket/")) {
            get(running.port(), path + WORDS + "?" + WORDS + "=" + WORDS, WORDS, WORDS);
            get(running.server().metricsPort(), path + WORDS + "?" + WORDS + "=" + WORDS);
        }
        raw("GET /socket?" + WORDS + " HTTP/1.1\r\nHost: " + WORDS + "\r\n\r\n");
        raw(WORDS + " / HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET /" + WORDS + "\u0000 HTTP/9.9\r\n" + WORDS + "\r\n\r\n");
        try (Client client = new Client(running.port(), "https://mysecretwords.example")) {
            throw new AssertionError("a foreign page was let in: " + client.protocol());
        } catch (DeploymentException e) {
            assertEquals(1, value("unsaid_connections_refused_total{reason=\"origin\"}"));
        }
        String metrics = metrics();
        assertFalse(metrics.toLowerCase(Locale.ROOT).contains("mysecretwords"), metrics);
        assertFalse(metrics.contains("127.0.0.1"), metrics);
        assertFalse(metrics.contains("\"talk"), metrics);
        assertEquals(before, series(metrics));
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void thePortOfVisitorsHasNoMetrics() throws Exception {
        assertEquals(404, get(running.port(), "/metrics").statusCode());
        assertEquals(
                404, get(running.port(), "/metrics", "X-Forwarded-For", "127.0.0.1").statusCode());
    }

    @Test
    void thePortOfTheMetricsHasNothingElse() throws Exception {
        int port = running.server().metricsPort();
        var answer = get(port, "/metrics");
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertEquals(404, get(port, "/").statusCode());
        assertEquals(404, get(port, "/metrics/x").statusCode());
        assertEquals(404, get(port, "/chat/talk").statusCode());
        var post =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                        .POST(HttpRequest.BodyPublishers.ofString(WORDS))
                        .build();
        assertEquals(405, http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void unlessAskedForThereAreNoMetrics(@TempDir Path other) throws IOException {
        try (Running without = new Running(other)) {
            assertEquals(0, without.server().metricsPort());
        }
    }

    @Test
    void aTakenPortOfTheMetricsStopsTheStart(@TempDir Path other) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        assertNull(
                Main.start(
                        List.of(
                                "--port=0",
                                "--dialogs=" + folder,
                                "--metrics.port=" + running.server().metricsPort()),
                        Map.of(),
                        other,
                        new PrintStream(errors, true, StandardCharsets.UTF_8)));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("--metrics.port="));
    }
}
