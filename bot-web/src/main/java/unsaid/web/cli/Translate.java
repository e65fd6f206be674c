package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;
import unsaid.format.Dialogs;
import unsaid.format.Exchange;
import unsaid.format.ExchangeException;
import unsaid.format.Found;
import unsaid.format.Po;
import unsaid.format.TranslationReader;
import unsaid.format.TranslationText;
import unsaid.format.Xliff;

@Command(
        name = "translate",
        description = "Give the texts of a conversation to translators, and take them back.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Out: --to names the language. Texts that have changed since they were translated",
            "are marked, with what they were. Back: --from names the file. It becomes",
            "flow.de.json beside the flow, and what is missing or stale is told.",
            "",
            "Examples:",
            "  unsaid translate naming-fears --to=de --out=fears.xlf",
            "  unsaid translate naming-fears --to=de --out=fears.po",
            "  unsaid translate naming-fears --from=fears.xlf"
        })
final class Translate implements Callable<Integer> {
    /// What translators get.
    enum As {
        XLIFF,
        PO
    }

    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(names = "--to", paramLabel = "LANGUAGE", description = "Such as de or pt-BR.")
    private @Nullable String to;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "A translated file, .xlf or .po, to take back.")
    private @Nullable Path from;

    @Option(
            names = "--as",
            paramLabel = "xliff|po",
            description =
                    "XLIFF 1.2 or gettext PO: two forms of a list of texts and their translations, which translators' programs open. Left out: as --out ends, or xliff.")
    private @Nullable As as;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write. Left out: the terminal.")
    private @Nullable Path out;

    Translate(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Where.Place place = where.find(screen, dialogs);
        Reading reading = Reading.original(place, screen);
        Flow flow = reading.flow();
        if (from != null) {
            return back(reading, flow, from).code();
        }
        if (to == null) {
            throw new StopException(
                    Exit.USAGE,
                    "Say --to=LANGUAGE to give texts out, or --from=FILE to take them back.");
        }
        demand(flow, to);
        As kind = kind();
        Translation fresh = Exchange.fresh(flow, to, known(reading.files(), flow, to));
        new Output(screen, out).write(text(flow, fresh, kind));
        return Exit.FINE.code();
    }

    /// @throws StopException if it is no language, or the flow's own
    private static void demand(Flow flow, String language) {
        String refused = Exchange.refuses(flow, language);
        if (refused != null) {
            throw new StopException(Exit.USAGE, refused);
        }
    }

    /// What was said, or what the file's name says.
    private As kind() {
        if (as != null) {
            return as;
        }
        if (out == null || Output.endsIn(out, ".xlf", ".xliff")) {
            return As.XLIFF;
        }
        if (Output.endsIn(out, ".po")) {
            return As.PO;
        }
        throw new StopException(
                Exit.USAGE, "Let the file end in .xlf or .po, or say --as=xliff or --as=po.");
    }

    private static String text(Flow flow, Translation fresh, As kind) {
        try {
            return switch (kind) {
                case XLIFF -> Xliff.write(flow, fresh);
                case PO -> Po.write(flow, fresh);
            };
        } catch (ExchangeException e) {
            throw new StopException(Exit.FOUND, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Translation known(
            Map<String, String> files, Flow flow, String language) {
        String file = file(flow, language);
        String text = files.get(file);
        return text == null ? null : TranslationReader.read(text, file, new ArrayList<>());
    }

    private static String file(Flow flow, String language) {
        return flow.id() + "/flow." + language + ".json";
    }

    private Exit back(Reading reading, Flow flow, Path path) throws IOException {
        Translation read = read(path);
        if (!read.flow().equals(flow.id())) {
            throw new StopException(
                    Exit.USAGE, path + " is of \"" + read.flow() + "\", not of " + flow.id() + ".");
        }
        demand(flow, read.language());
        Translation fresh = Exchange.fresh(flow, read.language(), read);
        String file = file(flow, read.language());
        Files.writeString(
                screen.folder().resolve(reading.place().folder()).resolve(file),
                TranslationText.write(fresh));
        tell(flow, fresh, read, file);
        return findings(reading, file);
    }

    private Translation read(Path path) throws IOException {
        Path file = screen.folder().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new StopException(Exit.USAGE, "There is no file " + path + ".");
        }
        String text = Files.readString(file);
        try {
            return Output.endsIn(path, ".po") ? Po.read(text) : Xliff.read(text);
        } catch (ExchangeException e) {
            throw new StopException(
                    Exit.FOUND,
                    path + (e.line() > 0 ? ":" + e.line() : "") + "  " + e.getMessage());
        }
    }

    private void tell(Flow flow, Translation fresh, Translation read, String file) {
        Map<String, String> sources = Texts.of(flow);
        long stale =
                fresh.texts().entrySet().stream()
                        .filter(each -> !each.getValue().to().isEmpty())
                        .filter(each -> !each.getValue().from().equals(sources.get(each.getKey())))
                        .count();
        long missing = fresh.texts().values().stream().filter(t -> t.to().isEmpty()).count();
        long gone = read.texts().keySet().stream().filter(key -> !sources.containsKey(key)).count();
        screen.out()
                .println(
                        "Written: "
                                + file
                                + ", "
                                + Findings.counted(fresh.texts().size() - missing, "text")
                                + " translated, "
                                + stale
                                + " of them stale, "
                                + missing
                                + " missing, "
                                + gone
                                + " no longer in the flow");
    }

    /// What is wrong with the file that was written.
    private Exit findings(Reading reading, String file) throws IOException {
        Path folder = screen.folder().resolve(reading.place().folder());
        List<Found> errors =
                Dialogs.load(folder).findings().stream()
                        .filter(found -> found.file().equals(file) && found.isError())
                        .toList();
        errors.forEach(new Findings(screen)::print);
        return errors.isEmpty() ? Exit.FINE : Exit.FOUND;
    }
}
