package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import unsaid.web.Beside;

/// A few of the rounds that the guide's figures come from.
@Timeout(180)
@Beside
class KillTest {
    private static final Pattern ALL =
            Pattern.compile("\\| \\*\\*all\\*\\* \\|  \\| (\\d+) \\| ([\\d,]+) \\|");

    private final ByteArrayOutputStream report = new ByteArrayOutputStream();

    private int run(String arguments) {
        return Load.run(
                new PrintStream(report, true, StandardCharsets.UTF_8),
                arguments + " --dialogs=../dialogs");
    }

    private String report() {
        return report.toString(StandardCharsets.UTF_8);
    }

    private void nothingIsLost(int talks) {
        assertTrue(report().contains("0 wrong, 0 missing, 0 doubled, 0 foreign"), report());
        Matcher all = ALL.matcher(report());
        assertTrue(all.find(), report());
        assertTrue(Integer.parseInt(all.group(1)) >= talks, report());
        assertTrue(Integer.parseInt(all.group(2).replace(",", "")) > talks, report());
    }

    @Test
    void aServerThatIsKilledLosesNothingAndCountsNothingTwice() {
        assertEquals(0, run("kill --stores=sqlite --kills=2 --talks=30"), report());
        nothingIsLost(30);
    }

    @Test
    void aServerOnPostgresqlThatIsKilledLosesNothingAndCountsNothingTwice() {
        assertEquals(0, run("kill --stores=postgresql --kills=1 --talks=30"), report());
        nothingIsLost(30);
    }

    @Test
    void aStoreThatKeepsNothingIsFoundOut() {
        assertEquals(1, run("kill --stores=memory --kills=1 --talks=10"), report());
        assertTrue(report().contains("came back and was unknown"), report());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void neitherAFullDiskNorACutConnectionCostsAnybodyAnything() {
        assertEquals(0, run("full half-open --talks=8 --away=1 --silence=1"), report());
        assertTrue(report().contains("0 wrong, 0 missing, 0 doubled, 0 foreign"), report());
        assertTrue(report().contains("| full |"), report());
    }

    /// Few talks and one kill each say little about faults, and that the commands still do what the
    /// guide's figures came from. (A database that is away: `DatabaseAwayTest`.)
    @Test
    void theOtherFaultsCostNobodyAnythingEither() {
        assertEquals(
                0,
                run("kill-database kill-one-of-two slow --kills=1 --talks=4 --silence=1"),
                report());
        assertTrue(report().contains("0 wrong, 0 missing, 0 doubled, 0 foreign"), report());
        nothingIsLost(4);
        for (String told :
                new String[] {
                    "PostgreSQL under one server",
                    "one of two servers, PostgreSQL",
                    "4 visitors read nothing"
                }) {
            assertTrue(report().contains(told), told + "\n" + report());
        }
    }
}
