package unsaid.web.socket.jetty;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine;
import unsaid.web.http.BareError;
import unsaid.web.metrics.Tally;

/// Serves Jakarta WebSocket endpoints with Tyrus on the port of an embedded Jetty 12, and so of
/// Javalin.
///
/// It stands in front of the servlet context. A handshake for a deployed endpoint is answered by
/// Tyrus's engine; then Jetty hands the TCP connection over to a [SocketConnection]. Everything
/// else goes on to the next handler. When the server stops, every peer is told so (1001) before
/// connections are cut.
public final class TyrusOnJetty extends Handler.Wrapper {
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final String LATER_SECONDS = "5";

    private final Limits limits;
    private final Predicate<Request> welcome;
    private final TextFrame tooBig;
    private final Tally<Refusal> refusals;
    private final TyrusContainer container;
    private final OpenConnections open = new OpenConnections();
    private final LifeCycle.Listener farewell =
            new LifeCycle.Listener() {
                @Override
                public void lifeCycleStopping(LifeCycle event) {
                    if (!open.isClosing()) {
                        leave(FAREWELL);
                    }
                }
            };

    /// @param welcome whether the page that asks may open a connection; a handshake from another is
    ///   answered 403
    /// @param tooBig text sent to a peer whose message is over the limit, before it is closed with
    ///   1009
    /// @param refusals counts whom the server turns away, and why
    public TyrusOnJetty(
            Limits limits, Predicate<Request> welcome, String tooBig, Tally<Refusal> refusals) {
        this.limits = limits;
        this.welcome = welcome;
        this.tooBig = new TextFrame(tooBig);
        this.refusals = refusals;
        this.container = new TyrusContainer(limits);
    }

    /// Deploys an endpoint; before the start only.
    public void add(ServerEndpointConfig endpoint) {
        try {
            container.addEndpoint(endpoint);
        } catch (DeploymentException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// Open connections now.
    public int connections() {
        return open.count();
    }

    @Override
    protected void doStart() throws Exception {
        container.start("", 0);
        container.doneDeployment();
        getServer().addEventListener(farewell);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        getServer().removeEventListener(farewell);
        container.stop();
    }

    /// Takes no new connection, lets every turn that is being played be answered, and says goodbye
    /// to every peer (1001). Returns when the last is gone; or after `limit`, when those that are
    /// left have been cut. Does nothing the second time.
    ///
    /// @return how many had to be cut
    public int leave(Duration limit) {
        open.closing().forEach(SocketConnection::goingAway);
        try {
            open.awaitNone(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<SocketConnection> left = open.all();
        left.forEach(SocketConnection::cut);
        return left.size();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Handshake.isOne(request)) {
            return super.handle(request, response, callback);
        }
        RequestContext context = Handshake.hasValidKey(request) ? Handshake.context(request) : null;
        if (context == null) {
            BareError.send(response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        if (open.isClosing()) {
            refusals.count(Refusal.STOPPING);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER_SECONDS);
            BareError.send(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        if (!welcome.test(request)) {
            refusals.count(Refusal.ORIGIN);
            BareError.send(response, callback, HttpStatus.FORBIDDEN_403);
            return true;
        }
        TyrusUpgradeResponse answer = new TyrusUpgradeResponse();
        WebSocketEngine.UpgradeInfo upgrade =
                container.getWebSocketEngine().upgrade(context, answer);
        if (upgrade.getStatus() == WebSocketEngine.UpgradeStatus.NOT_APPLICABLE) {
            return super.handle(request, response, callback);
        }
        Handshake.copy(answer, response);
        // An endpoint's configurator may answer a successful upgrade with another status: it is
        // none then.
        if (upgrade.getStatus() == WebSocketEngine.UpgradeStatus.SUCCESS
                && answer.getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101) {
            switchProtocols(request, response, upgrade, callback);
        } else {
            BareError.send(response, callback, answer.getStatus());
        }
        return true;
    }

    private void switchProtocols(
            Request request,
            Response response,
            WebSocketEngine.UpgradeInfo upgrade,
            Callback callback) {
        ConnectionMetaData meta = request.getConnectionMetaData();
        Connector connector = meta.getConnector();
        SocketConnection connection =
                new SocketConnection(
                        meta.getConnection().getEndPoint(),
                        connector.getExecutor(),
                        connector.getByteBufferPool(),
                        upgrade,
                        limits,
                        open,
                        tooBig,
                        refusals);
        connector.getEventListeners().forEach(connection::addEventListener);
        response.setStatus(HttpStatus.SWITCHING_PROTOCOLS_101);
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
        response.write(true, null, callback);
    }
}
