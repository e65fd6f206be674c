package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// However many pages carry a conversation: they have one limit together.
@Timeout(60)
class ConversationLimitTest {
    private static final int FRAMES = 20;

    @TempDir private Path folder = Path.of("");

    @Test
    void twoPagesHaveNoMoreThanOne() throws Exception {
        try (Running running =
                        new Running(
                                folder,
                                "--rate.conversation.burst=" + FRAMES,
                                "--rate.conversation=1",
                                "--rate.frames.burst=1000");
                Client first = running.connect();
                Client second = running.connect();
                Client other = running.begun()) {
            first.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            String token = first.next("started").path("token").asString();
            first.next("turn");
            second.send(
                    "{\"type\":\"resume\",\"id\":\"f2\",\"token\":\"" + token + "\",\"after\":0}");
            second.next("started");
            second.next("turn");

            assertEquals(0, tooFast(first, FRAMES / 2));
            assertTrue(tooFast(second, 2 * FRAMES) > 0, "the second page was not held back");
            assertTrue(tooFast(first, FRAMES) > 0, "the first page was not held back");
            assertEquals(0, tooFast(other, FRAMES));
        }
    }

    private static int tooFast(Client client, int frames) throws Exception {
        int refused = 0;
        for (int i = 0; i < frames; i++) {
            JsonNode reply =
                    client.send("{\"type\":\"command\",\"id\":\"h" + i + "\",\"name\":\"export\"}")
                            .next();
            refused += reply.path("code").asString().equals("too-fast") ? 1 : 0;
        }
        return refused;
    }

    @Test
    void whatIsSlowOnPurposeCountsAsABeginning() throws Exception {
        try (Running running = new Running(folder, "--rate.starts.burst=3", "--rate.starts=1");
                Client client = running.begun()) {
            int refused = 0;
            for (int i = 0; i < 6; i++) {
                JsonNode reply =
                        client.send(
                                        "{\"type\":\"command\",\"id\":\"k"
                                                + i
                                                + "\",\"name\":\"keep\"}")
                                .next();
                refused += reply.path("code").asString("").equals("too-fast") ? 1 : 0;
            }
            assertEquals(4, refused);
        }
    }
}
