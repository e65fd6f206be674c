package unsaid.format;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import unsaid.flow.Finding.Severity;
import unsaid.flow.Rule;

/// Findings for people, for programs, and for code review tools.
public final class Report {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Report() {}

    /// Two lines a finding, as [Found#toString] writes them, errors first, and a last line that
    /// counts; empty where nothing was found.
    public static String text(List<Found> found) {
        if (found.isEmpty()) {
            return "";
        }
        return found.stream()
                        .sorted(Comparator.comparing(one -> one.finding().severity()))
                        .map(Found::toString)
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + count(found)
                + "\n";
    }

    /// Such as `2 errors, 1 warning`; empty where nothing was found.
    public static String count(List<Found> found) {
        return Arrays.stream(Severity.values())
                .map(severity -> count(found, severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(List<Found> found, Severity severity) {
        long count = found.stream().filter(one -> one.finding().severity() == severity).count();
        return count == 0 ? "" : count + " " + severity.word() + (count == 1 ? "" : "s");
    }

    /// A list of objects: `file`, `line`, `column`, `severity`, `rule`, `message`, `wayOut`,
    /// `pointer`.
    public static String json(List<Found> found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            json.writeStartArray();
            for (Found one : found) {
                json.writeStartObject();
                json.writeStringProperty("file", one.file());
                json.writeNumberProperty("line", one.line());
                json.writeNumberProperty("column", one.column());
                json.writeStringProperty("severity", one.finding().severity().word());
                json.writeStringProperty("rule", one.finding().rule());
                json.writeStringProperty("message", one.finding().message());
                json.writeStringProperty("wayOut", one.finding().wayOut());
                json.writeStringProperty("pointer", one.finding().pointer());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text + "\n";
    }

    /// A SARIF 2.1.0 log with one run: every rule, and a result for each finding.
    ///
    /// @param version of this program
    /// @param folder where the files stand, as a path relative to the repository's root, such as
    ///   `dialogs`; empty: they stand there
    public static String sarif(List<Found> found, String version, String folder) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            new Sarif(json, folder).write(found, version);
        }
        return text + "\n";
    }

    private static JsonGenerator generator(StringWriter text) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), text);
    }

    /// Whether anything in it stops a flow from being used.
    public static boolean hasErrors(List<Found> found) {
        return found.stream().anyMatch(Found::isError);
    }

    static int index(String rule) {
        Rule named = Rule.named(rule);
        return named == null ? -1 : named.ordinal();
    }
}
