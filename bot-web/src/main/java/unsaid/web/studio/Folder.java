package unsaid.web.studio;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The folder of dialogs, as far as the workbench may touch it: the flows and the tests in its
/// folders, the helplines, and nothing else. A name that could lead anywhere else is no name of a
/// file here, and links are not followed. Safe for use by any thread.
final class Folder {
    /// Longest file in bytes.
    static final int LONGEST = 1_000_000;

    private static final Pattern FLOW = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern FILE =
            Pattern.compile(
                    "flow(\\.[a-z]{2,3}(-[A-Za-z0-9]{1,8})*)?\\.json|[a-z0-9][a-z0-9-]{0,79}\\.test\\.json");

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    /// A file's name below the folder.
    ///
    /// @param flow the folder's name; empty: beside the folders
    /// @param file such as `flow.json` or `good-week.test.json`
    record Name(String flow, String file) {
        /// The one file beside the folders that is written here.
        static final Name HELPLINES = new Name("", "helplines.json");

        /// Null if there can be no such file.
        static @Nullable Name of(String flow, String file) {
            return FLOW.matcher(flow).matches() && FILE.matcher(file).matches()
                    ? new Name(flow, file)
                    : null;
        }

        @Override
        public String toString() {
            return flow.isEmpty() ? file : flow + "/" + file;
        }
    }

    /// What came of a wish to write.
    enum Written {
        DONE,
        /// The file is another one than the writer has seen.
        CHANGED,
        /// There is no folder of that flow, or it is not a plain one.
        NO_FLOW
    }

    Path path() {
        return folder;
    }

    /// The file's text; null if there is none.
    ///
    /// @throws IOException if it cannot be read
    @Nullable String read(Name name) throws IOException {
        if (!isPlain(name)) {
            return null;
        }
        try {
            return Files.readString(path(name));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return null;
        }
    }

    /// Replaces the file's text at once and whole, if it still is what the writer has seen.
    ///
    /// @param seen the [Tag] of the text that the writer has seen; null: there was no file
    /// @throws IOException if it cannot be written
    synchronized Written write(Name name, @Nullable String seen, String text) throws IOException {
        if (!Files.isDirectory(folder.resolve(name.flow()), LinkOption.NOFOLLOW_LINKS)) {
            return Written.NO_FLOW;
        }
        if (Files.exists(path(name), LinkOption.NOFOLLOW_LINKS) && !isPlain(name)) {
            return Written.NO_FLOW;
        }
        String now = read(name);
        if (seen == null ? now != null : now == null || !seen.equals(Tag.of(now))) {
            return Written.CHANGED;
        }
        Path aside = Files.createTempFile(folder.resolve(name.flow()), "saving-", ".part");
        try {
            Files.writeString(aside, text);
            move(aside, path(name));
        } finally {
            Files.deleteIfExists(aside);
        }
        return Written.DONE;
    }

    private static void move(Path from, Path to) throws IOException {
        keepRights(from, to);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// A temporary file is its owner's alone; others may have been able to read the one before.
    private static void keepRights(Path from, Path to) {
        try {
            Path like = Files.exists(to) ? to : to.resolveSibling("flow.json");
            Files.setPosixFilePermissions(from, Files.getPosixFilePermissions(like));
        } catch (IOException | UnsupportedOperationException e) {
            // this file system knows no such rights
        }
    }

    private boolean isPlain(Name name) {
        return Files.isDirectory(folder.resolve(name.flow()), LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(path(name), LinkOption.NOFOLLOW_LINKS);
    }

    private Path path(Name name) {
        return folder.resolve(name.flow()).resolve(name.file());
    }
}
