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

    private static final int LONGEST = 100_000;
    private static final int DIGITS = 40;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH)
                                    .maxStringLength(LONGEST)
                                    .maxNumberLength(DIGITS)
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
        Broken.Fault strange = Broken.encoding(content);
        if (strange != null) {
            return refuse(content, strange, file, found);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            JsonText reader = new JsonText(parser, file, found);
            Json json = parser.nextToken() == null ? null : reader.value();
            if (json != null && parser.nextToken() == null) {
                return json;
            }
        } catch (JacksonException e) {
            // Its words are for programmers: what is wrong is found out below.
        }
        return refuse(content, Broken.in(content), file, found);
    }

    private static @Nullable Json refuse(
            String text, Broken.@Nullable Fault fault, String file, List<Found> found) {
        found.add(
                fault == null
                        ? Found.at(
                                file,
                                Json.Spot.START,
                                Finding.of(
                                        Rule.NOT_JSON,
                                        "",
                                        "this file is beyond what can be read: "
                                                + DEPTH
                                                + " brackets within each other, a text of "
                                                + LONGEST
                                                + " characters, a number of "
                                                + DIGITS
                                                + " digits",
                                        "make several flows of it"))
                        : Found.at(
                                file,
                                fault.spot(text),
                                Finding.of(Rule.NOT_JSON, "", fault.message(), fault.wayOut())));
        return null;
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
}
