package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the authoring guide says of the commands is so.
class CommandsGuideTest {
    private static final String ANSWERS = " < answers.txt";

    @TempDir private Path folder = Path.of("");

    private static List<String> fences(String kind) throws IOException {
        return Pattern.compile("^```" + kind + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("..", "dialogs", "README.md")))
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }

    @Test
    void theExamplesPrintWhatTheGuideShows() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Path flow = Files.createDirectory(folder.resolve("dialogs/one-good-thing"));
        Files.writeString(flow.resolve("flow.json"), fences("json flow").getFirst());
        Files.writeString(flow.resolve("good-week.test.json"), fences("json test").getFirst());
        List<String> examples = fences("console");
        assertEquals(4, examples.size());
        for (String example : examples) {
            String command =
                    example.lines().findFirst().orElseThrow().substring("$ unsaid ".length());
            String typed = command.endsWith(ANSWERS) ? "8\n2\nThey made tea\n" : "";
            Shell.Ran ran = shell.hear(typed, command.replace(ANSWERS, "").split(" "));
            assertEquals(
                    example.substring(example.indexOf('\n') + 1),
                    ran.out() + ran.errors().replaceAll("(?m)^More: .*\n", ""));
        }
        assertEquals(0, shell.run("test", "one-good-thing").code());
    }

    @Test
    void wordsOfOtherTradesAreExplainedWhereTheyFirstAppear() throws Exception {
        String guide = Files.readString(Path.of("..", "dialogs", "README.md"));
        Shell shell = new Shell(Path.of(".."));
        String check = shell.run("check", "--help").out().replaceAll("\\s+", " ");
        String translate = shell.run("translate", "--help").out().replaceAll("\\s+", " ");
        assertTrue(first("SARIF", guide).startsWith("SARIF is the form in which editors"));
        assertTrue(
                first("XLIFF", guide).startsWith("XLIFF 1.2 or gettext PO (two forms of a list"));
        assertTrue(check.contains("sarif for editors and code hosts"), check);
        assertTrue(translate.contains("XLIFF 1.2 or gettext PO: two forms of a list"), translate);
    }

    private static String first(String word, String text) {
        return text.substring(text.indexOf(word));
    }

    @Test
    void theHelpOfTestSaysWhatShowPrintsAndThatItChecksNothing() throws Exception {
        String help = new Shell(Path.of("..")).run("test", "--help").out().replaceAll("\\s+", " ");
        assertTrue(
                help.contains("the COUNT longest of those that expect an end. Nothing more"), help);
    }

    @Test
    void theTableNamesEveryCommand() throws Exception {
        String guide = Files.readString(Path.of("..", "dialogs", "README.md"));
        String help = new Shell(Path.of("..")).run("--help").out();
        List<String> commands =
                Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE)
                        .matcher(
                                help.substring(
                                        help.indexOf("Commands:"), help.indexOf("Examples:")))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(name -> !name.equals("help"))
                        .toList();
        assertTrue(commands.size() >= 8, help);
        assertEquals(
                List.of(),
                commands.stream().filter(name -> !guide.contains("| `unsaid " + name)).toList());
    }
}
