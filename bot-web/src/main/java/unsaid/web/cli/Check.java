package unsaid.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.check.Visits;
import unsaid.engine.Library;
import unsaid.format.Copies;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.Report;
import unsaid.format.Talks;

@Command(
        name = "check",
        description = "Look for mistakes: each with file, line, column and the way out.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 if there is an error, or whatever --fail-on says. What a rule means:",
            "unsaid help RULE.",
            "",
            "Examples:",
            "  unsaid check",
            "  unsaid check naming-fears",
            "  unsaid check dialogs/naming-fears/flow.json --fail-on=warning",
            "  unsaid check naming-fears --talks=10000",
            "  unsaid check --original=article.html --original=book.txt",
            "  unsaid check --format=sarif > findings.sarif"
        })
final class Check implements Callable<Integer> {
    /// From which severity on a finding makes the command fail.
    enum FailOn {
        ERROR,
        WARNING
    }

    /// How findings are told.
    enum Format {
        /// For people.
        TEXT,
        /// A list of objects.
        JSON,
        /// What code review tools show beside the line.
        SARIF
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

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            description =
                    "How it is told: text for people, json for programs of yours, sarif for editors and code hosts that show findings in their place. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(
            names = "--original",
            paramLabel = "FILE",
            description =
                    "A text by others: plain, HTML or Markdown. Tells what stands there in the same words. May be given several times.")
    private List<Path> originals = List.of();

    @Option(
            names = "--talks",
            paramLabel = "NUMBER",
            description =
                    "How many talks by chance are held with each conversation, in each of its languages, for what only whole talks show. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "" + Visits.TALKS)
    private int talks = Visits.TALKS;

    Check(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        Map<String, String> files = Dialogs.files(place.folder());
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        List<Found> found =
                Stream.of(loaded.findings(), talks(place, files, loaded), copies(files))
                        .flatMap(List::stream)
                        .filter(each -> place.holds(each.file()) || isForAll(each))
                        .sorted(Found.BY_PLACE)
                        .toList();
        switch (format) {
            case TEXT -> new Findings(screen).print(found, place);
            case JSON -> screen.out().print(Report.json(found));
            case SARIF ->
                    screen.out().print(Report.sarif(found, Version.number(), place.below(screen)));
        }
        return (fails(found) ? Exit.FOUND : Exit.FINE).code();
    }

    /// An error in a file of no flow, such as the helplines: the server starts with none of them.
    private static boolean isForAll(Found found) {
        return found.finding().isError() && !found.file().contains("/");
    }

    /// Nothing where an error stands in the way of talking, nor what the check of the steps has
    /// told.
    private List<Found> talks(Where.Place place, Map<String, String> files, Dialogs.Loaded loaded) {
        Library library = loaded.library();
        if (library == null) {
            return List.of();
        }
        Set<String> told = loaded.findings().stream().map(Check::what).collect(Collectors.toSet());
        List<String> flows =
                library.flows().stream()
                        .filter(id -> place.holds(id + "/flow.json"))
                        .sorted()
                        .toList();
        return Talks.of(files, library, flows, talks).stream()
                .filter(found -> !told.contains(what(found)))
                .toList();
    }

    private static String what(Found found) {
        return found.file() + found.finding().rule() + found.finding().pointer();
    }

    private List<Found> copies(Map<String, String> files) {
        if (originals.isEmpty()) {
            return List.of();
        }
        Map<String, String> sources = new LinkedHashMap<>();
        for (Path original : originals) {
            try {
                byte[] bytes = Files.readAllBytes(screen.folder().resolve(original));
                sources.put(original.toString(), new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new StopException(Exit.USAGE, "Cannot read " + original + ".");
            }
        }
        return Copies.of(files, sources);
    }

    /// Notes never count.
    private boolean fails(List<Found> found) {
        return found.stream()
                .map(each -> each.finding().severity())
                .anyMatch(severity ->
                        switch (severity) {
                            case ERROR -> true;
                            case WARNING -> failOn == FailOn.WARNING;
                            case NOTE -> false;
                        });
    }
}
