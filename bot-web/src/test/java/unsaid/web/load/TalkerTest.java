package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.web.load.Faults.Kind;

/// A server that errs on purpose is found out.
@Timeout(60)
class TalkerTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
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
        Liar liar = new Liar(answer);
        liar.start();
        liar.listening.await();
        try (Peers peers = new Peers(liar.getPort())) {
            Queue<Script> scripts = new ArrayDeque<>(List.of(script));
            Talker talker = new Talker("a", scripts, faults);
            peers.open(List.of(talker), Duration.ofSeconds(20));
            Loop loop = new ClosedLoop(turns);
            talker.join(loop);
            peers.run(loop, Duration.ofSeconds(20));
        } finally {
            liar.stop();
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

    private static final class Liar extends WebSocketServer {
        private final BiConsumer<WebSocket, String> answer;
        private final CountDownLatch listening = new CountDownLatch(1);

        Liar(BiConsumer<WebSocket, String> answer) {
            super(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    List.of(new Draft_6455(List.of(), List.of(new Protocol("unsaid.v1")))));
            this.answer = answer;
        }

        @Override
        public void onStart() {
            listening.countDown();
        }

        @Override
        public void onOpen(WebSocket visitor, ClientHandshake handshake) {}

        @Override
        public void onMessage(WebSocket visitor, String text) {
            Matcher id = ID.matcher(text);
            if (id.find()) {
                answer.accept(visitor, id.group(1));
            }
        }

        @Override
        public void onClose(WebSocket visitor, int code, String why, boolean remote) {}

        @Override
        public void onError(WebSocket visitor, Exception problem) {}
    }
}
