package unsaid.web.socket.jetty;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at frame headers (RFC 6455, 5.2) before Tyrus does, for what Tyrus 2.2 lets pass or
/// buffers first: frames that are not masked, messages whose announced length is over the limit, in
/// one frame or in pieces, messages in very many pieces, floods of pings, and messages that are
/// begun and not finished in time. One connection's guard; not for use by several threads.
final class FrameGuard {
    /// Frames of one message. Empty ones weigh nothing and would never end.
    static final int MOST_PIECES = 2_048;

    /// Pings, pongs and the like in a second.
    static final int CONTROL_A_SECOND = 50;

    private static final int LONGEST_HEADER = 10;
    private static final int MASK = 4;
    private static final long SECOND = 1_000_000_000;

    static final CloseReason TOO_SLOW =
            new CloseReason(CloseCodes.VIOLATED_POLICY, "message not finished in time");

    private final long limit;
    private final long unfinished;
    private final LongSupplier nanos;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int have;
    private long skip;
    private long message;
    private int pieces;
    private boolean open;
    private int control;
    private long second;
    private boolean begun;
    private long since;

    /// @param limit bytes of one message
    /// @param unfinished time from the first byte of a message to its last
    /// @param nanos a clock in nanoseconds that never goes back
    FrameGuard(long limit, Duration unfinished, LongSupplier nanos) {
        this.limit = limit;
        this.unfinished = unfinished.toNanos();
        this.nanos = nanos;
        this.second = nanos.getAsLong();
    }

    /// Whether a message was begun, or a frame, and has not come whole in time.
    boolean isTooSlow() {
        return begun && nanos.getAsLong() - since > unfinished;
    }

    /// Cuts `data` before a bad frame and says why it is bad; null if all is well.
    @Nullable CloseReason check(ByteBuffer data) {
        if (isTooSlow()) {
            data.limit(data.position());
            return TOO_SLOW;
        }
        CloseReason bad = look(data);
        boolean within = open || have > 0 || skip > 0;
        if (within && !begun) {
            since = nanos.getAsLong();
        }
        begun = within;
        return bad;
    }

    private @Nullable CloseReason look(ByteBuffer data) {
        int at = data.position();
        int frame = at;
        while (true) {
            int skipped = (int) Math.min(skip, data.limit() - at);
            skip -= skipped;
            at += skipped;
            if (at >= data.limit()) {
                return null;
            }
            if (have == 0) {
                frame = at;
                begun &= open; // else another message begins here
            }
            header[have++] = data.get(at++);
            if (have >= 2 && have == headerLength()) {
                CloseReason bad = judge();
                if (bad != null) {
                    data.limit(Math.max(data.position(), frame));
                    return bad;
                }
            }
        }
    }

    private int headerLength() {
        return switch (header[1] & 0x7f) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private @Nullable CloseReason judge() {
        if ((header[1] & 0x80) == 0) {
            return new CloseReason(CloseCodes.PROTOCOL_ERROR, "unmasked frame");
        }
        long length = length();
        if (length < 0) {
            return new CloseReason(CloseCodes.PROTOCOL_ERROR, "bad frame length");
        }
        if ((header[0] & 0x08) != 0) {
            if (isFlood()) {
                return new CloseReason(CloseCodes.VIOLATED_POLICY, "too many control frames");
            }
        } else {
            boolean begins = (header[0] & 0x0f) != 0;
            message = (begins ? 0 : message) + Math.min(length, limit + 1);
            pieces = begins ? 1 : pieces + 1;
            open = (header[0] & 0x80) == 0;
            if (pieces > MOST_PIECES) {
                return new CloseReason(CloseCodes.VIOLATED_POLICY, "message in too many pieces");
            }
        }
        if (length > limit || message > limit) {
            return new CloseReason(CloseCodes.TOO_BIG, "message over " + limit + " bytes");
        }
        have = 0;
        skip = length + MASK;
        return null;
    }

    private boolean isFlood() {
        long now = nanos.getAsLong();
        if (now - second >= SECOND) {
            second = now;
            control = 0;
        }
        return ++control > CONTROL_A_SECOND;
    }

    private long length() {
        int bytes = headerLength() - 2;
        if (bytes == 0) {
            return header[1] & 0x7f;
        }
        long length = 0;
        for (int i = 2; i < 2 + bytes; i++) {
            length = length << 8 | header[i] & 0xff;
        }
        return length;
    }
}
