package unsaid.web.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.TestPlaces;

@Command(
        name = "test",
        description = "Play the talks in *.test.json: each must go as it is written.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 if a talk went another way, or could not be played.",
            "",
            "Examples:",
            "  unsaid test",
            "  unsaid test naming-fears"
        })
final class Test implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    Test(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        Map<String, String> files = Dialogs.files(place.folder());
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        Findings findings = new Findings(screen);
        if (loaded.library() == null) {
            loaded.findings().stream().filter(Found::isError).forEach(findings::print);
            screen.out().println("Nothing can be played before these errors are mended.");
            return Exit.FOUND.code();
        }
        Engine engine = Engine.of(loaded.library());
        int played = 0;
        int failed = 0;
        for (var file : loaded.tests().entrySet()) {
            if (place.holds(file.getKey())) {
                List<Script> scripts = file.getValue();
                for (int i = 0; i < scripts.size(); i++) {
                    List<Found> faults = play(engine, scripts.get(i), i, file.getKey(), files);
                    faults.forEach(findings::print);
                    failed += faults.isEmpty() ? 0 : 1;
                    played++;
                }
            }
        }
        tell(played, failed, place);
        return (failed == 0 ? Exit.FINE : Exit.FOUND).code();
    }

    private static List<Found> play(
            Engine engine, Script script, int number, String file, Map<String, String> files) {
        List<Found> faults = new ArrayList<>();
        for (Rehearsal.Fault fault : Rehearsal.of(engine, script).faults()) {
            faults.add(
                    TestPlaces.of(file, files.getOrDefault(file, ""))
                            .failed(number, script, fault));
        }
        return faults;
    }

    private void tell(int played, int failed, Where.Place place) {
        String all = Findings.counted(played, "talk") + " in " + place.name();
        if (played == 0) {
            screen.out().println("No talk is written down in " + place.name() + " yet.");
        } else if (failed == 0) {
            screen.out().println(screen.ink(Ink.GREEN, "All went as written") + ": " + all);
        } else {
            screen.out().println(screen.ink(Ink.RED, failed + " went another way") + ", of " + all);
        }
    }
}
