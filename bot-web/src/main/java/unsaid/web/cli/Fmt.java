package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.format.Canonical;
import unsaid.format.Dialogs;
import unsaid.format.Found;

@Command(
        name = "fmt",
        description =
                "Write flows and tests in one order and layout. What they mean stays the same.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A file that is no JSON is left alone; then it ends with 1.",
            "",
            "Examples:",
            "  unsaid fmt",
            "  unsaid fmt naming-fears",
            "  unsaid fmt --check"
        })
final class Fmt implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--check",
            description = "Write nothing: name the files that would change, and end with 1.")
    private boolean check;

    Fmt(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        List<Found> broken = new ArrayList<>();
        Map<String, String> changed = changed(place, broken);
        broken.forEach(new Findings(screen)::print);
        for (var file : changed.entrySet()) {
            if (!check) {
                Files.writeString(place.folder().resolve(file.getKey()), file.getValue());
            }
            screen.out().println((check ? "would change " : "changed ") + file.getKey());
        }
        if (changed.isEmpty() && broken.isEmpty()) {
            screen.out().println("Nothing to do in " + place.name());
        }
        return (broken.isEmpty() && (changed.isEmpty() || !check) ? Exit.FINE : Exit.FOUND).code();
    }

    /// The files that look otherwise than they should → how they should look.
    private static Map<String, String> changed(Where.Place place, List<Found> broken)
            throws IOException {
        Map<String, String> changed = new TreeMap<>();
        for (var file : Dialogs.files(place.folder()).entrySet()) {
            String name = file.getKey();
            if (place.holds(name) && (name.endsWith("/flow.json") || name.endsWith(".test.json"))) {
                String written = Canonical.of(name, file.getValue(), broken);
                if (written != null && !written.equals(file.getValue())) {
                    changed.put(name, written);
                }
            }
        }
        return changed;
    }
}
