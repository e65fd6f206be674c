package unsaid.web.session;

import java.util.Map;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Library;
import unsaid.engine.Outcome;
import unsaid.format.Dialogs;

/// The smallest conversation there is.
final class Small {
    private static final String FLOW =
            """
            {"flow": "small", "version": 1, "language": "en", "title": "Small", "minutes": 1, "steps": [
              {"id": "how", "ask": "How are you?", "answer": {"type": "text"}},
              {"id": "bye", "end": "done", "say": ["Goodbye."]}]}
            """;

    private Small() {}

    static Engine engine() {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "small/flow.json",
                                FLOW,
                                "helplines.json",
                                "{\"home\":\"\",\"countries\":[],\"lines\":[]}"),
                        "");
        Library library = loaded.library();
        if (library == null) {
            throw new IllegalStateException(loaded.findings().toString());
        }
        return Engine.of(library);
    }

    static Talk begun() {
        return begun(engine());
    }

    static Talk begun(Engine engine) {
        if (engine.start("small", "en") instanceof Outcome.Played(var conversation, var turn)) {
            return Talk.begun(engine, conversation, turn).told("f1", true, "first reply");
        }
        throw new IllegalStateException("the small flow does not start");
    }

    /// The same talk after its one question was answered.
    static Talk answered(Talk talk, String words, String frame) {
        var asks = talk.turn().asks();
        if (asks != null
                && talk.engine()
                                .advance(
                                        talk.conversation(),
                                        new Event.Answered(asks.id(), new Given.Written(words)))
                        instanceof Outcome.Played(var conversation, var turn)) {
            return talk.went(talk.engine(), conversation, turn).told(frame, true, "to " + frame);
        }
        throw new IllegalStateException("there is no question open");
    }
}
