package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// What the safety rules begin with. Each is looked for in the words of a row's first cell.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "number is wrong or dead",
                "danger is missed",
                "false alarm shames",
                "screen is seen",
                "found later on the same device",
                "partner learns what somebody answered about being safe",
                "saved summary is found",
                "makes distress worse",
                "pushes somebody to leave, stay, confront or tell",
                "child talks here",
                "author's change takes safety away",
                "translation changes what help means",
                "line breaks in the middle of a card"
            })
    void theHazardsOfTheSafetyRulesAreAllThere(String hazard) throws IOException {
        assertEquals(
                1,
                rows().stream().filter(row -> row.split("\\|")[1].contains(hazard)).count(),
                hazard);
    }
}
