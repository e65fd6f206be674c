package unsaid.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.TranslationReader;

/// The dialogs that a command is about, read and sound.
///
/// @param files path below the folder → content
record Reading(Where.Place place, Map<String, String> files, Dialogs.Loaded loaded) {

    /// Sound as a whole.
    ///
    /// @throws StopException if they have an error; the errors are told first
    static Reading whole(Where.Place place, Screen screen) throws IOException {
        Map<String, String> files = Dialogs.files(place.folder());
        return new Reading(place, files, sound(Dialogs.read(files, Dialogs.PRIVACY), screen));
    }

    /// Without its tests. A translation with an error is told and left out: what is wrong with it
    /// is no reason not to work on the flow.
    ///
    /// @throws StopException if anything else has an error; the errors are told first
    static Reading of(Where.Place place, Screen screen) throws IOException {
        Map<String, String> files = Dialogs.files(place.folder());
        Dialogs.Loaded loaded = flows(files, _ -> true);
        List<Found> errors = errors(loaded);
        Set<String> wrong =
                errors.stream()
                        .map(Found::file)
                        .filter(TranslationReader::reads)
                        .collect(Collectors.toCollection(TreeSet::new));
        Dialogs.Loaded rest =
                wrong.isEmpty() ? loaded : flows(files, file -> !wrong.contains(file));
        if (loaded.library() == null && rest.library() != null) {
            errors.forEach(new Findings(screen)::warn);
            screen.errors()
                    .println("Left out until that is mended: " + String.join(", ", wrong) + ".");
        } else {
            sound(loaded, screen);
        }
        return new Reading(place, files, rest);
    }

    /// Without its tests and without the translations of the flow that is asked about: what is
    /// wrong with one must not stand in the way of a better one.
    ///
    /// @throws StopException if anything else has an error; the errors are told first
    static Reading original(Where.Place place, Screen screen) throws IOException {
        Map<String, String> files = Dialogs.files(place.folder());
        Dialogs.Loaded loaded =
                flows(files, file -> !TranslationReader.reads(file) || !place.holds(file));
        return new Reading(place, files, sound(loaded, screen));
    }

    private static Dialogs.Loaded flows(Map<String, String> files, Predicate<String> wanted) {
        Map<String, String> some = new TreeMap<>(files);
        some.keySet().removeIf(file -> file.endsWith(".test.json") || !wanted.test(file));
        return Dialogs.read(some, Dialogs.PRIVACY);
    }

    private static List<Found> errors(Dialogs.Loaded loaded) {
        return loaded.findings().stream().filter(Found::isError).toList();
    }

    /// @throws StopException if they are not; the errors are told first
    private static Dialogs.Loaded sound(Dialogs.Loaded loaded, Screen screen) {
        if (loaded.library() == null) {
            errors(loaded).forEach(new Findings(screen)::print);
            throw new StopException(Exit.FOUND, "These errors have to be mended first.");
        }
        return loaded;
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
