package unsaid.web.socket.jetty;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket client made by hand, for what a proper one would never send.
final class Wire implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;

    /// One frame from the server.
    record Frame(int kind, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int code() {
            return ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    static byte[] handshake(String path, String... headers) {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + String.join("", headers)
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static String key() {
        return "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    }

    /// A frame whose mask is zero, so that its bytes are its payload.
    static byte[] frame(boolean last, int kind, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame =
                ByteBuffer.allocate(payload.length + 14).put((byte) ((last ? 0x80 : 0) | kind));
        if (payload.length <= 125) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xffff) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    void send(byte[]... parts) throws IOException {
        socket.getOutputStream().write(joined(parts));
        socket.getOutputStream().flush();
    }

    /// Sends as much of it as the server takes before it hangs up.
    void sendSome(byte[]... parts) {
        try {
            send(parts);
        } catch (IOException e) {
            // the server has hung up
        }
    }

    /// The first line of the answer to a handshake; the rest of it is read too.
    String status() throws IOException {
        String first = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            // headers
        }
        return first;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    Frame read() throws IOException {
        int kind = in.readUnsignedByte() & 0x0f;
        int code = in.readUnsignedByte();
        int length =
                code == 126 ? in.readUnsignedShort() : code == 127 ? (int) in.readLong() : code;
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(kind, payload);
    }

    /// The next byte; -1 if the server has hung up.
    int after() {
        try {
            return in.read();
        } catch (IOException e) {
            return -1; // it was cut
        }
    }

    Wire upgraded() throws IOException {
        send(handshake("/echo", key()));
        String status = status();
        if (!status.contains(" 101 ")) {
            throw new IOException(status);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
