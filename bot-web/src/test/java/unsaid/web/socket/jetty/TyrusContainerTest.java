package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.metrics.Meters;

@Timeout(60)
class TyrusContainerTest {
    private static final LinkedBlockingQueue<Long> LIMITS = new LinkedBlockingQueue<>();

    @Test
    void noSessionIsGivenATimeoutThatTyrusWouldScheduleWithEveryMessage() throws Exception {
        Server server = new Server();
        TyrusOnJetty tyrus =
                new TyrusOnJetty(
                        Echo.LIMITS,
                        _ -> true,
                        "too big",
                        Meters.UNREAD.tally("connections.refused", "", "reason", Refusal.class));
        tyrus.add(ServerEndpointConfig.Builder.create(Tells.class, "/echo").build());
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(tyrus);
        server.start();
        try (Wire wire = new Wire(connector.getLocalPort()).upgraded()) {
            wire.send(Wire.frame(true, Wire.TEXT, "anything"));
            assertEquals(-1, LIMITS.poll(20, TimeUnit.SECONDS));
        } finally {
            server.stop();
        }
    }

    /// Tells the idle timeout of its session.
    public static final class Tells extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            LIMITS.add(session.getMaxIdleTimeout());
        }
    }
}
