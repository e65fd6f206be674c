package unsaid.format;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import unsaid.engine.Entry;
import unsaid.engine.Given;
import unsaid.engine.Log;

/// A conversation's log as JSON: `{"flow", "door", "version", "language", "turns", "entries",
/// "kept", "open", "noted"}`, each entry with its place (`at`) and one field that says what was
/// given. Reading what was written gives an equal log.
public final class LogText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private LogText() {}

    public static String write(Log log) {
        StringWriter text = new StringWriter(64 + 64 * log.entries().size());
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("flow", log.flow());
            if (log.door() != null) {
                json.writeStringProperty("door", log.door());
            }
            json.writeNumberProperty("version", log.version());
            json.writeStringProperty("language", log.language());
            json.writeNumberProperty("turns", log.turns());
            entries(json, "entries", log.entries());
            entries(json, "kept", log.kept());
            if (log.open() != null) {
                json.writeStringProperty("open", log.open());
            }
            if (!log.noted().isEmpty()) {
                texts(json, "noted", log.noted());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void entries(JsonGenerator json, String name, List<Entry> entries) {
        json.writeArrayPropertyStart(name);
        for (Entry entry : entries) {
            json.writeStartObject();
            json.writeStringProperty("at", entry.at());
            given(json, entry.given());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void given(JsonGenerator json, Given given) {
        switch (given) {
            case Given.Chosen(String key, var text) -> {
                json.writeStringProperty("one", key);
                if (text != null) {
                    json.writeStringProperty("text", text);
                }
            }
            case Given.Several(var chosen) -> {
                json.writeArrayPropertyStart("some");
                for (Given.Chosen each : chosen) {
                    json.writeStartObject();
                    given(json, each);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Given.Amount(double number) -> json.writeNumberProperty("number", number);
            case Given.Written(String words) -> json.writeStringProperty("words", words);
            case Given.Lines(var lines) -> texts(json, "lines", lines);
            case Given.Piles(var piles) -> {
                json.writeObjectPropertyStart("piles");
                piles.forEach((bucket, keys) -> texts(json, bucket, keys));
                json.writeEndObject();
            }
            case Given.Skipped() -> json.writeBooleanProperty("skipped", true);
            case Given.NotKnown() -> json.writeBooleanProperty("unknown", true);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /// @throws IllegalArgumentException if the text is not a log; its message repeats nothing of it
    public static Log read(String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Reader.unknown();
            }
            return new Reader(json).log();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a log: " + e.getClass().getSimpleName());
        }
    }

    private record Reader(JsonParser json) {
        Log log() {
            String flow = "";
            String door = null;
            int version = 0;
            String language = "";
            int turns = 0;
            List<Entry> entries = List.of();
            List<Entry> kept = List.of();
            String open = null;
            List<String> noted = List.of();
            for (String field = field(); field != null; field = field()) {
                switch (field) {
                    case "flow" -> flow = json.getString();
                    case "door" -> door = json.getString();
                    case "version" -> version = json.getIntValue();
                    case "language" -> language = json.getString();
                    case "turns" -> turns = json.getIntValue();
                    case "entries" -> entries = entries();
                    case "kept" -> kept = entries();
                    case "open" -> open = json.getString();
                    case "noted" -> noted = texts();
                    default -> throw unknown();
                }
            }
            return new Log(flow, door, version, language, turns, entries, kept, open, noted);
        }

        /// The next field's name, the parser on its value; null at the object's end.
        private @Nullable String field() {
            return json.nextToken() == JsonToken.END_OBJECT ? null : name();
        }

        private String name() {
            String name = json.currentName();
            json.nextToken();
            return name;
        }

        private List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                field();
                entries.add(new Entry(json.getString(), given()));
            }
            return entries;
        }

        /// Reads the rest of an object: what was given.
        private Given given() {
            String field = field();
            Given given =
                    switch (field) {
                        case "one" -> {
                            String key = json.getString();
                            yield new Given.Chosen(key, field() == null ? null : json.getString());
                        }
                        case "some" -> several();
                        case "number" -> new Given.Amount(json.getDoubleValue());
                        case "words" -> new Given.Written(json.getString());
                        case "lines" -> new Given.Lines(texts());
                        case "piles" -> piles();
                        case "skipped" -> new Given.Skipped();
                        case "unknown" -> new Given.NotKnown();
                        case null, default -> throw unknown();
                    };
            while (json.currentToken() != JsonToken.END_OBJECT) {
                json.nextToken();
            }
            return given;
        }

        private Given.Several several() {
            List<Given.Chosen> chosen = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                chosen.add((Given.Chosen) given());
            }
            json.nextToken();
            return new Given.Several(chosen);
        }

        private Given.Piles piles() {
            Map<String, List<String>> piles = new LinkedHashMap<>();
            for (String bucket = field(); bucket != null; bucket = field()) {
                piles.put(bucket, texts());
            }
            json.nextToken();
            return new Given.Piles(piles);
        }

        private List<String> texts() {
            List<String> texts = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(json.getString());
            }
            return texts;
        }

        private static IllegalArgumentException unknown() {
            return new IllegalArgumentException("unknown field");
        }
    }
}
