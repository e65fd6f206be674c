package unsaid.web.studio;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import unsaid.web.socket.Instances;

/// Tells every open workbench when a file has changed, whoever saved it. What they then want to
/// know they ask for. One endpoint serves all of them. Public for Tyrus; safe for use by any
/// thread.
public final class Changes extends Endpoint {
    /// Where it is served.
    static final String SOCKET = "/studio/changes";

    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    Changes() {}

    ServerEndpointConfig endpoint() {
        return ServerEndpointConfig.Builder.create(Changes.class, SOCKET)
                .configurator(new Instances(() -> this))
                .build();
    }

    /// @param revision as in [Bench.State]
    void tell(long revision) {
        for (Session session : open) {
            if (session.isOpen()) {
                session.getAsyncRemote().sendText(Long.toString(revision));
            }
        }
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) _ -> {});
        open.add(session);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        open.remove(session);
    }

    @Override
    public void onError(Session session, Throwable problem) {
        open.remove(session);
    }
}
