package unsaid.web.session.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records in one SQLite file, for one server. Write-ahead log, flushed to the disk before a write
/// counts; what is removed is overwritten. The file belongs to one process at a time: a second one
/// is refused at its start.
public final class SqliteStore implements Store {
    private static final Migrations MIGRATIONS = new Migrations("sqlite");
    private static final Set<PosixFilePermission> OURS =
            PosixFilePermissions.fromString("rw-------");
    private static final String[] PRAGMAS = {
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA secure_delete = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -8192",
        "PRAGMA journal_size_limit = 16777216"
    };

    private final GroupCommit commits;

    private SqliteStore(GroupCommit commits) {
        this.commits = commits;
    }

    /// Opens the file, or makes it, and brings it to the version this program needs.
    ///
    /// @throws StoreException if it cannot be used; the message is for an operator
    public static SqliteStore open(Path file) {
        return open(file, MIGRATIONS);
    }

    static SqliteStore open(Path file, Migrations migrations) {
        Connection connection = null;
        try {
            prepare(file);
            connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                for (String pragma : PRAGMAS) {
                    statement.execute(pragma);
                }
            }
            migrate(connection, migrations);
            return new SqliteStore(new GroupCommit(connection));
        } catch (IOException | SQLException | StoreException e) {
            close(connection);
            throw e instanceof StoreException known ? known : new StoreException(why(file, e), e);
        }
    }

    private static void prepare(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS));
        }
    }

    private static String why(Path file, Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("SQLITE_BUSY") || message.contains("SQLITE_LOCKED")) {
            return "The database "
                    + file
                    + " is used by another process. Stop that one first, or give this one a file of its own: --store=sqlite:data/other.db";
        }
        if (message.contains("SQLITE_NOTADB")) {
            return "The file " + file + " is no database. Name another one with store=sqlite:FILE.";
        }
        return "The database "
                + file
                + " cannot be opened ("
                + e.getClass().getSimpleName()
                + "). Look at its folder, its permissions and the space left.";
    }

    /// All steps count, or none: who closes the connection after a failure takes them back.
    /// (Turning auto-commit on again would keep those that went well.)
    private static void migrate(Connection connection, Migrations migrations) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            migrations.run(connection, version);
            statement.execute("PRAGMA user_version = " + migrations.newest());
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It could not be opened: there is nothing to lose.
        }
    }

    @Override
    public boolean add(Sealed record) {
        return commits.write(
                "INSERT OR IGNORE INTO conversation (key, id, version, until, content) VALUES (?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, record.id().prefix());
                    insert.setBytes(2, record.id().bytes());
                    insert.setLong(3, record.version());
                    insert.setLong(4, record.until().toEpochDay());
                    insert.setBytes(5, record.content());
                    return insert.executeUpdate() > 0;
                });
    }

    @Override
    public @Nullable Sealed find(ConversationId id) {
        return commits.write(
                "SELECT id, version, until, content FROM conversation WHERE key = ?",
                select -> {
                    select.setLong(1, id.prefix());
                    return found(select, id);
                });
    }

    private static @Nullable Sealed found(PreparedStatement select, ConversationId id)
            throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() && new ConversationId(row.getBytes(1)).equals(id)
                    ? new Sealed(
                            id,
                            row.getLong(2),
                            LocalDate.ofEpochDay(row.getLong(3)),
                            row.getBytes(4))
                    : null;
        }
    }

    @Override
    public boolean replace(Sealed record, long was) {
        return commits.write(
                "UPDATE conversation SET version = ?, until = ?, content = ? WHERE key = ? AND id = ? AND version = ?",
                update -> {
                    update.setLong(1, record.version());
                    update.setLong(2, record.until().toEpochDay());
                    update.setBytes(3, record.content());
                    update.setLong(4, record.id().prefix());
                    update.setBytes(5, record.id().bytes());
                    update.setLong(6, was);
                    return update.executeUpdate() > 0;
                });
    }

    @Override
    public void remove(ConversationId id) {
        commits.write(
                "DELETE FROM conversation WHERE key = ? AND id = ?",
                delete -> {
                    delete.setLong(1, id.prefix());
                    delete.setBytes(2, id.bytes());
                    return delete.executeUpdate();
                });
    }

    @Override
    public void remove(ConversationId id, long version) {
        commits.write(
                "DELETE FROM conversation WHERE key = ? AND id = ? AND version = ?",
                delete -> {
                    delete.setLong(1, id.prefix());
                    delete.setBytes(2, id.bytes());
                    delete.setLong(3, version);
                    return delete.executeUpdate();
                });
    }

    @Override
    public void sweep(LocalDate today) {
        commits.write(
                "DELETE FROM conversation WHERE until < ?",
                delete -> {
                    delete.setLong(1, today.toEpochDay());
                    return delete.executeUpdate();
                });
    }

    @Override
    public boolean isWell() {
        return commits.isWell();
    }

    /// What SQLite says that one of its settings is, on the connection that all is done on.
    String setting(String name) {
        return commits.write(
                "PRAGMA " + name,
                ask -> {
                    try (ResultSet row = ask.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                });
    }

    @Override
    public void watch(Watcher watcher) {
        // The file is ours alone.
    }

    @Override
    public void close() {
        commits.close();
    }
}
