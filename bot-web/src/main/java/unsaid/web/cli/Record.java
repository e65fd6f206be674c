package unsaid.web.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "record",
        description = "Talk with a conversation and save the talk as a test: play --record.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  unsaid record naming-fears a-heavy-day",
            "  unsaid test naming-fears"
        })
final class Record implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "NAME.test.json beside the flow, or a path of yours.")
    private String name = "";

    Record(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        return Stage.set(where.find(screen, dialogs), screen).talk(name, screen).code();
    }
}
