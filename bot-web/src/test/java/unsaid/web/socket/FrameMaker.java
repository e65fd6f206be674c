package unsaid.web.socket;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Frames of a visitor who means ill, or whose page is broken.
final class FrameMaker {
    /// Stands in texts that a reply which refuses must not repeat.
    static final String WORDS = "Wz9SecretWords";

    private static final List<String> COMMANDS =
            List.of(
                    "back", "change", "skip", "unsure", "enough", "restart", "help", "export",
                    "unkeep");
    private static final List<String> FLOWS =
            List.of("naming-fears", "safety", "welcome", "none", "../x", "");

    private final RandomGenerator chance;
    private final Garbler garbler;

    FrameMaker(RandomGenerator chance) {
        this.chance = chance;
        this.garbler = new Garbler(chance);
    }

    /// @param turn the last turn the visitor saw; empty if there is no conversation
    String frame(JsonNode turn) {
        if (turn.isEmpty() && chance.nextBoolean()) {
            return start("\"id\":\"s" + chance.nextInt(1_000) + "\"");
        }
        return switch (chance.nextInt(10)) {
            case 0 -> garbler.noise();
            case 1 -> garbler.json(6);
            case 2 -> garbler.spoilt(good(turn));
            case 3 -> chance.nextInt(20) == 0 ? garbler.nested() : garbler.spoilt(good(turn));
            default -> good(turn);
        };
    }

    /// A frame of the right form. What it says may make no sense.
    private String good(JsonNode turn) {
        JsonNode ask = turn.path("ask");
        String to = chance.nextInt(8) == 0 ? WORDS : ask.path("id").asString("1.x/y");
        String id = "\"id\":\"f" + chance.nextInt(1_000) + "\"";
        return switch (chance.nextInt(40)) {
            case 0 -> start(id);
            case 1 ->
                    "{\"type\":\"resume\","
                            + id
                            + ",\"token\":\""
                            + token()
                            + "\",\"after\":"
                            + chance.nextInt(4)
                            + "}";
            case 2, 3, 4, 5, 6 -> command(id, to, turn);
            case 7, 8, 9, 10, 11, 12 ->
                    "{\"type\":\"answer\","
                            + id
                            + ",\"to\":\""
                            + to
                            + "\",\"text\":"
                            + words()
                            + "}";
            default ->
                    "{\"type\":\"answer\","
                            + id
                            + ",\"to\":\""
                            + to
                            + "\",\"value\":"
                            + value(ask)
                            + "}";
        };
    }

    private String start(String id) {
        return "{\"type\":\"start\",\"agreed\":true,"
                + id
                + ",\"flow\":\""
                + garbler.pick(FLOWS)
                + "\",\"language\":\""
                + garbler.pick(List.of("en", "de", "x", "zz-ZZ-zz"))
                + "\"}";
    }

    private String command(String id, String to, JsonNode turn) {
        String name =
                switch (chance.nextInt(600)) {
                    case 0 -> "keep"; // slow on purpose
                    case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> "erase";
                    default -> garbler.pick(COMMANDS);
                };
        String more =
                switch (name) {
                    case "change" -> ",\"at\":\"" + place(turn) + "\"";
                    case "skip", "unsure" -> ",\"to\":\"" + to + "\"";
                    default -> "";
                };
        return "{\"type\":\"command\"," + id + ",\"name\":\"" + name + "\"" + more + "}";
    }

    private String place(JsonNode turn) {
        JsonNode history = turn.path("history");
        return history.isEmpty()
                ? turn.path("ask").path("at").asString(WORDS)
                : history.path(chance.nextInt(history.size())).path("at").asString(WORDS);
    }

    private String token() {
        byte[] bits = new byte[32];
        chance.nextBytes(bits);
        return chance.nextBoolean()
                ? java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bits)
                : WORDS;
    }

    private String words() {
        return chance.nextInt(30) == 0
                ? garbler.huge()
                : garbler.pick(
                        List.of(
                                "\"yes\"",
                                "\"no\"",
                                "\"7\"",
                                "\"I do not want to live any more\"",
                                "\"yesterday\"",
                                "\"the first one\"",
                                "\"1, 2 and 3\"",
                                "\"{mood}\"",
                                "\"" + WORDS + "\"",
                                "\"\\n\\t\\u0000\"",
                                "\"-1e308\"",
                                "\"\ud83d\ude00\""));
    }

    private String value(JsonNode ask) {
        JsonNode options = ask.path("options");
        return switch (chance.nextInt(20)) {
            case 0 -> garbler.json(4);
            case 1 -> garbler.number();
            case 2 -> String.valueOf(chance.nextInt(-1, 12));
            case 3 -> "{\"value\":" + one(options) + ",\"text\":" + words() + "}";
            case 4 -> "[" + one(options) + "," + one(options) + "]";
            case 5 -> words();
            case 6 -> one(options);
            default -> fitting(ask, options);
        };
    }

    private String fitting(JsonNode ask, JsonNode options) {
        return switch (ask.path("type").asString("")) {
            case "scale", "number" ->
                    String.valueOf(
                            chance.nextInt(
                                    ask.path("min").asInt(0), ask.path("max").asInt(10) + 1));
            case "multi" -> "[" + one(options) + "]";
            case "list" -> "[" + words() + "," + words() + "]";
            case "rank" -> "[" + all(ask.path("items")) + "]";
            case "date" -> "\"2026-01-1" + chance.nextInt(10) + "\"";
            case "text" -> words();
            default -> one(options);
        };
    }

    private static String all(JsonNode items) {
        StringBuilder all = new StringBuilder();
        for (JsonNode each : items) {
            all.append(all.isEmpty() ? "" : ",").append(each.path("value"));
        }
        return all.toString();
    }

    private String one(JsonNode options) {
        return options.isEmpty()
                ? words()
                : options.path(chance.nextInt(options.size())).path("value").toString();
    }
}
