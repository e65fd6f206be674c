package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.DeploymentException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real clients talk to the whole server.
@Timeout(60)
class ConversationTest {
    private static final String START =
            "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}";

    private Running running;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        running = new Running(folder, "--site.origins=https://blog.example");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static String command(String id, String name) {
        return "{\"type\":\"command\",\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    private static String resume(String token, int after) {
        return "{\"type\":\"resume\",\"id\":\"r1\",\"token\":\""
                + token
                + "\",\"after\":"
                + after
                + "}";
    }

    @Test
    void aTalkGoesFromItsFirstQuestionToItsCard() throws Exception {
        try (Client client = running.connect()) {
            assertEquals("unsaid.v1", client.protocol());
            client.send(START);
            JsonNode started = client.next("started");
            assertEquals("f1", started.path("id").asString());
            assertEquals("A <small> talk", started.path("title").asString());
            assertEquals(43, started.path("token").asString().length());
            assertFalse(started.path("reviewed").asBoolean());
            JsonNode turn = client.next("turn");
            assertEquals(1, turn.path("seq").asInt());
            assertEquals("f1", turn.path("accepted").asString());
            assertEquals("Hello.", turn.path("says").path(0).asString());
            assertEquals("scale", turn.path("ask").path("type").asString());
            assertEquals("light", turn.path("ask").path("labels").path("0").asString());
            String[] answers = {
                "7",
                "{\"value\":\"other\",\"text\":\"both\"}",
                "\"Out of <b>words</b>\"",
                "\"2026-01-31\"",
                "[\"tea\",\"rain\"]",
                "[\"home\"]",
                "3"
            };
            for (int i = 0; i < answers.length; i++) {
                turn = client.send(Client.answer("a" + i, turn, answers[i])).next("turn");
                assertEquals("a" + i, turn.path("accepted").asString());
                assertEquals(i + 2, turn.path("seq").asInt());
            }
            assertEquals("rank", turn.path("ask").path("type").asString());
            String tea = turn.path("ask").path("items").path(0).path("value").toString();
            String rain = turn.path("ask").path("items").path(1).path("value").toString();
            turn =
                    client.send(Client.answer("b1", turn, "[" + rain + "," + tea + "]"))
                            .next("turn");
            assertEquals("sort", turn.path("ask").path("type").asString());
            turn =
                    client.send(
                                    Client.answer(
                                            "b2",
                                            turn,
                                            "{\"mine\":[" + tea + "],\"ours\":[" + rain + "]}"))
                            .next("turn");
            assertEquals("done", turn.path("end").asString());
            assertEquals("You wrote: Out of <b>words</b>", turn.path("says").path(0).asString());
            assertEquals("Words", turn.path("card").path("lines").path(0).path("label").asString());
        }
    }

    @Test
    void aPageCanOpenTheTalkAtADoorAndItIsResumedThere() throws Exception {
        String token;
        try (Client client = running.connect()) {
            client.send(START.replace("\"language\"", "\"at\":\"kind\",\"language\""));
            token = client.next("started").path("token").asString();
            JsonNode turn = client.next("turn");
            assertEquals("talk/kind", turn.path("ask").path("at").asString());
            client.send(Client.answer("a1", turn, "\"fear\"")).next("turn");
        }
        try (Client client = running.connect()) {
            client.send(resume(token, 0));
            client.next("started");
            JsonNode turn = client.next("turn");
            assertEquals("talk/words", turn.path("ask").path("at").asString());
            assertEquals(1, turn.path("history").size());
        }
    }

    @Test
    void whereThereIsNoSuchDoorTheTalkBeginsAtItsBeginning() throws Exception {
        try (Client client = running.connect()) {
            client.send(START.replace("\"language\"", "\"at\":\"words\",\"language\""));
            client.next("started");
            JsonNode turn = client.next("turn");
            assertEquals("talk/mood", turn.path("ask").path("at").asString());
        }
    }

    @Test
    void theSameFrameGetsTheSameReplyAndCountsOnce() throws Exception {
        try (Client client = running.connect()) {
            client.send(START);
            String started = client.text();
            String first = client.text();
            client.send(START);
            assertEquals(started, client.text());
            assertEquals(first, client.text());
            JsonNode turn = JsonMapper.shared().readTree(first);
            String frame = Client.answer("a1", turn, "7");
            String reply = client.send(frame).text();
            assertEquals(reply, client.send(frame).text());
            assertEquals(reply, client.send(frame).text());
            JsonNode second = JsonMapper.shared().readTree(reply);
            assertEquals(
                    3,
                    client.send(Client.answer("a2", second, "\"fear\""))
                            .next("turn")
                            .path("seq")
                            .asInt());
            assertEquals(1, running.server().conversations());
        }
    }

