package unsaid.web.socket;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.function.Supplier;

/// Hands a container endpoints that were made by us. Where a socket may be opened from has been
/// checked before the handshake came to it.
public final class Instances extends ServerEndpointConfig.Configurator {
    private final Supplier<?> endpoint;

    /// @param endpoint asked once for each connection
    public Instances(Supplier<?> endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(endpoint.get());
    }
}
