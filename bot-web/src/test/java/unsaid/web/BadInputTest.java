package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever is wrong with a frame: it gets a problem that says what to do, it changes nothing, and
/// the visitor's words come neither into that problem nor into a log.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String WORDS = "MySecretWords";
    private static final String OPEN = "1.talk/mood";

    private final Heard heard = new Heard();
    private Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Logging.bridge();
        running =
                new Running(
                        folder,
                        "--rate.starts.burst=1000",
                        "--rate.frames.burst=10",
                        "--rate.frames=1");
    }

    @AfterAll
    void stop() {
        running.close();
        heard.close();
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("not-json", WORDS),
                Arguments.of("not-json", ""),
                Arguments.of("not-json", "{\"type\":\"" + WORDS),
                Arguments.of("not-json", "{\"type\":\"answer\",\"type\":\"" + WORDS + "\"}"),
                Arguments.of("not-json", "{} {\"a\":\"" + WORDS + "\"}"),
                Arguments.of("bad-frame", "[\"" + WORDS + "\"]"),
                Arguments.of("bad-frame", "{\"" + WORDS + "\":1}"),
                Arguments.of("bad-frame", "[".repeat(2_000)),
                Arguments.of(
                        "bad-frame", "{\"type\":\"answer\",\"value\":" + "9".repeat(500) + "}"),
                Arguments.of("unknown-frame", "{\"type\":\"" + WORDS + "\",\"id\":\"f2\"}"),
                Arguments.of("bad-frame", "{\"type\":7,\"id\":\"f2\"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"command\",\"id\":\"f2\",\"name\":\"" + WORDS + "\"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"command\",\"id\":\"f2\",\"name\":\"back\",\"x\":\""
                                + WORDS
                                + "\"}"),
                Arguments.of("bad-frame", "{\"type\":\"command\",\"name\":\"back\"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"command\",\"id\":\"" + WORDS + " \",\"name\":\"back\"}"),
                Arguments.of("bad-frame", answer(OPEN, "null")),
                Arguments.of("bad-frame", answer(OPEN, "{\"value\":\"" + WORDS + "\"}")),
                Arguments.of("bad-frame", answer(OPEN, "{\"mine\":[[\"" + WORDS + "\"]]}")),
                Arguments.of(
                        "bad-frame", answer(OPEN, "[{\"value\":1,\"text\":\"" + WORDS + "\"}]")),
                Arguments.of("bad-frame", answer(OPEN, "1e999")),
                Arguments.of("bad-frame", answer(OPEN, "\"\\ud800" + WORDS + "\"")),
                Arguments.of(
                        "bad-frame", "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"" + OPEN + "\"}"),
                Arguments.of("unfit", answer(OPEN, "\"" + WORDS + "\"")),
                Arguments.of("unfit", answer(OPEN, "\"<script>alert('" + WORDS + "')</script>\"")),
                Arguments.of("unfit", answer(OPEN, "11")),
                Arguments.of("unfit", answer(OPEN, "[\"" + WORDS + "\"]")),
                Arguments.of("unfit", answer(OPEN, "{\"mine\":[\"" + WORDS + "\"]}")),
                Arguments.of("late", answer("0.talk/mood", "7")),
                Arguments.of("late", answer("2.talk/mood", "7")),
                Arguments.of("late", answer("2.talk/kind", "\"fear\"")),
                Arguments.of("late", answer("1.talk/kind", "\"fear\"")),
                Arguments.of("late", answer(WORDS, "7")),
                Arguments.of("not-now", "{\"type\":\"command\",\"id\":\"f2\",\"name\":\"back\"}"),
                Arguments.of(
                        "not-now",
                        "{\"type\":\"command\",\"id\":\"f2\",\"name\":\"change\",\"at\":\""
                                + WORDS
                                + "\"}"),
                Arguments.of(
                        "unknown-flow",
                        "{\"type\":\"start\",\"agreed\":true,\"id\":\"f2\",\"flow\":\"mysecretwords\",\"language\":\"en\"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"start\",\"agreed\":true,\"id\":\"f2\",\"flow\":\"../"
                                + WORDS
                                + "\",\"language\":\"en\"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"start\",\"agreed\":true,\"id\":\"f2\",\"flow\":\"talk\",\"language\":\""
                                + WORDS
                                + " \"}"),
                Arguments.of(
                        "bad-frame",
                        "{\"type\":\"resume\",\"id\":\"f2\",\"token\":\""
                                + WORDS
                                + "\",\"after\":-1}"),
                Arguments.of(
                        "unknown-conversation",
                        "{\"type\":\"resume\",\"id\":\"f2\",\"token\":\""
                                + WORDS
                                + "\",\"after\":0}"));
    }

    private static String answer(String to, String value) {
        return "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"" + to + "\",\"value\":" + value + "}";
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aBadFrameIsAProblemAndNothingElse(String code, String frame) throws Exception {
        try (Client client = running.begun()) {
            JsonNode problem = client.send(frame).next("problem");
            assertEquals(code, problem.path("code").asString());
            assertFalse(problem.path("message").asString().isBlank());
            assertFalse(
                    problem.toString().toLowerCase(Locale.ROOT).contains("mysecretwords"),
                    problem.toString());
            JsonNode turn = client.send(answer(OPEN, "7").replace("f2", "f3")).next("turn");
            assertEquals(2, turn.path("seq").asInt());
        }
        assertNothingHeard();
    }

    @Test
    void aMegabyteIsToldSoAndClosed() throws Exception {
        try (Client client = running.begun()) {
            try {
                client.send(
                        "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\""
                                + OPEN
                                + "\",\"text\":\""
                                + WORDS.repeat(80_000)
                                + "\"}");
            } catch (IOException | IllegalStateException | RejectedExecutionException e) {
                // it is closed before all of it was sent
            }
            assertEquals("too-big", client.next("problem").path("code").asString());
            assertEquals(1009, client.closedWith());
        }
        assertNothingHeard();
    }

    @Test
    void wordsThatAreTakenAreNotLoggedEither() throws Exception {
        try (Client client = running.begun()) {
            client.send(
                            "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\""
                                    + OPEN
                                    + "\",\"text\":\""
                                    + WORDS
                                    + "\"}")
                    .next();
            client.send(
                            "{\"type\":\"command\",\"id\":\"f3\",\"name\":\"skip\",\"to\":\""
                                    + OPEN
                                    + "\"}")
                    .next("turn");
            client.send(
                            answer(
                                            "2.talk/kind",
                                            "{\"value\":\"other\",\"text\":\"" + WORDS + "\"}")
                                    .replace("f2", "f4"))
                    .next("turn");
            JsonNode turn =
                    client.send(answer("3.talk/words", "\"" + WORDS + "\"").replace("f2", "f5"))
                            .next("turn");
            assertEquals("talk/when", turn.path("ask").path("at").asString());
        }
        assertNothingHeard();
    }

    @Test
    void aFloodIsAnsweredAndThenClosed() throws Exception {
        try (Client client = running.begun()) {
            boolean tooFast = false;
            for (int i = 0; i < 30; i++) {
                client.send(answer(OPEN, "\"" + WORDS + "\""));
            }
            for (int i = 0; i < 30; i++) {
                JsonNode problem = client.next("problem");
                tooFast |=
                        problem.path("code").asString().equals("too-fast")
                                && problem.path("id").asString().equals("f2");
            }
            assertTrue(tooFast);
            try {
                for (int i = 0; i < 2_000 && client.session().isOpen(); i++) {
                    client.send(answer(OPEN, "\"" + WORDS + "\""));
                }
            } catch (IOException | IllegalStateException | RejectedExecutionException e) {
                // it is closed
            }
            assertEquals(1008, client.closedWith());
        }
        assertNothingHeard();
    }

    private void assertNothingHeard() {
        String all = heard.all() + heard.text() + heard.json();
        assertFalse(all.toLowerCase(Locale.ROOT).contains("mysecretwords"), all);
    }
}
