package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import unsaid.web.Beside;

/// The driver, with few visitors, on real servers in processes of their own.
@Timeout(120)
@Beside
class LoadTest {
    private static final String FEW =
            " --dialogs=../dialogs --connections=4 --turns=60 --rounds=2 --warm-up=40 --rate=200"
                    + " --seconds=1 --visitors=20 --talks=6 ";

    private final ByteArrayOutputStream report = new ByteArrayOutputStream();

    private int load(String arguments) {
        return Load.run(new PrintStream(report, true, StandardCharsets.UTF_8), arguments + FEW);
    }

    private String report() {
        return report.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyReplyOfTheServerIsRightInEveryMeasurement() {
        assertEquals(0, load("closed open erase idle recovery"), report());
        assertTrue(report().contains("0 wrong, 0 missing, 0 doubled, 0 foreign"), report());
        List.of("Closed loop", "Open loop", "Erasing", "Idle visitors", "Recovery", "Targets")
                .forEach(part -> assertTrue(report().contains("### " + part), report()));
    }

    @Test
    void aServerThatSaysOtherWordsIsFoundOut(@TempDir Path folder) throws IOException {
        Path dialogs = Path.of("..", "dialogs");
        try (Stream<Path> files = Files.walk(dialogs)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
                Path copy = folder.resolve(dialogs.relativize(file).toString());
                Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
                Files.writeString(
                        copy,
                        Files.readString(file).replace("How heavy do things", "How do things"));
            }
        }
        assertEquals(1, load("closed --server dialogs=" + folder), report());
        assertTrue(report().contains("WRONG: "), report());
    }

    @Test
    void aServerThatDoesNotStartCannotBeMeasured() {
        assertEquals(2, load("closed --server port=none"), report());
        assertTrue(report().contains("--port must be a whole number"), report());
    }

    @Test
    void anUnknownWordIsToldWithAllThatAreKnown() {
        assertEquals(2, load("close"), report());
        assertTrue(report().contains("close is unknown. Measurements: start-up, closed"), report());
    }
}
