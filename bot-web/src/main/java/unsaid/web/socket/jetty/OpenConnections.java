package unsaid.web.socket.jetty;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The connections that are open now. Safe for use by any thread.
final class OpenConnections {
    private final Set<SocketConnection> open = new HashSet<>();

    synchronized void add(SocketConnection connection) {
        open.add(connection);
    }

    synchronized void remove(SocketConnection connection) {
        open.remove(connection);
        if (open.isEmpty()) {
            notifyAll();
        }
    }

    synchronized int count() {
        return open.size();
    }

    synchronized List<SocketConnection> all() {
        return List.copyOf(open);
    }

    /// Waits until none is open, but no longer than `limit`.
    synchronized void awaitNone(Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!open.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
