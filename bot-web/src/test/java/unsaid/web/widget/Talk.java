package unsaid.web.widget;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of one conversation, played from a list of turns. It keeps the promises of the
/// wire: a frame sent again gets the same reply, and a visitor who resumes gets what was missed.
final class Talk {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<ObjectNode> script = new ArrayDeque<>();
    private final Map<String, String> replies = new HashMap<>();
    private final List<String> history = new ArrayList<>();
    private @Nullable WebSocketRoute socket;
    private @Nullable ObjectNode latest;
    private int seq;

    /// Every frame that came, oldest first.
    final List<JsonNode> heard = new ArrayList<>();

    /// What counted: the answers and commands that were new.
    final List<JsonNode> counted = new ArrayList<>();

    /// While set, frames are taken in but the reply is lost on its way.
    boolean mute;

    /// While set, nobody gets through.
    boolean down;

    /// While set, no conversation can begin.
    boolean full;

    /// The conversation was forgotten: resuming is refused.
    boolean forgot;

    /// The review of the flow is complete.
    boolean reviewed;

    /// Adds turns; each is the JSON of a turn without its `type`, `seq` and `accepted`.
    Talk then(String... turns) {
        for (String turn : turns) script.add((ObjectNode) JSON.readTree(turn));
        return this;
    }

    /// Adds a turn that asks.
    Talk asks(String says, String ask) {
        return then(
                """
                {"says":["%s"],"ask":{"id":"q%d","at":"flow/step%d",%s},"can":["back","change","skip","unsure","enough","help","restart","export","keep"],"progress":0.4}
                """
                        .formatted(says, script.size(), script.size(), ask));
    }

    void serve(BrowserContext context) {
        context.routeWebSocket(Pattern.compile(".*/socket"), this::connect);
    }

    /// Cuts the line.
    void cut() {
        if (socket != null) socket.close();
    }

    /// Sends a frame of its own accord.
    void send(String frame) {
        if (socket != null) socket.send(frame);
    }

    List<String> answers() {
        return counted.stream()
                .filter(f -> f.path("type").asString().equals("answer"))
                .map(f -> f.has("text") ? f.path("text").asString() : f.path("value").toString())
                .toList();
    }

    List<String> commands() {
        return heard.stream()
                .filter(f -> f.path("type").asString().equals("command"))
                .map(f -> f.path("name").asString())
                .toList();
    }

    private void connect(WebSocketRoute route) {
        if (down) {
            route.close();
            return;
        }
        socket = route;
        route.onMessage(frame -> take(route, (ObjectNode) JSON.readTree(frame.text())));
    }

    private void take(WebSocketRoute route, ObjectNode frame) {
        heard.add(frame);
        String id = frame.path("id").asString();
        switch (frame.path("type").asString()) {
            case "start" -> {
                if (full) {
                    route.send(
                            "{\"type\":\"problem\",\"code\":\"full\",\"message\":\"Please come back in a minute.\",\"id\":\"%s\"}"
                                    .formatted(id));
                    return;
                }
                started(route, id);
                reply(route, id, next(null));
            }
            case "resume" -> resume(route, id, frame.path("after").asInt());
            default -> {
                String known = replies.get(id);
                if (known == null) counted.add(frame);
                reply(route, id, known != null ? known : react(frame, id));
            }
        }
    }

    private void resume(WebSocketRoute route, String id, int after) {
        if (forgot) {
            route.send(
                    "{\"type\":\"problem\",\"code\":\"unknown-conversation\",\"message\":\"Please begin again.\",\"id\":\"%s\"}"
                            .formatted(id));
            return;
        }
        started(route, id);
        if (after < seq && latest != null) {
            ObjectNode turn = latest.deepCopy();
            turn.remove("accepted");
            turn.set("history", JSON.readTree("[" + String.join(",", history) + "]"));
            route.send(turn.toString());
        }
    }

    private void started(WebSocketRoute route, String id) {
        route.send(
                "{\"type\":\"started\",\"id\":\"%s\",\"token\":\"secret-token\",\"flow\":\"f\",\"title\":\"Naming what I am afraid of\",\"language\":\"en\",\"minutes\":8,\"reviewed\":%s}"
                        .formatted(id, reviewed));
    }

    private void reply(WebSocketRoute route, String id, String reply) {
        replies.put(id, reply);
        if (!mute) route.send(reply);
    }

    private String react(JsonNode frame, String id) {
        if (frame.path("name").asString().equals("erase"))
            return "{\"type\":\"erased\",\"id\":\"%s\"}".formatted(id);
        if (frame.path("name").asString().equals("export"))
            return "{\"type\":\"summary\",\"id\":\"%s\",\"title\":\"Notes\",\"lines\":[{\"label\":\"Fear\",\"text\":\"being left\"},{\"label\":\"Is it safe?\",\"text\":\"No\",\"apart\":true}],\"text\":\"all of it\",\"json\":{\"flow\":\"f\",\"consent\":{\"use\":true},\"answers\":[{\"answer\":\"being left\"},{\"answer\":\"No\",\"apart\":true}]}}"
                    .formatted(id);
        if (frame.path("name").asString().equals("keep"))
            return "{\"type\":\"kept\",\"id\":\"%s\",\"code\":\"7K3M-Q0VX-94TB\",\"until\":\"2026-12-24\"}"
                    .formatted(id);
        if (frame.path("name").asString().equals("unkeep"))
            return "{\"type\":\"kept\",\"id\":\"%s\"}".formatted(id);
        if (latest != null && frame.path("type").asString().equals("answer"))
            history.add(
                    "{\"at\":\"flow/old\",\"says\":[\"Earlier words.\"],\"answer\":%s}"
                            .formatted(
                                    JSON.writeValueAsString(
                                            frame.has("text")
                                                    ? frame.path("text").asString()
                                                    : frame.path("value").toString())));
        return next(id);
    }

    private String next(@Nullable String accepted) {
        ObjectNode turn =
                script.isEmpty()
                        ? (ObjectNode)
                                JSON.readTree("{\"says\":[\"That was all.\"],\"end\":\"done\"}")
                        : script.removeFirst();
        if (turn.path("type").asString("").equals("problem")) {
            turn.put("id", accepted);
            return turn.toString();
        }
        turn.put("type", "turn").put("seq", ++seq);
        if (accepted != null) turn.put("accepted", accepted);
        latest = turn;
        return turn.toString();
    }
}
