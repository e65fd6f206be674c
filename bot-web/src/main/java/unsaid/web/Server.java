package unsaid.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.engine.Log;
import unsaid.flow.Flow;
import unsaid.web.catalog.LiveCatalog;
import unsaid.web.http.Door;
import unsaid.web.http.Embedding;
import unsaid.web.http.Erasing;
import unsaid.web.http.Gate;
import unsaid.web.http.Health;
import unsaid.web.http.Hosts;
import unsaid.web.http.NearestProxy;
import unsaid.web.http.Origins;
import unsaid.web.http.Pages;
import unsaid.web.http.BareError;
import unsaid.web.metrics.FlowMeters;
import unsaid.web.metrics.Meters;
import unsaid.web.metrics.MetricsPort;
import unsaid.web.metrics.Prometheus;
import unsaid.web.metrics.StoreMeters;
import unsaid.web.metrics.Tally;
import unsaid.web.plain.Cards;
import unsaid.web.plain.PlainChat;
import unsaid.web.session.Bucket;
import unsaid.web.session.Buckets;
import unsaid.web.session.Conversations;
import unsaid.web.session.Lifetime;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.session.Time;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;
import unsaid.web.session.store.TimedStore;
import unsaid.web.socket.ChatEndpoint;
import unsaid.web.socket.Desk;
import unsaid.web.socket.FrameCodec;
import unsaid.web.socket.jetty.Limits;
import unsaid.web.socket.jetty.Refusal;
import unsaid.web.socket.jetty.TyrusOnJetty;
import unsaid.web.studio.Studio;
import unsaid.web.turn.FrameMeters;
import unsaid.web.turn.Pace;
import unsaid.web.turn.TalkMeters;
import unsaid.web.turn.Turns;

