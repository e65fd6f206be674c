package unsaid.web.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of the shipped dialogs that a test may change.
final class Copy {
    private Copy() {}

    static void of(Path shipped, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(shipped, 2)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(shipped.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
