package unsaid.web.studio;

import io.javalin.config.RoutesConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import unsaid.web.catalog.Catalog;
import unsaid.web.http.Origins;
import unsaid.web.http.Pages;
import unsaid.web.plain.Cards;
import unsaid.web.session.Bucket;
import unsaid.web.session.Buckets;

/// The authors' workbench at `/studio`.
public final class Studio implements AutoCloseable {
    /// Passwords that may be tried from one network: at once, and a second on and on.
    static final Bucket.Rate TRIES = new Bucket.Rate(5, 10 / 60.0);

    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final int PREVIEW_MINUTES = 120;
    private static final int PREVIEW_DAYS = 1;

    private final Bench bench;
    private final Preview preview;
    private final Changes changes = new Changes();
    private final Guard guard;
    private final StudioPages pages;
    private final Pages chat;
    private final Api api;
    private final HelplinesPage helplines;
    private final Thread tidying = Thread.ofVirtual().name("studio-tidy").unstarted(this::tidy);

    /// @param folder of the dialogs
    /// @param catalog as it is at the start
    /// @param password empty: none, and only this machine comes in
    /// @param leave where "Leave" goes to
    /// @param nanos a clock in nanoseconds that never goes back
    /// @param today asked now and again; in the owner's time zone
    public Studio(
            Path folder,
            Catalog catalog,
            String password,
            String leave,
            LongSupplier nanos,
            Supplier<LocalDate> today) {
        @Nullable Passes passes = password.isEmpty() ? null : new Passes(password, nanos);
        bench = new Bench(folder, catalog.engine());
        bench.onChange(state -> changes.tell(state.revision()));
        preview = new Preview(bench, nanos);
        guard = new Guard(passes);
        pages = new StudioPages(passes, new Buckets(TRIES, nanos)::take);
        chat =
                new Pages(
                        (id, language) -> bench.engine().library().offered(id, language),
                        () -> bench.engine().library().flows(),
                        new Cards(() -> bench.engine().library().helplines())::in,
                        new Pages.Site(
                                new Origins(Set.of()),
                                "",
                                leave,
                                PREVIEW_MINUTES,
                                PREVIEW_DAYS,
                                _ -> Map.of()));
        Folder files = new Folder(folder);
        api = new Api(bench, files, preview);
        helplines = new HelplinesPage(bench, files, today);
    }

    /// Stands in front of everything that belongs to the workbench.
    public Guard guard() {
        return guard;
    }

    /// How many bytes a request's body may have; 0: none.
    public static long longestBody(Request request) {
        return Guard.isFor(request) ? Folder.LONGEST : 0;
    }

    public List<ServerEndpointConfig> endpoints() {
        return List.of(preview.endpoint(), changes.endpoint());
    }

    /// Adds every route.
    public void route(RoutesConfig routes) {
        pages.route(routes);
        chat.chatBelow(routes, "/studio");
        preview.erasing().route(routes, "/studio/erase");
        api.route(routes);
        helplines.route(routes);
    }

    /// Looks at the folder, and watches it from now on.
    ///
    /// @throws IOException if it cannot be read
    public void start() throws IOException {
        bench.start();
        tidying.start();
    }

    private void tidy() {
        try {
            while (true) {
                Thread.sleep(TIDY);
                preview.tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    @Override
    public void close() {
        tidying.interrupt();
        bench.close();
        preview.close();
    }
}
