package unsaid.web.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Counts the connections that carry plain HTTP, all of them and those of each [Network], and cuts
/// those that take too long. An idle timeout would not do: a byte now and then holds it off for
/// ever. A connection that became a socket is not counted here any more. Safe for use by any
/// thread.
public final class Door extends ContainerLifeCycle implements Connection.Listener {
    private static final long ROUND_MILLIS = 250;

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<Connection, Guest> guests = new ConcurrentHashMap<>();
    private final Map<String, Integer> networks = new HashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("door", true);
    private volatile Scheduler.@Nullable Task round;

    /// @param connections open at a time
    /// @param perNetwork open at a time of one network; 0: not counted, as behind a proxy, from
    ///   which all of them come
    /// @param patience from the opening, or from the end of an answer, to the end of the next
    ///   request's head; and from there to the end of its answer
    public record Limits(int connections, int perNetwork, Duration patience) {
        public Limits {
            if (connections < 1 || perNetwork < 0 || !patience.isPositive()) {
                throw new IllegalArgumentException("limits must be positive");
            }
        }
    }

    private static final class Guest {
        private final String network;
        private volatile long since;

        private Guest(String network, long since) {
            this.network = network;
            this.since = since;
        }
    }

    /// @param nanos a clock in nanoseconds that never goes back
    public Door(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        addBean(scheduler);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        goRound();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task task = round;
        if (task != null) {
            task.cancel();
        }
        super.doStop();
    }

    private void goRound() {
        look();
        round = scheduler.schedule(this::goRound, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Connections that carry plain HTTP now.
    public int connections() {
        return guests.size();
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof ConnectionMetaData)) {
            return;
        }
        Guest guest = new Guest(network(connection), nanos.getAsLong());
        if (enter(connection, guest)) {
            return;
        }
        connection.getEndPoint().close();
    }

    private synchronized boolean enter(Connection connection, Guest guest) {
        int already = networks.getOrDefault(guest.network, 0);
        if (guests.size() >= limits.connections()
                || limits.perNetwork() > 0 && already >= limits.perNetwork()) {
            return false;
        }
        networks.put(guest.network, already + 1);
        guests.put(connection, guest);
        return true;
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        Guest guest = guests.remove(connection);
        if (guest != null) {
            networks.computeIfPresent(
                    guest.network, (network, count) -> count > 1 ? count - 1 : null);
        }
    }

    /// A request's head has come whole.
    void arrived(Request request) {
        Guest guest = guests.get(request.getConnectionMetaData().getConnection());
        if (guest != null) {
            guest.since = nanos.getAsLong();
            Request.addCompletionListener(request, _ -> guest.since = nanos.getAsLong());
        }
    }

    /// Cuts the connections that took too long.
    void look() {
        long now = nanos.getAsLong();
        long patience = limits.patience().toNanos();
        guests.forEach((connection, guest) -> {
            if (now - guest.since > patience) {
                connection.getEndPoint().close(new EofException("too slow"));
            }
        });
    }

    private static String network(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress address && address.getAddress() != null
                ? Network.of(address.getAddress().getHostAddress())
                : "";
    }
}
