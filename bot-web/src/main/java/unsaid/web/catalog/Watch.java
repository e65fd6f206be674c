package unsaid.web.catalog;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Waits until something may have changed in a folder of dialogs. Where the file system tells (most
/// local disks), that is at once; where it does not (network drives, some containers), it is when
/// the time is up.
public final class Watch implements AutoCloseable {
    private final Path folder;
    private final @Nullable WatchService service;
    private final Set<WatchKey> keys = new HashSet<>();

    public Watch(Path folder) {
        this.folder = folder;
        this.service = service(folder);
        register();
    }

    private static @Nullable WatchService service(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            return null; // the folder is looked at from time to time instead
        }
    }

    /// Returns when a dialog may have been touched, and at the latest after `longest`.
    ///
    /// @throws InterruptedException if the thread is to end
    public void await(Duration longest) throws InterruptedException {
        if (service == null) {
            Thread.sleep(longest);
            return;
        }
        if (register()) {
            return; // something may have been put there before it was watched
        }
        long until = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); left > 0; left = until - System.nanoTime()) {
            WatchKey key = service.poll(left, TimeUnit.NANOSECONDS);
            if (key != null && touched(key)) {
                return;
            }
        }
    }

    /// Whether one of the events is about a dialog or a folder. Other files may lie beside them.
    private static boolean touched(WatchKey key) {
        boolean touched = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            String name = String.valueOf(event.context());
            touched |= event.kind() == OVERFLOW || name.endsWith(".json") || name.indexOf('.') < 0;
        }
        key.reset();
        return touched;
    }

    /// Watches the folder and each folder in it. A folder that is watched already stays so.
    ///
    /// @return whether one was not watched before
    private boolean register() {
        if (service == null) {
            return false;
        }
        Set<WatchKey> now = new HashSet<>();
        try (Stream<Path> paths = Files.walk(folder, 1)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                now.add(path.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
            }
        } catch (IOException | UncheckedIOException e) {
            // gone for the moment, or too many folders are watched: it is looked at all the same
        }
        boolean more = !keys.containsAll(now);
        keys.clear();
        keys.addAll(now);
        return more;
    }

    @Override
    public void close() {
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                // nothing is waited for any more
            }
        }
    }
}
