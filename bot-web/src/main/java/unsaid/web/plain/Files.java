package unsaid.web.plain;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a visitor saves. The name is neutral: nobody learns from it where the file came from.
///
/// @param kind end of its name
record Files(String kind, String type, String content) {
    static Files text(String content) {
        return new Files("txt", "text/plain; charset=utf-8", content);
    }

    /// All that a visitor wrote.
    ///
    /// @param whole with what is marked too
    static Files words(JsonNode summary, boolean whole, boolean json) {
        return json
                ? new Files("json", "application/json; charset=utf-8", data(summary, whole))
                : text(lines(summary, whole));
    }

    private static String lines(JsonNode summary, boolean whole) {
        return StreamSupport.stream(summary.path("lines").spliterator(), false)
                .filter(line -> whole || !line.path("apart").asBoolean(false))
                .map(line ->
                        line.path("label").asString("")
                                + "\n"
                                + line.path("text").asString("")
                                + "\n")
                .collect(Collectors.joining("\n", summary.path("title").asString("") + "\n\n", ""));
    }

    private static String data(JsonNode summary, boolean whole) {
        JsonMapper mapper = JsonMapper.shared();
        if (!(summary.path("json") instanceof ObjectNode given)) {
            return "{}";
        }
        ObjectNode data = given.deepCopy();
        ArrayNode answers = data.putArray("answers");
        for (JsonNode answer : given.path("answers")) {
            if (whole || !answer.path("apart").asBoolean(false)) {
                answers.add(answer);
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n";
    }

    String name() {
        return "notes." + kind;
    }
}
