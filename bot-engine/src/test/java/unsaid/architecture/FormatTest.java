package unsaid.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All Java files look as the formatter would write them. `-Dformat=write` lets it write them.
class FormatTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everyJavaFileIsFormatted() throws IOException, FormatterException {
        List<Path> others = new ArrayList<>();
        for (String module : List.of("bot-engine", "bot-web")) {
            for (Path file : files(Path.of("..", module, "src"))) {
                String source = Files.readString(file);
                String formatted = FORMATTER.formatSource(source);
                if (!source.equals(formatted)) {
                    others.add(file);
                    if ("write".equals(System.getProperty("format"))) {
                        Files.writeString(file, formatted);
                    }
                }
            }
        }
        assertEquals(
                List.of(), others, "run: mvn -pl bot-engine test -Dtest=FormatTest -Dformat=write");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }
}
