package unsaid.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.web.catalog.Catalog;
import unsaid.web.http.Door;
import unsaid.web.http.Gate;
import unsaid.web.http.Hosts;
import unsaid.web.http.NearestProxy;
import unsaid.web.http.Origins;
import unsaid.web.http.Pages;
import unsaid.web.http.Refusal;
import unsaid.web.session.Bucket;
import unsaid.web.session.Buckets;
import unsaid.web.session.Conversations;
import unsaid.web.session.Lifetime;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.session.Time;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;
import unsaid.web.socket.ChatEndpoint;
import unsaid.web.socket.Desk;
import unsaid.web.socket.FrameCodec;
import unsaid.web.socket.jetty.Limits;
import unsaid.web.socket.jetty.TyrusOnJetty;
import unsaid.web.turn.Turns;

/// Pages and chat on one port.
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final int INPUT_BUFFER = 4 << 10;
    private static final double SECONDS_A_MINUTE = 60;

    private final Javalin javalin;
    private final TyrusOnJetty sockets;
    private final Door door;
    private final Gate gate;
    private final Conversations conversations;
    private final Thread tidying;
    private final String host;

    /// @param store closed with this
    /// @param nanos a clock in nanoseconds that never goes back
    Server(Settings settings, Catalog catalog, Store store, LongSupplier nanos) {
        Origins origins = new Origins(Set.copyOf(settings.list(Key.ORIGINS)));
        host = settings.text(Key.HOST);
        conversations =
                new Conversations(
                        store,
                        lifetime(settings),
                        new Time(nanos, System.currentTimeMillis()),
                        log ->
                                new Conversations.Revived(
                                        catalog.engine(), catalog.engine().resume(log)));
        tidying = Thread.ofVirtual().name("tidy").unstarted(this::tidy);
        sockets = sockets(settings, origins, catalog, nanos);
        door = new Door(door(settings), nanos);
        gate =
                new Gate(
                        door,
                        new Hosts(Set.copyOf(settings.list(Key.HOSTS))),
                        new Buckets(rate(settings, Key.PAGES_BURST, Key.PAGES), nanos)::take);
        Pages pages =
                new Pages(
                        catalog::flow,
                        catalog.helplines(),
                        new Pages.Site(origins, settings.text(Key.FLOW), settings.text(Key.LEAVE)));
        javalin = Javalin.create(config -> configure(config, settings, pages));
    }

    private TyrusOnJetty sockets(
            Settings settings, Origins origins, Catalog catalog, LongSupplier nanos) {
        FrameCodec codec = new FrameCodec(settings.number(Key.MESSAGE));
        Turns turns = new Turns(catalog::engine, conversations, codec::encode);
        String tooBig =
                codec.encode(
                        new Reply.Problem(
                                null,
                                Trouble.TOO_BIG,
                                "That is too long. Please send at most "
                                        + settings.number(Key.MESSAGE)
                                        + " bytes at once."));
        TyrusOnJetty tyrus = new TyrusOnJetty(limits(settings), origins::welcome, tooBig);
        tyrus.add(ChatEndpoint.config(new Desk(codec, turns, rates(settings), nanos)));
        return tyrus;
    }

    private void configure(JavalinConfig config, Settings settings, Pages pages) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true; // a turn waits for the disk
        config.jetty.host = host;
        config.jetty.port = settings.number(Key.PORT);
        config.jetty.modifyServer(server -> {
            server.insertHandler(sockets);
            server.insertHandler(gate);
            server.setErrorHandler(new Refusal());
        });
        config.jetty.modifyHttpConfiguration(http -> strict(http, settings));
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        pages.route(config.routes);
    }

    private static void strict(HttpConfiguration http, Settings settings) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(settings.number(Key.HTTP_HEAD));
        http.setUriCompliance(UriCompliance.DEFAULT);
        if (settings.truth(Key.PROXY)) {
            http.addCustomizer(new NearestProxy());
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
    }

    private ServerConnector connector(
            org.eclipse.jetty.server.Server server, HttpConfiguration http, Settings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(settings.number(Key.PORT));
        connector.addBean(door);
        return connector;
    }

    private static Lifetime lifetime(Settings settings) {
        return new Lifetime(
                Duration.ofMinutes(settings.number(Key.IDLE)),
                Duration.ofMinutes(settings.number(Key.LONGEST)),
                Duration.ofDays(settings.number(Key.KEPT)),
                settings.number(Key.MOST));
    }

    private static Limits limits(Settings settings) {
        return new Limits(
                settings.number(Key.MESSAGE),
                INPUT_BUFFER,
                settings.number(Key.PAUSE),
                settings.number(Key.DROP),
                Duration.ofSeconds(settings.number(Key.SILENCE)),
                Duration.ofSeconds(settings.number(Key.UNFINISHED)),
                settings.number(Key.CONNECTIONS),
                settings.number(Key.CONNECTIONS_PER_ADDRESS));
    }

    private static Door.Limits door(Settings settings) {
        return new Door.Limits(
                settings.number(Key.HTTP_CONNECTIONS),
                settings.truth(Key.PROXY) ? 0 : settings.number(Key.HTTP_CONNECTIONS_PER_ADDRESS),
                Duration.ofSeconds(settings.number(Key.HTTP_WAIT)));
    }

    private static Desk.Rates rates(Settings settings) {
        return new Desk.Rates(
                rate(settings, Key.FRAMES_BURST, Key.FRAMES),
                rate(settings, Key.ADDRESS_BURST, Key.ADDRESS),
                new Bucket.Rate(
                        settings.number(Key.STARTS_BURST),
                        settings.number(Key.STARTS) / SECONDS_A_MINUTE),
                rate(settings, Key.CONVERSATION_BURST, Key.CONVERSATION));
    }

    private static Bucket.Rate rate(Settings settings, Key burst, Key perSecond) {
        return new Bucket.Rate(settings.number(burst), settings.number(perSecond));
    }

    /// Listens. Returns when visitors can come.
    Server start() {
        javalin.start();
        tidying.start();
        return this;
    }

    /// Finishes the turns that are being played, says goodbye to every visitor (1001) and ends.
    void stop() {
        javalin.stop();
        tidying.interrupt();
        conversations.close();
    }

    private void tidy() {
        try {
            while (true) {
                Thread.sleep(TIDY);
                try {
                    conversations.tidy();
                } catch (StoreException e) {
                    LOG.warn("The store is away; what has expired is removed later.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    int port() {
        return javalin.port();
    }

    /// Where the example page is.
    String address() {
        String reached = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://"
                + (reached.contains(":") ? "[" + reached + "]" : reached)
                + ":"
                + port()
                + "/";
    }

    /// Open connections now.
    int connections() {
        return sockets.connections();
    }

    /// Connections that carry plain HTTP now.
    int httpConnections() {
        return door.connections();
    }

    /// Conversations now; those that just expired may count.
    long conversations() {
        return conversations.count();
    }
}
