package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsaid.web.Beside;

/// The commands that the authoring guide shows, run in its order.
@Beside
class GuideCommandsTest {
    private static final Pattern FENCE =
            Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String SCRIPT = "bot-web/unsaid ";
    private static final String COPY = "cp -r ";

    @TempDir private Path folder = Path.of("");

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    @Test
    void everyCommandOfTheGuideDoesWhatItIsShownFor() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        List<String> commands =
                FENCE.matcher(Files.readString(Path.of("..", "dialogs", "README.md")))
                        .results()
                        .flatMap(fence -> fence.group(1).lines())
                        .toList();
        assertTrue(commands.size() >= 8, commands.toString());
        for (String command : commands) {
            if (command.startsWith(COPY)) {
                String[] paths = command.substring(COPY.length()).split(" ");
                copy(folder.resolve(paths[0]), folder.resolve(paths[1]));
                continue;
            }
            assertTrue(command.startsWith(SCRIPT), command);
            Shell.Ran ran = shell.run(command.substring(SCRIPT.length()).split(" "));
            assertEquals(0, ran.code(), command + "\n" + ran.out() + ran.errors());
            assertEquals("", ran.errors());
        }
        for (String file :
                List.of("naming-fears.svg", "coverage.html", "welcome.xlf", "welcome.po")) {
            assertTrue(Files.size(folder.resolve(file)) > 1_000, file);
        }
        assertTrue(Files.exists(folder.resolve("dialogs/welcome/flow.fr.json")));
    }

    @Test
    void aTypebotExportBecomesAFlowThatCanBePlayed() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.copy(
                Path.of(
                        "..",
                        "bot-engine",
                        "src",
                        "test",
                        "resources",
                        "unsaid",
                        "format",
                        "typebot.json"),
                folder.resolve("bot.json"));
        Shell.Ran ran = shell.run("import", "bot.json", "--id=first-talk");
        assertTrue(ran.out().contains("Not carried over:\n  "), ran.out());
        assertTrue(ran.out().contains("It can be used as it is."), ran.out());
        assertEquals(0, ran.code());
        assertEquals(0, shell.run("check", "first-talk").code());
        Shell.Ran again = shell.run("import", "bot.json", "--id=first-talk");
        assertTrue(
                again.errors().contains("There is a flow \"first-talk\" already"), again.errors());
        assertEquals(2, again.code());
    }
}
