package unsaid.web.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// All that can be talked about: the engine with its flows, and the helplines for the widget.
/// Immutable.
public final class Catalog {
    private static final String HELPLINES = "helplines.json";

    private final Engine engine;
    private final byte[] helplines;
    private final List<Found> warnings;

    private Catalog(Engine engine, byte[] helplines, List<Found> warnings) {
        this.engine = engine;
        this.helplines = helplines;
        this.warnings = List.copyOf(warnings);
    }

    /// Reads and checks a folder of dialogs.
    ///
    /// @throws UnsoundDialogsException if a file in it has an error
    /// @throws IOException if the folder or a file in it cannot be read
    public static Catalog load(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Dialogs.Loaded loaded = Dialogs.load(folder);
        Library library = loaded.library();
        if (library == null) {
            throw new UnsoundDialogsException(loaded.findings());
        }
        return new Catalog(
                Engine.of(library),
                Files.readAllBytes(folder.resolve(HELPLINES)),
                loaded.findings());
    }

    public Engine engine() {
        return engine;
    }

    /// The flow of that id; null if there is none.
    public @Nullable Flow flow(String id) {
        return engine.library().flow(id);
    }

    /// `helplines.json` as the owner wrote it.
    public byte[] helplines() {
        return helplines.clone();
    }

    /// What an author should look at, though it stops nothing.
    public List<Found> warnings() {
        return warnings;
    }

    /// How many helplines nobody has checked yet.
    public int unconfirmedHelplines() {
        return engine.library().helplines().unconfirmed().size();
    }
}
