package unsaid.web.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.glassfish.tyrus.core.TyrusSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chat's socket, in plain Jakarta WebSocket. A programmatic endpoint, as Tyrus 2.2 ignores the
/// configurator of an annotated one. Uses the async remote only: a basic one holds a thread while a
/// slow peer reads.
public final class ChatEndpoint extends Endpoint {
    /// Where it is served.
    public static final String PATH = "/socket";

    /// The subprotocol it speaks.
    public static final String PROTOCOL = "unsaid.v1";

    private static final Logger LOG = LoggerFactory.getLogger(ChatEndpoint.class);

    private final Desk desk;

    private ChatEndpoint(Desk desk) {
        this.desk = desk;
    }

    /// The endpoint as a server deploys it.
    public static ServerEndpointConfig config(Desk desk) {
        return config(desk, PATH);
    }

    /// The same at another path.
    public static ServerEndpointConfig config(Desk desk, String path) {
        return ServerEndpointConfig.Builder.create(ChatEndpoint.class, path)
                .subprotocols(List.of(PROTOCOL))
                .configurator(new Instances(() -> new ChatEndpoint(desk)))
                .build();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Visitor visitor = desk.visitor(address(session));
        session.addMessageHandler(
                String.class,
                (MessageHandler.Whole<String>) text -> receive(session, visitor, text));
        session.addMessageHandler(
                ByteBuffer.class,
                (MessageHandler.Whole<ByteBuffer>) _ -> send(session, desk.notText()));
    }

    private void receive(Session session, Visitor visitor, String text) {
        try {
            visitor.receive(text).forEach(frame -> send(session, frame));
            if (visitor.isTooFast() && session.isOpen()) {
                desk.meters().tooFast();
                close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "too fast");
            }
        } catch (RuntimeException e) {
            desk.meters().failed();
            LOG.error("A frame could not be answered; the connection is closed.", e);
            close(session, CloseReason.CloseCodes.UNEXPECTED_CONDITION, "try again");
        }
    }

    private static void send(Session session, String frame) {
        if (session.isOpen()) {
            session.getAsyncRemote().sendText(frame);
        }
    }

    private static void close(Session session, CloseReason.CloseCodes code, String why) {
        try {
            session.close(new CloseReason(code, why));
        } catch (IOException e) {
            LOG.debug("The connection was closed already.");
        }
    }

    @Override
    public void onError(Session session, Throwable problem) {
        LOG.debug("A connection broke.", problem);
    }

    private static String address(Session session) {
        return session instanceof TyrusSession tyrus ? tyrus.getRemoteAddr() : "";
    }
}
