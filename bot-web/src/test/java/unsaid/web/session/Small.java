package unsaid.web.session;

import java.util.Map;
import unsaid.engine.Engine;
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
        if (engine().start("small", "en") instanceof Outcome.Played(var conversation, var turn)) {
            return Talk.begun(conversation, new Reply.Turned("f1", turn, null), "f1");
        }
        throw new IllegalStateException("the small flow does not start");
    }
}
