package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unsaid.expression.Nearest;

/// Which dialogs a command is about: all of a folder, or one flow of it.
final class Where {
    private static final String FLOW = "flow.json";

    @Option(
            names = "--dialogs",
            paramLabel = "FOLDER",
            description = "The folder of conversations. Left out: the one that is set, or dialogs.")
    private @Nullable Path dialogs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FLOW",
            description = "One conversation, by its id or its folder. Left out: all.")
    private @Nullable String flow;

    /// @param folder the folder of dialogs
    /// @param flow the folder of the flow in it; null: all
    record Place(Path folder, @Nullable String flow) {
        /// Whether a file, by its path below the folder, is asked about.
        boolean holds(String file) {
            return flow == null || file.startsWith(flow + "/");
        }

        /// As it is told.
        String name() {
            return (flow == null ? folder : folder.resolve(flow)).toString().replace('\\', '/');
        }
    }

    /// @throws StopException if there is no such folder or flow
    Place find(Screen screen, Supplier<String> set) {
        if (flow != null) {
            Path path = screen.folder().resolve(flow);
            Path folder = path.getFileName().toString().equals(FLOW) ? path.getParent() : path;
            if (dialogs == null && folder != null && Files.isRegularFile(folder.resolve(FLOW))) {
                return beside(folder.toAbsolutePath().normalize());
            }
            if (dialogs == null && holdsFlows(path)) {
                return new Place(path, null);
            }
        }
        Path folder = folder(screen, set);
        if (flow == null) {
            return new Place(folder, null);
        }
        if (!Files.isRegularFile(folder.resolve(flow).resolve(FLOW))) {
            String near = Nearest.to(flow, flows(folder));
            throw new StopException(
                    Exit.USAGE,
                    "There is no flow \""
                            + flow
                            + "\" in "
                            + folder
                            + (near == null ? "." : "; did you mean " + near + "?"));
        }
        return new Place(folder, flow);
    }

    private static Place beside(Path folder) {
        Path parent = folder.getParent();
        Path name = folder.getFileName();
        return parent == null || name == null
                ? new Place(folder, null)
                : new Place(parent, name.toString());
    }

    private Path folder(Screen screen, Supplier<String> set) {
        Path here = screen.folder().toAbsolutePath();
        Path folder = dialogs == null ? here.resolve(set.get()) : here.resolve(dialogs);
        if (Files.isDirectory(folder)) {
            return screen.folder().toAbsolutePath().relativize(folder);
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

    private static boolean holdsFlows(Path folder) {
        return Files.isDirectory(folder) && !flows(folder).isEmpty();
    }

    static List<String> flows(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(each -> Files.isRegularFile(each.resolve(FLOW)))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StopException(Exit.BROKEN, "Cannot read the folder " + folder + ".");
        }
    }
}
