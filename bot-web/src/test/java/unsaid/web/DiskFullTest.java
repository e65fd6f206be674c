package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
/// stands for a full disk wherever tests run: a write fails in the same place. Where a disk can be
/// made, a small one really is full.
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@Beside
class DiskFullTest {
    private static final String START =
            "{\"type\":\"start\",\"agreed\":true,\"id\":\"%s\",\"flow\":\"talk\",\"language\":\"en\"}";
    private static final String WORDS = "a long thing to say ".repeat(9);

    private record Standing(String token, JsonNode turn, int number) {}

    /// Takes the lack of room back.
    private interface Room {
        void make(OwnProcess server) throws Exception;
    }

    @Test
    void whatWasAcknowledgedBeforeIsThereAfterwardsAndTheRestIsRefused(@TempDir Path folder)
            throws Exception {
        fillAndMakeRoom(folder, folder, "ulimit -S -f 5120;", OwnProcess::liftLimitOnFiles);
    }

    @Test
    void soItIsOnADiskThatIsReallyFull(@TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                hasRun("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "no disk can be made here: it takes root, and the right to mount");
        try {
            fillAndMakeRoom(
                    folder,
                    disk,
                    "",
                    _ -> assertTrue(hasRun("mount", "-o", "remount,size=64m", disk.toString())));
        } finally {
            hasRun("umount", "-l", disk.toString());
        }
    }

    private static boolean hasRun(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /// @param disk where the store is
    /// @param before shell commands that come before the server
    private static void fillAndMakeRoom(Path folder, Path disk, String before, Room room)
            throws Exception {
        Path store = disk.resolve("talks.db");
        Running.write(folder, "dialogs/talk/flow.json", Running.FLOW);
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
        List<Standing> acknowledged = new ArrayList<>();
        try (OwnProcess server = OwnProcess.start(folder, before, settings(store));
                Client client = new Client(server.port())) {
            String refused = fill(client, acknowledged);
            assertTrue(refused.contains("\"code\":\"unavailable\""), refused);
            assertFalse(acknowledged.isEmpty());
            room.make(server);
            String again = client.send(START.formatted("again")).text();
            assertTrue(again.contains("\"started\""), "with room again, it goes on: " + again);
            client.next("turn");
            server.kill();
        }
        try (OwnProcess server = OwnProcess.start(folder, "", settings(store))) {
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
            assertTrue(Files.size(store) > 0);
        }
    }

    private static String[] settings(Path store) {
        return Unhurried.and("--store=sqlite:" + store);
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
