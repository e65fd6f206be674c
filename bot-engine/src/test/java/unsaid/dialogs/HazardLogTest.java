package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The hazard log claims no test that is not there.
class HazardLogTest {
    private static final List<Path> TESTS =
            List.of(
                    Path.of("src", "test", "java"),
                    Path.of("..", "bot-web", "src", "test", "java"));
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.([a-z]\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Shipped.FOLDER.resolve("HAZARDS.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| hazard |"))
                .toList();
    }

    @Test
    void everyHazardHasAControlAndATestThatIsThere() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String row : rows()) {
            String[] cells = row.split("\\|");
            assertEquals(5, cells.length, row);
            Matcher named = NAMED.matcher(cells[4]);
            boolean any = false;
            while (named.find()) {
                any = true;
                if (!isThere(named.group(1), named.group(2))) {
                    wrong.add(named.group());
                }
            }
            if (!any || cells[3].isBlank()) {
                wrong.add("no control or no test: " + row);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theHazardsOfTheSafetyRulesAreAllThere() throws IOException {
        assertTrue(rows().size() >= 20, rows().size() + " hazards");
    }

    private static boolean isThere(String test, String method) throws IOException {
        for (Path root : TESTS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.endsWith(test + ".java")).toList()) {
                    if (Files.readString(file).contains(" " + method + "(")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
