package unsaid.web.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.format.Dialogs;

/// The catalogue as it is now. While it is open, a thread of its own takes up files that have
/// changed: it reads and checks all of them, and publishes the new catalogue at once and whole; if
/// anything in it has an error, the one from before goes on serving and the author is told. It also
/// lets the helplines' confirmations age, day by day. Nobody who asks for [#current] ever waits.
public final class LiveCatalog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCatalog.class);

    /// A file that is being written is left alone until it has been the same for so long.
    static final Duration SETTLED = Duration.ofMillis(50);

    /// Errors are told once the files have been the same for so long: half a file is no mistake.
    static final Duration SURE = Duration.ofMillis(400);

    /// Files that never come to rest are taken as they are after so many looks.
    static final int LOOKS = 40;

    private final Path folder;
    private final Looking looking;
    private final Supplier<LocalDate> today;
    private final AtomicReference<Catalog> current;
    private volatile Consumer<Catalog> taken = _ -> {};
    private volatile Runnable refused = () -> {};
    private final Thread thread;
    private Map<String, String> seen;
    private boolean readable = true;
    private boolean unsure;
    private boolean partly;

    private LiveCatalog(
            Path folder,
            Looking looking,
            Supplier<LocalDate> today,
            Map<String, String> files,
            Catalog begun,
            boolean partly) {
        this.partly = partly;
        this.folder = folder;
        this.looking = looking;
        this.today = today;
        this.seen = files;
        this.current = new AtomicReference<>(begun.asOf(today.get()));
        this.thread = Thread.ofPlatform().daemon().name("dialogs").unstarted(this::watch);
    }

    /// Reads and checks a folder of dialogs.
    ///
    /// @param today asked now and again; in the owner's time zone
    /// @throws UnsoundDialogsException if a file in it has an error
    /// @throws IOException if the folder or a file in it cannot be read
    public static LiveCatalog open(Path folder, Looking looking, Supplier<LocalDate> today)
            throws IOException {
        Map<String, String> files = Catalog.files(folder);
        return new LiveCatalog(folder, looking, today, files, Catalog.of(files), false);
    }

    /// The same for somebody who is still writing: flows with an error are left out instead, until
    /// all files are sound for the first time. From then on they are taken up as a whole, as ever.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static LiveCatalog openSound(Path folder, Looking looking, Supplier<LocalDate> today)
            throws IOException {
        Map<String, String> files = Catalog.files(folder);
        try {
            return new LiveCatalog(folder, looking, today, files, Catalog.of(files), false);
        } catch (UnsoundDialogsException e) {
            LOG.warn("The dialogs have errors; flows that have one are not offered.");
            told(e);
            return new LiveCatalog(folder, looking, today, files, Catalog.ofSound(files), true);
        }
    }

    /// From now on visitors can only tap while the home country's helplines are not confirmed.
    public LiveCatalog requiringHelplines() {
        current.updateAndGet(Catalog::requiringHelplines);
        return this;
    }

    /// Watches the folder from now on; also what changed since it was read.
    public LiveCatalog start() {
        thread.start();
        return this;
    }

    public Catalog current() {
        return current.get();
    }

    /// Tells of every change of the files from now on, on the watching thread.
    ///
    /// @param taken gets the catalogue that serves from now on
    /// @param refused is run where the files have an error, and those from before go on
    public void onChange(Consumer<Catalog> taken, Runnable refused) {
        this.taken = taken;
        this.refused = refused;
    }

    /// Stops watching. The catalogue stays as it is.
    @Override
    public void close() {
        thread.interrupt();
    }

    /// Whether the watching thread runs.
    boolean isWatching() {
        return thread.isAlive();
    }

    private void watch() {
        try (Watch watch = new Watch(folder)) {
            look();
            for (boolean first = true; ; first = false) {
                if (looking.live() && !unsure) {
                    watch.await(looking.every());
                } else {
                    Thread.sleep(unsure ? SETTLED : looking.every());
                }
                unsure = false;
                look();
                if (first) {
                    remind();
                }
            }
        } catch (InterruptedException e) {
            // closed: there is nothing to finish
        }
    }

    /// What stops nothing is counted once the server has long been ready, for it takes a while.
    private void remind() {
        try {
            int worth = Dialogs.load(folder).findings().size();
            if (worth > 0) {
                LOG.info(
                        "The dialogs have {} findings that stop nothing: see \"unsaid check\".",
                        worth);
            }
        } catch (IOException | UncheckedIOException e) {
            unreadable();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (looking.live()) {
                takeUp(settled());
            }
            age();
        } catch (IOException | UncheckedIOException e) {
            unreadable();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The dialogs could not be taken up; those from before go on.", e);
        }
    }

    /// The files as they are once nobody is writing them.
    private Map<String, String> settled() throws IOException, InterruptedException {
        Map<String, String> files = Catalog.files(folder);
        for (int looks = 0; looks < LOOKS && !files.equals(seen); looks++) {
            Thread.sleep(SETTLED);
            Map<String, String> again = Catalog.files(folder);
            if (again.equals(files)) {
                return again;
            }
            files = again;
        }
        return files;
    }

    private void takeUp(Map<String, String> files) throws IOException, InterruptedException {
        readable = true;
        if (files.equals(seen)) {
            return;
        }
        seen = files;
        Catalog before = current();
        try {
            current.set(read(files).keeping(before).asOf(today.get()));
            taken.accept(current());
            LOG.info("The dialogs have changed and were taken up.");
            opened(before, current());
        } catch (UnsoundDialogsException e) {
            Thread.sleep(SURE);
            if (!Catalog.files(folder).equals(files)) {
                unsure = true;
                return;
            }
            refused.run();
            LOG.warn("The dialogs have changed and have errors; those from before go on.");
            told(e);
        }
    }

    private Catalog read(Map<String, String> files) {
        try {
            Catalog whole = Catalog.of(files);
            partly = false;
            return whole;
        } catch (UnsoundDialogsException e) {
            if (!partly) {
                throw e;
            }
            return Catalog.ofSound(files);
        }
    }

    private static void told(UnsoundDialogsException errors) {
        String.valueOf(errors.getMessage()).lines().forEach(LOG::warn);
    }

    private void age() {
        Catalog before = current();
        Catalog now = before.asOf(today.get());
        current.set(now);
        if (now.unconfirmedHelplines() > before.unconfirmedHelplines()) {
            LOG.warn("A year has passed since a helpline was confirmed: see helplines.json.");
        }
        opened(before, now);
    }

    private static void opened(Catalog before, Catalog now) {
        if (before.onlyTaps() && !now.onlyTaps()) {
            LOG.info("The helplines of your own country are confirmed: visitors can write.");
        } else if (now.onlyTaps() && !before.onlyTaps()) {
            LOG.warn(
                    "Visitors can only tap: helplines of your own country are not confirmed any more.");
        }
    }

    private void unreadable() {
        if (readable && !Thread.currentThread().isInterrupted()) {
            readable = false;
            LOG.warn("The dialogs cannot be read just now; those from before go on.");
        }
    }
}
