package unsaid.web.socket;

import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import unsaid.web.session.Reply.Summary;

/// Writes all answers so far in three forms: lines to show, plain text to save, and data.
final class SummaryWriter {
    private SummaryWriter() {}

    static void write(JsonGenerator json, Summary summary) {
        json.writeStringProperty("type", "summary");
        json.writeStringProperty("id", summary.id());
        json.writeStringProperty("title", summary.title());
        json.writeArrayPropertyStart("lines");
        for (Summary.Line line : summary.lines()) {
            json.writeStartObject();
            json.writeStringProperty("label", line.question());
            json.writeStringProperty("text", line.answer());
            apart(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("text", text(summary));
        data(json, summary);
    }

    private static void apart(JsonGenerator json, Summary.Line line) {
        if (line.apart()) {
            json.writeBooleanProperty("apart", true);
        }
    }

    private static String text(Summary summary) {
        return summary.lines().stream()
                .map(line -> line.question() + "\n" + line.answer() + "\n")
                .collect(Collectors.joining("\n", summary.title() + "\n\n", ""));
    }

    private static void data(JsonGenerator json, Summary summary) {
        json.writeObjectPropertyStart("json");
        json.writeStringProperty("flow", summary.flow());
        json.writeNumberProperty("version", summary.version());
        json.writeStringProperty("language", summary.language());
        json.writeObjectPropertyStart("consent");
        json.writeBooleanProperty("use", true);
        json.writeBooleanProperty("keep", summary.keep());
        json.writeBooleanProperty("couple", summary.couple());
        json.writeEndObject();
        json.writeArrayPropertyStart("answers");
        for (Summary.Line line : summary.lines()) {
            json.writeStartObject();
            json.writeStringProperty("at", line.at());
            json.writeStringProperty("question", line.question());
            json.writeStringProperty("answer", line.answer());
            apart(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
