package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unsaid.check.Trouble.Kind;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.flow.Flow;

/// Talks by chance, with seeds 0, 1, 2 …; what goes wrong in one is made as short as it can be.
final class Strolls {
    private final Engine engine;
    private final Flow flow;

    Strolls(Engine engine, String id) {
        this.engine = engine;
        this.flow = java.util.Objects.requireNonNull(engine.library().flow(id));
    }

    /// What went wrong, and after which answers.
    private record Wrong(Kind kind, String at, String message, List<Talked> talk) {}

    void walk(int walks, Consumer<Trouble> told) {
        for (int seed = 0; seed < walks; seed++) {
            Wrong wrong = by(new Wanderer(engine, Wanderer.Manner.PLAIN, seed));
            if (wrong != null) {
                Wrong least = shortened(wrong);
                String name = "By chance: " + least.message();
                told.accept(
                        new Trouble(
                                least.kind(),
                                least.at(),
                                least.message(),
                                Talked.script(name, flow, least.talk(), Script.Expect.NOTHING)));
            }
        }
    }

    private @Nullable Wrong by(Wanderer visitor) {
        List<Talked> talk = new ArrayList<>();
        return play(question -> {
            if (talk.size() >= Wanderer.EVENTS) {
                return null;
            }
            Given given = visitor.plain(question);
            talk.add(new Talked(question, given));
            return given;
        });
    }

    /// Leaves out one answer after another as long as the same still goes wrong.
    private Wrong shortened(Wrong wrong) {
        Wrong least = wrong;
        for (int i = least.talk().size() - 1; i >= 0; i--) {
            List<Talked> less = new ArrayList<>(least.talk());
            if (i < less.size()) {
                less.remove(i);
                Wrong again = again(less);
                boolean same =
                        again != null
                                && again.kind() == wrong.kind()
                                && again.at().equals(wrong.at())
                                && again.talk().size() < least.talk().size();
                if (again != null && same) {
                    least = again;
                }
            }
        }
        return least;
    }

    private @Nullable Wrong again(List<Talked> talk) {
        List<Talked> left = new ArrayList<>(talk);
        return play(question ->
                !left.isEmpty() && left.getFirst().asked().at().equals(question.at())
                        ? left.removeFirst().given()
                        : null);
    }

    /// What somebody gives to a question; null: nothing more.
    private interface Visitor {
        @Nullable Given give(Question question);
    }

    private @Nullable Wrong play(Visitor visitor) {
        List<Talked> talk = new ArrayList<>();
        String at = flow.id();
        try {
            if (!(engine.start(flow.id(), flow.language())
                    instanceof Outcome.Played(Conversation conversation, Turn turn))) {
                return null;
            }
            while (true) {
                at = conversation.open() == null ? at : conversation.open();
                Spoken.Slip slip =
                        talk.stream().anyMatch(each -> wrote(each.given()))
                                ? null
                                : Spoken.slip(turn);
                if (slip != null) {
                    return new Wrong(slip.kind(), at, slip.message(), talk);
                }
                if (turn.ending() != null || !conversation.flow().equals(flow.id())) {
                    return null;
                }
                Question question = turn.asks();
                if (question == null) {
                    return new Wrong(
                            Kind.STRANDED, at, "nothing is asked, and it has not ended", talk);
                }
                Given given = visitor.give(question);
                if (given == null) {
                    return talk.size() >= Wanderer.EVENTS
                            ? new Wrong(
                                    Kind.STRANDED,
                                    at,
                                    "no end within " + Wanderer.EVENTS + " answers",
                                    talk)
                            : null;
                }
                talk.add(new Talked(question, given));
                switch (engine.advance(conversation, new Event.Answered(question.id(), given))) {
                    case Outcome.Played(Conversation now, Turn next) -> {
                        conversation = now;
                        turn = next;
                    }
                    case Outcome.Refused refused -> {
                        return new Wrong(
                                Kind.REFUSED,
                                at,
                                "an answer that fits is refused: “" + refused.message() + "”",
                                talk);
                    }
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            return new Wrong(
                    Kind.EXCEPTION, at, "the engine broke: " + e.getClass().getName(), talk);
        }
    }

    /// A visitor's own words may look like a placeholder, and are no mistake.
    private static boolean wrote(Given given) {
        return switch (given) {
            case Given.Written _, Given.Lines _ -> true;
            case Given.Chosen(_, String text) -> text != null;
            case Given.Several(var chosen) -> chosen.stream().anyMatch(each -> each.text() != null);
            case Given.Amount _, Given.Piles _, Given.Skipped _, Given.NotKnown _ -> false;
        };
    }
}
