package unsaid.web.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.safety.Helplines;

/// All that can be talked about: the engine with its flows and helplines. Immutable.
public final class Catalog {
    private static final String HELPLINES = "helplines.json";

    private final Engine engine;
    private final Helplines written;

    /// @param written the helplines as the owner wrote them; the engine has them as of a day
    private Catalog(Engine engine, Helplines written) {
        this.engine = engine;
        this.written = written;
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
        Map<String, String> files = Dialogs.filesToServe(folder);
        if (!files.containsKey(HELPLINES)) {
            throw new NoSuchFileException(folder.resolve(HELPLINES).toString());
        }
        return files;
    }

    /// @param files path below the folder → content, `helplines.json` among them
    /// @throws UnsoundDialogsException if a file has an error
    static Catalog of(Map<String, String> files) {
        Library library = Dialogs.readToServe(files, Dialogs.PRIVACY).library();
        if (library == null) {
            throw new UnsoundDialogsException(Dialogs.read(files, Dialogs.PRIVACY).findings());
        }
        return new Catalog(Engine.of(library), library.helplines());
    }

    /// The flows that have no error, and those they call; the rest is left out. Nothing of it is
    /// kept back from an author: what is wrong stands among the findings of the whole folder.
    ///
    /// @param files path below the folder → content
    static Catalog ofSound(Map<String, String> files) {
        Map<String, String> left = new TreeMap<>(files);
        int before;
        do {
            before = left.size();
            Dialogs.readToServe(left, Dialogs.PRIVACY).findings().stream()
                    .filter(Found::isError)
                    .forEach(error -> leaveOut(error, left));
        } while (left.size() < before);
        return of(left);
    }

    /// A flow goes with its translations and tests, which are nothing without it.
    private static void leaveOut(Found error, Map<String, String> files) {
        String file = error.file();
        if (file.endsWith("/flow.json")) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            files.keySet().removeIf(name -> name.startsWith(folder));
        } else {
            files.remove(file);
        }
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

    /// The same, in which visitors can only tap while the home country's helplines are not
    /// confirmed. What is taken up in its place is so, too.
    Catalog requiringHelplines() {
        return with(engine.library().requiringHelplines());
    }

    private Catalog with(Library library) {
        return new Catalog(Engine.of(library), written);
    }

    public Engine engine() {
        return engine;
    }

    /// The flow of that id, if it can be begun; null otherwise.
    public @Nullable Flow flow(String id) {
        return engine.library().flows().contains(id) ? engine.library().flow(id) : null;
    }

    /// The same in the language wished, where it is translated.
    public @Nullable Flow flow(String id, String language) {
        return engine.library().offered(id, language);
    }

    /// How many helplines nobody has checked within the last year.
    public int unconfirmedHelplines() {
        return engine.library().helplines().unconfirmed().size();
    }

    /// Whether visitors can only tap now, because helplines are required and not confirmed.
    public boolean onlyTaps() {
        return engine.library().onlyTaps();
    }

    /// As [unsaid.safety.Helplines#homeIsConfirmed].
    public boolean homeIsConfirmed() {
        return engine.library().helplines().homeIsConfirmed();
    }
}
