package unsaid.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A bare socket, for what no proper client would send.
final class Bare implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SMALL_BUFFER = 4_096;
    private static final int PAUSE_MILLIS = 20;

    private final Socket socket = new Socket();

    Bare(int port) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    Bare send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /// A request without a body.
    Bare get(String path, String... headers) throws IOException {
        return send(
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + String.join("", headers)
                        + "\r\n");
    }

    /// The head of the next answer; empty if the server hung up instead.
    String head() {
        StringBuilder head = new StringBuilder();
        try {
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return head.toString();
                }
                head.append((char) next);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (IOException e) {
            return head.toString(); // reset
        }
        return head.toString();
    }

    int status() {
        String head = head();
        return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
    }

    /// All there is until the server hangs up.
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /// Sends `text` again and again, a byte now and then, until the server hangs up.
    void dripUntilCut(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.setSoTimeout(PAUSE_MILLIS);
        try {
            for (int i = 0; ; i = (i + 1) % bytes.length) {
                socket.getOutputStream().write(bytes[i]);
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    // not yet
                }
            }
        } catch (IOException e) {
            // cut
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
