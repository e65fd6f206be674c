package unsaid.web.studio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.check.Script.Line;
import unsaid.check.Talked;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Entry;
import unsaid.engine.Event;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.format.ScriptText;

/// A talk → a conversation test: what was answered, each with the question it was given to, and
/// where it led. Going back and changing leave no trace: what counts is what stands.
final class Recorder {
    private final Engine engine;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Conversation conversation;
    private @Nullable Turn turn;

    private Recorder(Engine engine) {
        this.engine = engine;
    }

    /// @param name the test's name, a sentence
    /// @return the test's text; null if the flow has changed so that the talk cannot be had again
    static @Nullable String record(Engine engine, Log log, String name) {
        return new Recorder(engine).test(log, name);
    }

    private @Nullable String test(Log log, String name) {
        if (!take(engine.start(log.flow(), log.language()))) {
            return null;
        }
        for (Entry entry : log.entries()) {
            if (!entry.at().equals(Entry.NOTED) && !play(entry)) {
                return null;
            }
        }
        hear();
        return conversation == null || turn == null
                ? null
                : ScriptText.of(
                        new Script(
                                name,
                                log.flow(),
                                log.language(),
                                log.door(),
                                lines,
                                Script.Expect.of(log.flow(), conversation, turn, List.of())));
    }

    private boolean play(Entry entry) {
        Turn now = turn;
        Question question = now == null ? null : now.asks();
        if (question == null) {
            return false;
        }
        hear();
        return switch (entry.at()) {
            case Entry.HELP -> play(new Line.Does("help"), new Event.Help());
            case Entry.ENOUGH -> play(new Line.Does("enough"), new Event.Enough());
            default ->
                    play(
                            new Talked(question, entry.given()).line(),
                            new Event.Answered(question.id(), entry.given()));
        };
    }

    private boolean play(Line line, Event event) {
        lines.add(line);
        return conversation != null && take(engine.advance(conversation, event));
    }

    private boolean take(Outcome outcome) {
        if (!(outcome instanceof Outcome.Played(Conversation now, Turn next))) {
            return false;
        }
        conversation = now;
        turn = next;
        return true;
    }

    private void hear() {
        Line heard = turn == null ? null : Line.Hears.of(turn);
        if (heard != null) {
            lines.add(heard);
        }
    }
}
