package unsaid.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;

/// A visitor who answers by chance: the same seed always takes the same way.
public final class Wanderer {
    /// Events after which a walk is given up as stranded.
    public static final int EVENTS = 400;

    private static final List<String> WORDS =
            List.of(
                    "being left",
                    "he never listens",
                    "{mood}",
                    "<b>not enough</b>",
                    "l'amour",
                    "x",
                    "ich weiß nicht",
                    "🙂 tired");

    private final Engine engine;
    private final RandomGenerator chance;
    private final Manner manner;

    /// How a visitor behaves.
    public enum Manner {
        /// Answers, and now and then skips, does not know, or has had enough.
        PLAIN,
        /// Also goes back, changes answers, asks for help and begins again.
        RESTLESS,
        /// Answers everything.
        ANSWERS,
        /// Skips everything.
        SKIPS,
        /// Never knows.
        UNSURE
    }

    public Wanderer(Engine engine, Manner manner, long seed) {
        this.engine = engine;
        this.manner = manner;
        this.chance = new SplittableRandom(seed);
    }

    /// A walk from the first question to an end, or to another flow.
    ///
    /// @param ended whether it came to an end
    /// @param turns questions answered
    /// @param visits how often each step was come to; steps of the safety flow count for every stay
    ///   anew
    /// @param last where it stood at the end
    /// @param turn what was said last
    public record Walked(
            boolean ended,
            int turns,
            Map<String, Integer> visits,
            List<String> tapped,
            Conversation last,
            Turn turn) {}

    /// @throws IllegalArgumentException if there is no such flow
    /// @throws IllegalStateException if a fitting answer was refused
    public Walked walk(String flow) {
        return walk(flow, "en", _ -> {});
    }

    /// @param language BCP 47 tag the visitor wishes
    /// @param heard is given every turn, the first and the last included
    public Walked walk(String flow, String language, Consumer<Outcome.Played> heard) {
        Conversation conversation;
        Turn turn;
        switch (engine.start(flow, language)) {
            case Outcome.Played played -> {
                conversation = played.conversation();
                turn = played.turn();
                heard.accept(played);
            }
            case Outcome.Refused refused -> throw new IllegalArgumentException(refused.message());
        }
        Map<String, Integer> visits = new LinkedHashMap<>();
        List<String> tapped = new ArrayList<>();
        count(visits, conversation);
        int turns = 0;
        while (turn.ending() == null && conversation.flow().equals(flow) && turns < EVENTS) {
            Question question = turn.asks();
            if (question == null) {
                break;
            }
            Event event = event(turn, question, tapped);
            switch (engine.advance(conversation, event)) {
                case Outcome.Played played -> {
                    conversation = played.conversation();
                    turn = played.turn();
                    heard.accept(played);
                }
                case Outcome.Refused refused ->
                        throw new IllegalStateException(
                                question.id() + " refused " + event + ": " + refused);
            }
            if (turn.history() == null) {
                count(visits, conversation);
            }
            turns++;
        }
        boolean ended = turn.ending() != null || !conversation.flow().equals(flow);
        return new Walked(ended, turns, visits, tapped, conversation, turn);
    }

    private static void count(Map<String, Integer> visits, Conversation conversation) {
        conversation.trail().forEach(step -> visits.merge(step, 1, Integer::sum));
    }

    /// What this visitor does next.
    ///
    /// @param turn one that asks
    /// @throws IllegalArgumentException if it asks nothing
    public Event next(Turn turn) {
        Question question = turn.asks();
        if (question == null) {
            throw new IllegalArgumentException("nothing is asked");
        }
        return event(turn, question, new ArrayList<>());
    }

