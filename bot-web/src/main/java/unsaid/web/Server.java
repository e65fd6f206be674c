package unsaid.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.web.catalog.Catalog;
import unsaid.web.http.Origins;
import unsaid.web.http.Pages;
import unsaid.web.session.Bucket;
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
        config.jetty.modifyServer(server -> server.insertHandler(sockets));
        config.jetty.modifyHttpConfiguration(http -> quiet(http, settings.truth(Key.PROXY)));
        pages.route(config.routes);
    }

    private static void quiet(HttpConfiguration http, boolean proxy) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        if (proxy) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
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
                settings.number(Key.CONNECTIONS),
                settings.number(Key.CONNECTIONS_PER_ADDRESS));
    }

    private static Desk.Rates rates(Settings settings) {
        return new Desk.Rates(
                new Bucket.Rate(settings.number(Key.FRAMES_BURST), settings.number(Key.FRAMES)),
                new Bucket.Rate(settings.number(Key.ADDRESS_BURST), settings.number(Key.ADDRESS)),
                new Bucket.Rate(
                        settings.number(Key.STARTS_BURST),
                        settings.number(Key.STARTS) / SECONDS_A_MINUTE));
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

    /// Conversations now; those that just expired may count.
    long conversations() {
        return conversations.count();
    }
}
