package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the widget's styles keep to.
class StylesTest {
    private static final Path WIDGET = Path.of("src", "main", "widget");
    private static final Pattern REM = Pattern.compile("(?<![\\w-])[\\d.]+rem\\b");

    /// A size in rem goes by the letters of the page around, which are an owner's matter: many a
    /// theme makes them 10 px.
    @Test
    void noSizeGoesByThePageAround() throws IOException {
        try (Stream<Path> files = Files.walk(WIDGET)) {
            List<Path> styled =
                    files.filter(file -> file.toString().matches(".*\\.(css|ts|html)")).toList();
            assertFalse(styled.isEmpty());
            for (Path file : styled) {
                List<String> found =
                        REM.matcher(Files.readString(file))
                                .results()
                                .map(match -> match.group())
                                .toList();
                assertEquals(List.of(), found, file.toString());
            }
        }
    }
}
