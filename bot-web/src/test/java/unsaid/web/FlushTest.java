package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import unsaid.web.session.store.Database;

/// What outlives the machine's power, and not only the process: a `kill -9` leaves to the system
/// whatever was written, flushed or not, so it tells nothing of this.
@Timeout(180)
class FlushTest {
    private static final String START =
            "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}";
    private static final List<String> ANSWERS =
            List.of("7", "\"fear\"", "\"words\"", "\"2026-01-31\"", "[\"tea\"]", "[\"home\"]");

    @TempDir private Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReplyLeavesOnlyAfterItsTurnWasFlushed() throws Exception {
        Running.write(folder, "dialogs/talk/flow.json", Running.FLOW);
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
        try (OwnProcess server =
                        OwnProcess.start(folder, "", Unhurried.and("--store=sqlite:talks.db"));
                SystemCalls calls = SystemCalls.of(server.pid(), folder.resolve("calls"))) {
            try (Client client = new Client(server.port())) {
                client.send(START).next("started");
                JsonNode turn = client.next("turn");
                for (int i = 0; i < ANSWERS.size(); i++) {
                    turn = client.send(Client.answer("a" + i, turn, ANSWERS.get(i))).next("turn");
                }
            }
            assertEquals(
                    List.of(),
                    calls.repliesThatWereNotFlushed("talks.db-wal", "\"type\":\"turn\""));
            assertEquals(1 + ANSWERS.size(), calls.replies());
        }
    }

    @Test
    void aDatabaseThatDoesNotFlushIsToldInTheLog() throws Exception {
        try (Heard heard = new Heard();
                Running running =
                        new Running(
                                folder,
                                "--store=" + Database.fresh(),
                                "--store.user=postgres",
                                "--store.password=postgres")) {
            assertTrue(running.server().port() > 0);
            assertTrue(heard.text().contains("runs with fsync off"), heard.text());
            assertFalse(heard.text().contains("full_page_writes off"), heard.text());
        }
    }
}
