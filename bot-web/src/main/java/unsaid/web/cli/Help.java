package unsaid.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unsaid.expression.Nearest;
import unsaid.flow.Rule;

/// Looks a command up, or the rule that a finding names.
@Command(
        name = "help",
        description = "Tell all about a command, or about the rule of a finding.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  unsaid help check            all about a command",
            "  unsaid help target-missing   what a finding means, and the way out",
            "  unsaid help rules            everything that can be found"
        })
final class Help implements Callable<Integer> {
    private static final String RULES = "rules";

    private final Screen screen;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND|RULE",
            description = "A command, a rule such as target-missing, or rules for all of them.")
    private @Nullable String topic;

    Help(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        CommandLine command = topic == null ? root : root.getSubcommands().get(topic);
        Rule rule = topic == null ? null : Rule.named(topic);
        if (command != null) {
            command.usage(root.getOut(), root.getColorScheme());
        } else if (rule != null) {
            print(rule);
        } else if (RULES.equals(topic)) {
            List.of(Rule.values()).forEach(each -> screen.out().println(line(each)));
        } else {
            throw unknown(root, String.valueOf(topic));
        }
        return Exit.FINE.code();
    }

    private void print(Rule rule) {
        Ink ink = Findings.ink(rule.severity());
        screen.out().println(screen.ink(ink, rule.severity().word()) + " " + rule.id());
        screen.out().println("  What is wrong: " + rule.meaning() + ".");
        screen.out().println("  The way out:   " + rule.wayOut() + ".");
        screen.out().println("  More of it:    dialogs/README.md");
    }

    private static String line(Rule rule) {
        return String.format("%-24s %-8s %s", rule.id(), rule.severity().word(), rule.meaning());
    }

    private static StopException unknown(CommandLine root, String topic) {
        List<String> known = new ArrayList<>(root.getSubcommands().keySet());
        List.of(Rule.values()).forEach(rule -> known.add(rule.id()));
        String near = Nearest.to(topic, known);
        return new StopException(
                Exit.USAGE,
                "There is no command and no rule \""
                        + topic
                        + "\""
                        + (near == null
                                ? "; see unsaid help rules."
                                : "; did you mean " + near + "?"));
    }
}
