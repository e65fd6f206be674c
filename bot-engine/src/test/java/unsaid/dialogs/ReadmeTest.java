package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's example is run as another Java program would run it.
class ReadmeTest {
    @Test
    void theTenLinesPrintWhatTheReadmeSays(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Path program = folder.resolve("Hello.java");
        Files.writeString(program, block(readme, "java"));
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.toString())
                        .directory(Path.of("..").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        String printed =
                Files.readString(output)
                        .lines()
                        .filter(line -> !line.startsWith("SLF4J") && !line.startsWith("WARNING"))
                        .reduce("", (a, b) -> a + b + "\n");
        assertEquals(block(readme, "text"), printed);
        assertEquals(0, process.exitValue());
    }

    @Test
    void theFirstFlowOfTheMainReadmeIsSoundAndASlipInItIsToldWithItsPlace() throws Exception {
        String flow = block(Files.readString(Path.of("..", "README.md")), "json");
        var files = java.util.Map.of("good-evening/flow.json", flow);
        var sound = unsaid.format.Dialogs.read(files, unsaid.format.Dialogs.PRIVACY);
        assertTrue(sound.isSound(), () -> sound.findings().toString());
        assertEquals(
                java.util.List.of(),
                sound.findings().stream()
                        .map(found -> found.finding().rule())
                        .filter(rule -> !rule.equals("unreviewed") && !rule.equals("no-helplines"))
                        .toList());
        var slip =
                java.util.Map.of(
                        "good-evening/flow.json",
                        flow.replace("\"go\": \"heavy\"", "\"go\": \"haevy\""));
        String told =
                unsaid.format.Dialogs.read(slip, unsaid.format.Dialogs.PRIVACY).findings().stream()
                        .filter(unsaid.format.Found::isError)
                        .map(Object::toString)
                        .reduce("", String::concat);
        assertEquals(
                "good-evening/flow.json:8:43  error target-missing  leads to \"haevy\", and no step has that id\n"
                        + "  did you mean \"heavy\"?",
                told);
    }

    private static String block(String markdown, String language) {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(markdown);
        assertTrue(matcher.find(), language);
        return matcher.group(1);
    }
}
