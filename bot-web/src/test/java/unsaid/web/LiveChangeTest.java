package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files change while a visitor talks to the real server.
@Timeout(90)
class LiveChangeTest {
    private static final String ADDED =
            "{\"id\": \"added\", \"ask\": \"One more?\", \"answer\": {\"type\": \"yesno\"}},";
    private static final String KIND = "This conversation has been revised";

    @TempDir private Path folder = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();
    private Running running;
    private Client client;

    @BeforeEach
    void begin() throws Exception {
        running = new Running(folder);
        client = running.begun();
    }

    @AfterEach
    void end() {
        client.close();
        running.close();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + running.port() + path);
        return http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /// Waits until what is served says these words.
    private void await(String path, String words) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!get(path).contains(words)) {
            assertTrue(System.nanoTime() < deadline, words + " never came");
            Thread.sleep(5);
        }
    }

    /// Saves the flow under a new title, and waits until the server has it.
    private void save(String title, String flow) throws Exception {
        Running.write(
                folder, "talk/flow.json", flow.replace("\"A <small> talk\"", "\"" + title + "\""));
        await("/chat/talk", title);
    }

    private JsonNode answer(String id, String to, String value) throws Exception {
        client.send(
                "{\"type\":\"answer\",\"id\":\"%s\",\"to\":\"%s\",\"value\":%s}"
                        .formatted(id, to, value));
        return client.next("turn");
    }

    private static int kindLines(JsonNode turn) {
        int count = 0;
        for (JsonNode line : turn.path("says")) {
            count += line.asString().startsWith(KIND) ? 1 : 0;
        }
        return count;
    }

    private static String asks(JsonNode turn) {
        return turn.path("ask").path("id").asString();
    }

    @Test
    void newWordsAreSaidFromTheNextTurnOnAndNothingIsAskedAgain() throws Exception {
        save("Second", Running.FLOW.replace("Which is it?", "Which one is it?"));
        JsonNode turn = answer("f2", "1.talk/mood", "4");
        assertEquals("2.talk/kind", asks(turn));
        assertEquals("Which one is it?", turn.path("ask").path("text").asString());
        assertEquals(0, kindLines(turn));
    }

    @Test
    void theAnswerToTheQuestionOnTheScreenIsTakenAndOneKindLineSaysWhatIsAskedAgain()
            throws Exception {
        save("Second", Running.FLOW.replace("{\"id\": \"mood\"", ADDED + "{\"id\": \"mood\""));
        JsonNode turn = answer("f2", "1.talk/mood", "4");
        assertEquals("2.talk/added", asks(turn));
        assertEquals(1, kindLines(turn));
        JsonNode on = answer("f3", "2.talk/added", "\"yes\"");
        assertEquals("3.talk/kind", asks(on), "the answer that waited was taken up");
        assertEquals(0, kindLines(on));
    }

    @Test
    void whoComesBackIsToldOnceAndSeesTheirAnswers() throws Exception {
        client.close();
        client = running.connect();
        client.send(
                "{\"type\":\"start\",\"agreed\":true,\"id\":\"g1\",\"flow\":\"talk\",\"language\":\"en\"}");
        String token = client.next("started").path("token").asString();
        client.next("turn");
        answer("g2", "1.talk/mood", "4");
        client.close();
        save("Second", Running.FLOW.replace("{\"id\": \"mood\"", ADDED + "{\"id\": \"mood\""));
        client = running.connect();
        client.send(
                "{\"type\":\"resume\",\"id\":\"g3\",\"token\":\"%s\",\"after\":2}"
                        .formatted(token));
        assertEquals("Second", client.next("started").path("title").asString());
        JsonNode turn = client.next("turn");
        assertEquals("2.talk/added", asks(turn));
        assertEquals(1, kindLines(turn));
        assertEquals("3.talk/kind", asks(answer("g4", "2.talk/added", "\"yes\"")));
    }

    @Test
    void aBrokenSaveIsToldToTheOperatorAndTheTalkGoesOn() throws Exception {
        try (Heard heard = new Heard()) {
            Running.write(
                    folder, "talk/flow.json", Running.FLOW.replace("\"answer\"", "\"anwser\""));
            long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            while (!heard.all().contains("talk/flow.json:5:")) {
                assertTrue(System.nanoTime() < deadline, heard.all());
                Thread.sleep(5);
            }
            assertEquals("2.talk/kind", asks(answer("f2", "1.talk/mood", "4")));
            assertTrue(get("/chat/talk").contains("A &lt;small&gt; talk"));
            assertTrue(heard.all().contains("did you mean"), heard.all());
        }
    }

    @Test
    void aFlowThatIsTakenAwayIsFinishedByWhoIsInItAndBegunByNobody() throws Exception {
        Files.delete(folder.resolve("talk/flow.json"));
        await("/chat/talk", "There is no page here");
        JsonNode turn = answer("f2", "1.talk/mood", "4");
        assertEquals("2.talk/kind", asks(turn));
        assertEquals(0, kindLines(turn));
        try (Client other = running.connect()) {
            other.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"h1\",\"flow\":\"talk\",\"language\":\"en\"}");
            assertEquals("unknown-flow", other.next("problem").path("code").asString());
        }
    }

    @Test
    void aNewFlowCanBeBegunAtOnce() throws Exception {
        Running.write(
                folder,
                "late/flow.json",
                Running.ERASING
                        .replace("\"erasing\"", "\"late\"")
                        .replace("\"Erasing\"", "\"Late\""));
        await("/chat/late", "Late");
        try (Client other = running.connect()) {
            other.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"h1\",\"flow\":\"late\",\"language\":\"en\"}");
            assertEquals("Late", other.next("started").path("title").asString());
            assertEquals("1.late/go", asks(other.next("turn")));
        }
    }

    @Test
    void changedHelplinesAreServed() throws Exception {
        assertFalse(get("/chat/talk").contains("tel:999"));
        Running.write(
                folder,
                "helplines.json",
                "{\"home\": \"gb\", \"countries\": [{\"code\": \"gb\", \"name\": \"Britain\", \"emergency\": \"999\"}], \"lines\": []}");
        await("/chat/talk", "tel:999");
    }
}
