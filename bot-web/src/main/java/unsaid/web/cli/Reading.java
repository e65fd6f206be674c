package unsaid.web.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;

/// The dialogs that a command is about, read and sound.
///
/// @param files path below the folder → content
record Reading(Where.Place place, Map<String, String> files, Dialogs.Loaded loaded) {

    /// @throws StopException if they have an error; the errors are told first
    static Reading of(Where.Place place, Screen screen) throws IOException {
        Map<String, String> files = Dialogs.files(place.folder());
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        if (loaded.library() == null) {
            new Findings(screen).errors(loaded);
            throw new StopException(Exit.FOUND, "These errors have to be mended first.");
        }
        return new Reading(place, files, loaded);
    }

    Library library() {
        return Objects.requireNonNull(loaded.library());
    }

    /// The one flow that was named.
    ///
    /// @throws StopException if none was, and there are several
    Flow flow() {
        String id = place.flow();
        if (id == null) {
            throw new StopException(
                    Exit.USAGE,
                    "Which conversation? Name one of "
                            + String.join(", ", library().flows().stream().sorted().toList())
                            + ".");
        }
        return Objects.requireNonNull(
                library().flow(id)); // sound flows are called like their folders
    }
}
