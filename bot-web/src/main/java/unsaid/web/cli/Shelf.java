package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The folder of dialogs that a command is about.
final class Shelf {
    /// The file that makes a folder a flow's.
    static final String FLOW = "flow.json";

    @Option(
            names = "--dialogs",
            paramLabel = "FOLDER",
            description = "The folder of conversations. Left out: the one that is set, or dialogs.")
    private @Nullable Path dialogs;

    /// Whether the author named it.
    boolean isNamed() {
        return dialogs != null;
    }

    /// The folder, relative to where the command is run if it can be.
    ///
    /// @throws StopException if it is not there
    Path folder(Screen screen, Supplier<String> set) {
        Path here = screen.folder().toAbsolutePath();
        Path folder = dialogs == null ? here.resolve(set.get()) : here.resolve(dialogs);
        if (Files.isDirectory(folder)) {
            return here.equals(folder) ? screen.folder() : here.relativize(folder);
        }
        if (dialogs == null && holdsFlows(here)) {
            return screen.folder();
        }
        throw new StopException(
                Exit.USAGE,
                "There is no folder "
                        + folder
                        + ". Name the folder of conversations with --dialogs, or go to the folder above it.");
    }

    /// The same, made where it is named and not there yet.
    Path made(Screen screen, Supplier<String> set) throws IOException {
        if (dialogs != null) {
            Files.createDirectories(screen.folder().toAbsolutePath().resolve(dialogs));
        }
        return folder(screen, set);
    }

    static boolean holdsFlows(Path folder) {
        return Files.isDirectory(folder) && !flows(folder).isEmpty();
    }

    /// The names of the flows' folders in it.
    static List<String> flows(Path folder) {
        return names(folder).stream()
                .filter(each -> Files.isRegularFile(folder.resolve(each).resolve(FLOW)))
                .toList();
    }

    /// The names of all that is in it.
    static List<String> names(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new StopException(Exit.BROKEN, "Cannot read the folder " + folder + ".");
        }
    }
}
