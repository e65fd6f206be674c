package unsaid.web.socket.jetty;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import unsaid.web.metrics.Meters;
import unsaid.web.metrics.Prometheus;

/// A bare Jetty with an echo on `/echo`; `flood N` is answered by N bytes, and `wait` only when
/// [#goOn] is down.
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

    private final Meters meters = new Prometheus();
    private final Server server = new Server();
    private final TyrusOnJetty tyrus;

    /// Down when a `wait` has come.
    static volatile CountDownLatch waits = new CountDownLatch(1);

    /// Down when `wait` may be answered.
    static volatile CountDownLatch goOn = new CountDownLatch(1);

    Echo(Limits limits) throws Exception {
        tyrus =
                new TyrusOnJetty(
                        limits,
                        Echo::isWelcome,
                        TOO_BIG,
                        meters.tally("connections.refused", "", "reason", Refusal.class));
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

    /// How often the server turned somebody away.
    int refused(Refusal why) {
        String line =
                "unsaid_connections_refused_total{reason=\""
                        + why.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + "\"} ";
        return meters.text()
                .lines()
                .filter(each -> each.startsWith(line))
                .mapToInt(each -> (int) Double.parseDouble(each.substring(line.length())))
                .sum();
    }

    /// Returns when the server has turned somebody away for that.
    void awaitRefused(Refusal why) throws InterruptedException {
        while (refused(why) == 0) {
            Thread.sleep(1);
        }
    }

    /// Says goodbye, and how many had to be cut.
    int leave(Duration limit) {
        return tyrus.leave(limit);
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
                                await(text);
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

        private static void await(String text) {
            if (text.equals("wait")) {
                waits.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
