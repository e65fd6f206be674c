package unsaid.web.socket.jetty;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.jspecify.annotations.Nullable;
import unsaid.web.metrics.Tally;

/// One WebSocket connection: moves bytes between a Jetty end point and Tyrus's engine, without
/// blocking. No thread and no buffer is held while it is idle. A silent peer is pinged, and closed
/// when it stays silent.
final class SocketConnection extends AbstractConnection implements Connection.UpgradeTo {
    private static final byte[] PING = {(byte) 0x89, 0};

    private final ByteBufferPool pool;
    private final Limits limits;
    private final OpenConnections open;
    private final TextFrame tooBig;
    private final FrameGuard guard;
    private final Outgoing out;
    private final Tally<Refusal> refusals;
    private WebSocketEngine.@Nullable UpgradeInfo upgrade;
    private volatile org.glassfish.tyrus.spi.@Nullable Connection tyrus;
    private @Nullable ByteBuffer early;
    private volatile boolean pinged;
    private boolean playing;
    private boolean leaving;

    /// @param tooBig sent to a peer whose message is over the limit, before the close frame
    SocketConnection(
            EndPoint endPoint,
            Executor executor,
            ByteBufferPool pool,
            WebSocketEngine.UpgradeInfo upgrade,
            Limits limits,
            OpenConnections open,
            TextFrame tooBig,
            Tally<Refusal> refusals) {
        super(endPoint, executor);
        this.pool = pool;
        this.limits = limits;
        this.open = open;
        this.tooBig = tooBig;
        this.refusals = refusals;
        this.guard = new FrameGuard(limits.message(), limits.unfinished(), System::nanoTime);
        this.out =
                new Outgoing(
                        endPoint,
                        limits,
                        () -> getExecutor().execute(this::onFillable),
                        () -> refusals.count(Refusal.SLOW));
        this.upgrade = upgrade;
    }

    /// @param sentWithHandshake what a peer sent in one packet with its handshake, before the
    ///   answer
    @Override
    public void onUpgradeTo(@Nullable ByteBuffer sentWithHandshake) {
        early = sentWithHandshake;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(limits.silence().toMillis());
        boolean welcome = open.add(this);
        WebSocketEngine.UpgradeInfo handshake = upgrade;
        upgrade = null; // it holds the whole request
        if (handshake == null) {
            return;
        }
        try {
            tyrus = handshake.createConnection(out, reason -> getEndPoint().close());
        } catch (RuntimeException e) {
            gone(e);
            return;
        }
        if (!welcome) {
            refusals.count(Refusal.STOPPING);
            goingAway();
        } else if (out.isClosing()) {
            refusals.count(Refusal.FULL);
        }
        if (early == null) {
            fillInterested();
        } else {
            getExecutor().execute(this::onFillable);
        }
    }

    @Override
    public void onFillable() {
        try {
            ByteBuffer first = early;
            if (first != null) {
                early = null;
                feedInPieces(first);
            }
            RetainableByteBuffer holder = pool.acquire(limits.inputBuffer(), false);
            try {
                // A pool may lend a larger buffer than asked for; Tyrus takes no more than agreed
                // at once.
                read(holder.getByteBuffer().clear().slice(0, limits.inputBuffer()));
            } finally {
                holder.release();
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        }
    }

    /// Asks once a round whether it may go on: after a no, another thread may be reading already.
    private void read(ByteBuffer data) throws IOException {
        boolean mayRead = out.mayRead();
        while (mayRead) {
            BufferUtil.clear(data);
            int read = getEndPoint().fill(data);
            if (read == 0) {
                fillInterested();
                return;
            }
            if (read < 0) {
                gone(null);
                return;
            }
            pinged = false;
            boolean readAll = BufferUtil.space(data) > 0;
            if (!out.isClosing()) {
                feed(data);
            } else if (out.lingersTooLong()) {
                gone(null);
                return;
            }
            mayRead = out.mayRead();
            if (readAll && mayRead) { // spare the system call that would say so
                fillInterested();
                return;
            }
        }
    }

    private void feedInPieces(ByteBuffer data) {
        while (data.hasRemaining() && !out.isClosing()) {
            int size = Math.min(data.remaining(), limits.inputBuffer());
            ByteBuffer piece = data.slice(data.position(), size);
            data.position(data.position() + size);
            feed(piece);
        }
    }

    private void feed(ByteBuffer data) {
        var engine = tyrus;
        if (engine == null || !begins()) {
            return;
        }
        try {
            feed(engine, data);
        } finally {
            if (ends()) {
                sayGoodbye();
            }
        }
    }

    private void feed(org.glassfish.tyrus.spi.Connection engine, ByteBuffer data) {
        CloseReason bad = guard.check(data);
        if (data.hasRemaining()) {
            engine.getReadHandler().handle(data);
        }
        if (bad != null) {
            boolean big = bad.getCloseCode() == CloseCodes.TOO_BIG;
            refusals.count(big ? Refusal.TOO_BIG : Refusal.MALFORMED);
            if (big) {
                out.write(tooBig.bytes());
            }
            engine.close(bad);
            out.close();
        }
    }

    private synchronized boolean begins() {
        playing = !leaving;
        return playing;
    }

    private synchronized boolean ends() {
        playing = false;
        return leaving;
    }

    /// Says that the server stops (1001): at once, or when what is being played has been answered.
    /// What comes after that is not heard any more; the peer sends it again elsewhere.
    void goingAway() {
        synchronized (this) {
            leaving = true;
            if (playing) {
                return;
            }
        }
        sayGoodbye();
    }

    private void sayGoodbye() {
        close(new CloseReason(CloseCodes.GOING_AWAY, "server stops"));
        out.close();
    }

    /// Ends it, whatever it was about.
    void cut() {
        refusals.count(Refusal.CUT);
        getEndPoint().close();
    }

    /// Ends it without a closing handshake.
    private void gone(@Nullable Throwable cause) {
        out.fail(cause == null ? new ClosedChannelException() : cause);
        close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, null));
        getEndPoint().close(cause);
    }

    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        if (out.isClosing()) {
            gone(timeout);
        } else if (guard.isTooSlow()) {
            close(FrameGuard.TOO_SLOW);
        } else if (pinged) {
            refusals.count(Refusal.SILENT);
            close(new CloseReason(CloseCodes.GOING_AWAY, "no answer to ping"));
        } else {
            pinged = true;
            out.write(ByteBuffer.wrap(PING));
        }
        return false;
    }

    private void close(CloseReason reason) {
        var engine = tyrus;
        if (engine != null) {
            engine.close(reason);
        }
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        open.remove(this);
        gone(cause);
        super.onClose(cause);
    }
}
