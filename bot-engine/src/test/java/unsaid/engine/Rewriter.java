package unsaid.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import unsaid.format.Dialogs;

/// An author who changes flow files by chance.
final class Rewriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What an author may do to a file.
    enum Change {
        REWORD,
        SWAP_STEPS,
        INSERT_STEP,
        DELETE_STEP,
        RENAME_STEP,
        MOVE_STEP,
        OTHER_ANSWER,
        ADD_OPTION,
        REMOVE_OPTION,
        RENAME_OPTION,
        TIGHTEN,
        RETARGET,
        CONDITION,
        FLAG,
        UNFLAG,
        REMOVE_LOOP_OR_CALL,
        REMOVE_LULL
    }

    private final RandomGenerator chance;

    Rewriter(RandomGenerator chance) {
        this.chance = chance;
    }

    /// Files after `change`; null if there was nothing to change, or what came of it has errors.
    @Nullable Map<String, String> changed(Map<String, String> files, String file, Change change) {
        ObjectNode flow = (ObjectNode) JSON.readTree(Objects.requireNonNull(files.get(file)));
        if (!apply(flow, change)) {
            return null;
        }
        flow.put("version", flow.path("version").asInt(1) + 1);
        Map<String, String> all = new HashMap<>(files);
        all.put(file, JSON.writeValueAsString(flow));
        return all;
    }

    static @Nullable Library library(Map<String, String> files) {
        return Dialogs.read(files, Dialogs.PRIVACY).library();
    }

    private boolean apply(ObjectNode flow, Change change) {
        ArrayNode steps = (ArrayNode) flow.path("steps");
        return switch (change) {
            case REWORD -> reword(flow);
            case SWAP_STEPS -> {
                int at = chance.nextInt(Math.max(1, steps.size() - 1));
                steps.insert(at, steps.remove(Math.min(at + 1, steps.size() - 1)));
                yield true;
            }
            case INSERT_STEP -> {
                ArrayNode row = anyRow(steps);
                row.insert(
                        chance.nextInt(row.size()),
                        read(
                                "{\"id\":\"new-%d\",\"ask\":\"And this?\",\"answer\":%s}"
                                        .formatted(chance.nextInt(1_000_000), anyAnswer())));
                yield true;
            }
            case DELETE_STEP -> {
                int at = chance.nextInt(Math.max(1, steps.size() - 1));
                String id = steps.remove(at).path("id").asString();
                retarget(flow, id, steps.path(at).path("id").asString());
                yield true;
            }
            case RENAME_STEP, MOVE_STEP -> {
                ObjectNode step = any(allSteps(steps));
                String old = step.path("id").asString();
                String now = old + "-b";
                step.put("id", now);
                retarget(flow, old, now);
                if (change == Change.MOVE_STEP) {
                    flow.withObject("/moved").put(old, now);
                }
                yield true;
            }
            case OTHER_ANSWER -> {
                ObjectNode step = any(allSteps(steps));
                if (step.has("ask")) {
                    step.set("answer", read(anyAnswer()));
                }
                yield step.has("ask");
            }
            case ADD_OPTION -> {
                ArrayNode options = anyOptions(steps);
                if (options != null) {
                    options.insert(
                            chance.nextInt(options.size() + 1),
                            read("{\"value\":\"added\",\"label\":\"Something new\"}"));
                }
                yield options != null;
            }
            case REMOVE_OPTION -> {
                ArrayNode options = anyOptions(steps);
                yield options != null
                        && options.size() > 1
                        && options.remove(chance.nextInt(options.size())) != null;
            }
            case RENAME_OPTION -> {
                ObjectNode option = anyOption(steps);
                yield option != null
                        && option.put("value", option.path("value").asString() + "-b") != null;
            }
            case TIGHTEN -> tighten(any(allSteps(steps)));
            case RETARGET -> {
                ObjectNode option = chance.nextBoolean() ? anyOption(steps) : null;
                String target = any(rows(steps)).path("id").asString();
                if (option != null) {
                    option.put("go", target);
                } else {
                    any(rows(steps)).put("next", target);
                }
                yield true;
            }
            case CONDITION -> {
                ObjectNode option = chance.nextBoolean() ? anyOption(steps) : null;
                (option == null ? any(rows(steps)) : option)
                        .put("if", chance.nextBoolean() ? "coupleLocked" : "not coupleLocked");
                yield true;
            }
            case FLAG -> {
                ObjectNode option = anyOption(steps);
                String[] flags = {"fear", "own", "degrade?", "isolate", "violence", "monitor"};
                yield option != null
                        && option.put("flag", flags[chance.nextInt(flags.length)]) != null;
            }
            case UNFLAG -> {
                boolean any = false;
                for (ObjectNode step : allSteps(steps)) {
                    for (JsonNode option : step.path("answer").path("options")) {
                        any |= ((ObjectNode) option).remove("flag") != null;
                    }
                }
                yield any;
            }
            case REMOVE_LOOP_OR_CALL -> {
                int at = chance.nextInt(steps.size());
                yield (steps.get(at).has("each") || steps.get(at).has("call"))
                        && steps.remove(at) != null;
            }
            case REMOVE_LULL -> flow.remove("lull") != null;
        };
    }

    private boolean reword(ObjectNode flow) {
        flow.put("title", "Another title");
        for (ObjectNode step : allSteps((ArrayNode) flow.path("steps"))) {
            if (step.has("ask")) {
                step.put("ask", "Well. " + step.path("ask").asString());
            }
            for (JsonNode option : step.path("answer").path("options")) {
                if (option.path("label").asString("").length() < 40 && option.has("label")) {
                    ((ObjectNode) option).put("label", option.path("label").asString() + " …");
                }
            }
        }
        return true;
    }

    private static boolean tighten(ObjectNode step) {
        if (!(step.path("answer") instanceof ObjectNode answer)) {
            return false;
        }
        switch (answer.path("type").asString()) {
            case "scale", "number" -> answer.put("max", 4);
            case "text" -> answer.put("length", 4);
            case "list" -> answer.put("max", 1).put("length", 20);
            case "multi" -> answer.put("min", 1).put("max", 1);
            case "pick" -> answer.put("min", 2).put("max", 2);
            case "date" -> answer.put("max", "2001-01-01");
            default -> {
                return false;
            }
        }
        return true;
    }

    private String anyAnswer() {
        String[] answers = {
            "{\"type\":\"text\",\"length\":40}",
            "{\"type\":\"yesno\"}",
            "{\"type\":\"scale\",\"min\":0,\"max\":5}",
            "{\"type\":\"list\",\"of\":\"text\",\"max\":3}",
            "{\"type\":\"date\"}",
            "{\"type\":\"choice\",\"options\":[{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"b\",\"label\":\"B\"}]}"
        };
        return answers[chance.nextInt(answers.length)];
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static List<ObjectNode> rows(ArrayNode steps) {
        List<ObjectNode> all = new ArrayList<>();
        steps.forEach(step -> all.add((ObjectNode) step));
        return all;
    }

    private static List<ObjectNode> allSteps(ArrayNode steps) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode step : rows(steps)) {
            all.add(step);
            if (step.path("steps") instanceof ArrayNode inner) {
                all.addAll(allSteps(inner));
            }
        }
        return all;
    }

    private ArrayNode anyRow(ArrayNode steps) {
        List<ArrayNode> found = new ArrayList<>(List.of(steps));
        for (ObjectNode step : allSteps(steps)) {
            if (step.path("steps") instanceof ArrayNode inner) {
                found.add(inner);
            }
        }
        return any(found);
    }

    private @Nullable ArrayNode anyOptions(ArrayNode steps) {
        List<ArrayNode> found = new ArrayList<>();
        for (ObjectNode step : allSteps(steps)) {
            if (step.path("answer").path("options") instanceof ArrayNode options) {
                found.add(options);
            }
        }
        return found.isEmpty() ? null : any(found);
    }

    private @Nullable ObjectNode anyOption(ArrayNode steps) {
        ArrayNode options = anyOptions(steps);
        return options == null || !(any(List.of(options)).path(0) instanceof ObjectNode)
                ? null
                : (ObjectNode) options.get(chance.nextInt(options.size()));
    }

    /// Leads every way to `old` to `now` instead.
    private static void retarget(JsonNode node, String old, String now) {
        if (node instanceof ObjectNode object) {
            for (String field : List.of("go", "else", "next", "enough")) {
                if (object.path(field).isString() && object.path(field).asString().equals(old)) {
                    object.put(field, now);
                }
            }
        }
        node.forEach(inner -> retarget(inner, old, now));
    }
}
