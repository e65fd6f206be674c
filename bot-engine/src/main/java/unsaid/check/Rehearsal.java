package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script.Line;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;
import unsaid.expression.Item;
import unsaid.expression.Value;

/// Plays a conversation test on the real engine.
public final class Rehearsal {
    private final Engine engine;
    private final Script script;
    private final List<Fault> faults = new ArrayList<>();
    private final Footsteps footsteps;
    private final List<String> transcript = new ArrayList<>();
    private final StringBuilder heard = new StringBuilder();
    private @Nullable Conversation conversation;
    private @Nullable Turn turn;
    private final Set<String> helplines = new TreeSet<>();
    private Turn.@Nullable Card card;
    private @Nullable Fault unfit;
    private int misses;

    private Rehearsal(Engine engine, Script script) {
        this.engine = engine;
        this.script = script;
        this.footsteps = new Footsteps(engine.library());
    }

    /// What came of a test.
    ///
    /// @param faults what was not as expected; empty: the test passed
    /// @param visited steps come to, as `flow/step`
    /// @param tapped options chosen, as `flow/step=value`
    /// @param ways taken, as `flow/from>to`; see [Ways] for those out of the flow
    /// @param retries words for an answer that did not fit that were heard, as `flow/step#0`
    /// @param languages spoken, as `flow:en`
    /// @param transcript what was said, one after the other; a visitor's begins with `> `
    public record Result(
            List<Fault> faults,
            Set<String> visited,
            Set<String> tapped,
            Set<String> ways,
            Set<String> retries,
            Set<String> languages,
            List<String> transcript) {}

    /// Something that was not as expected.
    ///
    /// @param pointer JSON pointer of the line or the expectation, within the test
    /// @param message what was expected
    /// @param instead what was so instead; empty: the message says it all
    public record Fault(String pointer, String message, String instead) {
        @Override
        public String toString() {
            return instead.isEmpty() ? message : message + ", " + instead;
        }
    }

    public static Result of(Engine engine, Script script) {
        return new Rehearsal(engine, script).play();
    }

    private Result play() {
        if (engine.start(script.flow(), script.language(), script.door())
                instanceof Outcome.Played played) {
            footsteps.begun(played.conversation());
            hear(played);
        } else {
            fault("/flow", "there is no flow “" + script.flow() + "”", "");
        }
        for (int i = 0; i < script.lines().size(); i++) {
            Line line = script.lines().get(i);
            if (turn == null || unfit != null && !(line instanceof Line.Hears)) {
                break;
            }
            if (!play(line, "/talk/" + i)) {
                break;
            }
        }
        if (unfit != null) {
            faults.add(unfit);
        }
        if (faults.isEmpty()) {
            judge();
        }
        Footsteps.Trace trace = footsteps.trace();
        return new Result(
                List.copyOf(faults),
                trace.steps(),
                trace.tapped(),
                trace.edges(),
                trace.retries(),
                trace.languages(),
                List.copyOf(transcript));
    }

    private boolean play(Line line, String where) {
        String words = words(line);
        if (words != null) {
            transcript.add("> " + words);
        }
        return switch (line) {
            case Line.Hears(String text) -> hears(text, where);
            case Line.Lacks(var options) -> lacks(options, where);
            case Line.Chooses(var picks, boolean many) -> choose(picks, many, where);
            case Line.Writes(String text) -> write(text, where);
            case Line.Gives(Object value) -> give(value, where);
            case Line.Does(String command) -> does(command, where);
            case Line.Changes(String step) -> change(step, where);
        };
    }

    private boolean change(String step, String where) {
        String flow = script.flow() + "/";
        List<String> answered = conversation == null ? List.of() : conversation.answered(flow);
        if (answered.contains(step)) {
            return event(new Event.Reopened(flow + step), where);
        }
        return fault(
                where,
                "“" + step + "” has no answer here that could be changed",
                answered.isEmpty()
                        ? "nothing has one yet"
                        : "answered are " + String.join(", ", answered));
    }

