package unsaid.format;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import unsaid.flow.Rule;

/// Writes findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS 2020), which code
/// review tools show beside the line.
final class Sarif {
    static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private final JsonGenerator json;
    private final String folder;

    Sarif(JsonGenerator json, String folder) {
        this.json = json;
        this.folder = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    void write(List<Found> found, String version) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(version);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        found.forEach(this::result);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(String version) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Unsaid");
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        for (Rule rule : Rule.values()) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.id());
            message("shortDescription", rule.meaning());
            message("help", rule.wayOut());
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", rule.severity().word());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Found found) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", found.finding().rule());
        json.writeNumberProperty("ruleIndex", Report.index(found.finding().rule()));
        json.writeStringProperty("level", found.finding().severity().word());
        message("message", found.finding().message() + "\n" + found.finding().wayOut());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", folder + found.file());
        json.writeStringProperty("uriBaseId", ROOT);
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", found.line());
        json.writeNumberProperty("startColumn", found.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void message(String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
