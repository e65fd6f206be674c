package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.session.store.Database;

/// Two servers share one PostgreSQL.
@Timeout(120)
class TwoServersTest {
    private static final String[] ANSWERS = {
        "7",
        "\"fear\"",
        "\"of the dark\"",
        "\"2026-01-31\"",
        "[\"tea\",\"rain\"]",
        "[\"home\"]",
        "3"
    };

    private Running here;
    private Running there;

    @BeforeEach
    void start(@TempDir Path one, @TempDir Path other) throws Exception {
        String url = Database.fresh();
        here = running(one, url);
        there = running(other, url);
    }

    private static Running running(Path folder, String url) throws Exception {
        return new Running(
                folder,
                Unhurried.and(
                        "--store=" + url, "--store.user=postgres", "--store.password=postgres"));
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private static JsonNode frame(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Client resumed(Running at, String token, int after) throws Exception {
        Client client = at.connect();
        client.send(
                "{\"type\":\"resume\",\"id\":\"r\",\"token\":\""
                        + token
                        + "\",\"after\":"
                        + after
                        + "}");
        assertEquals(token, client.next("started").path("token").asString());
        return client;
    }

    private record Begun(String token, JsonNode turn) {}

    private Begun begun() throws Exception {
        try (Client client = here.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            String token = client.next("started").path("token").asString();
            return new Begun(token, client.next("turn"));
        }
    }

    @Test
    void eitherGoesOnWhereTheOtherWas() throws Exception {
        Begun begun = begun();
        String token = begun.token();
        JsonNode turn = begun.turn();
        for (int i = 0; i < ANSWERS.length; i++) {
            Running at = i % 2 == 0 ? there : here;
            try (Client client = resumed(at, token, turn.path("seq").asInt())) {
                String sent = Client.answer("a" + i, turn, ANSWERS[i]);
                String reply = client.send(sent).text();
                assertEquals(reply, client.send(sent).text());
                turn = frame(reply);
                assertEquals(i + 2, turn.path("seq").asInt());
            }
        }
        assertEquals("rank", turn.path("ask").path("type").asString());
    }

    @Test
    void aFrameSentToBothCountsOnceAndGetsTheSameReply() throws Exception {
        for (int round = 0; round < 20; round++) {
            Begun begun = begun();
            String token = begun.token();
            JsonNode turn = begun.turn();
            try (Client one = resumed(here, token, 1);
                    Client other = resumed(there, token, 1);
                    ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < ANSWERS.length; i++) {
                    String sent = Client.answer("a" + i, turn, ANSWERS[i]);
                    List<Future<String>> replies = new ArrayList<>();
                    for (Client each : List.of(one, other)) {
                        replies.add(threads.submit(() -> each.send(sent).text()));
                    }
                    String reply = replies.get(0).get();
                    assertEquals(reply, replies.get(1).get());
                    turn = frame(reply);
                    assertEquals(i + 2, turn.path("seq").asInt(), reply);
                }
            }
        }
    }

    /// Two people at one talk: of two different answers to one question, one counts, and the other
    /// is told that it came late.
    @Test
    void ofTwoAnswersToOneQuestionOneCounts() throws Exception {
        Begun begun = begun();
        String token = begun.token();
        JsonNode turn = begun.turn();
        try (Client one = resumed(here, token, 1);
                Client other = resumed(there, token, 1);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            JsonNode open = turn;
            for (int round = 0; round < 30; round++) {
                JsonNode now = open;
                String back = round + "";
                Future<String> first =
                        threads.submit(() -> one.send(Client.answer("x" + back, now, "7")).text());
                Future<String> second =
                        threads.submit(
                                () -> other.send(Client.answer("y" + back, now, "2")).text());
                List<String> both = List.of(first.get(), second.get());
                List<String> turns =
                        both.stream().filter(each -> each.contains("\"type\":\"turn\"")).toList();
                assertEquals(1, turns.size(), both.toString());
                assertTrue(both.stream().anyMatch(each -> each.contains("\"late\"")));
                String undone =
                        one.send(
                                        "{\"type\":\"command\",\"id\":\"b"
                                                + back
                                                + "\",\"name\":\"back\"}")
                                .text();
                open = frame(undone);
                assertEquals("talk/mood", open.path("ask").path("at").asString(), undone);
            }
        }
    }

    @Test
    void whatOneErasesIsGoneAtTheOther() throws Exception {
        String token;
        JsonNode turn;
        try (Client client = here.begun()) {
            client.send("{\"type\":\"command\",\"id\":\"s\",\"name\":\"restart\"}");
            turn = client.next("turn");
        }
        try (Client client = here.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            token = client.next("started").path("token").asString();
            turn = client.next("turn");
            try (Client other = resumed(there, token, 1)) {
                client.send("{\"type\":\"command\",\"id\":\"e\",\"name\":\"erase\"}")
                        .next("erased");
                assertEquals(
                        "unknown-conversation",
                        other.send(Client.answer("a1", turn, "7"))
                                .next("problem")
                                .path("code")
                                .asString());
            }
        }
    }

    /// Whoever only looks writes nothing and does not come back, so that nothing but what the other
    /// server tells makes this one read again. The first time it may be that this one has only just
    /// begun to listen; the later ones, and that all is gone, are told.
    @Test
    @Timeout(30)
    void whatIsAnsweredOrErasedAtTheOtherIsToldHereWhereNothingIsWritten() throws Exception {
        try (Client looking = here.connect()) {
            looking.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            String token = looking.next("started").path("token").asString();
            JsonNode turn = looking.next("turn");
            try (Client other = resumed(there, token, 1)) {
                for (int i = 0; i < ANSWERS.length; i++) {
                    turn = other.send(Client.answer("a" + i, turn, ANSWERS[i])).next("turn");
                    JsonNode seen = look(looking);
                    while (seen.path("lines").size() <= i) {
                        seen = look(looking);
                    }
                    assertEquals(i + 1, seen.path("lines").size(), seen.toString());
                }
                other.send("{\"type\":\"command\",\"id\":\"e\",\"name\":\"erase\"}").next("erased");
            }
            JsonNode seen = look(looking);
            while (seen.path("type").asString().equals("summary")) {
                seen = look(looking);
            }
            assertEquals("unknown-conversation", seen.path("code").asString());
        }
    }

    private static JsonNode look(Client client) throws Exception {
        return client.send("{\"type\":\"command\",\"id\":\"look\",\"name\":\"export\"}").next();
    }
}
