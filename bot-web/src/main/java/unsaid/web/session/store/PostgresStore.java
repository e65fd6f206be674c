package unsaid.web.session.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records in PostgreSQL, for any number of servers. A write counts when the database has flushed
/// it. Who changes a record tells the others, so that they read it anew.
public final class PostgresStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);
    private static final Migrations MIGRATIONS = new Migrations("postgresql");

    /// What a database that flushes has on. A connection cannot turn them on by itself.
    private static final List<String> CAREFUL = List.of("fsync", "full_page_writes");

    /// How long a caller waits for a connection.
    private static final int PATIENCE_MILLIS = 3_000;

    /// How long the database may take to answer, in seconds.
    private static final String PATIENCE_SECONDS = "5";

    private static final String CHANNEL = "unsaid_conversation";
    private static final String TELL =
            " RETURNING 1) SELECT pg_notify('" + CHANNEL + "', ?) FROM done";

    private final HikariDataSource pool;
    private final Announcements announcements;
    private final String node = UUID.randomUUID().toString();

    /// Where the database is.
    ///
    /// @param url `jdbc:postgresql://host:port/database`
    /// @param connections at a time, at most; one more listens
    public record Address(String url, String user, String password, int connections) {}

    private PostgresStore(HikariDataSource pool, Announcements announcements) {
        this.pool = pool;
        this.announcements = announcements;
    }

    /// Connects, and brings the database to the version this program needs.
    ///
    /// @throws StoreException if it cannot be used; the message is for an operator
    public static PostgresStore open(Address address) {
        return open(address, MIGRATIONS);
    }

    static PostgresStore open(Address address, Migrations migrations) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config(address));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreException(
                    "The database at "
                            + address.url()
                            + " does not answer, or refuses the user. Look at store, store.user and store.password.",
                    e);
        }
        try (Connection connection = pool.getConnection()) {
            migrate(connection, migrations);
        } catch (SQLException e) {
            pool.close();
            throw new StoreException(
                    "The database at "
                            + address.url()
                            + " cannot be brought to this version (SQL state "
                            + e.getSQLState()
                            + "). The user must be allowed to make tables.",
                    e);
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
        PostgresStore store =
                new PostgresStore(
                        pool, new Announcements(address.url(), properties(address), CHANNEL));
        store.warnOfCarelessness();
        return store;
    }

    /// Refusing would shut out databases that keep their pages on other machines, and rightly do
    /// not flush them here.
    private void warnOfCarelessness() {
        for (String name : CAREFUL) {
            if (setting(name).equals("off")) {
                LOG.warn(
                        "The database runs with {} off: when its machine loses power, turns that were acknowledged can be lost. Set {} to on, unless what it keeps lies on other machines.",
                        name,
                        name);
            }
        }
    }

    private static HikariConfig config(Address address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(properties(address));
        config.setMaximumPoolSize(address.connections());
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setConnectionInitSql("SET synchronous_commit TO on");
        return config;
    }

    private static Properties properties(Address address) {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "unsaid");
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /// Servers that start together take turns.
    private static void migrate(Connection connection, Migrations migrations) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('unsaid_schema'))");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS unsaid_schema (version integer NOT NULL)");
            int version = 0;
            try (ResultSet row = statement.executeQuery("SELECT version FROM unsaid_schema")) {
                version = row.next() ? row.getInt(1) : 0;
            }
            migrations.run(connection, version);
            statement.execute("DELETE FROM unsaid_schema");
            statement.execute("INSERT INTO unsaid_schema VALUES (" + migrations.newest() + ")");
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private interface Work<R extends @Nullable Object> {
        R run(PreparedStatement statement) throws SQLException;
    }

    private <R extends @Nullable Object> R run(String sql, Work<R> work) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw new StoreException("the database does not answer, or refused", e);
        }
    }

    @Override
    public boolean add(Sealed record) {
        return run(
                "INSERT INTO unsaid_conversation (id, version, until, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                insert -> {
                    insert.setBytes(1, record.id().bytes());
                    insert.setLong(2, record.version());
                    insert.setObject(3, record.until());
                    insert.setBytes(4, record.content());
                    return insert.executeUpdate() > 0;
                });
    }

    @Override
    public @Nullable Sealed find(ConversationId id) {
        return run(
                "SELECT version, until, content FROM unsaid_conversation WHERE id = ?",
                select -> {
                    select.setBytes(1, id.bytes());
                    try (ResultSet row = select.executeQuery()) {
                        return row.next()
                                ? new Sealed(
                                        id,
                                        row.getLong(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getBytes(3))
                                : null;
                    }
                });
    }

    @Override
    public boolean replace(Sealed record, long was) {
        return run(
                "WITH done AS (UPDATE unsaid_conversation SET version = ?, until = ?, content = ? WHERE id = ? AND version = ?"
                        + TELL,
                update -> {
                    update.setLong(1, record.version());
                    update.setObject(2, record.until());
                    update.setBytes(3, record.content());
                    update.setBytes(4, record.id().bytes());
                    update.setLong(5, was);
                    update.setString(6, Announcements.of(node, record.id()));
                    return hasRow(update);
                });
    }

    @Override
    public void remove(ConversationId id) {
        run(
                "WITH done AS (DELETE FROM unsaid_conversation WHERE id = ?" + TELL,
                delete -> {
                    delete.setBytes(1, id.bytes());
                    delete.setString(2, Announcements.of(node, id));
                    return hasRow(delete);
                });
    }

    @Override
    public void remove(ConversationId id, long version) {
        run(
                "WITH done AS (DELETE FROM unsaid_conversation WHERE id = ? AND version = ?" + TELL,
                delete -> {
                    delete.setBytes(1, id.bytes());
                    delete.setLong(2, version);
                    delete.setString(3, Announcements.of(node, id));
                    return hasRow(delete);
                });
    }

    private static boolean hasRow(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void sweep(LocalDate today) {
        run(
                "DELETE FROM unsaid_conversation WHERE until < ?",
                delete -> {
                    delete.setObject(1, today);
                    return delete.executeUpdate();
                });
    }

    /// What the database says that one of its settings is, on one of our connections.
    ///
    /// @param name never from outside
    String setting(String name) {
        return run(
                "SHOW " + name,
                ask -> {
                    try (ResultSet row = ask.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                });
    }

    @Override
    public boolean isWell() {
        try {
            return run("SELECT 1", PostgresStore::hasRow);
        } catch (StoreException e) {
            return false;
        }
    }

    @Override
    public void watch(Watcher watcher) {
        announcements.start(node, watcher);
    }

    @Override
    public void close() {
        announcements.close();
        pool.close();
    }
}
