package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.check.Chart;
import unsaid.check.Mermaid;
import unsaid.web.graph.Layered;
import unsaid.web.graph.Overlay;
import unsaid.web.graph.Svg;

@Command(
        name = "graph",
        description = "Draw a conversation: every step, and every way from one to another.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Main ways are arrows. What only Skip and \"I don't know\" take, ways out, and ways",
            "to a step that many lead to are a line in the box they come from.",
            "",
            "Examples:",
            "  unsaid graph naming-fears --out=naming-fears.svg",
            "  unsaid graph naming-fears --as=mermaid"
        })
final class Graph implements Callable<Integer> {
    /// What is written.
    enum As {
        SVG,
        MERMAID
    }

    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--as",
            paramLabel = "svg|mermaid",
            description =
                    "A picture, or text that many wikis draw. Left out: as --out ends, or svg.")
    private @Nullable As as;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write. Left out: the terminal.")
    private @Nullable Path out;

    Graph(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Chart chart = Chart.of(Reading.of(where.find(screen, dialogs), screen).flow());
        String text =
                switch (kind()) {
                    case SVG -> Svg.of(Layered.of(chart), Overlay.NONE);
                    case MERMAID -> Mermaid.of(chart);
                };
        new Output(screen, out).write(text);
        return Exit.FINE.code();
    }

    /// What was said, or what the file's name says.
    private As kind() {
        if (as != null) {
            return as;
        }
        if (out == null || Output.endsIn(out, ".svg")) {
            return As.SVG;
        }
        if (Output.endsIn(out, ".mmd", ".md")) {
            return As.MERMAID;
        }
        throw new StopException(
                Exit.USAGE,
                "Let the file end in .svg or .mmd, or say --as=svg or --as=mermaid. Browsers show SVG, and save it as a picture.");
    }
}
