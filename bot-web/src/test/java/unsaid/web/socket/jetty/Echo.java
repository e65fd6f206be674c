package unsaid.web.socket.jetty;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// A bare Jetty with an echo on `/echo`; `flood N` is answered by N bytes.
final class Echo implements AutoCloseable {
    static final String TOO_BIG = "{\"type\":\"problem\",\"code\":\"too-big\"}";
    static final Limits LIMITS =
            new Limits(
                    1_000,
                    4_096,
                    65_536,
                    1 << 20,
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    100,
                    2);

    private final Server server = new Server();
    private final TyrusOnJetty tyrus;

    Echo(Limits limits) throws Exception {
        tyrus = new TyrusOnJetty(limits, Echo::isWelcome, TOO_BIG);
        tyrus.add(ServerEndpointConfig.Builder.create(EchoEndpoint.class, "/echo").build());
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(tyrus);
        server.start();
    }

    private static boolean isWelcome(Request request) {
        return !"https://evil.example".equals(request.getHeaders().get("Origin"));
    }

    int port() {
        return server.getConnectors()[0] instanceof ServerConnector connector
                ? connector.getLocalPort()
                : 0;
    }

    int connections() {
        return tyrus.connections();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Says what it hears.
    public static final class EchoEndpoint extends Endpoint {
        private static final String FLOOD = "flood ";

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>)
                            text -> {
                                String reply =
                                        text.startsWith(FLOOD)
                                                ? "x"
                                                        .repeat(
                                                                Integer.parseInt(
                                                                        text.substring(
                                                                                FLOOD.length())))
                                                : text;
                                session.getAsyncRemote().sendText(reply);
                            });
            session.addMessageHandler(
                    ByteBuffer.class,
                    (MessageHandler.Whole<ByteBuffer>)
                            bytes -> session.getAsyncRemote().sendBinary(bytes));
        }
    }
}
