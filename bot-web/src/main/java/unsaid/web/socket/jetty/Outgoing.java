package unsaid.web.socket.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/// One connection's way out: what Tyrus writes, in order, many frames at once when they pile up.
/// Never blocks. When the peer does not read, [#mayRead] turns false first; past the hard limit the
/// connection is dropped, so a slow reader costs bounded memory. Safe for use by any thread.
final class Outgoing extends Writer {
    private static final int GATHER = 64;
    private static final long LINGER_MILLIS = 1_000;

    private final EndPoint peer;
    private final Limits limits;
    private final Runnable resume;
    private final Runnable dropped;
    private final ArrayDeque<Item> queue = new ArrayDeque<>(2);
    private final Flusher flusher = new Flusher();
    private long waiting;
    private boolean paused;
    private boolean closing;
    private long closedAt;
    private @Nullable Throwable failure;

    /// @param resume called, on the thread that writes, when a paused peer has read enough
    /// @param dropped called before a peer is dropped because it does not read
    Outgoing(EndPoint peer, Limits limits, Runnable resume, Runnable dropped) {
        this.peer = peer;
        this.limits = limits;
        this.resume = resume;
        this.dropped = dropped;
    }

    void write(ByteBuffer data) {
        write(data, null);
    }

    @Override
    public void write(ByteBuffer data, @Nullable CompletionHandler<ByteBuffer> done) {
        Item item = new Item(data, done);
        boolean overflow = false;
        Throwable refused;
        synchronized (this) {
            refused = failure != null ? failure : closing ? new ClosedChannelException() : null;
            if (refused == null) {
                overflow = waiting > 0 && waiting + data.remaining() > limits.dropAt();
                if (!overflow) {
                    waiting += data.remaining();
                    queue.add(item);
                }
            }
        }
        if (overflow) {
            dropped.run();
            refused = new IOException("slow reader: over " + limits.dropAt() + " bytes would wait");
            fail(refused);
            peer.close(refused);
        }
        if (refused != null) {
            item.failed(refused);
        } else {
            flusher.iterate();
        }
    }

    /// Tyrus is done with this connection: shuts it once all is written.
    @Override
    public void close() {
        synchronized (this) {
            if (!closing) {
                closing = true;
                closedAt = System.nanoTime();
            }
        }
        flusher.iterate();
    }

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized boolean lingersTooLong() {
        return closing
                && System.nanoTime() - closedAt > TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
    }

    /// Whether there is room for replies to more of what the peer sends. After a no, `resume` is
    /// run once there is.
    synchronized boolean mayRead() {
        paused = !closing && failure == null && waiting > limits.pauseAt();
        return !paused && failure == null;
    }

    void fail(Throwable cause) {
        List<Item> left;
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = cause;
            left = List.copyOf(queue);
            queue.clear();
        }
        left.forEach(item -> item.failed(cause));
    }

    private record Item(ByteBuffer data, @Nullable CompletionHandler<ByteBuffer> done) {
        void completed() {
            if (done != null) {
                done.completed(data);
            }
        }

        void failed(Throwable cause) {
            if (done != null) {
                done.failed(cause);
            }
        }
    }

    private final class Flusher extends IteratingCallback {
        private List<Item> batch = List.of();
        private long size;

        @Override
        protected Action process() {
            synchronized (Outgoing.this) {
                if (!queue.isEmpty()) {
                    batch = next();
                } else if (!closing) {
                    return Action.IDLE;
                } else {
                    batch = List.of();
                }
            }
            if (batch.isEmpty()) {
                // All is written. Wait a little for the peer to hang up, for it to see our close
                // frame:
                // closing at once would reset the connection when there is still something to read.
                peer.shutdownOutput();
                peer.setIdleTimeout(LINGER_MILLIS);
                return Action.SUCCEEDED;
            }
            ByteBuffer[] data = batch.stream().map(Item::data).toArray(ByteBuffer[]::new);
            size = 0;
            for (ByteBuffer each : data) {
                size += each.remaining();
            }
            peer.write(this, data);
            return Action.SCHEDULED;
        }

        private List<Item> next() {
            if (queue.size() == 1) {
                return List.of(queue.remove());
            }
            List<Item> items = new ArrayList<>(Math.min(GATHER, queue.size()));
            while (items.size() < GATHER && !queue.isEmpty()) {
                items.add(queue.remove());
            }
            return items;
        }

        @Override
        protected void onSuccess() {
            List<Item> written = batch;
            batch = List.of();
            boolean resumes;
            synchronized (Outgoing.this) {
                waiting -= size;
                resumes = paused && waiting <= limits.pauseAt() / 2;
                if (resumes) {
                    paused = false;
                }
            }
            written.forEach(Item::completed);
            if (resumes) {
                resume.run();
            }
        }

        @Override
        protected void onFailure(Throwable cause) {
            List<Item> lost = batch;
            batch = List.of();
            lost.forEach(item -> item.failed(cause));
            fail(cause);
            peer.close(cause);
        }
    }
}
