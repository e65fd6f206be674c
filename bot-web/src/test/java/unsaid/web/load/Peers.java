package unsaid.web.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Many connections to one server on this machine, all on the thread that calls. Nothing here goes
/// on by itself.
final class Peers implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final int CONNECTING = 64;
    private static final long SHORTEST_SELECT = TimeUnit.MILLISECONDS.toNanos(1);

    private final int port;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Peer> peers = new ArrayList<>();

    /// What goes on while the connections are looked after.
    interface Work {
        boolean isDone();

        /// How far it is: a figure that changes as long as things go on.
        long progress();

        /// Called again and again.
        ///
        /// @return nanoseconds until it wants to be called again, if nothing else happens
        long step();
    }

    Peers(int port) throws IOException {
        this.port = port;
        this.selector = Selector.open();
    }

    /// Connects everybody, a few at a time.
    ///
    /// @throws TimeoutException if nobody more gets connected for as long as `limit`
    void open(Collection<? extends Peer.Listener> listeners, Duration limit)
            throws IOException, TimeoutException {
        ArrayDeque<Peer.Listener> left = new ArrayDeque<>(listeners);
        List<Peer> opening = new ArrayList<>();
        run(
                new Work() {
                    @Override
                    public boolean isDone() {
                        return left.isEmpty() && opening.isEmpty();
                    }

                    @Override
                    public long progress() {
                        return left.size() + opening.size();
                    }

                    @Override
                    public long step() {
                        opening.removeIf(Peer::isUpgraded);
                        while (opening.size() < CONNECTING && !left.isEmpty()) {
                            opening.add(connect(left.remove()));
                        }
                        return TimeUnit.MILLISECONDS.toNanos(10);
                    }
                },
                limit);
    }

    private Peer connect(Peer.Listener listener) {
        return connect(listener, port);
    }

    /// Connects somebody to any port of this machine; what comes of it, the listener is told.
    Peer connect(Peer.Listener listener, int to) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            Peer peer = new Peer(channel, key, listener);
            key.attach(peer);
            peers.add(peer);
            try {
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
            } catch (ConnectException e) {
                peer.lose();
            }
            return peer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Looks after the connections until `work` is done.
    ///
    /// @throws TimeoutException if it makes no progress for as long as `limit`
    void run(Work work, Duration limit) throws IOException, TimeoutException {
        long since = System.nanoTime();
        long progress = work.progress();
        for (long pause = work.step(); !work.isDone(); pause = work.step()) {
            if (work.progress() != progress) {
                progress = work.progress();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > limit.toNanos()) {
                throw new TimeoutException("no progress in " + limit.toSeconds() + " s");
            }
            if (pause < SHORTEST_SELECT) {
                if (selector.selectNow(this::ready) == 0) {
                    LockSupport.parkNanos(pause);
                }
            } else {
                selector.select(this::ready, TimeUnit.NANOSECONDS.toMillis(pause));
            }
        }
    }

    private void ready(SelectionKey key) {
        Peer peer = (Peer) key.attachment();
        try {
            if (key.isConnectable()) {
                peer.connected();
            }
            if (key.isValid() && key.isWritable()) {
                peer.writable();
            }
            if (key.isValid() && key.isReadable()) {
                peer.readable(buffer);
            }
        } catch (IOException e) {
            peer.lose();
        }
    }

    @Override
    public void close() throws IOException {
        peers.forEach(Peer::close);
        selector.close();
    }
}
