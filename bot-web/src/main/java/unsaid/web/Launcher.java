package unsaid.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import unsaid.web.cli.Commands;
import unsaid.web.cli.Exit;
import unsaid.web.cli.Screen;
import unsaid.web.cli.StopException;

/// The script `unsaid`: the server if it is asked for, or if there is no command; otherwise a
/// command. Neither loads a class of the other.
public final class Launcher {
    private static final String SERVE = "serve";

    private Launcher() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (isServer(words)) {
            Main.main(settings(words).toArray(String[]::new));
            return;
        }
        System.exit(Typed.run(words).code());
    }

    /// Whether the words begin with `serve` or with a setting, or whether there are none; but not
    /// if they ask for help.
    static boolean isServer(List<String> words) {
        return words.isEmpty()
                || words.getFirst().startsWith("--") && words.getFirst().contains("=")
                || words.getFirst().equals(SERVE)
                        && words.stream().noneMatch(List.of("--help", "-h")::contains);
    }

    private static List<String> settings(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals(SERVE)
                ? words.subList(1, words.size())
                : words;
    }

    /// What knows the commands: a class of its own, so that starting the server loads none of them.
    private static final class Typed {
        private static Exit run(List<String> words) {
            return Commands.run(words, Screen.ofProcess(), Typed::dialogs);
        }

        /// The folder of dialogs as it is set without arguments.
        private static String dialogs() {
            try {
                return Settings.of(List.of(), System.getenv(), Path.of("")).text(Key.DIALOGS);
            } catch (SettingsException | IOException e) {
                throw new StopException(Exit.USAGE, String.valueOf(e.getMessage()));
            }
        }
    }
}
