package unsaid.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.format.Dialogs;
import unsaid.format.Found;

@Command(
        name = "check",
        description = "Look for mistakes: each with file, line, column and the way out.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 if there is an error, or whatever --fail-on says.",
            "",
            "Examples:",
            "  unsaid check",
            "  unsaid check naming-fears",
            "  unsaid check dialogs/naming-fears/flow.json --fail-on=warning"
        })
final class Check implements Callable<Integer> {
    /// From which severity on a finding makes the command fail.
    enum FailOn {
        ERROR,
        WARNING
    }

    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning",
            description = "What makes it end with 1. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "error")
    private FailOn failOn = FailOn.ERROR;

    Check(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        List<Found> found =
                Dialogs.load(place.folder()).findings().stream()
                        .filter(each -> place.holds(each.file()))
                        .toList();
        new Findings(screen).print(found, place);
        boolean fails =
                switch (failOn) {
                    case ERROR -> found.stream().anyMatch(Found::isError);
                    case WARNING -> !found.isEmpty();
                };
        return (fails ? Exit.FOUND : Exit.FINE).code();
    }
}
