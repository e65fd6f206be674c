package unsaid.web.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// All commands: reads the words, runs one, and says in plain words what went wrong.
public final class Commands {
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
