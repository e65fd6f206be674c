package unsaid.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.engine.Library;
import unsaid.flow.Translation;
import unsaid.safety.Helplines;

/// A folder of dialogs: one folder a flow with its `flow.json`, its translations and its
/// `*.test.json`; and `helplines.json`.
public final class Dialogs {
    /// What `{privacy}` says where the owner says nothing else.
    public static final String PRIVACY = Library.PRIVACY;

    private Dialogs() {}

    /// What came of reading a folder.
    ///
    /// @param library null if anything in it has an error
    /// @param findings all of them, by file and line
    /// @param tests file → the conversation tests in it
    /// @param helplines what `helplines.json` says; null if it has an error
    /// @param translations file → the translation in it
    public record Loaded(
            @Nullable Library library,
            List<Found> findings,
            Map<String, List<Script>> tests,
            @Nullable Helplines helplines,
            Map<String, Translation> translations) {

        public boolean isSound() {
            return library != null;
        }
    }

    /// Reads all files below `folder` and checks them together.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static Loaded load(Path folder) throws IOException {
        return read(files(folder), PRIVACY);
    }

    /// The texts of all files below `folder` that are read: path below the folder → content. Those
    /// that somebody may think are read stand there too, with an empty text.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static Map<String, String> files(Path folder) throws IOException {
        return files(folder, _ -> true);
    }

    /// The same without conversation tests: nobody is served by them.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static Map<String, String> filesToServe(Path folder) throws IOException {
        return files(folder, name -> !name.endsWith(Folder.TEST));
    }

    private static Map<String, String> files(Path folder, Predicate<String> wanted)
            throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, 3)) {
            for (Path path :
                    paths.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Strays.isStray(name)) {
                    files.put(name, "");
                } else if (Strays.isRead(name) && wanted.test(name)) {
                    // Bytes that are no UTF-8 become U+FFFD, and a finding when the file is read.
                    files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    /// The same for texts in memory.
    ///
    /// @param files path below the folder → content
    /// @param privacy what `{privacy}` says
    public static Loaded read(Map<String, String> files, String privacy) {
        return new Folder(files).load(privacy);
    }

    /// The same, with errors for findings and nothing else: what has to be known before anybody can
    /// talk. Tests are not looked at: nobody is served by them.
    ///
    /// @param files path below the folder → content
    /// @param privacy what `{privacy}` says
    public static Loaded readToServe(Map<String, String> files, String privacy) {
        Map<String, String> served = new TreeMap<>(files);
        served.keySet().removeIf(file -> file.endsWith(Folder.TEST));
        return new Folder(served).errors(privacy);
    }

    /// Holds a folder against an older copy of it: ids that were used again or are gone, versions
    /// that were not raised. Flows that only one of them has are left out.
    ///
    /// @param older path below the older folder → content
    /// @param files path below the folder → content
    /// @return findings with places in the newer files
    public static List<Found> since(Map<String, String> older, Map<String, String> files) {
        return new Folder(files).since(new Folder(older));
    }
}
