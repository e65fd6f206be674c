package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jspecify.annotations.Nullable;
import unsaid.web.load.Faults.Kind;

/// What a server says to one who comes back is looked at as closely.
@Timeout(60)
class ReturnerTest {
    private static final String TOKEN = "t".repeat(43);
    private static final int ANSWERED = 3;
    private static final String UNKNOWN =
            "{\"type\":\"problem\",\"code\":\"unknown-conversation\",\"message\":\"Gone.\"}";

    private final Faults faults = new Faults();
    private Scripts scripts;
    private Script script;

    @BeforeEach
    void write() throws IOException {
        scripts = new Scripts(Path.of("..", "dialogs"));
        script = scripts.script("naming-fears", 1);
    }

    /// Comes back to a server that shows the transcript after so many exchanges.
    private Returner comeBack(@Nullable String sent, int shown) throws Exception {
        return comeBack(
                sent,
                (visitor, id) -> {
                    if (id.endsWith("resume")) {
                        visitor.send(script.started().with(id, TOKEN));
                        visitor.send(
                                scripts.whole(null, script.exchanges().get(shown - 1).after()));
                    } else {
                        visitor.send(script.exchanges().get(ANSWERED).reply().with(id));
                    }
                });
    }

    private Returner comeBack(
            @Nullable String sent, java.util.function.BiConsumer<WebSocket, String> answer)
            throws Exception {
        Returner returner =
                new Returner(
                        new Talker.Standing("a.", TOKEN, script, ANSWERED, sent), scripts, faults);
        try (Liar liar = new Liar(answer);
                Peers peers = new Peers(liar.port())) {
            peers.open(List.of(returner), Duration.ofSeconds(20));
            Loop loop = new ClosedLoop(2);
            returner.join(loop);
            peers.run(loop, Duration.ofSeconds(20));
        }
        return returner;
    }

    @Test
    void theTranscriptAndTheNextTurnAreRight() throws Exception {
        assertFalse(comeBack(null, ANSWERED).isForgotten());
        assertFalse(faults.any(), faults.examples().toString());
    }

    @Test
    void whatWasSentLastMayBeThereOrNot() throws Exception {
        comeBack("a.4", ANSWERED);
        comeBack("a.4", ANSWERED + 1);
        assertFalse(faults.any(), faults.examples().toString());
    }

    @Test
    void anAcknowledgedAnswerThatIsNotThereIsWrong() throws Exception {
        comeBack("a.4", ANSWERED - 1);
        assertEquals(1, faults.count(Kind.WRONG));
    }

    @Test
    void anAnswerThatWasNeverSentIsWrong() throws Exception {
        comeBack(null, ANSWERED + 1);
        assertEquals(1, faults.count(Kind.WRONG));
    }

    @Test
    void aServerThatForgotIsToldApart() throws Exception {
        assertTrue(comeBack(null, (visitor, _) -> visitor.send(UNKNOWN)).isForgotten());
        assertFalse(faults.any(), faults.examples().toString());
    }
}
