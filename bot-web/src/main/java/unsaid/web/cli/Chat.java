package unsaid.web.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.check.Script.Line;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;

/// One talk in a terminal, and what a test file says of it.
final class Chat {
    /// The language a talk is asked for; a flow without it speaks its own.
    private static final String LANGUAGE = "en";

    private final Engine engine;
    private final Hearing hearing;
    private final Showing showing;
    private final String flow;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> card = new ArrayList<>();
    private @Nullable Conversation conversation;
    private @Nullable Turn turn;

    Chat(Engine engine, String flow, Typing typing, Screen screen) {
        this.engine = engine;
        this.flow = flow;
        this.hearing = new Hearing(typing, screen);
        this.showing = new Showing(screen);
    }

    /// Talks until the end, or until no line comes any more.
    void hold() throws IOException {
        take(engine.start(flow, LANGUAGE), null);
        for (Question question = asked(); question != null; question = asked()) {
            switch (hearing.read(question)) {
                case Meant.Leave() -> {
                    showing.faint("(left)");
                    return;
                }
                case Meant.Again(boolean all) -> showing.question(question, all);
                case Meant.Unclear(String hint) -> showing.faint(hint);
                case Meant.Move(Event event, Line line) -> play(event, line);
            }
        }
    }

    private @Nullable Question asked() {
        return turn == null || turn.ending() != null ? null : turn.asks();
    }

    private void play(Event event, Line line) {
        if (conversation != null) {
            take(engine.advance(conversation, event), line);
        }
    }

    /// @param line what led to it; null: the start
    private void take(Outcome outcome, @Nullable Line line) {
        switch (outcome) {
            case Outcome.Refused(_, String message, List<String> retry) ->
                    showing.faint(
                            line instanceof Line.Changes(String step)
                                    ? notChanged(step)
                                    : retry.isEmpty() ? message : retry.getFirst());
            case Outcome.Played(Conversation now, Turn next) -> {
                conversation = now;
                turn = next;
                showing.turn(next);
                note(line, next);
            }
        }
    }

    /// What can be changed instead.
    private String notChanged(String step) {
        Question question = asked();
        List<String> answered =
                conversation == null || question == null
                        ? List.of()
                        : conversation.answered(question.at().split("/", 2)[0] + "/");
        return "“"
                + step
                + "” has no answer yet that could be changed. "
                + (answered.isEmpty()
                        ? "Nothing has one."
                        : "These have: " + String.join(", ", answered));
    }

    private void note(@Nullable Line line, Turn next) {
        if (line != null) {
            lines.add(line);
        }
        Line heard = Line.Hears.of(next);
        if (heard != null) {
            lines.add(heard);
        }
        if (next.card() != null) {
            card.clear();
            next.card().lines().forEach(each -> card.add(Showing.text(each)));
        }
    }

    /// The talk as a test: what was asked, what was answered, and where it stands now.
    Script script(String name) {
        return new Script(
                name,
                flow,
                lines,
                conversation == null || turn == null
                        ? Script.Expect.NOTHING
                        : Script.Expect.of(flow, conversation, turn, card));
    }
}
