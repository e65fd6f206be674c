package unsaid.web.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Entry;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;

/// A talk → a conversation test: what was answered, each with the question it was given to, and
/// where it led. Going back and changing leave no trace: what counts is what stands.
final class Recorder {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Engine engine;
    private final List<String> lines = new ArrayList<>();
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
        return """
        {
          "test": %s,
          "flow": %s,
          "talk": [
            %s
          ],
          "expect": %s
        }
        """
                .formatted(
                        text(name), text(log.flow()), String.join(",\n    ", lines), expect(log));
    }

    private boolean play(Entry entry) {
        Turn now = turn;
        Question question = now == null ? null : now.asks();
        if (question == null) {
            return false;
        }
        hear();
        return switch (entry.at()) {
            case Entry.HELP -> does("help", new Event.Help());
            case Entry.ENOUGH -> does("enough", new Event.Enough());
            default -> {
                lines.add(line(entry.given(), question.wants()));
                yield event(new Event.Answered(question.id(), entry.given()));
            }
        };
    }

    private boolean does(String command, Event event) {
        lines.add("{ \"do\": " + text(command) + " }");
        return event(event);
    }

    private boolean event(Event event) {
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

    /// The words that lead on: the question, or the last bubble where nothing is asked.
    private void hear() {
        Turn now = turn;
        if (now == null) {
            return;
        }
        if (now.asks() != null) {
            lines.add("{ \"bot\": " + text(now.asks().text()) + " }");
        } else if (!now.says().isEmpty()) {
            lines.add("{ \"bot\": " + text(now.says().getLast()) + " }");
        }
    }

    private static String line(Given given, Wants wants) {
        return switch (given) {
            case Given.Chosen(String key, String added) ->
                    added == null
                            ? "{ \"choose\": " + text(key) + " }"
                            : "{ \"choose\": " + text(key) + ", \"text\": " + text(added) + " }";
            case Given.Several(var chosen) ->
                    "{ \"choose\": ["
                            + String.join(", ", chosen.stream().map(Recorder::pick).toList())
                            + "] }";
            case Given.Amount(double number) ->
                    "{ \"value\": "
                            + (number == Math.rint(number) ? "" + (long) number : number + "")
                            + " }";
            case Given.Written(String words) ->
                    (wants instanceof Wants.Text ? "{ \"me\": " : "{ \"value\": ")
                            + text(words)
                            + " }";
            case Given.Lines(var all) -> "{ \"me\": " + text(String.join("\n", all)) + " }";
            case Given.Piles(var piles) -> "{ \"value\": " + JSON.writeValueAsString(piles) + " }";
            case Given.Skipped() -> "{ \"do\": \"skip\" }";
            case Given.NotKnown() -> "{ \"do\": \"unsure\" }";
        };
    }

    private static String pick(Given.Chosen chosen) {
        return chosen.text() == null
                ? text(chosen.key())
                : "{ \"value\": "
                        + text(chosen.key())
                        + ", \"text\": "
                        + text(chosen.text())
                        + " }";
    }

    private String expect(Log log) {
        Turn last = turn;
        Conversation now = conversation;
        if (last != null && last.ending() != null) {
            return "{ \"end\": " + text(last.ending().name().toLowerCase(Locale.ROOT)) + " }";
        }
        String open = now == null || now.open() == null ? "" : now.open();
        String own = log.flow() + "/";
        return "{ \"asks\": "
                + text(open.startsWith(own) ? open.substring(own.length()) : open)
                + " }";
    }

    private static String text(String words) {
        return JSON.writeValueAsString(words);
    }
}
