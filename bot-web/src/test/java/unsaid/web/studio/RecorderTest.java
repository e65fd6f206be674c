package unsaid.web.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.check.Wanderer;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.format.Dialogs;

class RecorderTest {
    private static final int TALKS = 40;
    private static final int ANSWERS = 12;

    private final Map<String, String> files = files();
    private final Engine engine = engine();

    private static Map<String, String> files() {
        try {
            return Dialogs.files(Path.of("..", "dialogs"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Engine engine() {
        var library = Dialogs.read(files, Dialogs.PRIVACY).library();
        assertNotNull(library);
        return Engine.of(library);
    }

    /// Whatever a visitor did, the test that is made of it passes on the flow as it is.
    @Test
    void everyTalkByChanceBecomesATestThatPasses() {
        List<String> failed = new ArrayList<>();
        int answers = 0;
        for (int seed = 1; seed <= TALKS; seed++) {
            Conversation talk = talk("naming-fears", new Wanderer(engine, manner(seed), seed));
            answers += talk.log().entries().size();
            String text = Recorder.record(engine, talk.log(), "A talk by “chance” " + seed);
            assertNotNull(text);
            Script script = read(text);
            Rehearsal.of(engine, script).faults().forEach(fault -> failed.add(text + fault));
        }
        assertEquals(List.of(), failed);
        assertTrue(answers > TALKS, "too little was said: " + answers);
    }

    private static Wanderer.Manner manner(int seed) {
        return seed % 2 == 0 ? Wanderer.Manner.PLAIN : Wanderer.Manner.RESTLESS;
    }

    private Conversation talk(String flow, Wanderer wanderer) {
        if (!(engine.start(flow, "en") instanceof Outcome.Played(Conversation now, Turn turn))) {
            throw new AssertionError("the flow does not begin");
        }
        for (int i = 0; i < ANSWERS && turn.asks() != null; i++) {
            Event event = wanderer.next(turn);
            if (engine.advance(now, event)
                    instanceof Outcome.Played(Conversation next, Turn then)) {
                now = next;
                turn = then;
            }
        }
        return now;
    }

    private Script read(String text) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("naming-fears/by-chance.test.json", text);
        Dialogs.Loaded loaded = Dialogs.read(all, Dialogs.PRIVACY);
        assertNotNull(loaded.library(), () -> text + loaded.findings());
        List<Script> scripts = loaded.tests().get("naming-fears/by-chance.test.json");
        assertNotNull(scripts);
        return scripts.getFirst();
    }
}
