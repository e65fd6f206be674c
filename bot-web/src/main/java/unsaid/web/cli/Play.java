package unsaid.web.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "play",
        description = "Talk with a conversation here, as a visitor does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A number taps an option; 1 3 taps two. Words are read as a visitor's are.",
            "/back /skip /unsure (I don't know) /help /enough /restart /leave do what the",
            "buttons do, /change STEP asks again, /more shows all options. What is not a",
            "terminal is read line by line. Without FLOW it is the welcome.",
            "",
            "Examples:",
            "  unsaid play naming-fears",
            "  unsaid play naming-fears --record=a-heavy-day",
            "  unsaid play dialogs/welcome < answers.txt"
        })
final class Play implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--record",
            paramLabel = "NAME",
            description =
                    "Save the talk as a test: NAME.test.json beside the flow, or a path of yours.")
    private @Nullable String record;

    Play(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        return Stage.set(where.find(screen, dialogs), screen).talk(record, screen).code();
    }
}
