package unsaid.dialogs;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import unsaid.check.Wanderer;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;

/// A visitor by chance who goes on to other parts where that is offered: the same seed always takes
/// the same way.
final class Rover {
    private final Engine engine;
    private final RandomGenerator chance;
    private final Wanderer answers;

    Rover(Engine engine, long seed) {
        this.engine = engine;
        this.chance = new SplittableRandom(seed);
        this.answers = new Wanderer(engine, Wanderer.Manner.PLAIN, chance.nextLong());
    }

    /// What happened at a question.
    ///
    /// @param asked the question that was open
    /// @param event what the visitor did
    /// @param now where that led
    record Moment(Question asked, Event event, Conversation now, Turn turn) {}

    /// @param flow the part it begins with
    /// @param danger the share of questions, from 0 to 1, that this visitor answers with a sign of
    ///   danger, until there was one
    void walk(String flow, double danger, Consumer<Moment> seen) {
        Outcome.Played at = played(engine.start(flow, "en"));
        for (int events = 0; events < Wanderer.EVENTS; events++) {
            Question asked = at.turn().asks();
            if (asked == null) {
                return;
            }
            boolean afraid =
                    chance.nextDouble() < danger
                            && !at.conversation().coupleLocked()
                            && !asked.at().startsWith("safety/");
            Event event =
                    afraid
                            ? new Event.Wrote(asked.id(), "I am afraid of my partner")
                            : onward(at.turn(), asked);
            at = played(engine.advance(at.conversation(), event));
            seen.accept(new Moment(asked, event, at.conversation(), at.turn()));
        }
        throw new AssertionError("stranded at " + at.conversation().open());
    }

    private Event onward(Turn turn, Question asked) {
        boolean on =
                asked.wants() instanceof Question.Wants.Choice(List<Question.Tap> taps)
                        && taps.stream().anyMatch(tap -> tap.value().equals("go-on"))
                        && chance.nextInt(4) > 0;
        return on
                ? new Event.Answered(asked.id(), new Given.Chosen("go-on", null))
                : answers.next(turn);
    }

    static Outcome.Played played(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Played played -> played;
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }
}
