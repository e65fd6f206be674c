package unsaid.web.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/// A server that answers a frame's id as a test tells it to, right or wrong.
final class Liar extends WebSocketServer implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final BiConsumer<WebSocket, String> answer;
    private final CountDownLatch listening = new CountDownLatch(1);

    /// Listens when this returns.
    Liar(BiConsumer<WebSocket, String> answer) throws InterruptedException {
        super(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(new Draft_6455(List.of(), List.of(new Protocol("unsaid.v1")))));
        this.answer = answer;
        start();
        listening.await();
    }

    int port() {
        return getPort();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket visitor, ClientHandshake handshake) {}

    @Override
    public void onMessage(WebSocket visitor, String text) {
        Matcher id = ID.matcher(text);
        if (id.find()) {
            answer.accept(visitor, id.group(1));
        }
    }

    @Override
    public void onClose(WebSocket visitor, int code, String why, boolean remote) {}

    @Override
    public void onError(WebSocket visitor, Exception problem) {}
}
