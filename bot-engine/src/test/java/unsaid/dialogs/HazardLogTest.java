package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The hazard log claims no test that is not there.
class HazardLogTest {
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
            List<String> named = NamedTests.in(cells[4]);
            named.stream().filter(test -> !NamedTests.isThere(test)).forEach(wrong::add);
            if (named.isEmpty() || cells[3].isBlank()) {
                wrong.add("no control or no test: " + row);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theHazardsOfTheSafetyRulesAreAllThere() throws IOException {
        assertTrue(rows().size() >= 20, rows().size() + " hazards");
    }
}