    /// The second answer overtakes the first on its way.
    @Test
    void ofTwoFramesThatSwappedPlacesNoneAnswersTheOthersQuestionAndNoneCountsTwice()
            throws Exception {
        try (Client client = running.connect()) {
            client.send(START).next("started");
            String first = Client.answer("a1", client.next("turn"), "7");
            String early =
                    "{\"type\":\"answer\",\"id\":\"a2\",\"to\":\"2.talk/kind\",\"value\":\"fear\"}";
            client.send(early).send(first);
            String refused = client.text();
            assertEquals("late", Client.read(refused).path("code").asString(), refused);
            assertEquals("a2", Client.read(refused).path("id").asString());
            String reply = client.text();
            JsonNode second = Client.read(reply);
            assertEquals("a1", second.path("accepted").asString());
            assertEquals("2.talk/kind", second.path("ask").path("id").asString());
            assertEquals(refused, client.send(early).text(), "the same frame, the same reply");
            assertEquals(reply, client.send(first).text());
            JsonNode third = client.send(Client.answer("a3", second, "\"hope\"")).next("turn");
            assertEquals(3, third.path("seq").asInt());
            client.send(early).send(first);
            assertEquals(refused, client.text());
            assertEquals(reply, client.text());
            client.send(command("c1", "export"));
            JsonNode lines = client.next("summary").path("lines");
            assertEquals(2, lines.size(), lines.toString());
            assertEquals("7", lines.path(0).path("text").asString());
            assertEquals("A hope", lines.path(1).path("text").asString());
        }
    }

    @Test
    void oneWhoMissedSomethingGetsJustThat() throws Exception {
        String token;
        JsonNode turn;
        try (Client client = running.connect()) {
            token = client.send(START).next("started").path("token").asString();
            turn = client.next("turn");
            turn = client.send(Client.answer("a1", turn, "7")).next("turn");
            turn = client.send(Client.answer("a2", turn, "\"fear\"")).next("turn");
        }
        try (Client client = running.connect()) {
            client.send(resume(token, 1));
            assertEquals("r1", client.next("started").path("id").asString());
            assertEquals("a1", client.next("turn").path("accepted").asString());
            assertEquals(turn, client.next("turn"));
            assertEquals(
                    4,
                    client.send(Client.answer("a3", turn, "\"words\""))
                            .next("turn")
                            .path("seq")
                            .asInt());
        }
        try (Client client = running.connect()) {
            client.send(resume(token, 4));
            client.next("started");
            client.send(command("c1", "export"));
            assertEquals(
                    "words", client.next("summary").path("lines").path(2).path("text").asString());
        }
    }

    @Test
    void oneWithAnEmptyScreenGetsTheWholeTranscript() throws Exception {
        String token;
        try (Client client = running.connect()) {
            token = client.send(START).next("started").path("token").asString();
            client.send(Client.answer("a1", client.next("turn"), "7")).next("turn");
        }
        try (Client client = running.connect()) {
            client.send(resume(token, 0));
            client.next("started");
            JsonNode turn = client.next("turn");
            assertEquals(2, turn.path("seq").asInt());
            assertEquals("7", turn.path("history").path(0).path("answer").asString());
            assertEquals("talk/kind", turn.path("ask").path("at").asString());
        }
    }

    @Test
    void aWrongTokenIsAnsweredLikeAnUnknownOne() throws Exception {
        try (Client client = running.connect()) {
            String wrong = client.send(resume("nonsense", 0)).text();
            assertTrue(wrong.contains("unknown-conversation"));
            assertEquals(wrong, client.send(resume("A".repeat(43), 0)).text());
            assertEquals(wrong, client.send(resume("", 3)).text());
        }
    }

    @Test
    void soIsOneThatIsNearlyRightAndOneWhoseTalkIsErased() throws Exception {
        try (Client client = running.connect();
                Client other = running.connect()) {
            String unknown = other.send(resume("A".repeat(43), 0)).text();
            String token = client.send(START).next("started").path("token").asString();
            client.next("turn");
            char first = token.charAt(0) == 'A' ? 'B' : 'A';
            assertEquals(unknown, other.send(resume(first + token.substring(1), 1)).text());
            client.send(command("c1", "erase")).next("erased");
            assertEquals(unknown, other.send(resume(token, 1)).text());
        }
    }

