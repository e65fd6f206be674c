package unsaid.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import unsaid.flow.Rule;

/// Mistakes that authors make, each to be put into any flow at a place that chance chooses.
final class Mistakes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LONG =
            "This is a bubble that goes on and on, and does not come to an end for a while. It says one thing after another. "
                    + "Then it says some more, so that nobody can read it at once.";

    /// One way of getting it wrong.
    ///
    /// @param rule the rule that must find it
    /// @param make makes the mistake; false where the flow has no place for it
    record Mistake(Rule rule, Make make) {}

    interface Make {
        boolean in(Draft draft);
    }

    /// A flow's file while a mistake is put into it.
    static final class Draft {
        final ObjectNode flow;
        final SplittableRandom chance;
        @Nullable String text;

        Draft(String text, SplittableRandom chance) {
            this.flow = (ObjectNode) JSON.readTree(text);
            this.chance = chance;
        }

        String text() {
            return text == null ? JSON.writeValueAsString(flow) : text;
        }

        ArrayNode steps() {
            return (ArrayNode) flow.get("steps");
        }

        /// A step that fits; null if there is none.
        @Nullable ObjectNode step(Predicate<ObjectNode> fits) {
            List<ObjectNode> all = new ArrayList<>();
            for (JsonNode step : steps()) {
                if (fits.test((ObjectNode) step)) {
                    all.add((ObjectNode) step);
                }
            }
            return all.isEmpty() ? null : all.get(chance.nextInt(all.size()));
        }

        boolean change(Predicate<ObjectNode> fits, Consumer<ObjectNode> how) {
            ObjectNode step = step(fits);
            if (step == null) {
                return false;
            }
            how.accept(step);
            return true;
        }

        boolean insert(int at, String step) {
            steps().insert(at, JSON.readTree(step));
            return true;
        }

        /// Puts a step before one that exists, and lets all that led there go through it.
        boolean before(ObjectNode step, String id, String fresh) {
            String whole = JSON.writeValueAsString(flow);
            String old = step.get("id").asString();
            for (String way : List.of("go", "next", "else")) {
                whole =
                        whole.replace(
                                "\"" + way + "\":\"" + old + "\"",
                                "\"" + way + "\":\"" + id + "\"");
            }
            ObjectNode again = (ObjectNode) JSON.readTree(whole);
            ObjectNode made = (ObjectNode) JSON.readTree(fresh);
            made.put("next", old);
            ((ArrayNode) again.get("steps")).add(made);
            text = JSON.writeValueAsString(again);
            return true;
        }

        boolean last(String step) {
            steps().add(JSON.readTree(step));
            return true;
        }
    }

    private Mistakes() {}

    private static boolean asks(ObjectNode step) {
        return step.has("ask");
    }

    private static boolean choice(ObjectNode step) {
        return asks(step)
                && step.path("answer").path("type").asString().equals("choice")
                && step.path("answer").path("options").path(0).has("value");
    }

    private static ArrayNode options(ObjectNode step) {
        return (ArrayNode) step.get("answer").get("options");
    }

    private static ObjectNode option(ObjectNode step, Draft draft) {
        ArrayNode options = options(step);
        int at = draft.chance.nextInt(options.size());
        return (ObjectNode) (options.get(at).has("value") ? options.get(at) : options.get(0));
    }

    private static boolean onward(ObjectNode step) {
        return choice(step) && options(step).size() > 1 && options(step).path(1).has("go");
    }

    private static String id(ObjectNode step) {
        return step.get("id").asString();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /// A question that is come to from the step with the most ways to it.
    private static boolean ask(Draft draft, String fields) {
        ObjectNode step = draft.step(s -> asks(s) && s.path("skip").has("go"));
        return step != null && draft.before(step, "fresh", "{\"id\":\"fresh\"," + fields + "}");
    }

    private static boolean say(Draft draft, String text) {
        return draft.change(
                step -> asks(step) && !step.has("evidence"),
                step -> step.set("say", json("[" + JSON.writeValueAsString(text) + "]")));
    }

    private static boolean condition(Draft draft, String condition) {
        return draft.change(
                step -> choice(step) && step.path("skip").has("go"),
                step -> option(step, draft).put("if", condition));
    }

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        file(all);
        targets(all);
        data(all);
        words(all);
        care(all);
        return all;
    }

    private static void file(List<Mistake> all) {
        all.add(
                new Mistake(
                        Rule.NOT_JSON,
                        draft -> {
                            String text = draft.text();
                            int comma = -1;
                            for (int i = draft.chance.nextInt(1, 9); i > 0; i--) {
                                comma = text.indexOf("},{", comma + 1);
                            }
                            draft.text = text.substring(0, comma + 1) + text.substring(comma + 2);
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.DUPLICATE_KEY,
                        draft -> {
                            draft.text =
                                    draft.text()
                                            .replaceFirst("\"ask\":", "\"id\":\"twice\",\"ask\":");
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.UNKNOWN_FIELD, d -> d.change(s -> asks(s), s -> s.put("hnit", "x"))));
        all.add(
                new Mistake(
                        Rule.MISSING_FIELD, d -> d.change(s -> asks(s), s -> s.remove("answer"))));
        all.add(new Mistake(Rule.WRONG_TYPE, d -> d.change(s -> asks(s), s -> s.put("ask", 7))));
        all.add(
                new Mistake(
                        Rule.BAD_VALUE,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s -> option(s, d).put("value", "Über uns"))));
        all.add(
                new Mistake(
                        Rule.CONTRADICTION,
                        d ->
                                d.change(
                                        s -> asks(s),
                                        s ->
                                                s.set(
                                                        "answer",
                                                        json(
                                                                "{\"type\":\"scale\",\"min\":5,\"max\":1}")))));
        all.add(
                new Mistake(
                        Rule.DUPLICATE_ID,
                        d -> {
                            ObjectNode other = d.step(Mistakes::asks);
                            return other != null
                                    && d.last("{\"id\":\"" + id(other) + "\",\"end\":\"done\"}");
                        }));
        all.add(
                new Mistake(
                        Rule.DUPLICATE_VALUE,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s -> options(s).add(options(s).get(0).deepCopy()))));
        all.add(
                new Mistake(
                        Rule.TWO_KINDS, d -> d.change(s -> asks(s), s -> s.put("end", "done"))));
        all.add(new Mistake(Rule.NO_KIND, d -> d.last("{\"id\":\"nothing\"}")));
        all.add(
                new Mistake(
                        Rule.FORMAT_TOO_NEW,
                        d -> {
                            d.flow.put("format", 2);
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.OVER_LIMIT,
                        d -> d.change(s -> asks(s), s -> s.put("ask", "x".repeat(5_000)))));
    }

    private static void targets(List<Mistake> all) {
        all.add(
                new Mistake(
                        Rule.TARGET_MISSING,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s -> option(s, d).put("go", "nowhere-at-all"))));
        all.add(
                new Mistake(
                        Rule.FLOW_MISSING,
                        d -> d.insert(0, "{\"id\":\"away\",\"call\":\"naming-feers\"}")));
        all.add(
                new Mistake(
                        Rule.FLOW_ABSENT,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s -> option(s, d).put("suggest", "not-there-yet"))));
        all.add(
                new Mistake(
                        Rule.NO_ELSE,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s ->
                                                s.set(
                                                        "next",
                                                        json(
                                                                "[{\"if\":\"tapOnly\",\"go\":\""
                                                                        + options(s)
                                                                                .get(1)
                                                                                .get("go")
                                                                                .asString()
                                                                        + "\"}]")))));
        all.add(
                new Mistake(
                        Rule.FALLS_OFF,
                        d ->
                                d.change(
                                        s -> s.has("end"),
                                        s -> {
                                            s.remove(List.of("end", "show", "erase"));
                                            s.put("say", "Well then.");
                                            d.steps().remove(d.steps().size() - 1);
                                            d.steps().add(s);
                                        })));
        all.add(
                new Mistake(
                        Rule.UNEVEN_OPTIONS,
                        d ->
                                d.change(
                                        s -> onward(s) && !s.has("next"),
                                        s -> ((ObjectNode) options(s).get(1)).remove("go"))));
        all.add(
                new Mistake(
                        Rule.SELF_LOOP,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s -> ((ObjectNode) options(s).get(1)).put("go", id(s)))));
        all.add(
                new Mistake(
                        Rule.NO_END,
                        d -> {
                            d.flow.remove("enough");
                            ObjectNode step = d.step(s -> choice(s) && onward(s));
                            if (step == null) {
                                return false;
                            }
                            step.set("answer", json("{\"type\":\"yesno\"}"));
                            step.put("next", id(step));
                            step.remove(List.of("skip", "unsure"));
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.ONLY_ENOUGH,
                        d ->
                                d.change(
                                        s ->
                                                onward(s)
                                                        && !id(s).equals(
                                                                        d.flow.path("enough")
                                                                                .asString()),
                                        s -> {
                                            s.set("answer", json("{\"type\":\"yesno\"}"));
                                            s.put("next", id(s));
                                            s.remove(List.of("skip", "unsure"));
                                        })));
        all.add(new Mistake(Rule.UNREACHED, d -> d.last("{\"id\":\"island\",\"end\":\"done\"}")));
        all.add(
                new Mistake(
                        Rule.LOOP_WITHOUT_QUESTION,
                        d -> {
                            d.insert(0, "{\"id\":\"round\",\"say\":\"Round.\"}");
                            return d.insert(
                                    1,
                                    "{\"id\":\"again-round\",\"set\":{\"spins\":true},\"next\":[{\"if\":\"tapOnly\",\"go\":\"round\"},{\"else\":\""
                                            + d.steps().get(1).get("id").asString()
                                            + "\"}]}");
                        }));
        all.add(
                new Mistake(
                        Rule.CALL_LOOP,
                        d ->
                                d.insert(
                                        0,
                                        "{\"id\":\"myself\",\"call\":\""
                                                + d.flow.get("flow").asString()
                                                + "\"}")));
    }

    private static void data(List<Mistake> all) {
        all.add(
                new Mistake(
                        Rule.FLOW_MISNAMED,
                        d -> {
                            d.flow.put("flow", d.flow.get("flow").asString() + "s");
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.TARGET_INSIDE,
                        d ->
                                d.last(
                                                "{\"id\":\"rounds\",\"each\":\"them\",\"as\":\"it\",\"steps\":[{\"id\":\"middle\",\"say\":\"Well.\"}],\"next\":\"them\"}")
                                        && d.insert(
                                                0,
                                                "{\"id\":\"them\",\"ask\":\"What?\",\"answer\":{\"type\":\"list\"},\"private\":true,\"skip\":{\"go\":\"middle\"}}")));
        all.add(
                new Mistake(
                        Rule.NAME_TAKEN, d -> d.insert(0, "{\"id\":\"next\",\"say\":\"Well.\"}")));
        all.add(
                new Mistake(
                        Rule.UNUSED_TEXT,
                        d -> {
                            ObjectNode texts =
                                    d.flow.has("texts")
                                            ? (ObjectNode) d.flow.get("texts")
                                            : d.flow.putObject("texts");
                            texts.put("forgotten", "nobody sees this");
                            return true;
                        }));
        all.add(new Mistake(Rule.UNKNOWN_NAME, d -> condition(d, "moood is set")));
        all.add(new Mistake(Rule.UNKNOWN_NAME, d -> say(d, "You said {moood}.")));
        all.add(
                new Mistake(
                        Rule.MAY_BE_UNSET,
                        d -> {
                            ObjectNode asked =
                                    d.step(s -> choice(s) && !d.flow.path("texts").has(id(s)));
                            return asked != null && say(d, "You said “{" + id(asked) + "}”.");
                        }));
        all.add(
                new Mistake(
                        Rule.MAY_BE_UNSET,
                        d ->
                                ask(
                                                d,
                                                "\"private\":true,\"ask\":\"What then?\",\"answer\":{\"type\":\"text\"}")
                                        && both(
                                                d,
                                                "{\"id\":\"echo\",\"say\":\"You wrote “{fresh}”.\"}",
                                                "fresh")));
        all.add(
                new Mistake(
                        Rule.UNKNOWN_VALUE,
                        d -> {
                            ObjectNode asked = d.step(Mistakes::choice);
                            return asked != null && condition(d, id(asked) + " is somehting-else");
                        }));
        all.add(
                new Mistake(
                        Rule.UNKNOWN_FORM,
                        d -> {
                            ObjectNode asked = d.step(Mistakes::choice);
                            return asked != null && say(d, "So {" + id(asked) + ".they}.");
                        }));
        all.add(
                new Mistake(
                        Rule.TYPE_MISMATCH,
                        d -> {
                            ObjectNode asked = d.step(Mistakes::choice);
                            return asked != null && condition(d, id(asked) + " > 3");
                        }));
        all.add(
                new Mistake(
                        Rule.NOT_A_LIST,
                        d ->
                                d.insert(
                                        0,
                                        "{\"id\":\"weigh-it\",\"each\":\"tapOnly\",\"as\":\"one\",\"steps\":[{\"id\":\"strong\",\"say\":\"Hm.\"}]}")));
        all.add(
                new Mistake(
                        Rule.UNUSED_ANSWER,
                        d ->
                                ask(
                                        d,
                                        "\"ask\":\"How strong is it?\",\"answer\":{\"type\":\"scale\"}")));
        all.add(new Mistake(Rule.ALWAYS_TRUE, d -> condition(d, "tapOnly or not tapOnly")));
        all.add(
                new Mistake(
                        Rule.NEVER_TRUE,
                        d -> {
                            ObjectNode asked =
                                    d.step(s ->
                                            choice(s)
                                                    && options(s).size() > 1
                                                    && options(s).get(1).has("value"));
                            return asked != null
                                    && condition(
                                            d,
                                            id(asked)
                                                    + " is "
                                                    + options(asked).get(0).get("value").asString()
                                                    + " and "
                                                    + id(asked)
                                                    + " is "
                                                    + options(asked)
                                                            .get(1)
                                                            .get("value")
                                                            .asString());
                        }));
        all.add(
                new Mistake(
                        Rule.NEVER_TRUE,
                        d ->
                                ask(
                                                d,
                                                "\"ask\":\"How strong is it?\",\"answer\":{\"type\":\"scale\"}")
                                        && condition2(d)));
        all.add(
                new Mistake(
                        Rule.ASKED_LATER,
                        d -> {
                            ObjectNode asked =
                                    d.step(s -> choice(s) && !d.flow.path("takes").has(id(s)));
                            return asked != null
                                    && d.insert(
                                            0,
                                            "{\"id\":\"early\",\"if\":\""
                                                    + id(asked)
                                                    + " is set\",\"say\":\"Hm.\"}");
                        }));
        all.add(
                new Mistake(
                        Rule.SHADOWED,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s -> {
                                            String to = options(s).get(1).get("go").asString();
                                            s.set(
                                                    "next",
                                                    json(
                                                            "[{\"if\":\"tapOnly\",\"go\":\""
                                                                    + to
                                                                    + "\"},{\"if\":\"tapOnly and minor\",\"go\":\""
                                                                    + to
                                                                    + "\"},{\"else\":\""
                                                                    + to
                                                                    + "\"}]"));
                                        })));
        all.add(new Mistake(Rule.SYNTAX, d -> condition(d, "tapOnly and")));
        all.add(new Mistake(Rule.SYNTAX, d -> say(d, "Well {tapOnly")));
        all.add(
                new Mistake(
                        Rule.PHRASE_LOOP,
                        d -> {
                            ObjectNode texts =
                                    d.flow.has("texts")
                                            ? (ObjectNode) d.flow.get("texts")
                                            : d.flow.putObject("texts");
                            texts.set("whirl", json("[{\"else\":\"So {whirl}\"}]"));
                            return say(d, "Well. {whirl}");
                        }));
    }

    /// Adds a step behind a fresh one.
    private static boolean both(Draft d, String step, String before) {
        ObjectNode flow = (ObjectNode) JSON.readTree(d.text());
        ArrayNode steps = (ArrayNode) flow.get("steps");
        ObjectNode last = (ObjectNode) steps.get(steps.size() - 1);
        ObjectNode made = (ObjectNode) JSON.readTree(step);
        made.put("next", last.get("next").asString());
        last.put("next", id(made));
        steps.add(made);
        d.text = JSON.writeValueAsString(flow);
        return id(last).equals(before);
    }

    private static boolean condition2(Draft d) {
        ObjectNode flow = (ObjectNode) JSON.readTree(d.text());
        ArrayNode steps = (ArrayNode) flow.get("steps");
        ObjectNode last = (ObjectNode) steps.get(steps.size() - 1);
        String to = last.get("next").asString();
        last.set(
                "next",
                json("[{\"if\":\"fresh > 10\",\"go\":\"" + to + "\"},{\"else\":\"" + to + "\"}]"));
        d.text = JSON.writeValueAsString(flow);
        return true;
    }

    private static void words(List<Mistake> all) {
        all.add(
                new Mistake(
                        Rule.DUPLICATE_LABEL,
                        d ->
                                d.change(
                                        s ->
                                                choice(s)
                                                        && options(s).size() > 1
                                                        && options(s).get(1).has("label")
                                                        && !options(s).get(0).has("if"),
                                        s ->
                                                ((ObjectNode) options(s).get(1))
                                                        .put(
                                                                "label",
                                                                options(s)
                                                                        .get(0)
                                                                        .get("label")
                                                                        .asString()))));
        all.add(
                new Mistake(
                        Rule.EMPTY_TEXT,
                        d -> d.change(Mistakes::choice, s -> option(s, d).put("label", " "))));
        all.add(new Mistake(Rule.EMPTY_TEXT, d -> say(d, "")));
        all.add(
                new Mistake(
                        Rule.LABEL_IS_COMMAND,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s ->
                                                option(s, d)
                                                        .put(
                                                                "label",
                                                                List.of(
                                                                                "Back", "Help",
                                                                                "Skip", "Stop")
                                                                        .get(
                                                                                d.chance.nextInt(
                                                                                        4))))));
        all.add(new Mistake(Rule.BUBBLE_LONG, d -> say(d, LONG)));
        all.add(
                new Mistake(
                        Rule.SENTENCE_LONG,
                        d ->
                                say(
                                        d,
                                        "You can say it or not say it and go on or go back or sit and rest for as long as you want to.")));
        all.add(
                new Mistake(
                        Rule.TURN_LONG,
                        d ->
                                d.change(
                                        Mistakes::asks,
                                        s ->
                                                s.set(
                                                        "say",
                                                        json(
                                                                "[\"One.\",\"Two.\",\"Three.\",\"Four.\",\"Five.\"]")))));
        all.add(
                new Mistake(
                        Rule.LABEL_LONG,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s ->
                                                option(s, d)
                                                        .put(
                                                                "label",
                                                                "Something that takes far longer to say than a tap"))));
        all.add(
                new Mistake(
                        Rule.MANY_OPTIONS,
                        d ->
                                d.change(
                                        s -> choice(s) && !id(s).equals("country"),
                                        s -> {
                                            for (int i = 0; i < 9; i++) {
                                                ObjectNode more =
                                                        ((ObjectNode) options(s).get(0)).deepCopy();
                                                options(s)
                                                        .add(
                                                                more.put("value", "more-" + i)
                                                                        .put("label", "Way " + i));
                                            }
                                        })));
        all.add(new Mistake(Rule.TWO_QUESTIONS, d -> say(d, "Do you see it?")));
        all.add(
                new Mistake(
                        Rule.HARD_TO_READ,
                        d ->
                                say(
                                        d,
                                        "Emotional regulation necessitates considerable introspective deliberation regarding interpersonal vulnerabilities.")));
        all.add(
                new Mistake(
                        Rule.BANNED_PHRASE,
                        d ->
                                say(
                                        d,
                                        List.of(
                                                        "You should rest.",
                                                        "I understand that.",
                                                        "At least you came.",
                                                        "It will be fine.")
                                                .get(d.chance.nextInt(4)))));
        all.add(
                new Mistake(
                        Rule.GENDERED,
                        d ->
                                say(
                                        d,
                                        List.of("What does he say.", "Your wife knows.")
                                                .get(d.chance.nextInt(2)))));
        all.add(
                new Mistake(
                        Rule.LOUD,
                        d ->
                                say(
                                        d,
                                        List.of(
                                                        "Well done!",
                                                        "A heart \u2764\ufe0f.",
                                                        "This is IMPORTANT.")
                                                .get(d.chance.nextInt(3)))));
        all.add(new Mistake(Rule.READS_BADLY, d -> say(d, "It is  good ,")));
        all.add(new Mistake(Rule.NO_EVIDENCE, d -> say(d, "Write a letter to them tonight.")));
        all.add(
                new Mistake(
                        Rule.TALK_LONG,
                        d -> {
                            for (int i = 0; i < 41; i++) {
                                d.insert(
                                        0,
                                        "{\"id\":\"more-"
                                                + i
                                                + "\",\"ask\":\"And now?\",\"answer\":{\"type\":\"yesno\"}}");
                            }
                            return true;
                        }));
    }

    private static void care(List<Mistake> all) {
        all.add(
                new Mistake(
                        Rule.SAFETY_WEAKENED,
                        d -> d.insert(0, "{\"id\":\"unlock\",\"set\":{\"coupleLocked\":false}}")));
        all.add(
                new Mistake(
                        Rule.PRIVATE_LEAK,
                        d ->
                                d.insert(
                                                0,
                                                "{\"id\":\"secret\",\"private\":true,\"ask\":\"What?\",\"answer\":{\"type\":\"list\"}}")
                                        && d.insert(
                                                1,
                                                "{\"id\":\"which\",\"ask\":\"Which?\",\"answer\":{\"type\":\"pick\",\"from\":\"secret\"}}")));
        all.add(
                new Mistake(
                        Rule.NOT_PRIVATE,
                        d -> ask(d, "\"ask\":\"What?\",\"answer\":{\"type\":\"text\"}")));
        all.add(
                new Mistake(
                        Rule.HELPLINES_UNSEEN,
                        d ->
                                d.change(
                                        s -> s.has("say") && !s.has("ask") && !s.has("end"),
                                        s -> s.set("helplines", json("[\"emergency\"]")))));
        all.add(
                new Mistake(
                        Rule.CANNOT_SKIP,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s -> s.set("skip", json("{\"go\":\"" + id(s) + "\"}")))));
        all.add(
                new Mistake(
                        Rule.UNSURE_SAME,
                        d ->
                                d.change(
                                        s -> onward(s) && s.has("skip"),
                                        s -> s.set("unsure", json("{\"go\":\"" + id(s) + "\"}")))));
        all.add(
                new Mistake(
                        Rule.ENOUGH_FAR,
                        d -> {
                            ObjectNode start =
                                    d.step(s ->
                                            asks(s)
                                                    && s.path("skip").has("go")
                                                    && !s.path("skip")
                                                            .path("go")
                                                            .asString()
                                                            .startsWith("@")
                                                    && !List.of("end", "close")
                                                            .contains(
                                                                    s.path("skip")
                                                                            .path("go")
                                                                            .asString()));
                            if (start == null) {
                                return false;
                            }
                            d.flow.put("enough", id(start));
                            return true;
                        }));
        all.add(
                new Mistake(
                        Rule.HEAVY_NO_AFTERCARE,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s -> {
                                            s.put("depth", 5);
                                            ((ObjectNode) options(s).get(0)).put("go", "mute");
                                            ((ObjectNode) options(s).get(0)).remove("do");
                                            d.last("{\"id\":\"mute\",\"end\":\"done\"}");
                                        })));
        all.add(
                new Mistake(
                        Rule.DEEP_ENDING,
                        d ->
                                d.change(
                                        Mistakes::onward,
                                        s -> {
                                            s.put("depth", 3);
                                            ((ObjectNode) options(s).get(0)).put("go", "abrupt");
                                            ((ObjectNode) options(s).get(0)).remove("do");
                                            d.last(
                                                    "{\"id\":\"abrupt\",\"end\":\"done\",\"say\":\"Goodbye.\"}");
                                        })));
        all.add(
                new Mistake(
                        Rule.PARTNER_UNLOCKED,
                        d ->
                                d.change(
                                        Mistakes::choice,
                                        s -> {
                                            ObjectNode option = option(s, d);
                                            option.put("label", "Tell my partner now");
                                            option.remove("if");
                                        })));
        all.add(
                new Mistake(
                        Rule.FOLLOW_UP_UNASKED,
                        d ->
                                d.insert(
                                                0,
                                                "{\"id\":\"lead\",\"say\":\"Hm.\",\"next\":[{\"if\":\"tapOnly\",\"go\":\"come-again\"},{\"else\":\""
                                                        + d.steps().get(0).get("id").asString()
                                                        + "\"}]}")
                                        && d.last(
                                                "{\"id\":\"come-again\",\"end\":\"done\",\"say\":\"See you.\",\"followUp\":{\"after\":\"P3D\",\"flow\":\"welcome\"}}")));
        all.add(
                new Mistake(
                        Rule.REVIEW_UNCLEAR,
                        d -> {
                            d.flow.set("review", json("{\"by\":\"Dr A\",\"on\":\"last week\"}"));
                            return true;
                        }));
    }
}
