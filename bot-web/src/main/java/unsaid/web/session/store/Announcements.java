package unsaid.web.session.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears what other servers on the same PostgreSQL change (LISTEN and NOTIFY), on a connection and
/// a thread of its own. Connects again when the connection is lost; what was said in between is
/// told as missed.
final class Announcements implements AutoCloseable {
    private static final int LISTEN_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 500;

    private final String url;
    private final Properties properties;
    private final String channel;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    Announcements(String url, Properties properties, String channel) {
        this.url = url;
        this.properties = properties;
        this.channel = channel;
    }

    /// What a server says of a change.
    static String of(String node, ConversationId id) {
        return node + " " + id.hash();
    }

    /// @param node what this server says of its own changes is passed over
    void start(String node, Store.Watcher watcher) {
        thread = Thread.ofVirtual().name("announcements").start(() -> listen(node, watcher));
    }

    private void listen(String node, Store.Watcher watcher) {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(url, properties);
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + channel);
                watcher.missed();
                hear(connection, statement, node, watcher);
            } catch (SQLException | RuntimeException e) {
                watcher.missed();
                pause();
            }
        }
    }

    private void hear(
            Connection connection, Statement statement, String node, Store.Watcher watcher)
            throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] heard = listening.getNotifications(LISTEN_MILLIS);
            if (heard == null || heard.length == 0) {
                statement.execute(""); // a connection that is gone says so only when it is used
                continue;
            }
            for (PGNotification each : heard) {
                String[] parts = each.getParameter().split(" ", 2);
                if (!parts[0].equals(node) && parts.length == 2) {
                    watcher.changed(ConversationId.of(parts[1]));
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread listening = thread;
        if (listening != null) {
            listening.interrupt();
        }
    }
}