/// Pages and chat on one port.
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// Buffers of one size that are held for later: after a rush the rest is let go of.
    private static final int BUFFERS = 1_024;

    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final int INPUT_BUFFER = 4 << 10;
    private static final double SECONDS_A_MINUTE = 60;
    private static final String OFF = "off";

    /// Of the time to stop: what visitors may take to be answered and told; then what Jetty may.
    private static final double FAREWELL = 0.6;

    private static final double JETTY = 0.2;

    private final Javalin javalin;
    private final TyrusOnJetty sockets;
    private final Door door;
    private final Gate gate;
    private final Conversations conversations;
    private final LiveCatalog catalog;
    private final Thread tidying;
    private final String host;
    private final Settings settings;
    private final Meters meters;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final @Nullable Studio studio;
    private @Nullable MetricsPort metrics;

    /// @param catalog closed with this
    /// @param store closed with this
    /// @param nanos a clock in nanoseconds that never goes back
    Server(Settings settings, LiveCatalog catalog, Store store, LongSupplier nanos) {
        this(settings, catalog, store, nanos, Path.of(""));
    }

    /// @param folder what relative paths are relative to
    Server(Settings settings, LiveCatalog catalog, Store store, LongSupplier nanos, Path folder) {
        Origins origins = new Origins(Set.copyOf(settings.list(Key.ORIGINS)));
        this.settings = settings;
        meters = isMeasured() ? new Prometheus() : Meters.UNREAD;
        host = settings.text(Key.HOST);
        this.catalog = catalog;
        conversations =
                new Conversations(
                        new TimedStore(store, new StoreMeters(meters, nanos)),
                        lifetime(settings),
                        new Time(nanos, System.currentTimeMillis()),
                        log -> revived(catalog.current().engine(), log));
        tidying = Thread.ofVirtual().name("tidy").unstarted(this::tidy);
        FrameCodec codec = new FrameCodec(settings.number(Key.MESSAGE));
        Tally<Refusal> refusals =
                meters.tally(
                        "connections.refused",
                        "Not opened, or closed by the server.",
                        "reason",
                        Refusal.class);
        FrameMeters frames = new FrameMeters(meters, () -> refusals.count(Refusal.TOO_FAST));
        Turns turns =
                new Turns(
                        () -> catalog.current().engine(),
                        conversations,
                        frames.counted(codec::encode),
                        settings.truth(Key.METRICS_TALKS)
                                ? new TalkMeters(meters)
                                : TalkMeters.NONE);
        Pace pace = new Pace(rates(settings), nanos);
        Desk desk = new Desk(codec, turns, pace, nanos, frames);
        sockets = sockets(settings, origins, codec, desk, refusals);
        Erasing erasing = new Erasing(pace::maySend, turns::erase);
        door = new Door(door(settings), nanos);
        studio = settings.truth(Key.STUDIO) ? studio(settings, folder, catalog, nanos) : null;
        if (studio != null) {
            studio.endpoints().forEach(sockets::add);
        }
        gate =
                new Gate(
                        door,
                        new Hosts(Set.copyOf(settings.list(Key.HOSTS))),
                        new Buckets(rate(settings, Key.PAGES_BURST, Key.PAGES), nanos)::take,
                        this::longestBody);
        Pages pages =
                new Pages(
                        (id, language) -> catalog.current().flow(id, language),
                        () -> catalog.current().engine().library().flows(),
                        new Cards(() -> catalog.current().engine().library().helplines())::in,
                        new Pages.Site(
                                origins,
                                settings.text(Key.FLOW),
                                settings.text(Key.LEAVE),
                                settings.number(Key.IDLE),
                                settings.number(Key.KEPT),
                                PlainChat::invitation));
        PlainChat plain =
                new PlainChat(
                        (id, language) -> catalog.current().flow(id, language),
                        () -> catalog.current().engine().library().helplines(),
                        turns,
                        pace,
                        frames,
                        nanos,
                        new PlainChat.Site(
                                origins,
                                settings.text(Key.LEAVE),
                                settings.number(Key.IDLE),
                                settings.number(Key.KEPT)));
        Embedding embedding =
                new Embedding(
                        id -> catalog.current().flow(id),
                        () -> talks(catalog),
                        settings.text(Key.FLOW),
                        origins);
        Health health =
                new Health(
                        checks(catalog),
                        () -> catalog.current().unconfirmedHelplines(),
                        () -> catalog.current().onlyTaps());
        javalin =
                Javalin.create(config -> {
                    configure(config);
                    pages.route(config.routes);
                    embedding.route(config.routes);
                    plain.route(config.routes);
                    health.route(config.routes);
                    erasing.route(config.routes);
                    if (studio != null) {
                        studio.route(config.routes);
                    }
                });
        measure(catalog);
    }

    /// How many bytes a request's body may have.
    private long longestBody(Request request) {
        if (PlainChat.isForm(request)) {
            return settings.number(Key.HTTP_FORM);
        }
        return studio == null ? 0 : Studio.longestBody(request);
    }

    private static Studio studio(
            Settings settings, Path folder, LiveCatalog catalog, LongSupplier nanos) {
        return new Studio(
                folder.resolve(settings.text(Key.DIALOGS)),
                catalog.current(),
                settings.text(Key.STUDIO_PASSWORD),
                settings.text(Key.LEAVE),
                nanos,
                LocalDate::now);
    }

    /// What a page can offer: every flow but the product's own.
    private static List<Flow> talks(LiveCatalog catalog) {
        Library library = catalog.current().engine().library();
        return library.flows().stream()
                .filter(id -> !id.equals(Library.SAFETY))
                .sorted()
                .map(id -> Objects.requireNonNull(library.flow(id)))
                .toList();
    }

    private void measure(LiveCatalog catalog) {
        meters.process();
        meters.gauge("connections", "Open now.", sockets::connections);
        meters.gauge("conversations", "In memory now.", conversations::count);
        FlowMeters flows =
                new FlowMeters(
                        meters,
                        () -> catalog.current().engine().library().flows().size(),
                        () -> catalog.current().unconfirmedHelplines());
        catalog.onChange(_ -> flows.reloaded(), flows::reloadFailed);
    }

    /// What must be so for visitors to come.
    private List<Health.Check> checks(LiveCatalog catalog) {
        return List.of(
                new Health.Check("running", () -> !stopping.get()),
                new Health.Check(
                        "dialogs", () -> !catalog.current().engine().library().flows().isEmpty()),
                new Health.Check("store", conversations::isWell),
                new Health.Check("conversations", () -> !conversations.isFull()),
                new Health.Check(
                        "connections",
                        () -> sockets.connections() < settings.number(Key.CONNECTIONS)));
    }

    /// One engine walks and is remembered, whatever is published meanwhile.
    private static Conversations.Revived revived(Engine engine, Log log) {
        return new Conversations.Revived(engine, engine.resume(log));
    }

    private static TyrusOnJetty sockets(
            Settings settings,
            Origins origins,
            FrameCodec codec,
            Desk desk,
            Tally<Refusal> refusals) {
        String tooBig =
                codec.encode(
                        new Reply.Problem(
                                null,
                                Trouble.TOO_BIG,
                                "That is too long. Please send at most "
                                        + settings.number(Key.MESSAGE)
                                        + " bytes at once."));
        TyrusOnJetty tyrus = new TyrusOnJetty(limits(settings), origins::welcome, tooBig, refusals);
        tyrus.add(ChatEndpoint.config(desk));
        return tyrus;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true; // a turn waits for the disk
        config.jetty.host = host;
        config.jetty.port = settings.number(Key.PORT);
        config.jetty.modifyServer(server -> {
            server.insertHandler(sockets);
            if (studio != null) {
                server.insertHandler(studio.guard());
            }
            server.insertHandler(gate);
            server.setErrorHandler(new BareError());
        });
        config.jetty.modifyServer(server -> threads(server.getThreadPool()));
        config.jetty.modifyHttpConfiguration(http -> strict(http, settings));
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private void threads(ThreadPool pool) {
        if (pool instanceof QueuedThreadPool queued) {
            queued.setStopTimeout(stopWithin(JETTY).toMillis());
        }
        meters.threads(pool);
    }

    /// In this time [#stop] is done, or not worth waiting for.
    Duration stopWithin() {
        return Duration.ofSeconds(settings.number(Key.STOP_WITHIN));
    }

    private Duration stopWithin(double share) {
        return Duration.ofMillis((long) (share * stopWithin().toMillis()));
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
        ServerConnector connector =
                new ServerConnector(
                        server,
                        null,
                        null,
                        new ArrayByteBufferPool(-1, -1, -1, BUFFERS),
                        -1,
                        -1,
                        new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(settings.number(Key.PORT));
        connector.addBean(door);
        return connector;
    }

    private static Lifetime lifetime(Settings settings) {
        return new Lifetime(
                Duration.ofSeconds(settings.number(Key.REST)),
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

    private static Pace.Rates rates(Settings settings) {
        return new Pace.Rates(
                rate(settings, Key.FRAMES_BURST, Key.FRAMES),
                rate(settings, Key.ADDRESS_BURST, Key.ADDRESS),
                new Bucket.Rate(
                        settings.number(Key.STARTS_BURST),
                        settings.number(Key.STARTS) / SECONDS_A_MINUTE),
                rate(settings, Key.CONVERSATION_BURST, Key.CONVERSATION),
                new Bucket.Rate(
                        settings.number(Key.CODES_BURST),
                        settings.number(Key.CODES) / SECONDS_A_MINUTE));
    }

    private static Bucket.Rate rate(Settings settings, Key burst, Key perSecond) {
        return new Bucket.Rate(settings.number(burst), settings.number(perSecond));
    }

    /// Listens. Returns when visitors can come.
    ///
    /// @throws SettingsException if the port of the metrics is taken or not allowed
    Server start() {
        listen();
        tidying.start();
        if (isMeasured()) {
            try {
                metrics =
                        new MetricsPort(
                                settings.text(Key.METRICS_HOST),
                                Integer.parseInt(settings.text(Key.METRICS_PORT)),
                                meters);
            } catch (IOException e) {
                stop();
                throw new SettingsException(
                        List.of(
                                "The port of the metrics is taken or not allowed. Choose another one with --metrics.port=9091 or UNSAID_METRICS_PORT=9091."));
            }
        }
        catalog.start();
        startStudio();
        return this;
    }

    /// Of a port that cannot be had the exception tells, and whoever catches it in our own words.
    private void listen() {
        JavalinLogger.enabled = false;
        try {
            javalin.start();
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /// Whether anybody is to read what is counted.
    private boolean isMeasured() {
        return !settings.text(Key.METRICS_PORT).equals(OFF);
    }

    private void startStudio() {
        if (studio != null) {
            try {
                studio.start();
            } catch (IOException e) {
                LOG.warn("The workbench cannot read the dialogs just now.");
            }
        }
    }

    /// Is not ready any more, takes no new connection, lets the turns that are being played be
    /// answered, says goodbye to every visitor (1001) and ends. Takes no longer than
    /// [Key#STOP_WITHIN]. Does nothing the second time.
    void stop() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        LOG.info("Stopping. {} connections are open.", sockets.connections());
        int cut = sockets.leave(stopWithin(FAREWELL));
        if (cut > 0) {
            LOG.warn("{} connections took too long to say goodbye and were cut.", cut);
        }
        javalin.stop();
        tidying.interrupt();
        catalog.close();
        if (studio != null) {
            studio.close();
        }
        conversations.close();
        if (metrics != null) {
            metrics.close();
        }
        meters.close();
        LOG.info("Stopped.");
    }

    private void tidy() {
        Duration rest = Duration.ofSeconds(settings.number(Key.REST));
        Duration tidy = rest.compareTo(TIDY) < 0 ? rest : TIDY;
        try {
            while (true) {
                Thread.sleep(tidy);
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

    /// The port of the metrics; 0: they have none.
    int metricsPort() {
        return metrics == null ? 0 : metrics.port();
    }

    int port() {
        return javalin.port();
    }

    /// Where the example page is.
    String address() {
        return address(host, port()) + "/";
    }

    /// Where the workbench is; null if there is none.
    @Nullable String studioAddress() {
        return studio == null ? null : address(host, port()) + "/studio/";
    }

    /// Where the metrics are, if they have a port.
    String metricsAddress() {
        return address(settings.text(Key.METRICS_HOST), metricsPort()) + "/metrics";
    }

    private static String address(String host, int port) {
        String reached = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":" + port;
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
