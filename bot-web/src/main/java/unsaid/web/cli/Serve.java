package unsaid.web.cli;

import picocli.CommandLine.Command;

/// Only explained here: the launcher starts the server before any command is loaded.
@Command(
        name = "serve",
        description = "Serve the dialogs to visitors. This is also what happens without a command.",
        customSynopsis = "unsaid serve [--KEY=VALUE]...",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every setting can be given as --KEY=VALUE, as a line of unsaid.properties or as",
            "an environment variable. bot-web/README.md lists them all.",
            "--studio adds the authors' workbench at /studio, for this machine alone.",
            "",
            "Examples:",
            "  unsaid serve",
            "  unsaid serve --studio",
            "  unsaid serve --port=8081 --dialogs=my-dialogs --store=memory"
        })
final class Serve {}
