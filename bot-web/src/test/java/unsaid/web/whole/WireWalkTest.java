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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.format.Dialogs;
import unsaid.web.RealServer;

/// Visitors on the wire. Beside each of them an engine of our own plays the same answers: every
/// reply of the server must be word for word what that engine says.
class WireWalkTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TALKS = 1_000;
    private static final List<String> FLOWS = List.of("naming-fears", "safety", "welcome");

    @ParameterizedTest
    @ValueSource(strings = {"naming-fears", "safety", "welcome"})
    void aClientWalksEveryFlowToItsEnd(String flow) throws Exception {
        assertEquals(List.of(), talk(20, seed -> flow));
    }

    @Test
    void aThousandTalksAtOnceGetNoWrongAndNoForeignReply() throws Exception {
        assertEquals(List.of(), talk(TALKS, seed -> FLOWS.get(seed % FLOWS.size())));
    }

    private static List<String> talk(int talks, java.util.function.IntFunction<String> flow)
            throws Exception {
        Engine engine =
                Engine.of(Objects.requireNonNull(Dialogs.load(Path.of("..", "dialogs")).library()));
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
                Visitor visitor =
                        new Visitor(engine, flow.apply(seed), seed, wrong, ended, replies);
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
        private final Engine engine;
        private final String flow;
        private final Wanderer wanderer;
        private final ConcurrentLinkedQueue<String> wrong;
        private final CountDownLatch ended;
        private final AtomicInteger replies;
        private @Nullable Conversation conversation;
        private @Nullable Turn expected;
        private int frames;

        Visitor(
                Engine engine,
                String flow,
                int seed,
                ConcurrentLinkedQueue<String> wrong,
                CountDownLatch ended,
                AtomicInteger replies) {
            this.engine = engine;
            this.flow = flow;
            this.wanderer = new Wanderer(engine, Manner.PLAIN, seed);
            this.wrong = wrong;
            this.ended = ended;
            this.replies = replies;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(
                    String.class, (MessageHandler.Whole<String>) text -> receive(session, text));
            take(engine.start(flow, "en"));
            send(session, Map.of("type", "start", "id", "start", "flow", flow, "language", "en"));
        }

        private void receive(Session session, String text) {
            try {
                JsonNode frame = JSON.readTree(text);
                switch (frame.path("type").asString()) {
                    case "started" -> {}
                    case "turn" -> turn(session, frame);
                    default -> fail("got " + text);
                }
            } catch (RuntimeException e) {
                fail(e.toString());
            }
        }

        private void turn(Session session, JsonNode frame) {
            replies.incrementAndGet();
            Turn turn = Objects.requireNonNull(expected);
            List<String> says = new ArrayList<>();
            frame.path("says").forEach(said -> says.add(said.asString()));
            if (!says.equals(turn.says())) {
                fail("expected " + turn.says() + ", got " + says);
                return;
            }
            if (turn.asks() == null) {
                ended.countDown();
                return;
            }
            if (!frame.path("ask").path("id").asString().equals(turn.asks().id())
                    || !frame.path("ask").path("text").asString().equals(turn.asks().text())) {
                fail("expected " + turn.asks().id() + ", got " + frame.path("ask"));
                return;
            }
            String id = "f" + ++frames;
            String to = turn.asks().id();
            Given given = frames % 7 == 0 ? new Given.Skipped() : wanderer.given(turn.asks());
            if (!take(
                    engine.advance(
                            Objects.requireNonNull(conversation), new Event.Answered(to, given)))) {
                return;
            }
            send(
                    session,
                    given instanceof Given.Skipped
                            ? Map.of("type", "command", "id", id, "name", "skip", "to", to)
                            : Map.of("type", "answer", "id", id, "to", to, "value", value(given)));
        }

        private boolean take(Outcome outcome) {
            if (outcome instanceof Outcome.Played(Conversation now, Turn turn)) {
                conversation = now;
                expected = turn;
                return true;
            }
            fail("refused: " + outcome);
            return false;
        }

        private void fail(String why) {
            wrong.add(flow + ": " + why);
            ended.countDown();
        }

        private static void send(Session session, Map<String, Object> frame) {
            session.getAsyncRemote().sendText(JSON.writeValueAsString(new LinkedHashMap<>(frame)));
        }

        private static Object value(Given given) {
            return switch (given) {
                case Given.Chosen(String key, String text) ->
                        text == null ? key : Map.of("value", key, "text", text);
                case Given.Several(var chosen) -> chosen.stream().map(Visitor::value).toList();
                case Given.Amount(double number) -> number;
                case Given.Written(String text) -> text;
                case Given.Lines(var lines) -> lines;
                case Given.Piles(var piles) -> piles;
                case Given.Skipped _, Given.NotKnown _ -> "";
            };
        }
    }
}