    /// What the visitor says with it; null: nothing, it only looks.
    private @Nullable String words(Line line) {
        return switch (line) {
            case Line.Hears _, Line.Lacks _ -> null;
            case Line.Chooses(var picks, _) ->
                    picks.stream().map(this::label).collect(Collectors.joining(", "));
            case Line.Writes(String text) -> text.replace("\n", "\n> ");
            case Line.Gives(Double number) -> word(new Value.Num(number));
            case Line.Gives(Object value) -> given(value);
            case Line.Does(String command) -> "(" + command + ")";
            case Line.Changes(String step) -> "(change " + step + ")";
        };
    }

    private String given(Object value) {
        Question question = question();
        return value instanceof Map<?, ?> piles
                        && question != null
                        && question.wants() instanceof Wants.Sort(var items, var buckets)
                ? piles.entrySet().stream()
                        .map(pile -> label(pile.getKey(), buckets) + ": " + pile(pile, items))
                        .collect(Collectors.joining("; "))
                : value.toString();
    }

    private static String pile(Map.Entry<?, ?> pile, List<Tap> items) {
        List<?> inside = pile.getValue() instanceof List<?> many ? many : List.of();
        return inside.stream().map(item -> label(item, items)).collect(Collectors.joining(", "));
    }

    private static String label(@Nullable Object value, List<Tap> taps) {
        return taps.stream()
                .filter(tap -> tap.value().equals(value))
                .map(Tap::label)
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private String label(Script.Pick pick) {
        Question question = question();
        Tap tap = question == null ? null : tap(question.wants(), pick.option());
        return (tap == null ? pick.option() : tap.label())
                + (pick.text() == null ? "" : ": “" + pick.text() + "”");
    }

    private boolean hears(String text, String where) {
        if (heard.toString().contains(text)) {
            unfit = null;
            return true;
        }
        return unfit == null
                && fault(
                        where,
                        "expected to hear “" + text + "”",
                        "heard “" + heard.toString().strip() + "”");
    }

    private boolean lacks(List<String> options, String where) {
        Question question = question();
        if (question == null) {
            return fault(where, "nothing is asked any more", "");
        }
        for (String option : options) {
            if (tap(question.wants(), option) != null) {
                return fault(
                        where,
                        "“" + question.text() + "” should not show the option “" + option + "”",
                        shown(question.wants()));
            }
        }
        return true;
    }

    private boolean choose(List<Script.Pick> picks, boolean many, String where) {
        Question question = question();
        if (question == null) {
            return fault(where, "nothing is asked any more", "");
        }
        List<Given.Chosen> chosen = new ArrayList<>();
        for (Script.Pick pick : picks) {
            Tap tap = tap(question.wants(), pick.option());
            if (tap == null) {
                return fault(
                        where,
                        "“" + question.text() + "” shows no option “" + pick.option() + "”",
                        shown(question.wants()));
            }
            chosen.add(new Given.Chosen(tap.value(), pick.text()));
        }
        return answer(
                many || severalWanted(question.wants())
                        ? new Given.Several(chosen)
                        : chosen.getFirst(),
                where);
    }

    private static boolean severalWanted(Wants wants) {
        return wants instanceof Wants.Multi
                || wants instanceof Wants.Rank
                || wants instanceof Wants.Pick;
    }

    private boolean write(String text, String where) {
        Question question = question();
        if (question == null) {
            return fault(where, "nothing is asked any more", "");
        }
        return switch (question.wants()) {
            case Wants.Text _ -> answer(new Given.Written(text), where);
            case Wants.Texts _ -> answer(new Given.Lines(text.lines().toList()), where);
            default -> event(new Event.Wrote(question.id(), text), where);
        };
    }

    private boolean give(Object value, String where) {
        return switch (value) {
            case Number number -> answer(new Given.Amount(number.doubleValue()), where);
            case String text when isNumberInQuotes(text) ->
                    fault(
                            where,
                            asked() + "wants a number, and \"" + text.strip() + "\" is a text",
                            "write it without quotes: " + text.strip());
            case String text -> answer(new Given.Written(text), where);
            case List<?> lines ->
                    answer(new Given.Lines(lines.stream().map(String::valueOf).toList()), where);
            case Map<?, ?> piles -> {
                Map<String, List<String>> sorted = new java.util.LinkedHashMap<>();
                piles.forEach((bucket, items) ->
                        sorted.put(
                                String.valueOf(bucket),
                                items instanceof List<?> list
                                        ? list.stream().map(String::valueOf).toList()
                                        : List.of()));
                yield answer(new Given.Piles(sorted), where);
            }
            default -> fault(where, "this kind of value cannot be given", "");
        };
    }

    private boolean isNumberInQuotes(String text) {
        Question question = question();
        return question != null
                && (question.wants() instanceof Wants.Scale
                        || question.wants() instanceof Wants.Number)
                && text.strip().matches("-?[0-9]+([.][0-9]+)?");
    }

    private String asked() {
        Question question = question();
        return question == null ? "" : "“" + question.text() + "” ";
    }

    private boolean does(String command, String where) {
        return switch (command) {
            case "skip" -> answer(new Given.Skipped(), where);
            case "unsure" -> answer(new Given.NotKnown(), where);
            case "back" -> event(new Event.Back(), where);
            case "enough" -> event(new Event.Enough(), where);
            case "help" -> event(new Event.Help(), where);
            case "restart" -> event(new Event.Restart(), where);
            default -> fault(where, "there is no command “" + command + "”", "");
        };
    }

    private boolean answer(Given given, String where) {
        Question question = question();
        return question == null
                ? fault(where, "nothing is asked any more", "")
                : event(new Event.Answered(question.id(), given), where);
    }

    private boolean event(Event event, String where) {
        Conversation before = conversation;
        if (before == null) {
            return false;
        }
        Question asked = question();
        switch (engine.advance(before, event)) {
            case Outcome.Refused refused -> {
                return refused(refused, asked, where);
            }
            case Outcome.Played played -> {
                footsteps.played(event, asked, played.conversation());
                misses = 0;
                hear(played);
                return true;
            }
        }
    }

    /// An answer that does not fit is no fault if the test goes on with what is said to it.
    private boolean refused(Outcome.Refused refused, @Nullable Question asked, String where) {
        Fault fault =
                new Fault(
                        where,
                        "refused as "
                                + refused.reason().name().toLowerCase(Locale.ROOT)
                                + (asked == null
                                        ? ""
                                        : ", where “"
                                                + asked.text()
                                                + "” (step "
                                                + asked.at().substring(asked.at().indexOf('/') + 1)
                                                + ") was asked"),
                        "the bot said “" + refused.message() + "”");
        if (refused.reason() != Outcome.Reason.UNFIT || asked == null) {
            faults.add(fault);
            return false;
        }
        footsteps.refused(asked.at());
        List<String> retry = refused.retry();
        heard.setLength(0);
        heard.append(
                retry.isEmpty()
                        ? refused.message()
                        : retry.get(Math.min(misses, retry.size() - 1)));
        transcript.add(heard.toString());
        misses++;
        unfit = fault;
        return true;
    }

    private void hear(Outcome.Played played) {
        Turn next = played.turn();
        conversation = played.conversation();
        turn = next;
        card = next.card() == null ? card : next.card();
        helplines.addAll(next.helplines());
        heard.setLength(0);
        next.says().forEach(said -> heard.append(said).append('\n'));
        next.links().forEach(link -> heard.append(link.to().address()).append('\n'));
        if (next.asks() != null) {
            heard.append(next.asks().text()).append('\n');
        }
        if (next.card() != null) {
            next.card()
                    .lines()
                    .forEach(line ->
                            heard.append(line.label() == null ? "" : line.label() + ": ")
                                    .append(line.text())
                                    .append('\n'));
        }
        transcript.add(heard.toString().strip());
    }

    private void judge() {
        Script.Expect expect = script.expect();
        Set<String> visited = footsteps.trace().steps();
        Turn last = turn;
        Conversation now = conversation;
        if (last == null || now == null) {
            return;
        }
        String end = last.ending() == null ? null : last.ending().name().toLowerCase(Locale.ROOT);
        if (expect.end() != null && !expect.end().equals(end)) {
            fault(
                    "/expect/end",
                    "the end: expected " + expect.end(),
                    "was " + (end == null ? "still talking at " + now.open() : end));
        }
        if (expect.asks() != null
                && !(script.flow() + "/" + expect.asks()).equals(now.open())
                && !expect.asks().equals(now.open())) {
            fault(
                    "/expect/asks",
                    "the open question: expected " + expect.asks(),
                    "was " + now.open());
        }
        for (String step : expect.visited()) {
            if (!visited.contains(step) && !visited.contains(script.flow() + "/" + step)) {
                fault("/expect/visited", "the way: " + step + " was never come to", "");
            }
        }
        for (String step : expect.notVisited()) {
            if (visited.contains(step) || visited.contains(script.flow() + "/" + step)) {
                fault("/expect/not-visited", "the way: " + step + " was come to", "");
            }
        }
        expect.names()
                .forEach((name, value) -> {
                    String is = word(now.values().get(name));
                    if (!value.equals(is)) {
                        fault(
                                "/expect/names/" + name,
                                "the name " + name + ": expected " + value,
                                "was " + is);
                    }
                });
        if (expect.locked() != null && expect.locked() != now.coupleLocked()) {
            fault(
                    "/expect/locked",
                    "features for two: expected " + (expect.locked() ? "locked" : "open"),
                    "");
        }
        for (String topic : expect.helplines()) {
            if (!helplines.contains(topic)) {
                fault(
                        "/expect/helplines",
                        "the help cards: expected " + topic,
                        helplines.isEmpty()
                                ? "none was shown"
                                : "shown were " + String.join(", ", helplines));
            }
        }
        String shown =
                card == null
                        ? ""
                        : card.lines().stream()
                                .map(line ->
                                        (line.label() == null ? "" : line.label() + ": ")
                                                + line.text())
                                .collect(Collectors.joining("\n"));
        for (String text : expect.card()) {
            if (!shown.contains(text)) {
                fault("/expect/card", "the card: expected “" + text + "”", "was “" + shown + "”");
            }
        }
    }

    /// A value as a test file writes it.
    private static String word(@Nullable Value value) {
        return switch (value) {
            case null -> "unset";
            case Value.Truth(boolean is) -> String.valueOf(is);
            case Value.Num(double number) ->
                    number == Math.rint(number)
                            ? String.valueOf((long) number)
                            : String.valueOf(number);
            case Value.Words(String text) -> text;
            case Value.Day(var date) -> date.toString();
            case Value.One(Item item) -> plain(item);
            case Value.Many(var items) ->
                    items.stream().map(Rehearsal::plain).collect(Collectors.joining(", "));
            case Value.Sorted(var buckets) ->
                    buckets.entrySet().stream()
                            .map(bucket -> bucket.getKey() + ": " + word(bucket.getValue()))
                            .collect(Collectors.joining("; "));
            case Value.Rows(var rows) -> rows.size() + " rows";
        };
    }

    private static String plain(Item item) {
        return item.option() == null || !item.words().equals(item.option().label())
                ? item.words()
                : item.key();
    }

    private @Nullable Question question() {
        return turn == null ? null : turn.asks();
    }

    private static @Nullable Tap tap(Wants wants, String option) {
        return taps(wants).stream()
                .filter(tap -> tap.value().equals(option) || tap.label().equals(option))
                .findFirst()
                .orElse(null);
    }

    private static String shown(Wants wants) {
        List<Tap> taps = taps(wants);
        return taps.isEmpty()
                ? "it shows none at all"
                : taps.stream()
                        .map(tap -> "“" + tap.label() + "”")
                        .collect(Collectors.joining(", ", "it shows ", ""));
    }

    private static List<Tap> taps(Wants wants) {
        return switch (wants) {
            case Wants.Choice(var all) -> all;
            case Wants.Multi(var all, _, _) -> all;
            case Wants.YesNo(var all) -> all;
            case Wants.Confirm(var all) -> all;
            case Wants.Rank(var all, _) -> all;
            case Wants.Pick(var all, _, _) -> all;
            case Wants.Sort _,
                    Wants.Scale _,
                    Wants.Number _,
                    Wants.Date _,
                    Wants.Text _,
                    Wants.Texts _ ->
                    List.of();
        };
    }

    private boolean fault(String pointer, String message, String instead) {
        faults.add(new Fault(pointer, message, instead));
        return false;
    }
}
