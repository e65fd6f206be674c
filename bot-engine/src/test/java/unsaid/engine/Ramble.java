package unsaid.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import unsaid.check.Wanderer;

/// A visitor who does anything at all, and stops somewhere on the way.
final class Ramble {
    private final Engine engine;
    private final RandomGenerator chance;
    private final Wanderer answers;
    Conversation conversation;
    Turn turn;

    /// Begins a flow.
    Ramble(Engine engine, String flow, RandomGenerator chance) {
        this(engine, played(engine.start(flow, "en")), chance);
    }

    /// Goes on from somewhere.
    Ramble(Engine engine, Outcome.Played from, RandomGenerator chance) {
        this.engine = engine;
        this.chance = chance;
        this.answers = new Wanderer(engine, Wanderer.Manner.PLAIN, chance.nextLong());
        this.conversation = from.conversation();
        this.turn = from.turn();
    }

    static Outcome.Played played(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Played played -> played;
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }

    /// Answers fittingly. Nothing happens once the talk has ended.
    void answer() {
        Question asks = turn.asks();
        if (asks != null) {
            int dice = chance.nextInt(10);
            Given given =
                    dice == 0
                            ? new Given.Skipped()
                            : dice == 1 ? new Given.NotKnown() : answers.given(asks);
            take(new Event.Answered(asks.id(), given));
        }
    }

    /// Answers, goes back, changes something, asks for help, has enough or begins again.
    void anything() {
        List<Entry> entries = conversation.log().entries();
        int dice = chance.nextInt(100);
        if (dice < 8 && turn.can().contains(Turn.Can.BACK)) {
            take(new Event.Back());
        } else if (dice < 14 && !entries.isEmpty()) {
            Entry entry = entries.get(chance.nextInt(entries.size()));
            if (!entry.at().startsWith("@")) {
                take(new Event.Reopened(entry.at()));
            }
        } else if (dice < 19 && turn.can().contains(Turn.Can.HELP)) {
            tryTo(new Event.Help());
        } else if (dice < 21 && turn.can().contains(Turn.Can.ENOUGH)) {
            take(new Event.Enough());
        } else if (dice < 22) {
            take(new Event.Restart());
        } else if (dice < 32 && turn.asks() != null) {
            take(new Event.Answered(turn.asks().id(), new Given.Skipped()));
        } else {
            answer();
        }
    }

    private void take(Event event) {
        Outcome.Played played = played(engine.advance(conversation, event));
        conversation = played.conversation();
        turn = played.turn();
    }

    private void tryTo(Event event) {
        if (engine.advance(conversation, event) instanceof Outcome.Played played) {
            conversation = played.conversation();
            turn = played.turn();
        }
    }
}
