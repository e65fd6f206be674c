package unsaid.web.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.safety.Helplines;

/// All that can be talked about: the engine with its flows, and the helplines for the widget.
/// Immutable.
public final class Catalog {
    private static final String HELPLINES = "helplines.json";

    private final Engine engine;
    private final Helplines written;
    private final String file;
    private final byte[] helplines;
    private final List<Found> warnings;

    /// @param written the helplines as the owner wrote them; the engine has them as of a day
    /// @param file the text they were read from
    private Catalog(Engine engine, Helplines written, String file, List<Found> warnings) {
        this.engine = engine;
        this.written = written;
        this.file = file;
        this.helplines =
                HelplinesFile.asOf(file, engine.library().helplines())
                        .getBytes(StandardCharsets.UTF_8);
        this.warnings = List.copyOf(warnings);
    }

    /// Reads and checks a folder of dialogs.
    ///
    /// @throws UnsoundDialogsException if a file in it has an error
    /// @throws IOException if the folder or a file in it cannot be read
    public static Catalog load(Path folder) throws IOException {
        return of(files(folder));
    }

    /// @throws IOException if the folder or a file in it cannot be read
    static Map<String, String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Map<String, String> files = Dialogs.files(folder);
        if (!files.containsKey(HELPLINES)) {
            throw new NoSuchFileException(folder.resolve(HELPLINES).toString());
        }
        return files;
    }

    /// @param files path below the folder → content, `helplines.json` among them
    /// @throws UnsoundDialogsException if a file has an error
    static Catalog of(Map<String, String> files) {
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        Library library = loaded.library();
        if (library == null) {
            throw new UnsoundDialogsException(loaded.findings());
        }
        return new Catalog(
                Engine.of(library),
                library.helplines(),
                files.getOrDefault(HELPLINES, "{}"),
                loaded.findings());
    }

    /// This catalogue, and whoever is in a flow of `before` that is not in it can finish it.
    Catalog keeping(Catalog before) {
        return with(engine.library().keeping(before.engine.library()));
    }

    /// As it stands on a day: confirmations of helplines age. The same object if nothing has.
    Catalog asOf(LocalDate today) {
        Helplines aged = written.asOf(today);
        return aged.equals(engine.library().helplines()) ? this : with(engine.library().with(aged));
    }

    private Catalog with(Library library) {
        return new Catalog(Engine.of(library), written, file, warnings);
    }

    public Engine engine() {
        return engine;
    }

    /// The flow of that id, if it can be begun; null otherwise.
    public @Nullable Flow flow(String id) {
        return engine.library().flows().contains(id) ? engine.library().flow(id) : null;
    }

    /// `helplines.json` as the owner wrote it, with every confirmation that has aged taken back.
    public byte[] helplines() {
        return helplines.clone();
    }

    /// What an author should look at, though it stops nothing.
    public List<Found> warnings() {
        return warnings;
    }

    /// How many helplines nobody has checked within the last year.
    public int unconfirmedHelplines() {
        return engine.library().helplines().unconfirmed().size();
    }
}
