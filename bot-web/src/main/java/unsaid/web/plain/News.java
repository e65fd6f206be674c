package unsaid.web.plain;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.engine.Linked;
import unsaid.flow.Step;

/// What a reply tells beside where the visitor stands. A frame that comes twice gets its reply as
/// it was sent the first time, and that is a text of the wire.
sealed interface News {
    record Nothing() implements News {}

    /// @param code as on the wire
    record Problem(String code, String message) implements News {}

    record Kept(String code, String until) implements News {}

    record NotKept() implements News {}

    /// @param says the last words
    /// @param links where some of them lead
    record Erased(List<String> says, List<Linked> links) implements News {}

    record Summary(JsonNode frame) implements News {}

    static News of(List<String> replies) {
        News news = new Nothing();
        for (String reply : replies) {
            News more = of(JsonMapper.shared().readTree(reply));
            news = more instanceof Nothing ? news : more;
        }
        return news;
    }

    private static News of(JsonNode frame) {
        return switch (frame.path("type").asString("")) {
            case "problem" ->
                    new Problem(
                            frame.path("code").asString(""), frame.path("message").asString(""));
            case "kept" ->
                    frame.has("code")
                            ? new Kept(
                                    frame.path("code").asString(""),
                                    frame.path("until").asString(""))
                            : new NotKept();
            case "erased" -> new Erased(List.of(), List.of());
            case "summary" -> new Summary(frame);
            case "turn" ->
                    frame.path("erased").asBoolean(false)
                            ? new Erased(texts(frame.path("says")), links(frame.path("links")))
                            : new Nothing();
            default -> new Nothing();
        };
    }

    private static List<String> texts(JsonNode many) {
        List<String> all = new ArrayList<>();
        many.forEach(each -> all.add(each.asString("")));
        return all;
    }

    private static List<Linked> links(JsonNode many) {
        List<Linked> all = new ArrayList<>();
        for (JsonNode each : many) {
            boolean paid = each.path("paid").asBoolean(false);
            Step.Link to = new Step.Link(each.path("href").asString(""), paid);
            all.add(new Linked(each.path("say").asInt(), to));
        }
        return all;
    }
}
