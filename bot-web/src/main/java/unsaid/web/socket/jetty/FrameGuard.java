package unsaid.web.socket.jetty;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Looks at frame headers (RFC 6455, 5.2) before Tyrus does, for what Tyrus 2.2 lets pass or
/// buffers first: frames that are not masked, and messages whose announced length is over the
/// limit, in one frame or in pieces. One connection's guard; not for use by several threads.
final class FrameGuard {
    private static final int LONGEST_HEADER = 10;
    private static final int MASK = 4;

    private final long limit;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int have;
    private long skip;
    private long message;

    FrameGuard(long limit) {
        this.limit = limit;
    }

    /// Cuts `data` before a bad frame and says why it is bad; null if all is well.
    @Nullable CloseReason check(ByteBuffer data) {
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
        boolean control = (header[0] & 0x08) != 0;
        if (!control) {
            boolean begins = (header[0] & 0x0f) != 0;
            message = (begins ? 0 : message) + Math.min(length, limit + 1);
        }
        if (length > limit || message > limit) {
            return new CloseReason(CloseCodes.TOO_BIG, "message over " + limit + " bytes");
        }
        have = 0;
        skip = length + MASK;
        return null;
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
