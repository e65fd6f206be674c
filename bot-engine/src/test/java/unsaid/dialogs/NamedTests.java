package unsaid.dialogs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tests that a page names, as `SomeTest.aSentence` in code marks.
final class NamedTests {
    private static final List<Path> ROOTS =
            List.of(
                    Path.of("src", "test", "java"),
                    Path.of("..", "bot-web", "src", "test", "java"));
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test\\.[a-z]\\w+)`");

    private NamedTests() {}

    static List<String> in(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    static boolean isThere(String named) {
        String file = named.substring(0, named.indexOf('.')) + ".java";
        String method = " " + named.substring(named.indexOf('.') + 1) + "(";
        return ROOTS.stream().anyMatch(root -> isThere(root, file, method));
    }

    private static boolean isThere(Path root, String file, String method) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(path -> path.endsWith(file)).toList()) {
                if (Files.readString(each).contains(method)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
