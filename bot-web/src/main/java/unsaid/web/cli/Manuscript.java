package unsaid.web.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import unsaid.flow.Flow;

@Command(
        name = "script",
        description =
                "Print a conversation for those who review it: every text, with a box to tick.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The text is Markdown. The same flow always gives the same, so that two versions",
            "can be compared.",
            "",
            "Examples:",
            "  unsaid script naming-fears",
            "  unsaid script naming-fears > naming-fears.md"
        })
final class Manuscript implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    Manuscript(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        if (place.flow() == null) {
            throw new StopException(
                    Exit.USAGE, "Which conversation? Name it: " + Commands.NAME + " script FLOW");
        }
        Stage stage = Stage.set(place, screen);
        Flow flow = stage.engine().library().flow(stage.flow());
        if (flow == null) {
            throw new StopException(
                    Exit.USAGE, "The flow in the folder " + stage.flow() + " has another id.");
        }
        screen.out().print(new Printed(flow).page());
        return Exit.FINE.code();
    }
}
