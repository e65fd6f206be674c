package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unsaid.check.Difference;
import unsaid.check.Effect;
import unsaid.check.Effect.Fate;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.format.Found;

@Command(
        name = "diff",
        description =
                "Tell what is different in a newer version, and what it does to talks under way.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Both are folders of conversations, or OLD is one flow.json that the folder had",
            "before. Talks under way are walked by chance, always the same ones: what people",
            "write is locked, and cannot be read here.",
            "",
            "Ends with 1 if the version has to be raised, or an id is used for something else.",
            "",
            "Examples:",
            "  unsaid diff ../live/dialogs dialogs",
            "  unsaid diff old-flow.json dialogs"
        })
final class Diff implements Callable<Integer> {
    private static final int PLACES = 3;
    private static final Pattern NAME = Pattern.compile("\"flow\"\\s*:\\s*\"([a-z0-9-]+)\"");

    private final Screen screen;

    @Parameters(index = "0", paramLabel = "OLD", description = "What it was.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "What it is now: a folder.")
    private Path now = Path.of("");

    @Option(
            names = "--talks",
            paramLabel = "NUMBER",
            description = "How many talks to walk. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "" + Effect.TALKS)
    private int talks = Effect.TALKS;

    Diff(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> newer = flows(folder(now));
        Map<String, String> older = older(newer);
        Library before = library(older, old);
        Library after = library(newer, now);
        TreeSet<String> flows = new TreeSet<>(before.flows());
        flows.addAll(after.flows());
        boolean same = true;
        for (String id : flows) {
            same &= tell(id, before, after);
        }
        if (same) {
            screen.out().println(screen.ink(Ink.GREEN, "Nothing is different."));
        }
        List<Found> found = Dialogs.since(older, newer);
        found.forEach(new Findings(screen)::print);
        return (found.stream().anyMatch(Found::isError) ? Exit.FOUND : Exit.FINE).code();
    }

    private Path folder(Path path) {
        Path folder = screen.folder().resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new StopException(Exit.USAGE, "There is no folder " + path + ".");
        }
        return folder;
    }

    /// All but the tests, which may speak of what is gone.
    private static Map<String, String> flows(Path folder) throws IOException {
        Map<String, String> files = Dialogs.files(folder);
        files.keySet().removeIf(file -> file.endsWith(".test.json"));
        return files;
    }

    private Map<String, String> older(Map<String, String> newer) throws IOException {
        Path path = screen.folder().resolve(old);
        if (!Files.isRegularFile(path)) {
            return flows(folder(old));
        }
        Map<String, String> older = new TreeMap<>(newer);
        String text = Files.readString(path);
        String file =
                newer.keySet().stream()
                        .filter(each -> each.endsWith("/flow.json"))
                        .filter(each ->
                                NAME.matcher(text)
                                        .results()
                                        .anyMatch(
                                                name -> each.equals(name.group(1) + "/flow.json")))
                        .findFirst()
                        .orElse("");
        if (file.isEmpty()) {
            throw new StopException(
                    Exit.USAGE, old + " is no older copy of a flow in " + now + ".");
        }
        older.put(file, text);
        return older;
    }

    private Library library(Map<String, String> files, Path path) {
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        Library library = loaded.library();
        if (library == null) {
            loaded.findings().stream().filter(Found::isError).forEach(new Findings(screen)::print);
            throw new StopException(
                    Exit.FOUND, "These errors in " + path + " have to be mended first.");
        }
        return library;
    }

    /// @return whether nothing is different
    private boolean tell(String id, Library before, Library after) {
        Flow was = before.flow(id);
        Flow is = after.flow(id);
        if (was == null || is == null) {
            screen.out()
                    .println(screen.ink(Ink.BOLD, id) + (was == null ? " is new." : " is gone."));
            if (was != null) {
                effects(id, before, after);
            }
            return false;
        }
        Difference difference = Difference.of(was, is);
        if (difference.isEmpty()) {
            return true;
        }
        screen.out().println(screen.ink(Ink.BOLD, id));
        for (Difference.Reworded word : difference.words()) {
            screen.out().println("  words of " + word.key());
            line("-", Ink.RED, word.before());
            line("+", Ink.GREEN, word.now());
        }
        for (Difference.Change change : difference.structure()) {
            String at = change.step().isEmpty() ? "the flow" : change.step();
            screen.out()
                    .println(
                            "  "
                                    + change.sort().name().toLowerCase(java.util.Locale.ROOT)
                                    + " at "
                                    + at
                                    + ": "
                                    + change.what());
        }
        effects(id, before, after);
        return false;
    }

    private void line(String mark, Ink ink, String text) {
        if (!text.isEmpty()) {
            screen.out().println(screen.ink(ink, "    " + mark + " " + text));
        }
    }

    private void effects(String id, Library before, Library after) {
        Map<String, List<Effect>> alike = new LinkedHashMap<>();
        for (var log : Effect.sample(before, id, talks)) {
            Effect effect = Effect.of(log, before, after);
            String place = effect.fate() == Fate.SAME ? "" : String.valueOf(effect.stands());
            alike.computeIfAbsent(effect.fate() + " " + place, _ -> new ArrayList<>()).add(effect);
        }
        screen.out().println("  of " + Findings.counted(talks, "talk") + " under way:");
        alike.values().stream()
                .sorted(
                        Comparator.comparing((List<Effect> some) -> some.getFirst().fate())
                                .thenComparing(some -> -some.size()))
                .forEach(some -> screen.out().println(row(some)));
    }

    private static String row(List<Effect> some) {
        Effect first = some.getFirst();
        String fate =
                switch (first.fate()) {
                    case SAME -> "stay where they are";
                    case AGAIN -> "are asked \"" + first.stands() + "\" again";
                    case FIRST -> "are asked \"" + first.stands() + "\" first";
                    case ENDED -> "come to an end";
                    case GONE -> "can be finished until the server is started again";
                };
        List<String> stood =
                some.stream().map(Effect::stood).distinct().limit(PLACES + 1L).sorted().toList();
        String from =
                first.fate() == Fate.SAME || first.fate() == Fate.GONE
                        ? ""
                        : "; they stand at "
                                + String.join(
                                        ", ", stood.subList(0, Math.min(PLACES, stood.size())))
                                + (stood.size() > PLACES ? " …" : "");
        return "%8d %s%s".formatted(some.size(), fate, from);
    }
}
