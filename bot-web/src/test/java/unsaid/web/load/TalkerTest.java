package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.load.Faults.Kind;

/// A server that errs on purpose is found out.
@Timeout(60)
class TalkerTest {
    private static final String TOKEN = "t".repeat(43);

    private final Faults faults = new Faults();
    private Script script;

    @BeforeEach
    void write() throws IOException {
        script = new Scripts(Path.of("..", "dialogs")).script("naming-fears", 1);
    }

    private String reply(int exchange, String id) {
        return script.exchanges().get(exchange).reply().with(id);
    }

    private void begins(WebSocket visitor, String id) {
        visitor.send(script.started().with(id, TOKEN));
        visitor.send(reply(0, id));
    }

    /// Plays so many turns with a server that answers a frame's id as told.
    private void play(int turns, BiConsumer<WebSocket, String> answer) throws Exception {
        try (Liar liar = new Liar(answer);
                Peers peers = new Peers(liar.port())) {
            Queue<Script> scripts = new ArrayDeque<>(List.of(script));
            Talker talker = new Talker("a", scripts, faults);
            peers.open(List.of(talker), Duration.ofSeconds(20));
            Loop loop = new ClosedLoop(turns);
            talker.join(loop);
            peers.run(loop, Duration.ofSeconds(20));
        }
    }

    private List<Integer> counts() {
        return Arrays.stream(Kind.values()).map(faults::count).toList();
    }

    @Test
    void whatIsRightIsNoFault() throws Exception {
        play(1, this::begins);
        assertEquals(List.of(0, 0, 0, 0), counts());
    }

    @Test
    void anotherTextIsWrong() throws Exception {
        play(
                1,
                (visitor, id) -> {
                    visitor.send(script.started().with(id, TOKEN));
                    visitor.send(reply(1, id));
                });
        assertEquals(List.of(1, 0, 0, 0), counts());
    }

    @Test
    void aTurnBeforeItsTokenIsWrong() throws Exception {
        play(1, (visitor, id) -> visitor.send(reply(0, id)));
        assertEquals(List.of(1, 0, 0, 0), counts());
    }

    @Test
    void hangingUpLeavesAReplyMissing() throws Exception {
        play(1, (visitor, _) -> visitor.close());
        assertEquals(List.of(0, 1, 0, 0), counts());
    }

    @Test
    void theSameReplyTwiceIsDoubled() throws Exception {
        play(
                2,
                (visitor, id) -> {
                    if (id.endsWith(".1")) {
                        begins(visitor, id);
                        visitor.send(reply(0, id));
                    } else {
                        visitor.send(reply(1, id));
                    }
                });
        assertEquals(List.of(0, 0, 1, 0), counts());
    }

    @Test
    void theReplyToAnotherVisitorIsForeign() throws Exception {
        play(
                1,
                (visitor, id) -> {
                    visitor.send(reply(0, "b.1"));
                    begins(visitor, id);
                });
        assertEquals(List.of(0, 0, 0, 1), counts());
    }
}
