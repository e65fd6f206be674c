package unsaid.web.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// A real PostgreSQL whose processes can be killed, and which starts again on what it kept.
final class Postgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private EmbeddedPostgres server;

    /// @param folder takes everything it keeps
    Postgres(Path folder) throws IOException {
        data = folder.resolve("postgresql");
        server = start(0);
    }

    /// As careful as PostgreSQL is by itself: tests elsewhere take the short way.
    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(PATIENCE)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    int port() {
        return server.getPort();
    }

    /// Settings of a server that keeps its conversations there.
    ///
    /// @param through the port it is reached at
    List<String> settings(int through) {
        return List.of(
                "store=postgresql://127.0.0.1:" + through + "/postgres", "store.user=postgres");
    }

    List<String> settings() {
        return settings(port());
    }

    /// Flushes the changed pages, as it does by itself now and then.
    void checkpoint() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            // it was killed meanwhile
        }
    }

    /// `kill -9` of all its processes. Returns when they are gone.
    void kill() throws IOException {
        long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            for (ProcessHandle each : all) {
                each.onExit().get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts again where it was, on the same port.
    void startAgain() throws IOException {
        int port = port();
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
