package unsaid.web.load;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One WebSocket connection of the driver, as light as can be: whole text frames, pings answered,
/// nothing else. Belongs to the thread of its [Peers].
final class Peer {
    private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;
    private static final int SHORT = 125;
    private static final String HANDSHAKE =
            "GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: unsaid.v1\r\n\r\n";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Listener listener;
    private boolean upgraded;
    private boolean closed;
    private int reading = SelectionKey.OP_READ;
    private byte[] rest = {};
    private @Nullable ByteBuffer unsent;

    /// Whoever sits at a connection. A reply is heard at once on the thread of the [Peers].
    interface Listener {
        void opened(Peer peer);

        void heard(String text);

        /// The server hung up, or the connection broke. Not called after [Peer#close].
        void lost();
    }

    Peer(SocketChannel channel, SelectionKey key, Listener listener) {
        this.channel = channel;
        this.key = key;
        this.listener = listener;
    }

    void connected() throws IOException {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
    }

    /// From now on it reads nothing: neither texts nor pings.
    void stopReading() {
        reading = 0;
        key.interestOps(unsent == null ? 0 : SelectionKey.OP_WRITE);
    }

    boolean isUpgraded() {
        return upgraded;
    }

    /// Sends one text frame. Its mask is zero, as a mask serves nobody here.
    void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) TEXT);
        if (payload.length <= SHORT) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        try {
            write(frame);
        } catch (IOException e) {
            lose();
        }
    }

    private void write(ByteBuffer data) throws IOException {
        ByteBuffer before = unsent;
        if (before != null) {
            ByteBuffer all = ByteBuffer.allocate(before.remaining() + data.remaining());
            unsent = all.put(before).put(data).flip();
            return;
        }
        channel.write(data);
        if (data.hasRemaining()) {
            unsent = data;
            key.interestOps(reading | SelectionKey.OP_WRITE);
        }
    }

    void writable() throws IOException {
        ByteBuffer left = unsent;
        if (left != null) {
            channel.write(left);
            if (left.hasRemaining()) {
                return;
            }
        }
        unsent = null;
        key.interestOps(reading);
    }

    /// @param data a buffer to use, larger than any frame
    void readable(ByteBuffer data) throws IOException {
        data.clear().put(rest);
        int read = channel.read(data);
        data.flip();
        if (upgraded || upgrade(data)) {
            while (frame(data)) {
                // the next one
            }
        }
        rest = new byte[data.remaining()];
        data.get(rest);
        if (read < 0) {
            lose();
        }
    }

    private boolean upgrade(ByteBuffer data) throws IOException {
        String head = StandardCharsets.ISO_8859_1.decode(data.duplicate()).toString();
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new ProtocolException(head.substring(0, head.indexOf('\r')));
        }
        data.position(data.position() + end + 4);
        upgraded = true;
        listener.opened(this);
        return true;
    }

    /// Takes one frame out of `data`; false if there is no whole one.
    private boolean frame(ByteBuffer data) throws IOException {
        data.mark();
        if (data.remaining() < 2) {
            return false;
        }
        int kind = data.get() & 0xff;
        int length = data.get();
        int more = length == 126 ? Short.BYTES : length == 127 ? Long.BYTES : 0;
        if (data.remaining() >= more) {
            length =
                    more == 0
                            ? length
                            : more == 2 ? data.getShort() & 0xffff : (int) data.getLong();
            if (data.remaining() >= length) {
                byte[] payload = new byte[length];
                data.get(payload);
                take(kind, payload);
                return key.isValid();
            }
        }
        data.reset();
        return false;
    }

    private void take(int kind, byte[] payload) throws IOException {
        switch (kind) {
            case TEXT -> listener.heard(new String(payload, StandardCharsets.UTF_8));
            case PING -> write(ByteBuffer.wrap(PONG));
            case CLOSE -> lose();
            default -> throw new ProtocolException("frame of kind " + kind);
        }
    }

    /// Also where the key is no word for it: a channel that cannot connect closes by itself.
    void lose() {
        if (!closed) {
            close();
            listener.lost();
        }
    }

    void close() {
        closed = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
