package unsaid.web.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.web.catalog.Watch;

/// The dialogs as they lie in the folder now, with all that was found in them, and the engine with
/// the last of them that were sound. Looks again when a file was saved, here or in another editor.
/// Safe for use by any thread.
final class Bench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Path folder;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("studio").unstarted(this::look);
    private volatile State state;
    private volatile @Nullable Known known;

    /// How things stand.
    ///
    /// @param revision grows with every change
    /// @param files path below the folder → content
    /// @param loaded what was found in them
    /// @param engine knows the last sound ones
    record State(long revision, Map<String, String> files, Dialogs.Loaded loaded, Engine engine) {}

    /// @param engine with the dialogs as they are, or with the last that were sound
    Bench(Path folder, Engine engine) {
        this.folder = folder;
        this.state = new State(0, Map.of(), Dialogs.read(Map.of(), ""), engine);
    }

    /// Looks at the folder for the first time, and watches it from now on.
    ///
    /// @throws IOException if it cannot be read
    void start() throws IOException {
        take();
        thread.start();
    }

    State state() {
        return state;
    }

    /// How every flow stands now. Tests are played once for each revision.
    List<Standing> standings() {
        State now = state;
        Known before = known;
        if (before != null && before.revision() == now.revision()) {
            return before.standings();
        }
        Known fresh = new Known(now.revision(), Standing.of(now));
        known = fresh;
        return fresh.standings();
    }

    private record Known(long revision, List<Standing> standings) {}

    Engine engine() {
        return state.engine();
    }

    /// Tells of every change from now on, on the thread that noticed it.
    void onChange(Consumer<State> listener) {
        listeners.add(listener);
    }

    /// Reads and checks the folder, if anything in it has changed.
    ///
    /// @throws IOException if it cannot be read
    synchronized State take() throws IOException {
        Map<String, String> files = Dialogs.files(folder);
        State before = state;
        if (before.revision() > 0 && files.equals(before.files())) {
            return before;
        }
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        Library library = loaded.library();
        Engine engine =
                library == null
                        ? before.engine()
                        : Engine.of(library.keeping(before.engine().library()));
        State now = new State(before.revision() + 1, files, loaded, engine);
        state = now;
        listeners.forEach(listener -> listener.accept(now));
        return now;
    }

    /// What would be found if one file said something else. Changes nothing.
    List<Found> check(Folder.Name name, String text) {
        Map<String, String> files = new TreeMap<>(state.files());
        files.put(name.toString(), text);
        return new ArrayList<>(Dialogs.read(files, Dialogs.PRIVACY).findings());
    }

    private void look() {
        try (Watch watch = new Watch(folder)) {
            while (true) {
                watch.await(LOOK);
                again();
            }
        } catch (InterruptedException e) {
            // closed: there is nothing to finish
        }
    }

    private void again() {
        try {
            take();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The dialogs cannot be read just now.");
        } catch (RuntimeException e) {
            LOG.error("The dialogs could not be looked at; the workbench shows those before.", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
