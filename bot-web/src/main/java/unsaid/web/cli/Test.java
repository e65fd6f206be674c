package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.check.Coverage;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;
import unsaid.flow.Rule;
import unsaid.flow.Translation;
import unsaid.format.Found;
import unsaid.format.TestPlaces;

@Command(
        name = "test",
        description = "Play the talks in *.test.json: each must go as it is written.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 if a talk went another way or could not be played, or if less is",
            "covered than --at-least says.",
            "",
            "Examples:",
            "  unsaid test",
            "  unsaid test naming-fears --coverage",
            "  unsaid test naming-fears --show=3",
            "  unsaid test --at-least=80 --html=coverage.html"
        })
final class Test implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--coverage",
            description =
                    "Tell which steps, ways, options, retries and languages no talk comes to.")
    private boolean coverage;

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            description = "Fail if less than this share of a conversation is covered.")
    private @Nullable Integer atLeast;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the coverage as a page with pictures.")
    private @Nullable Path html;

    @Option(
            names = "--show",
            paramLabel = "COUNT",
            description =
                    "Also print talks from their first line to their last, to be read aloud: the COUNT longest of those that expect an end. Nothing more is checked by it.")
    private int show;

    Test(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        Reading reading = Reading.whole(place, screen);
        Findings findings = new Findings(screen);
        passedBy(reading).forEach(findings::print);
        Engine engine = Engine.of(reading.library());
        List<Rehearsal.Result> results = new ArrayList<>();
        List<Played> whole = new ArrayList<>();
        int failed = 0;
        for (var file : reading.loaded().tests().entrySet()) {
            if (place.holds(file.getKey())) {
                List<Script> scripts = file.getValue();
                for (int i = 0; i < scripts.size(); i++) {
                    Rehearsal.Result result = Rehearsal.of(engine, scripts.get(i));
                    results.add(result);
                    if (scripts.get(i).expect().end() != null) {
                        whole.add(new Played(scripts.get(i).name(), result.transcript()));
                    }
                    faults(result, scripts.get(i), i, file.getKey(), reading.files())
                            .forEach(findings::print);
                    failed += result.faults().isEmpty() ? 0 : 1;
                }
            }
        }
        whole.stream()
                .sorted(Comparator.comparing(talk -> -talk.transcript().size()))
                .limit(show)
                .forEach(this::print);
        boolean enough = covers(results, reading);
        tell(results.size(), failed, place);
        return (failed == 0 && enough ? Exit.FINE : Exit.FOUND).code();
    }

    /// A talk that has come to its end.
    private record Played(String name, List<String> transcript) {}

    private void print(Played talk) {
        screen.out().println(screen.ink(Ink.BOLD, talk.name()));
        screen.out().println();
        talk.transcript().forEach(said -> screen.out().println(said + "\n"));
    }

    /// Files that may be meant as tests, and are none by their names.
    private static List<Found> passedBy(Reading reading) {
        return reading.loaded().findings().stream()
                .filter(found -> found.finding().rule().equals(Rule.NOT_READ.id()))
                .filter(found -> reading.place().holds(found.file()))
                .toList();
    }

    /// Tells what is covered, if that is wanted.
    ///
    /// @return whether it is enough
    private boolean covers(List<Rehearsal.Result> results, Reading reading) {
        if (!coverage && atLeast == null && html == null) {
            return true;
        }
        String flow = reading.place().flow();
        List<String> flows =
                flow == null ? reading.library().flows().stream().sorted().toList() : List.of(flow);
        Map<String, Set<String>> languages = new HashMap<>();
        for (Translation each : reading.loaded().translations().values()) {
            languages.computeIfAbsent(each.flow(), _ -> new TreeSet<>()).add(each.language());
        }
        Coverage covered = Coverage.of(reading.library(), flows, languages, results);
        new CoverageTable(screen).print(covered, reading);
        if (html != null) {
            new Output(screen, html).write(CoveragePage.of(covered, reading.library()));
        }
        boolean enough = true;
        for (Coverage.OfFlow each : covered.flows()) {
            if (atLeast != null && each.percent() < atLeast) {
                screen.out()
                        .println(
                                screen.ink(Ink.RED, "Too little is covered")
                                        + " of "
                                        + each.flow()
                                        + ": "
                                        + each.percent()
                                        + " %, wanted "
                                        + atLeast
                                        + " %");
                enough = false;
            }
        }
        return enough;
    }

    private static List<Found> faults(
            Rehearsal.Result result,
            Script script,
            int number,
            String file,
            Map<String, String> files) {
        List<Found> faults = new ArrayList<>();
        for (Rehearsal.Fault fault : result.faults()) {
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
