package unsaid.web.session.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for tests, started once and stopped with the JVM. It does not flush
/// (`fsync=off`), as no test takes its machine's power.
public final class Database {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Database() {}

    public static synchronized EmbeddedPostgres server() {
        try {
            if (server == null) {
                server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("full_page_writes", "on")
                                .start();
                EmbeddedPostgres started = server;
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    try {
                                        started.close();
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                }));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty database of its own, as `postgresql://host:port/name`.
    public static String fresh() {
        String name = "talks_" + COUNT.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return "postgresql://localhost:" + server().getPort() + "/" + name;
    }

    /// Where the server keeps everything: tables, write-ahead log, its own log.
    public static Path folder() {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PostgresStore.Address address(String url) {
        return new PostgresStore.Address("jdbc:" + url, "postgres", "postgres", 10);
    }

    /// Runs one command as the database's owner.
    public static void execute(String database, String command) {
        try (Connection connection = server().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
