package unsaid.web.socket.jetty;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/// Tyrus's server container with nothing but its engine: bytes come from [SocketConnection].
final class TyrusContainer extends TyrusServerContainer {
    private static final int LONGEST_HEADER = 14;

    /// Silence is Jetty's to watch. Below zero, because at zero Tyrus 2.2 hands a task that does
    /// nothing to a thread of its own for every message in and out.
    private static final long NO_IDLE_TIMEOUT = -1;

    private final TyrusWebSocketEngine engine;
    private final Map<String, Object> properties = new HashMap<>();

    TyrusContainer(Limits limits) {
        super(Set.<Class<?>>of());
        setDefaultMaxTextMessageBufferSize(limits.message());
        setDefaultMaxSessionIdleTimeout(NO_IDLE_TIMEOUT);
        setDefaultMaxBinaryMessageBufferSize(limits.message());
        engine =
                TyrusWebSocketEngine.builder(this)
                        .incomingBufferSize(
                                limits.message() + limits.inputBuffer() + LONGEST_HEADER)
                        .maxSessionsPerApp(limits.connections())
                        .maxSessionsPerRemoteAddr(limits.connectionsPerAddress())
                        .parallelBroadcastEnabled(false)
                        .build();
    }

    @Override
    public void register(Class<?> endpoint) throws DeploymentException {
        engine.register(endpoint, "");
    }

    @Override
    public void register(ServerEndpointConfig endpoint) throws DeploymentException {
        engine.register(endpoint, "");
    }

    @Override
    public Map<String, Object> getProperties() {
        return properties;
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
        return engine;
    }
}
