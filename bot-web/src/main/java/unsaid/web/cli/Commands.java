package unsaid.web.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/// All commands: reads the words, runs one, and says in plain words what went wrong.
public final class Commands {
    /// What is typed to run a command, as it was typed this time: `unsaid`, or `bot-web/unsaid`.
    static final String NAME = System.getProperty("unsaid.command", Root.NAME);

    private Commands() {}

    /// @param words what was typed behind `unsaid`
    /// @param dialogs the folder of dialogs that is set; asked only by commands that need one
    public static Exit run(List<String> words, Screen screen, Supplier<String> dialogs) {
        return Exit.of(line(screen, dialogs).execute(words.toArray(String[]::new)));
    }

    static CommandLine line(Screen screen, Supplier<String> dialogs) {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new Serve());
        line.addSubcommand(new New(screen, dialogs));
        line.addSubcommand(new Check(screen, dialogs));
        line.addSubcommand(new Test(screen, dialogs));
        line.addSubcommand(new Fmt(screen, dialogs));
        line.addSubcommand(new Play(screen, dialogs));
        line.addSubcommand(new Record(screen, dialogs));
        line.addSubcommand(new Manuscript(screen, dialogs));
        line.addSubcommand(new Graph(screen, dialogs));
        line.addSubcommand(new Explore(screen, dialogs));
        line.addSubcommand(new Diff(screen));
        line.addSubcommand(new Translate(screen, dialogs));
        line.addSubcommand(new Import(screen, dialogs));
        line.addSubcommand(new Help(screen));
        call(line, NAME);
        line.setOut(new PrintWriter(screen.out(), true));
        line.setErr(new PrintWriter(screen.errors(), true));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF));
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, _) -> misunderstood(screen, problem));
        line.setExecutionExceptionHandler((problem, _, _) -> broken(screen, problem).code());
        return line;
    }

    /// Lets usage and examples be such that they work where they are read.
    private static void call(CommandLine line, String name) {
        line.setCommandName(name);
        line.getSubcommands().values().stream()
                .map(each -> each.getCommandSpec().usageMessage())
                .forEach(usage -> usage.footer(called(usage.footer(), name)));
        UsageMessageSpec root = line.getCommandSpec().usageMessage();
        root.footer(called(root.footer(), name));
    }

    private static String[] called(String[] lines, String name) {
        return Arrays.stream(lines)
                .map(each ->
                        each.replaceFirst(
                                "^  " + Root.NAME + " ",
                                "  " + Matcher.quoteReplacement(name) + " "))
                .toArray(String[]::new);
    }

    private static int misunderstood(Screen screen, ParameterException problem) {
        CommandSpec spec = problem.getCommandLine().getCommandSpec();
        screen.errors().println(screen.ink(Ink.RED, Misunderstanding.of(problem, spec)));
        screen.errors().println("More: " + spec.qualifiedName() + " --help");
        return Exit.USAGE.code();
    }

    private static Exit broken(Screen screen, Exception problem) {
        if (problem instanceof StopException stop) {
            screen.errors().println(screen.ink(Ink.RED, String.valueOf(stop.getMessage())));
            return stop.exit();
        }
        screen.errors().println("This command broke; it is no mistake of yours. Please report:");
        problem.printStackTrace(screen.errors());
        return Exit.BROKEN;
    }
}
