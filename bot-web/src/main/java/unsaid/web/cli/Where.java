package unsaid.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import unsaid.expression.Nearest;

/// Which dialogs a command is about: all of a folder, or one flow of it.
final class Where {
    @Mixin private Shelf shelf = new Shelf();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FLOW",
            description =
                    "One conversation, by its id or its folder. Left out: all, where that can be.")
    private @Nullable String flow;

    /// @param folder the folder of dialogs
    /// @param flow the folder of the flow in it; null: all
    record Place(Path folder, @Nullable String flow) {
        /// Whether a file, by its path below the folder, is asked about.
        boolean holds(String file) {
            return flow == null || file.startsWith(flow + "/");
        }

        /// The folder of dialogs as a path below where the command is run; empty if it is that
        /// place, or is somewhere else.
        String below(Screen screen) {
            Path here = screen.folder().toAbsolutePath().normalize();
            Path there = folder.toAbsolutePath().normalize();
            return there.startsWith(here)
                    ? here.relativize(there).toString().replace('\\', '/')
                    : "";
        }

        /// As it is told.
        String name() {
            return (flow == null ? folder : folder.resolve(flow)).toString().replace('\\', '/');
        }
    }

    /// @throws StopException if there is no such folder or flow
    Place find(Screen screen, Supplier<String> set) {
        if (flow != null && flow.isBlank()) {
            throw new StopException(
                    Exit.USAGE, "Which conversation? Write its id, or nothing at all.");
        }
        if (flow != null) {
            Path path = screen.folder().resolve(flow);
            Path folder =
                    path.getFileName().toString().equals(Shelf.FLOW) ? path.getParent() : path;
            if (!shelf.isNamed()
                    && folder != null
                    && Files.isRegularFile(folder.resolve(Shelf.FLOW))) {
                return beside(folder.toAbsolutePath().normalize());
            }
            if (!shelf.isNamed() && Shelf.holdsFlows(path)) {
                return new Place(path, null);
            }
        }
        Path folder = shelf.folder(screen, set);
        if (flow == null) {
            return new Place(folder, null);
        }
        if (!Files.isRegularFile(folder.resolve(flow).resolve(Shelf.FLOW))) {
            if (Files.isDirectory(folder.resolve(flow))) {
                throw new StopException(Exit.USAGE, missing(folder.resolve(flow)));
            }
            String near = Nearest.to(flow, Shelf.flows(folder));
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

    /// @param folder of a flow, without the file that makes it one
    private static String missing(Path folder) {
        String found =
                Shelf.names(folder).stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("flow"))
                        .filter(name -> !name.endsWith(".test.json"))
                        .findFirst()
                        .orElse(null);
        return "There is no file flow.json in "
                + folder
                + (found == null ? "." : "; rename " + found + " to flow.json.");
    }

    private static Place beside(Path folder) {
        Path parent = folder.getParent();
        Path name = folder.getFileName();
        return parent == null || name == null
                ? new Place(folder, null)
                : new Place(parent, name.toString());
    }
}
