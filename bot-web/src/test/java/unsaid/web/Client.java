package unsaid.web;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor's widget, as far as the wire can tell.
final class Client implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingQueue<String> got = new LinkedBlockingQueue<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private final Session session;

    Client(int port) throws Exception {
        this(port, "http://127.0.0.1:" + port);
    }

    Client(int port, @Nullable String origin) throws Exception {
        ClientManager manager = ClientManager.createClient(GrizzlyClientContainer.class.getName());
        session =
                manager.connectToServer(
                        new Ear(),
                        ClientEndpointConfig.Builder.create()
                                .preferredSubprotocols(List.of("unsaid.v1"))
                                .configurator(new Head(origin))
                                .build(),
                        URI.create("ws://127.0.0.1:" + port + "/socket"));
    }

    private final class Ear extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) got::add);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            closed.complete(reason);
        }
    }

    private static final class Head extends ClientEndpointConfig.Configurator {
        private final @Nullable String origin;

        private Head(@Nullable String origin) {
            this.origin = origin;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            if (origin == null) {
                headers.remove("Origin");
            } else {
                headers.put("Origin", List.of(origin));
            }
        }

        @Override
        public void afterResponse(HandshakeResponse response) {
            // The headers are as they are.
        }
    }

    String protocol() {
        return session.getNegotiatedSubprotocol();
    }

    Client send(String frame) throws Exception {
        session.getBasicRemote().sendText(frame);
        return this;
    }

    Session session() {
        return session;
    }

    /// The next frame as it came.
    String text() throws Exception {
        String text = got.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing came");
        }
        return text;
    }

    /// The frame that answers a turn's question.
    ///
    /// @param value as JSON
    static String answer(String id, JsonNode turn, String value) {
        return answer(id, turn, "value", value);
    }

    /// The same in the visitor's own words.
    static String write(String id, JsonNode turn, String words) {
        return answer(id, turn, "text", '"' + words + '"');
    }

    private static String answer(String id, JsonNode turn, String field, String value) {
        return "{\"type\":\"answer\",\"id\":\""
                + id
                + "\",\"to\":\""
                + turn.path("ask").path("id").asString()
                + "\",\""
                + field
                + "\":"
                + value
                + "}";
    }

    static JsonNode read(String frame) {
        return JSON.readTree(frame);
    }

    JsonNode next() throws Exception {
        return read(text());
    }

    /// The next frame, which must be of that type.
    JsonNode next(String type) throws Exception {
        JsonNode frame = next();
        if (!frame.path("type").asString("").equals(type)) {
            throw new AssertionError("expected " + type + ", got " + frame);
        }
        return frame;
    }

    int closedWith() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCloseCode().getCode();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}
