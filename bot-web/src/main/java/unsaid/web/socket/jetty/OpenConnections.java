package unsaid.web.socket.jetty;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The connections that are open now. Safe for use by any thread.
final class OpenConnections {
    private final Set<SocketConnection> open = new HashSet<>();
    private boolean closing;

    /// @return false if the server is about to stop: the connection is to say goodbye at once
    synchronized boolean add(SocketConnection connection) {
        open.add(connection);
        return !closing;
    }

    /// From now on every new connection is one too late.
    synchronized List<SocketConnection> closing() {
        closing = true;
        return List.copyOf(open);
    }

    synchronized boolean isClosing() {
        return closing;
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
