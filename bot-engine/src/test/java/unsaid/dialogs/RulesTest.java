package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import unsaid.flow.Finding;
import unsaid.flow.Finding.Severity;
import unsaid.flow.Rule;

/// One list of rules: what the program can say and what the guide explains are the same.
class RulesTest {
    private static final Path GUIDE = Shipped.FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- rules -->\n";
    private static final String END = "<!-- /rules -->";

    private static String table() {
        StringBuilder table =
                new StringBuilder("| rule | | what is wrong | the way out |\n|---|---|---|---|\n");
        for (Rule rule : Rule.values()) {
            table.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    rule.id(),
                                    rule.severity().word(),
                                    rule.meaning(),
                                    rule.wayOut()));
        }
        return table.toString();
    }

    @Test
    void theGuideExplainsEveryRuleAndNoOther() throws IOException {
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(BEGIN) + BEGIN.length();
        int to = guide.indexOf(END);
        if ("write".equals(System.getProperty("table"))) {
            Files.writeString(GUIDE, guide.substring(0, from) + table() + guide.substring(to));
            return;
        }
        assertEquals(
                table(),
                guide.substring(from, to),
                "run: mvn -pl bot-engine test -Dtest=RulesTest -Dtable=write");
    }

    @Test
    void aRulesIdIsItsNameInSmallLetters() {
        assertEquals("target-missing", Rule.TARGET_MISSING.id());
        for (Rule rule : Rule.values()) {
            assertEquals(rule, Rule.named(rule.id()));
            assertTrue(rule.id().matches("[a-z]+(-[a-z]+)*"), rule.id());
        }
    }

    @Test
    void noFindingNamesARuleThatIsNotInTheList() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Finding(Severity.ERROR, "no-such-rule", "", false, -1, "m", "w"));
    }
}