    private Event event(Turn turn, Question question, List<String> tapped) {
        int dice = chance.nextInt(100);
        switch (manner) {
            case SKIPS -> {
                return new Event.Answered(question.id(), new Given.Skipped());
            }
            case UNSURE -> {
                return new Event.Answered(question.id(), new Given.NotKnown());
            }
            case ANSWERS -> {
                return new Event.Answered(question.id(), given(question, tapped));
            }
            case RESTLESS -> {
                if (dice < 6 && turn.can().contains(Turn.Can.BACK)) {
                    return new Event.Back();
                }
                if (dice < 9 && turn.can().contains(Turn.Can.HELP)) {
                    return new Event.Help();
                }
                if (dice < 10) {
                    return new Event.Restart();
                }
            }
            case PLAIN -> {}
        }
        if (dice < 16) {
            return new Event.Answered(question.id(), new Given.Skipped());
        }
        if (dice < 21) {
            return new Event.Answered(question.id(), new Given.NotKnown());
        }
        if (dice < 22 && turn.can().contains(Turn.Can.ENOUGH)) {
            return new Event.Enough();
        }
        return new Event.Answered(question.id(), given(question, tapped));
    }

    /// A fitting answer to a question.
    public Given given(Question question) {
        return given(question, new ArrayList<>());
    }

    /// The same, and now and then "Skip" or "I don't know".
    Given plain(Question question) {
        int dice = chance.nextInt(100);
        return dice < 12
                ? new Given.Skipped()
                : dice < 18 ? new Given.NotKnown() : given(question, new ArrayList<>());
    }

    private Given given(Question question, List<String> tapped) {
        return switch (question.wants()) {
            case Wants.Choice(var options) -> one(question, options, tapped);
            case Wants.YesNo(var options) -> one(question, options, tapped);
            case Wants.Confirm(var options) -> one(question, options, tapped);
            case Wants.Multi(var options, int min, int max) ->
                    several(question, options, min, max, tapped);
            case Wants.Pick(var items, int min, int max) ->
                    several(question, items, min, max, tapped);
            case Wants.Rank(var items, _) ->
                    several(question, items, items.size(), items.size(), tapped);
            case Wants.Scale(int min, int max, int step, _) ->
                    new Given.Amount(min + step * chance.nextInt((max - min) / step + 1));
            case Wants.Number(Double min, Double max, _, _) -> {
                double from = min == null ? 0 : Math.ceil(min);
                double to = max == null ? from + 10 : Math.floor(max);
                yield new Given.Amount(from + chance.nextInt((int) Math.max(1, to - from + 1)));
            }
            case Wants.Date(String min, String max) ->
                    new Given.Written(min != null ? min : max != null ? max : "2026-02-28");
            case Wants.Text(int length, _) -> new Given.Written(word(length));
            case Wants.Texts(int min, int max, int length, _, _) -> {
                List<String> lines = new ArrayList<>();
                int count = Math.max(1, min) + chance.nextInt(Math.max(1, max - min + 1));
                for (int i = 0; i < Math.min(count, max); i++) {
                    lines.add(word(length - 2) + " " + i);
                }
                yield new Given.Lines(lines);
            }
            case Wants.Sort(var items, var buckets) -> {
                Map<String, List<String>> piles = new LinkedHashMap<>();
                items.forEach(item ->
                        piles.computeIfAbsent(
                                        buckets.get(chance.nextInt(buckets.size())).value(),
                                        _ -> new ArrayList<>())
                                .add(item.value()));
                yield new Given.Piles(piles);
            }
        };
    }

    private Given one(Question question, List<Tap> options, List<String> tapped) {
        return chosen(question, options.get(chance.nextInt(options.size())), tapped);
    }

    private Given several(
            Question question, List<Tap> options, int min, int max, List<String> tapped) {
        List<Tap> mixed = new ArrayList<>(options);
        for (int i = mixed.size() - 1; i > 0; i--) {
            Collections.swap(mixed, i, chance.nextInt(i + 1));
        }
        int count = Math.min(mixed.size(), min + chance.nextInt(Math.max(1, max - min + 1)));
        return new Given.Several(
                mixed.subList(0, Math.max(count, Math.min(1, min))).stream()
                        .map(tap -> chosen(question, tap, tapped))
                        .toList());
    }

    private Given.Chosen chosen(Question question, Tap tap, List<String> tapped) {
        tapped.add(question.at() + "=" + tap.value());
        return new Given.Chosen(
                tap.value(), tap.text() > 0 && chance.nextBoolean() ? word(tap.text()) : null);
    }

    private String word(int length) {
        String word = WORDS.get(chance.nextInt(WORDS.size()));
        return word.codePointCount(0, word.length()) <= length ? word : "x";
    }
}
