package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.load.Faults.Kind;

/// A server that forgets or counts twice is found out.
@Timeout(60)
class StayerTest {
    private static final String TOKEN = "t".repeat(43);
    private static final int CRASH = 4;

    private final Faults faults = new Faults();
    private Scripts scripts;
    private Script script;
    private Ledger ledger = new Ledger(faults);
    private final AtomicInteger played = new AtomicInteger();

    @BeforeEach
    void write() throws IOException {
        scripts = new Scripts(Path.of("..", "dialogs"));
        script = scripts.script("naming-fears", 1);
    }

    private String turn(int exchange, String id) {
        return script.exchanges().get(exchange).reply().with(id);
    }

    private String summary(int answered, String id) {
        return scripts.summary(id, script.exchanges().get(answered - 1).after());
    }

    private String whole(int answered) {
        return scripts.whole(null, script.exchanges().get(answered - 1).after());
    }

    /// Plays as a server should.
    private void plays(WebSocket visitor, String id) {
        if (id.contains(".r")) {
            visitor.send(script.started().with(id, TOKEN));
            visitor.send(whole(played.get()));
        } else if (id.contains(".x")) {
            visitor.send(summary(played.get(), id));
        } else {
            if (played.get() == 0) {
                visitor.send(script.started().with(id, TOKEN));
            }
            visitor.send(turn(played.getAndIncrement(), id));
        }
    }

    /// A talk with a server that hangs up instead of answering the fifth frame; `after` answers
    /// from then on.
    private List<Integer> talk(BiConsumer<WebSocket, String> after) throws Exception {
        AtomicBoolean crashed = new AtomicBoolean();
        try (Liar liar =
                        new Liar((visitor, id) -> {
                            if (crashed.get()) {
                                after.accept(visitor, id);
                            } else if (played.get() == CRASH) {
                                crashed.set(true);
                                visitor.close();
                            } else {
                                plays(visitor, id);
                            }
                        });
                Crowd crowd =
                        new Crowd("a", 1, scripts, List.of(script), faults, _ -> liar.port())) {
            crowd.talk(crowd::isDone);
            ledger = crowd.ledger();
        }
        return List.of(
                faults.count(Kind.WRONG), faults.count(Kind.MISSING), faults.count(Kind.DOUBLED));
    }

    /// Does this once, when an id has it; plays as it should otherwise.
    private BiConsumer<WebSocket, String> once(String kind, BiConsumer<WebSocket, String> lie) {
        boolean[] lied = new boolean[1];
        return (visitor, id) -> {
            if (!lied[0] && id.contains(kind)) {
                lied[0] = true;
                lie.accept(visitor, id);
            } else {
                plays(visitor, id);
            }
        };
    }

    private void resumed(WebSocket visitor, String id, String... missed) {
        visitor.send(script.started().with(id, TOKEN));
        List.of(missed).forEach(visitor::send);
    }

    @Test
    void aServerThatKeepsAllIsFollowedToTheEnd() throws Exception {
        assertEquals(List.of(0, 0, 0), talk(this::plays), faults.examples().toString());
        assertEquals(script.exchanges().size(), ledger.acknowledged());
        assertEquals(1, ledger.talks());
        assertEquals(1, ledger.countedNow());
    }

    @Test
    void whatHadCountedBeforeTheCrashMayBeShown() throws Exception {
        var right =
                once(
                        ".r",
                        (visitor, id) -> {
                            resumed(visitor, id, whole(played.incrementAndGet()));
                        });
        boolean[] repeated = new boolean[1];
        assertEquals(
                List.of(0, 0, 0),
                talk((visitor, id) -> {
                    if (id.endsWith(".5") && !repeated[0]) {
                        repeated[0] = true;
                        visitor.send(turn(CRASH, id));
                    } else {
                        right.accept(visitor, id);
                    }
                }),
                faults.examples().toString());
        assertEquals(1, ledger.countedBefore());
    }

    @Test
    void everyTurnOfATalkThatIsGoneIsLost() throws Exception {
        var unknown =
                once(
                        ".r",
                        (visitor, _) ->
                                visitor.send(
                                        "{\"type\":\"problem\",\"code\":\"unknown-conversation\"}"));
        assertEquals(List.of(0, CRASH, 0), talk(unknown));
    }

    @Test
    void aTurnThatIsGoneIsLost() throws Exception {
        assertEquals(
                List.of(0, 1, 0),
                talk(once(".r", (visitor, id) -> resumed(visitor, id, whole(CRASH - 1)))));
    }

    @Test
    void anAnswerThatCountedTwiceIsDoubled() throws Exception {
        assertEquals(
                List.of(0, 0, 1),
                talk(once(".r", (visitor, id) -> resumed(visitor, id, whole(CRASH + 2)))));
    }

    @Test
    void aReplyThatComesTwiceIsDoubled() throws Exception {
        assertEquals(
                List.of(0, 0, 1),
                talk(
                        once(
                                ".5",
                                (visitor, id) -> {
                                    visitor.send(turn(CRASH, id));
                                    visitor.send(turn(CRASH, id));
                                })));
    }

    @Test
    void aSummaryWithAnAnswerLessIsWrong() throws Exception {
        assertEquals(
                List.of(1, 0, 0),
                talk(once(".x", (visitor, id) -> visitor.send(summary(CRASH - 1, id)))));
        assertTrue(faults.examples().toString().contains("summary"));
    }
}