    @Test
    void whatIsErasedIsGoneForEverybody() throws Exception {
        try (Client client = running.connect();
                Client other = running.connect()) {
            String token = client.send(START).next("started").path("token").asString();
            JsonNode turn = client.next("turn");
            String erased = client.send(command("c1", "erase")).text();
            assertEquals("{\"type\":\"erased\",\"id\":\"c1\"}", erased);
            assertEquals(erased, client.send(command("c1", "erase")).text());
            assertEquals(
                    "unknown-conversation",
                    client.send(Client.answer("a1", turn, "7"))
                            .next("problem")
                            .path("code")
                            .asString());
            assertEquals(
                    "unknown-conversation",
                    other.send(resume(token, 0)).next("problem").path("code").asString());
            assertEquals(0, running.server().conversations());
        }
    }

    @Test
    void aFlowThatErasesLeavesNothingBehind() throws Exception {
        try (Client client = running.connect()) {
            client.send(START.replace("\"talk\"", "\"erasing\"")).next("started");
            JsonNode turn =
                    client.send(Client.answer("a1", client.next("turn"), "\"yes\"")).next("turn");
            assertTrue(turn.path("erased").asBoolean());
            assertEquals(0, running.server().conversations());
        }
    }

    @Test
    void oneCanGoBackChangeAndBeginAgain() throws Exception {
        try (Client client = running.begun()) {
            client.send(
                    "{\"type\":\"command\",\"id\":\"c1\",\"name\":\"skip\",\"to\":\"1.talk/mood\"}");
            assertEquals("talk/kind", client.next("turn").path("ask").path("at").asString());
            JsonNode back = client.send(command("c2", "back")).next("turn");
            assertEquals("talk/mood", back.path("ask").path("at").asString());
            assertTrue(back.has("history"));
            JsonNode turn = client.send(Client.answer("a1", back, "7")).next("turn");
            client.send(
                    "{\"type\":\"command\",\"id\":\"c3\",\"name\":\"change\",\"at\":\"talk/mood\"}");
            JsonNode changed = client.next("turn");
            assertEquals(7, changed.path("ask").path("earlier").asInt());
            assertTrue(turn.path("can").toString().contains("\"export\""));
            assertEquals(
                    "talk/mood",
                    client.send(command("c4", "restart"))
                            .next("turn")
                            .path("ask")
                            .path("at")
                            .asString());
        }
    }

    @Test
    void theAuthorsRetriesComeInTurn() throws Exception {
        try (Client client = running.begun()) {
            client.send(
                    "{\"type\":\"command\",\"id\":\"c1\",\"name\":\"skip\",\"to\":\"1.talk/mood\"}");
            JsonNode turn = client.next("turn");
            assertEquals(
                    "Pick one of the two.",
                    client.send(Client.answer("a1", turn, "\"x\""))
                            .next("problem")
                            .path("message")
                            .asString());
            assertEquals(
                    "Either will do.",
                    client.send(Client.answer("a2", turn, "\"x\""))
                            .next("problem")
                            .path("message")
                            .asString());
            assertEquals(
                    "Either will do.",
                    client.send(Client.answer("a3", turn, "\"x\""))
                            .next("problem")
                            .path("message")
                            .asString());
            assertEquals(
                    "Pick one of the two.",
                    client.send(Client.answer("a1", turn, "\"x\""))
                            .next("problem")
                            .path("message")
                            .asString());
            client.send(Client.answer("a4", turn, "\"fear\"")).next("turn");
        }
    }

    @Test
    void onlyOurPagesAndTheOwnersMayOpenASocket() throws Exception {
        new Client(running.port(), "https://blog.example").close();
        assertThrows(
                DeploymentException.class,
                () -> new Client(running.port(), "https://evil.example"));
        assertThrows(DeploymentException.class, () -> new Client(running.port(), "null"));
    }

    @Test
    void everyVisitorIsToldWhenTheServerStops() throws Exception {
        try (Client client = running.begun()) {
            running.close();
            assertEquals(1001, client.closedWith());
        }
    }

    @Test
    void aBinaryFrameIsAProblem() throws Exception {
        try (Client client = running.begun()) {
            client.session().getBasicRemote().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}));
            assertEquals("not-json", client.next("problem").path("code").asString());
        }
    }
}
