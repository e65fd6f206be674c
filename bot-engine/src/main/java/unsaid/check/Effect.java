package unsaid.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Entry;
import unsaid.engine.Event;
import unsaid.engine.Library;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;

/// What a change of the dialogs does to one conversation under way: walked again on the new ones,
/// just as a server does that takes them up.
///
/// @param stood the open question before; [Log#ENDED] if it had ended
/// @param stands the open question afterwards; null: it has ended
/// @param waiting how many answers wait for their question to come up
public record Effect(Fate fate, String stood, @Nullable String stands, int waiting) {
    /// Conversations that are walked, unless somebody says otherwise.
    public static final int TALKS = 500;

    /// What becomes of a conversation.
    public enum Fate {
        /// It stands where it stood.
        SAME,
        /// It is asked something again that it had answered.
        AGAIN,
        /// It is asked something first that it had not come to.
        FIRST,
        /// It has come to an end.
        ENDED,
        /// Its flow is gone: it can be finished until the server is started again.
        GONE
    }

    /// @param before the dialogs that the conversation was held on
    /// @param now those that take their place
    public static Effect of(Log log, Library before, Library now) {
        String stood = log.open() == null ? Log.ENDED : log.open();
        if (now.flow(log.flow()) == null) {
            return new Effect(Fate.GONE, stood, stood, log.kept().size());
        }
        return switch (Engine.of(now.keeping(before)).resume(log)) {
            case Outcome.Refused _ -> new Effect(Fate.GONE, stood, stood, log.kept().size());
            case Outcome.Played(Conversation conversation, Turn _) ->
                    effect(log, stood, conversation, now);
        };
    }

    private static Effect effect(Log log, String stood, Conversation conversation, Library now) {
        String stands = conversation.open();
        int waiting = conversation.log().kept().size();
        if (moved(stood, now).equals(stands == null ? Log.ENDED : stands)) {
            return new Effect(Fate.SAME, stood, stands, waiting);
        }
        if (stands == null) {
            return new Effect(Fate.ENDED, stood, null, waiting);
        }
        Set<String> answered = new HashSet<>();
        for (Entry entry : log.entries()) {
            answered.add(moved(entry.at(), now));
        }
        return new Effect(
                answered.contains(stands) ? Fate.AGAIN : Fate.FIRST, stood, stands, waiting);
    }

    private static String moved(String at, Library now) {
        String[] parts = at.split("/", 3);
        var flow = parts.length < 2 ? null : now.flow(parts[0]);
        String to = flow == null ? null : flow.moved().get(parts[1]);
        return to == null ? at : parts[0] + "/" + to + (parts.length == 3 ? "/" + parts[2] : "");
    }

    /// Conversations that stopped somewhere on the way, by chance with seeds from 0: always the
    /// same for the same dialogs.
    ///
    /// @throws IllegalArgumentException if there is no such flow
    public static List<Log> sample(Library library, String flow, int talks) {
        Engine engine = Engine.of(library);
        List<Log> logs = new ArrayList<>();
        for (int seed = 0; seed < talks; seed++) {
            logs.add(walked(engine, flow, seed));
        }
        return logs;
    }

    /// A talk by chance, stopped anywhere before its end.
    private static Log walked(Engine engine, String flow, int seed) {
        if (!(engine.start(flow, "en")
                instanceof Outcome.Played(Conversation conversation, Turn turn))) {
            throw new IllegalArgumentException("no flow " + flow);
        }
        Wanderer visitor = new Wanderer(engine, Wanderer.Manner.PLAIN, seed);
        List<Conversation> stops = new ArrayList<>(List.of(conversation));
        while (stops.size() < Wanderer.EVENTS) {
            Question question = turn.asks();
            if (question == null) {
                break;
            }
            Event event = new Event.Answered(question.id(), visitor.plain(question));
            if (!(engine.advance(conversation, event)
                            instanceof Outcome.Played(Conversation now, Turn next))
                    || next.ending() != null
                    || !now.flow().equals(flow)) {
                break;
            }
            conversation = now;
            turn = next;
            stops.add(now);
        }
        return stops.get(new SplittableRandom(seed).nextInt(stops.size())).log();
    }
}
