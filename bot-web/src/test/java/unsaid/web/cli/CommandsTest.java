package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import unsaid.flow.Rule;
import unsaid.web.Beside;

/// The script, its help, and how it ends.
@Beside
class CommandsTest {
    private static final Path CLONE = Path.of("..");

    @TempDir private Path folder = Path.of("");

    private static Screen screen(ByteArrayOutputStream to) {
        PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
        return new Screen(new ByteArrayInputStream(new byte[0]), out, out, CLONE, false, false);
    }

    private static String help(String... words) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        Exit exit = Commands.run(List.of(words), screen(heard), () -> "dialogs");
        assertEquals(Exit.FINE, exit);
        return heard.toString(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItselfWithExamples() {
        return Commands.line(screen(new ByteArrayOutputStream()), () -> "dialogs")
                .getSubcommands()
                .keySet()
                .stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    String help = help(name, "--help");
                                    assertTrue(help.contains("  unsaid " + name), help);
                                    assertTrue(help.contains("Examples:"), help);
                                    assertEquals(help, help("help", name));
                                    assertTrue(help("--help").contains("\n  " + name), name);
                                }));
    }

    @Test
    void everyFindingCanBeLookedUpByItsRule() {
        String all = help("help", "rules");
        for (Rule rule : Rule.values()) {
            String help = help("help", rule.id());
            assertTrue(help.contains(rule.severity().word() + " " + rule.id()), help);
            assertTrue(help.contains(rule.meaning()), help);
            assertTrue(help.contains(rule.wayOut()), help);
            assertTrue(all.contains("\n" + rule.id() + " ") || all.startsWith(rule.id()), all);
        }
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        assertEquals(
                Exit.USAGE,
                Commands.run(List.of("help", "target-mising"), screen(heard), () -> "dialogs"));
        assertEquals(
                "There is no command and no rule \"target-mising\"; did you mean target-missing?\n",
                heard.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeWrittenEndsWithThree() throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("graph", "welcome", "--as=svg", "--out=" + folder);
        assertEquals("Cannot write " + folder + ".\n", ran.errors());
        assertEquals(3, ran.code());
    }

    @Test
    void colourIsForTerminalsOnly() {
        for (boolean colour : List.of(true, false)) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
            Screen screen =
                    new Screen(
                            new ByteArrayInputStream(new byte[0]), out, out, CLONE, colour, colour);
            for (String topic : List.of("check", "target-missing", "no-such-thing")) {
                Commands.run(List.of("help", topic), screen, () -> "dialogs");
            }
            Commands.run(List.of("chek"), screen, () -> "dialogs");
            String said = heard.toString(StandardCharsets.UTF_8);
            assertEquals(colour, said.contains("\u001B["), said);
        }
    }

    @Test
    void helpIsNarrowEnoughForEveryTerminal() {
        for (String name :
                Commands.line(screen(new ByteArrayOutputStream()), () -> "dialogs")
                        .getSubcommands()
                        .keySet()) {
            assertEquals(
                    List.of(),
                    help("help", name).lines().filter(line -> line.length() > 80).toList());
        }
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheOneThatWasMeant() throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("chek");
        assertEquals(
                "There is no command \"chek\"; did you mean check?\nMore: unsaid --help\n",
                ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheOneThatWasMeant() throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("check", "--fail-om=warning");
        assertEquals(
                "There is no option \"--fail-om\"; did you mean --fail-on?\nMore: unsaid check --help\n",
                ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void aMisspeltFlowIsAnsweredWithTheOneThatWasMeant() throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("check", "naming-feers");
        assertEquals(
                "There is no flow \"naming-feers\" in dialogs; did you mean naming-fears?\n",
                ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void withoutDialogsItSaysWhereToLook() throws Exception {
        Shell.Ran ran = new Shell(folder).run("check");
        assertTrue(ran.errors().contains("--dialogs"), ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void wrongSettingsAreToldInPlainWords() throws Exception {
        Files.writeString(folder.resolve("unsaid.properties"), "prot=1\n");
        Shell.Ran ran = new Shell(folder).run("check");
        assertTrue(ran.errors().contains("did you mean port?"), ran.errors());
        assertFalse(ran.errors().contains("\tat "), ran.errors());
        assertEquals(2, ran.code());
    }

    @Test
    void itWorksBesideAFolderOfJarsToo() throws Exception {
        for (String file : List.of("unsaid", "java.options")) {
            Files.copy(Path.of(file), folder.resolve(file));
        }
        Path lib = Files.createDirectory(folder.resolve("lib"));
        int number = 0;
        for (String entry : classPath()) {
            Path to = lib.resolve(number++ + ".jar");
            Path from = Path.of(entry);
            if (Files.isDirectory(from)) {
                jar(to, from);
            } else {
                Files.copy(from, to);
            }
        }
        Shell shell = Shell.withDialogs(folder);
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("unsaid").toString(), "check", "welcome");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Shell.Ran ran = shell.run("", builder);
        assertEquals("", ran.errors());
        assertTrue(ran.out().endsWith(" in dialogs/welcome\n"), ran.out());
        assertEquals(0, ran.code());
    }

    private static List<String> classPath() throws IOException {
        String text = Files.readString(Path.of("target", "unsaid.args"));
        return List.of(text.substring(text.indexOf('"') + 1, text.lastIndexOf('"')).split(":"));
    }

    private static void jar(Path to, Path from) {
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "-cf0",
                                to.toString(),
                                "-C",
                                from.toString(),
                                ".");
        assertEquals(0, code);
    }

    @Test
    void coloursAreForTerminalsWhoseOwnersWantThem() {
        assertTrue(Screen.wantsColour(Map.of("TERM", "xterm")));
        assertTrue(Screen.wantsColour(Map.of("NO_COLOR", "")));
        assertFalse(Screen.wantsColour(Map.of("NO_COLOR", "1")));
        assertFalse(Screen.wantsColour(Map.of("TERM", "dumb")));
    }
}
