package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unsaid.web.RealServer;
import unsaid.web.load.Script;
import unsaid.web.load.Scripts;

/// Visitors on the wire, by a client that others wrote. An engine of our own has played the same
/// answers: every reply of the server must be letter for letter what that engine says.
class WireWalkTest {
    private static final int TALKS = 1_000;

    @ParameterizedTest
    @MethodSource("unsaid.web.RealServer#flows")
    void aClientWalksEveryFlowToItsEnd(String flow) throws Exception {
        assertEquals(List.of(), talk(20, seed -> flow));
    }

    @Test
    void aThousandTalksAtOnceGetNoWrongAndNoForeignReply() throws Exception {
        List<String> flows = RealServer.flows().toList();
        assertEquals(List.of(), talk(TALKS, seed -> flows.get(seed % flows.size())));
    }

    private static List<String> talk(int talks, java.util.function.IntFunction<String> flow)
            throws Exception {
        Scripts scripts = new Scripts(Path.of("..", "dialogs"));
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        CountDownLatch ended = new CountDownLatch(talks);
        AtomicInteger replies = new AtomicInteger();
        try (RealServer server = new RealServer()) {
            ClientManager client =
                    ClientManager.createClient(GrizzlyClientContainer.class.getName());
            client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
            URI address = URI.create(server.address("/socket").replace("http:", "ws:"));
            ClientEndpointConfig config =
                    ClientEndpointConfig.Builder.create()
                            .preferredSubprotocols(List.of("unsaid.v1"))
                            .build();
            List<Session> sessions = new ArrayList<>();
            for (int seed = 0; seed < talks; seed++) {
                Script script = scripts.script(flow.apply(seed), seed);
                Visitor visitor = new Visitor(script, seed, wrong, ended, replies);
                sessions.add(client.connectToServer(visitor, config, address));
            }
            assertTrue(
                    ended.await(3, TimeUnit.MINUTES),
                    ended.getCount() + " talks did not end; " + wrong);
            for (Session session : sessions) {
                session.close();
            }
            client.shutdown();
        }
        assertTrue(replies.get() >= talks * 2, replies + " replies");
        return List.copyOf(wrong);
    }

    /// One visitor, driven by what comes in.
    private static final class Visitor extends Endpoint {
        private final Script script;
        private final String name;
        private final ConcurrentLinkedQueue<String> wrong;
        private final CountDownLatch ended;
        private final AtomicInteger replies;
        private int at;

        Visitor(
                Script script,
                int number,
                ConcurrentLinkedQueue<String> wrong,
                CountDownLatch ended,
                AtomicInteger replies) {
            this.script = script;
            this.name = "v" + number + ".";
            this.wrong = wrong;
            this.ended = ended;
            this.replies = replies;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(
                    String.class, (MessageHandler.Whole<String>) text -> receive(session, text));
            send(session);
        }

        private void receive(Session session, String text) {
            if (at == 0 && text.startsWith("{\"type\":\"started\"")) {
                return;
            }
            replies.incrementAndGet();
            if (!exchange().reply().fits(text, name + at)) {
                wrong.add("expected " + exchange() + ", got " + text);
                ended.countDown();
            } else if (++at == script.exchanges().size()) {
                ended.countDown();
            } else {
                send(session);
            }
        }

        private Script.Exchange exchange() {
            return script.exchanges().get(at);
        }

        private void send(Session session) {
            session.getAsyncRemote().sendText(exchange().frame().with(name + at));
        }
    }
}
