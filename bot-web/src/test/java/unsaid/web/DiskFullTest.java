package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The disk takes no more in the middle of talks. The limit on the size of files (`ulimit -f`)
/// stands for a full disk: a write fails in the same place.
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@Beside
class DiskFullTest {
    private static final String START =
            "{\"type\":\"start\",\"agreed\":true,\"id\":\"%s\",\"flow\":\"talk\",\"language\":\"en\"}";
    private static final String WORDS = "a long thing to say ".repeat(9);

    private record Standing(String token, JsonNode turn, int number) {}

    @Test
    void whatWasAcknowledgedBeforeIsThereAfterwardsAndTheRestIsRefused(@TempDir Path folder)
            throws Exception {
        Running.write(folder, "dialogs/talk/flow.json", Running.FLOW);
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
        List<Standing> acknowledged = new ArrayList<>();
        try (OwnProcess server = OwnProcess.start(folder, "ulimit -S -f 5120;", settings());
                Client client = new Client(server.port())) {
            String refused = fill(client, acknowledged);
            assertTrue(refused.contains("\"code\":\"unavailable\""), refused);
            assertFalse(acknowledged.isEmpty());
            server.liftLimitOnFiles();
            String again = client.send(START.formatted("again")).text();
            assertTrue(again.contains("\"started\""), "with room again, it goes on: " + again);
            client.next("turn");
            server.kill();
        }
        try (OwnProcess server = OwnProcess.start(folder, "", settings())) {
            for (Standing each : acknowledged) {
                try (Client client = new Client(server.port())) {
                    client.send(
                            "{\"type\":\"resume\",\"id\":\"r\",\"token\":\""
                                    + each.token()
                                    + "\",\"after\":0}");
                    client.next("started");
                    JsonNode turn = client.next("turn");
                    assertEquals(each.number(), turn.path("seq").asInt());
                    assertEquals(each.turn().path("ask").path("id"), turn.path("ask").path("id"));
                }
            }
            assertTrue(Files.size(folder.resolve("talks.db")) > 0);
        }
    }

    private static String[] settings() {
        return Unhurried.and("--store=sqlite:talks.db");
    }

    /// Holds short talks until something is refused, and returns that refusal.
    private static String fill(Client client, List<Standing> acknowledged) throws Exception {
        for (int i = 0; i < 5_000; i++) {
            String started = client.send(START.formatted("s" + i)).text();
            if (started.contains("\"problem\"")) {
                return started;
            }
            JsonNode turn = client.next("turn");
            String token = Client.read(started).path("token").asString();
            acknowledged.add(new Standing(token, turn, 1));
            for (String value : List.of("7", "\"fear\"", "\"" + WORDS + "\"")) {
                String reply =
                        client.send(
                                        "{\"type\":\"answer\",\"id\":\"a"
                                                + i
                                                + "."
                                                + turn.path("seq").asInt()
                                                + "\",\"to\":\""
                                                + turn.path("ask").path("id").asString()
                                                + "\",\"value\":"
                                                + value
                                                + "}")
                                .text();
                if (reply.contains("\"problem\"")) {
                    return reply;
                }
                turn = Client.read(reply);
                acknowledged.set(
                        acknowledged.size() - 1,
                        new Standing(token, turn, turn.path("seq").asInt()));
            }
        }
        throw new AssertionError("the disk never became full");
    }
}
