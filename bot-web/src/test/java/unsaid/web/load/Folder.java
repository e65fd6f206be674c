package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for one server, gone afterwards with all that is in it.
record Folder(Path path) implements AutoCloseable {
    static Folder fresh() throws IOException {
        return new Folder(Files.createTempDirectory("unsaid-load"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
