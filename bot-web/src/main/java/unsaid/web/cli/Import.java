package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unsaid.format.Dialogs;
import unsaid.format.ExchangeException;
import unsaid.format.Found;
import unsaid.format.Typebot;

@Command(
        name = "import",
        description =
                "Make a conversation of a Typebot export, and tell what was not carried over.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Texts, questions, options, ways, conditions and simple sums are taken over;",
            "pictures, files, payments, code and everything that sends answers somewhere are",
            "not. Read the list, then look at the flow: the words were written for another",
            "place. Nothing is ever overwritten.",
            "",
            "Ends with 1 if something has to be mended before the flow can be used.",
            "",
            "Examples:",
            "  unsaid import my-typebot.json",
            "  unsaid import my-typebot.json --id=first-talk --language=de"
        })
final class Import implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Parameters(paramLabel = "FILE", description = "The export, a .json file.")
    private Path file = Path.of("");

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The conversation's id. Left out: from its name.")
    private @Nullable String id;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "The language of its texts. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "en")
    private String language = "en";

    @Option(
            names = "--dialogs",
            paramLabel = "FOLDER",
            description = "The folder of conversations.")
    private @Nullable Path folder;

    Import(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Path from = screen.folder().resolve(file);
        if (!Files.isRegularFile(from)) {
            throw new StopException(Exit.USAGE, "There is no file " + file + ".");
        }
        if (id != null && !id.matches("[a-z][a-z0-9-]*")) {
            throw new StopException(
                    Exit.USAGE, "\"" + id + "\" is no id: use small letters, digits and hyphens.");
        }
        Typebot.Imported made = read(Files.readString(from));
        Path all = screen.folder().resolve(folder == null ? Path.of(dialogs.get()) : folder);
        Path to = all.resolve(made.flow()).resolve("flow.json");
        if (Files.exists(to)) {
            throw new StopException(
                    Exit.USAGE,
                    "There is a flow \"" + made.flow() + "\" already. Name another with --id.");
        }
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.writeString(to, made.text());
        screen.out().println("Written: " + made.flow() + "/flow.json");
        if (!made.left().isEmpty()) {
            screen.out().println(screen.ink(Ink.BOLD, "Not carried over:"));
            made.left().forEach(each -> screen.out().println("  " + each));
        }
        return findings(all, made.flow()).code();
    }

    private Typebot.Imported read(String text) {
        try {
            return Typebot.read(text, id, language);
        } catch (ExchangeException e) {
            throw new StopException(
                    Exit.FOUND,
                    file + (e.line() > 0 ? ":" + e.line() : "") + "  " + e.getMessage());
        }
    }

    private Exit findings(Path all, String flow) throws IOException {
        List<Found> errors =
                Dialogs.load(all).findings().stream()
                        .filter(found -> found.file().startsWith(flow + "/") && found.isError())
                        .toList();
        if (errors.isEmpty()) {
            screen.out().println("It can be used as it is. For its tone: unsaid check " + flow);
            return Exit.FINE;
        }
        screen.out().println(screen.ink(Ink.BOLD, "To be mended before it can be used:"));
        errors.forEach(new Findings(screen)::print);
        return Exit.FOUND;
    }
}
