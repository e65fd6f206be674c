package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import unsaid.web.session.store.Database;

/// The database goes away in the middle of talks, and comes back.
@Timeout(180)
class DatabaseAwayTest {
    private static final String[] ANSWERS = {
        "7", "\"fear\"", "\"of the dark\"", "\"2026-01-31\"", "[\"tea\"]", "[\"home\"]", "3"
    };

    private Gate gate;
    private Running running;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        String url = Database.fresh();
        gate = new Gate(Database.server().getPort());
        running =
                new Running(
                        folder,
                        Unhurried.and(
                                "--store=" + url.replaceAll(":[0-9]+/", ":" + gate.port() + "/"),
                                "--store.user=postgres",
                                "--store.password=postgres"));
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        gate.close();
    }

    /// Sends a frame again and again, as a page does, until it is taken.
    private static JsonNode insist(Client client, String frame, List<String> codes)
            throws Exception {
        JsonNode reply = client.send(frame).next();
        while (reply.path("type").asString().equals("problem")) {
            codes.add(reply.path("code").asString());
            reply = client.send(frame).next();
        }
        return reply;
    }

    private void talkThrough(Consumer<Gate> fault) throws Exception {
        try (Client client = running.connect();
                HttpClient http = HttpClient.newHttpClient()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            client.next("started");
            JsonNode turn = client.next("turn");
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < ANSWERS.length; i++) {
                String frame = Client.answer("a" + i, turn, ANSWERS[i]);
                if (i % 2 == 1) {
                    fault.accept(gate);
                    JsonNode refused = client.send(frame).next("problem");
                    assertEquals("unavailable", refused.path("code").asString());
                    assertEquals("a" + i, refused.path("id").asString());
                    assertEquals(200, status(http, "/health"), "the rest goes on");
                    gate.reopen();
                }
                turn = insist(client, frame, codes);
                assertEquals(i + 2, turn.path("seq").asInt(), "it counts once");
                assertEquals("a" + i, turn.path("accepted").asString());
            }
            assertEquals(
                    List.of(), codes.stream().filter(each -> !each.equals("unavailable")).toList());
        }
    }

    private int status(HttpClient http, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + running.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDatabaseRefuses() throws Exception {
        talkThrough(Gate::refuse);
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDatabaseFallsSilent() throws Exception {
        talkThrough(Gate::fallSilent);
    }

    @Test
    void whatIsErasedMeanwhileIsGoneAfterwards() throws Exception {
        try (Client client = running.connect();
                Client other = running.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            String token = client.next("started").path("token").asString();
            client.next("turn");
            gate.refuse();
            String erase = "{\"type\":\"command\",\"id\":\"e\",\"name\":\"erase\"}";
            assertEquals("unavailable", client.send(erase).next("problem").path("code").asString());
            gate.reopen();
            List<String> codes = new ArrayList<>();
            assertEquals("erased", insist(client, erase, codes).path("type").asString());
            JsonNode gone =
                    other.send(
                                    "{\"type\":\"resume\",\"id\":\"r\",\"token\":\""
                                            + token
                                            + "\",\"after\":0}")
                            .next("problem");
            assertEquals("unknown-conversation", gone.path("code").asString());
        }
    }
}
