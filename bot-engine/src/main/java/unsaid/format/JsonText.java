package unsaid.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import unsaid.flow.Finding;
import unsaid.flow.Rule;

/// Reads JSON strictly (RFC 8259), with the place of every key and value. Every duplicate key is
/// told; a text that is no JSON is told once, at the place where it stops being JSON.
final class JsonText {
    /// Longest file, in characters.
    static final int LENGTH = 64_000_000;

    /// Deepest nesting of objects and lists.
    static final int DEPTH = 60;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH)
                                    .maxStringLength(100_000)
                                    .maxNumberLength(40)
                                    .maxDocumentLength(LENGTH)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final List<Found> found;
    private final String file;

    private JsonText(JsonParser parser, String file, List<Found> found) {
        this.parser = parser;
        this.file = file;
        this.found = found;
    }

    /// @param file what the file is called in messages
    /// @return null if the text is no JSON; `found` then says why
    static @Nullable Json read(String text, String file, List<Found> found) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            JsonText reader = new JsonText(parser, file, found);
            if (parser.nextToken() == null) {
                found.add(
                        Found.at(
                                file,
                                Json.Spot.START,
                                Finding.of(
                                        Rule.NOT_JSON,
                                        "",
                                        "the file is empty",
                                        "write a flow into it")));
                return null;
            }
            Json json = reader.value();
            if (parser.nextToken() != null) {
                found.add(
                        Found.at(
                                file,
                                reader.spot(),
                                Finding.of(
                                        Rule.NOT_JSON,
                                        "",
                                        "something stands behind the end",
                                        "remove what follows the last }")));
            }
            return json;
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            Json.Spot spot =
                    where == null || where.getLineNr() < 1
                            ? Json.Spot.START
                            : new Json.Spot(where.getLineNr(), Math.max(1, where.getColumnNr()));
            found.add(
                    Found.at(
                            file,
                            spot,
                            Finding.of(
                                    Rule.NOT_JSON,
                                    "",
                                    "this is not JSON from here on: "
                                            + plain(e.getOriginalMessage()),
                                    "look for a missing or extra comma, quote or bracket here or in the line above")));
            return null;
        }
    }

    private Json value() {
        Json.Spot at = spot();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new Json.Str(at, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(at, parser.getDoubleValue());
            case VALUE_TRUE -> new Json.Bool(at, true);
            case VALUE_FALSE -> new Json.Bool(at, false);
            default -> new Json.Nul(at);
        };
    }

    private Json object(Json.Spot at) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Json.Spot keyAt = spot();
            String key = parser.currentName();
            parser.nextToken();
            Json.Member member = new Json.Member(keyAt, value());
            if (members.putIfAbsent(key, member) != null) {
                found.add(
                        Found.at(
                                file,
                                keyAt,
                                Finding.of(
                                        Rule.DUPLICATE_KEY,
                                        "",
                                        "\"" + key + "\" stands twice in the same { }",
                                        "keep one of them; the other would be ignored")));
            }
        }
        return new Json.Obj(at, members);
    }

    private Json array(Json.Spot at) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Arr(at, items);
    }

    private Json.Spot spot() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Json.Spot(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static String plain(@Nullable String message) {
        String text = message == null ? "" : message.lines().findFirst().orElse("");
        return text.length() > 160 ? text.substring(0, 160) + " …" : text;
    }
}
