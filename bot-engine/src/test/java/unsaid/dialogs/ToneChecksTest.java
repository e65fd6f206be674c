package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.flow.Rule;

/// The page of tone checks claims no rule, no test and no limit that is not there.
class ToneChecksTest {
    private static final int CHECKS = 32;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LIMIT = Pattern.compile("`([a-z-]+)` (\\d+)");
    private static final Pattern EXAMPLE =
            Pattern.compile("^```json tone\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private record Check(int number, String what, String limit, String rules, String proof) {}

    private static String page() throws IOException {
        return Files.readString(Shipped.FOLDER.resolve("TONE.md"));
    }

    private static List<Check> checks() throws IOException {
        return page().lines()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split("\\|", -1))
                .peek(cells -> assertEquals(7, cells.length, () -> String.join("|", cells)))
                .map(cells ->
                        new Check(
                                Integer.parseInt(cells[1].strip()),
                                cells[2].strip(),
                                cells[3].strip(),
                                cells[4].strip(),
                                cells[5].strip()))
                .toList();
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Test
    void eachOfTheThirtyTwoHasOneRow() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, CHECKS).boxed().toList(),
                checks().stream().map(Check::number).toList());
        for (Check check : checks()) {
            assertFalse(check.what().isEmpty() || check.limit().isEmpty(), check.toString());
        }
    }

    @Test
    void eachIsProvedByARuleOrATestThatIsThere() throws IOException {
        for (Check check : checks()) {
            for (String rule : code(check.rules())) {
                assertNotNull(Rule.named(rule), () -> check.number() + ": " + rule);
            }
            List<String> tests = NamedTests.in(check.proof());
            assertEquals(code(check.proof()), tests, check.toString());
            assertFalse(tests.isEmpty() && code(check.rules()).isEmpty(), check.toString());
        }
        assertEquals(
                List.of(),
                NamedTests.in(page()).stream().filter(test -> !NamedTests.isThere(test)).toList());
    }

    @Test
    void everyLimitThatCanBeSetIsNamedWithTheOneThatHolds() throws IOException {
        var example =
                EXAMPLE.matcher(Files.readString(Shipped.FOLDER.resolve("README.md")))
                        .results()
                        .findFirst()
                        .orElseThrow();
        JsonNode tone = JsonMapper.shared().readTree(example.group(1));
        TreeSet<String> named = new TreeSet<>();
        for (Check check : checks()) {
            for (MatchResult limit : LIMIT.matcher(check.limit()).results().toList()) {
                String name = limit.group(1);
                assertTrue(tone.has(name), () -> check.number() + ": " + name);
                assertEquals(tone.path(name).asInt(), Integer.parseInt(limit.group(2)), name);
                named.add(name);
            }
        }
        TreeSet<String> all = new TreeSet<>(tone.propertyNames());
        all.removeIf(name -> !tone.path(name).isNumber());
        assertEquals(all, named);
    }
}
