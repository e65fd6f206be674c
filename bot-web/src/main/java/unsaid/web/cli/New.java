package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.flow.Rule;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.Starter;

@Command(
        name = "new",
        description =
                "Begin a conversation: asks a few things and writes a flow with its first test.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What the options do not say is asked. Nothing that is there is written over.",
            "",
            "Examples:",
            "  unsaid new",
            "  unsaid new --title=\"Good evening\" --about=\"This is about your day.\" \\",
            "      --question=\"How heavy was your day?\" --question=\"What was good?\""
        })
final class New implements Callable<Integer> {
    private static final int QUESTIONS = 3;
    private static final String ID =
            "Its id, for its folder and address, in small letters, digits and -:";

    /// What no first flow can be without.
    private static final Set<String> EXPECTED = Set.of(Rule.UNUSED_FLOW.id(), Rule.UNREVIEWED.id());

    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Shelf shelf = new Shelf();

    @Option(names = "--title", paramLabel = "TEXT", description = "What visitors see.")
    private @Nullable String title;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Its folder and address. Left out: made of the title.")
    private @Nullable String id;

    @Option(
            names = "--about",
            paramLabel = "TEXT",
            description = "What it is about; the talk begins with it.")
    private @Nullable String about;

    @Option(
            names = "--question",
            paramLabel = "TEXT",
            description = "A question; may come several times.")
    private List<String> questions = new ArrayList<>();

    New(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = shelf.made(screen, dialogs);
        Starter starter;
        try (Interview interview = new Interview(screen)) {
            starter = starter(interview, folder);
        }
        Map<String, String> files = new TreeMap<>(starter.files());
        List<Found> found = found(folder, files, starter.id());
        Findings findings = new Findings(screen);
        found.forEach(findings::print);
        if (found.stream().anyMatch(Found::isError)) {
            screen.out().println("Nothing was written. Word it differently and try again.");
            return Exit.FOUND.code();
        }
        write(folder, files);
        next(starter.id());
        return Exit.FINE.code();
    }

    private Starter starter(Interview interview, Path folder) throws IOException {
        String called =
                title == null ? interview.ask("What is it called? Visitors see this.") : title;
        String name = id == null ? named(interview, called, folder) : id;
        String refused = refused(name, folder);
        if (refused != null) {
            throw new StopException(Exit.USAGE, refused);
        }
        String begins =
                about == null
                        ? interview.ask("What is it about? One or two short sentences.")
                        : about;
        return new Starter(
                name, called, begins, questions.isEmpty() ? asked(interview) : questions);
    }

    /// The title makes the id if it was given by an option; otherwise it is only suggested, and
    /// asked for until there can be one.
    private String named(Interview interview, String called, Path folder) throws IOException {
        String made = Starter.idOf(called);
        if (title != null && !made.isEmpty()) {
            return made;
        }
        String name = interview.ask(ID, made);
        for (String no = refused(name, folder); no != null; no = refused(name, folder)) {
            screen.out().println(no);
            name = interview.ask(ID, made);
        }
        return name;
    }

    /// Why a flow cannot be called so; null: it can.
    private static @Nullable String refused(String name, Path folder) {
        if (!Starter.isId(name)) {
            return "\"" + name + "\" cannot be an id: use small letters, digits and -.";
        }
        return Files.exists(folder.resolve(name))
                ? "There is " + folder.resolve(name) + " already; choose another id."
                : null;
    }

    private static List<String> asked(Interview interview) throws IOException {
        List<String> asked = new ArrayList<>();
        asked.add(interview.ask("The first question:"));
        while (asked.size() < QUESTIONS) {
            String question = interview.ask("Another question, or nothing:", "");
            if (question.isEmpty()) {
                break;
            }
            asked.add(question);
        }
        return asked;
    }

    /// What would be said of the new files among those that are there.
    private static List<Found> found(Path folder, Map<String, String> files, String id)
            throws IOException {
        Map<String, String> all = new TreeMap<>(Dialogs.files(folder));
        all.putAll(files);
        return Dialogs.read(all, Dialogs.PRIVACY).findings().stream()
                .filter(each -> each.file().startsWith(id + "/"))
                .filter(each -> !EXPECTED.contains(each.finding().rule()))
                .toList();
    }

    private void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, file.getValue());
            screen.out().println("Written: " + path.toString().replace('\\', '/'));
        }
    }

    private void next(String id) {
        screen.out()
                .print(
                        """

                        Nothing leads to it yet, and nobody has reviewed it: check says so until that is done.
                        Next:
                          %2$s play %1$s
                          %2$s check %1$s
                          %2$s test %1$s
                          %2$s serve, and http://127.0.0.1:8080/chat/%1$s
                        """
                                .formatted(id, Commands.NAME));
    }
}
