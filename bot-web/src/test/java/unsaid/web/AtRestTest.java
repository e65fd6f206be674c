package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import unsaid.web.session.store.Database;

/// Words marked so that they can be searched for are said to a running server; then everything it
/// has on disk is searched.
@Timeout(120)
class AtRestTest {
    private static final String CANARY = "Xq7canary9Zk";

    @TempDir Path folder;

    /// One talk with the marked words in everything a visitor can write.
    private static String talk(Running running) throws Exception {
        try (Client client = running.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
            String token = client.next("started").path("token").asString();
            JsonNode turn = client.next("turn");
            String[] answers = {
                "7",
                "{\"value\":\"other\",\"text\":\"" + CANARY + "\"}",
                "\"" + CANARY + " in words\"",
                "\"2026-01-31\"",
                "[\"" + CANARY + "\",\"rain\"]"
            };
            for (int i = 0; i < answers.length; i++) {
                turn =
                        client.send(
                                        "{\"type\":\"answer\",\"id\":\"a"
                                                + i
                                                + "\",\"to\":\""
                                                + turn.path("ask").path("id").asString()
                                                + "\",\"value\":"
                                                + answers[i]
                                                + "}")
                                .next("turn");
            }
            client.send("{\"type\":\"command\",\"id\":\"k\",\"name\":\"keep\"}").next("kept");
            return token;
        }
    }

    private static void assertSaysNothing(Path where, String token) throws IOException {
        List<String> marks =
                List.of(
                        CANARY,
                        "talk/words",
                        "Can you put it in words?",
                        token,
                        Base64.getEncoder()
                                .encodeToString(CANARY.getBytes(StandardCharsets.UTF_8))
                                .substring(0, 12));
        List<Path> searched = new ArrayList<>();
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().endsWith(".json")) {
                    continue; // the flows are the author's
                }
                byte[] bytes = Files.readAllBytes(file);
                for (String mark : marks) {
                    assertFalse(
                            contains(bytes, mark.getBytes(StandardCharsets.UTF_8))
                                    || contains(bytes, mark.getBytes(StandardCharsets.UTF_16LE)),
                            file + " holds " + mark);
                }
                searched.add(file);
            }
        }
        assertTrue(searched.size() > 1, "there was something to search: " + searched);
    }

    private static boolean contains(byte[] bytes, byte[] mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(mark, StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSearchFindsAMarkedWord() throws Exception {
        Files.writeString(folder.resolve("a"), "..." + CANARY + "...");
        assertTrue(
                contains(
                        Files.readAllBytes(folder.resolve("a")),
                        CANARY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRunningServerHasNoClearWordInItsSqliteFilesNorInTemporaryOnes() throws Exception {
        try (Running running = new Running(folder, "--store=sqlite:data/talks.db")) {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tokens.add(talk(running));
            }
            try (Stream<Path> files = Files.list(folder.resolve("data"))) {
                assertEquals(
                        List.of("talks.db", "talks.db-wal"),
                        files.map(each -> each.getFileName().toString()).sorted().toList());
            }
            assertSaysNothing(folder, tokens.getFirst());
            assertNoRecentTemporaryFileHoldsTheWord();
        }
    }

    private static void assertNoRecentTemporaryFileHoldsTheWord() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            files.filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                    .filter(AtRestTest::isSmall)
                    .forEach(file -> {
                        try {
                            assertFalse(
                                    contains(
                                            Files.readAllBytes(file),
                                            CANARY.getBytes(StandardCharsets.UTF_8)),
                                    file.toString());
                        } catch (IOException e) {
                            // it has gone since
                        }
                    });
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) < 64 << 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void postgresqlHasNoClearWordInItsTablesNorInItsWriteAheadLog() throws Exception {
        String url = Database.fresh();
        try (Running running =
                new Running(
                        folder,
                        "--store=" + url,
                        "--store.user=postgres",
                        "--store.password=postgres")) {
            String token = talk(running);
            Database.execute("postgres", "CHECKPOINT");
            assertSaysNothing(Database.folder(), token);
        }
    }

    /// What was sealed can be told by any part of it: no two records have so many bytes in common.
    private static final int PART = 24;

    @Test
    void whatIsErasedIsOverwrittenInTheFile() throws Exception {
        Path file = folder.resolve("talks.db");
        byte[] sealed;
        try (Running running = new Running(folder, "--store=sqlite:talks.db");
                Client client = running.begun()) {
            client.send("{\"type\":\"answer\",\"id\":\"a\",\"to\":\"1.talk/mood\",\"value\":7}")
                    .next("turn");
            sealed = sealedNow(file);
            client.send("{\"type\":\"command\",\"id\":\"e\",\"name\":\"erase\"}").next("erased");
            assertEquals(0, running.server().conversations());
        }
        assertFalse(Files.exists(folder.resolve("talks.db-wal")), "a clean stop leaves no log");
        assertEquals(0, partsIn(Files.readAllBytes(file), sealed), "of what was erased");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM conversation")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
    }

    /// The content of the only record, out of a copy of the files, in which it can be found.
    private byte[] sealedNow(Path file) throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("talks.db");
        Path log = copy.resolveSibling("talks.db-wal");
        Files.copy(file, copy);
        Files.copy(file.resolveSibling("talks.db-wal"), log);
        byte[] logged = Files.readAllBytes(log);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM conversation")) {
            assertTrue(rows.next());
            byte[] sealed = rows.getBytes(1);
            assertTrue(partsIn(logged, sealed) > 3, "it can be found as long as it is there");
            assertFalse(rows.next());
            return sealed;
        }
    }

    private static long partsIn(byte[] bytes, byte[] sealed) {
        return IntStream.range(0, sealed.length / PART)
                .filter(part ->
                        contains(bytes, Arrays.copyOfRange(sealed, part * PART, (part + 1) * PART)))
                .count();
    }
}
