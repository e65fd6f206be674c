package unsaid.web.socket.jetty;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.java_websocket.handshake.ServerHandshake;

/// A client by Java-WebSocket, which shares no code with the server. It masks, reads and judges
/// what comes by itself; the frames it sends may be bad ones.
final class Library implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final Opcode[] OPCODES = {
        Opcode.CONTINUOUS,
        Opcode.TEXT,
        Opcode.BINARY,
        null,
        null,
        null,
        null,
        null,
        Opcode.CLOSING,
        Opcode.PING,
        Opcode.PONG
    };

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Ear ear;

    Library(int port) throws InterruptedException {
        ear = new Ear(URI.create("ws://127.0.0.1:" + port + "/echo"));
        if (!ear.connectBlocking(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no connection: " + heard);
        }
    }

    private final class Ear extends WebSocketClient {
        private Ear(URI address) {
            super(address);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            // the handshake was judged by the library
        }

        @Override
        public void onMessage(String text) {
            heard.add(Case.heard(Wire.TEXT, text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void onMessage(ByteBuffer bytes) {
            heard.add(Case.heard(Wire.BINARY, array(bytes)));
        }

        @Override
        public void onWebsocketPong(WebSocket socket, Framedata frame) {
            heard.add(Case.heard(Wire.PONG, array(frame.getPayloadData())));
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            heard.add("close " + code);
        }

        @Override
        public void onError(Exception problem) {
            heard.add("error " + problem);
        }
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.duplicate().get(array);
        return array;
    }

    /// A frame that the library does not look at before it sends it.
    private static final class Crafted extends FramedataImpl1 {
        private Crafted(Case.Step step) {
            super(OPCODES[step.opcode()]);
            setFin(step.last());
            setRSV1((step.reserved() & 4) != 0);
            setRSV2((step.reserved() & 2) != 0);
            setRSV3((step.reserved() & 1) != 0);
            setPayload(ByteBuffer.wrap(step.payload()));
        }

        @Override
        public void isValid() {
            // it may be a bad one
        }
    }

    void send(Case.Step step) {
        try {
            ear.sendFrame(new Crafted(step));
        } catch (WebsocketNotConnectedException e) {
            // the server has hung up already
        }
    }

    void sayGoodbye() {
        ear.close();
    }

    String next() throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    @Override
    public void close() {
        ear.close();
    }
}
