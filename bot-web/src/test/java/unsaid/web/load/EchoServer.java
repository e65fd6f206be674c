package unsaid.web.load;

import io.javalin.Javalin;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.List;
import unsaid.web.socket.ChatEndpoint;
import unsaid.web.metrics.Meters;
import unsaid.web.socket.jetty.Limits;
import unsaid.web.socket.jetty.Refusal;
import unsaid.web.socket.jetty.TyrusOnJetty;

/// Javalin, Jetty and Tyrus as the server uses them, and an endpoint that says what it hears: what
/// a turn costs is compared with it.
public final class EchoServer {
    private static final int CONNECTIONS = 100_000;

    private EchoServer() {}

    public static void main(String[] arguments) {
        Limits limits =
                new Limits(
                        16 << 10,
                        4 << 10,
                        64 << 10,
                        1 << 20,
                        Duration.ofHours(1),
                        Duration.ofSeconds(20),
                        CONNECTIONS,
                        CONNECTIONS);
        TyrusOnJetty tyrus =
                new TyrusOnJetty(
                        limits,
                        _ -> true,
                        "too big",
                        Meters.UNREAD.tally("connections.refused", "", "reason", Refusal.class));
        tyrus.add(
                ServerEndpointConfig.Builder.create(Echo.class, ChatEndpoint.PATH)
                        .subprotocols(List.of(ChatEndpoint.PROTOCOL))
                        .build());
        Javalin javalin =
                Javalin.create(
                                config -> {
                                    config.startup.showJavalinBanner = false;
                                    config.startup.startupWatcherEnabled = false;
                                    config.jetty.host = "127.0.0.1";
                                    config.jetty.port = 0;
                                    config.jetty.modifyServer(
                                            server -> server.insertHandler(tyrus));
                                })
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(javalin::stop));
        System.out.println("Echo is ready: http://127.0.0.1:" + javalin.port() + "/");
    }

    /// Says what it hears.
    public static final class Echo extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>) text -> session.getAsyncRemote().sendText(text));
        }
    }
}
