package unsaid.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands above all commands.
@Command(
        name = Root.NAME,
        description = "Guided conversations: write them, check them, serve them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  unsaid                       serve the dialogs, on http://127.0.0.1:8080/",
            "  unsaid check                 look for mistakes in all conversations",
            "  unsaid check naming-fears    in this one only",
            "  unsaid help check            all about a command",
            "  unsaid help target-missing   what a finding means",
            "",
            "Ends with 0 if all is well, 1 if something was found, 2 if the command is not",
            "understood, 3 if it broke. Colours only on a terminal, and not if NO_COLOR is set."
        })
final class Root implements Runnable {
    /// The script that runs them.
    static final String NAME = "unsaid";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
