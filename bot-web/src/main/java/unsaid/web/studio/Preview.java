package unsaid.web.studio;

import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unsaid.check.Wayfinder;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.web.http.Erasing;
import unsaid.web.metrics.Meters;
import unsaid.web.session.Bucket;
import unsaid.web.session.Conversations;
import unsaid.web.session.Lifetime;
import unsaid.web.session.Talk;
import unsaid.web.session.Time;
import unsaid.web.session.Token;
import unsaid.web.session.store.MemoryStore;
import unsaid.web.socket.ChatEndpoint;
import unsaid.web.socket.Desk;
import unsaid.web.socket.FrameCodec;
import unsaid.web.socket.FrameMeters;
import unsaid.web.turn.Turns;

/// Talks to try a flow, with the real rules, wire and widget. They have conversations, a store in
/// memory and counts of their own: nothing of them ever comes near what visitors say, and nothing
/// of it outlives the process. Safe for use by any thread.
final class Preview implements AutoCloseable {
    /// Where its socket is served.
    static final String SOCKET = "/studio/socket";

    /// Talks kept at a time.
    static final int MOST = 200;

    private static final int LONGEST_FRAME = 16_384;
    private static final Lifetime LIFETIME =
            new Lifetime(
                    Duration.ofHours(2),
                    Duration.ofHours(2),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    MOST);

    /// An author's own browser is no flood.
    private static final Bucket.Rate BRISK = new Bucket.Rate(1_000, 100);

    private final Bench bench;
    private final Conversations conversations;
    private final Desk desk;
    private final Erasing erasing;

    Preview(Bench bench, LongSupplier nanos) {
        this.bench = bench;
        conversations =
                new Conversations(
                        new MemoryStore(),
                        LIFETIME,
                        new Time(nanos, System.currentTimeMillis()),
                        log -> revived(bench.engine(), log));
        FrameCodec codec = new FrameCodec(LONGEST_FRAME);
        FrameMeters frames = new FrameMeters(Meters.UNREAD, () -> {});
        Turns turns = new Turns(bench::engine, conversations, codec::encode);
        desk =
                new Desk(
                        codec,
                        turns,
                        new Desk.Rates(BRISK, BRISK, BRISK, BRISK, BRISK),
                        nanos,
                        frames);
        erasing = new Erasing(desk::maySend, turns::erase);
    }

    private static Conversations.Revived revived(Engine engine, Log log) {
        return new Conversations.Revived(engine, engine.resume(log));
    }

    ServerEndpointConfig endpoint() {
        return ChatEndpoint.config(desk, SOCKET);
    }

    Erasing erasing() {
        return erasing;
    }

    /// Begins a talk.
    ///
    /// @param step where it stands, after answers that were found for it; null: at its beginning
    /// @return what the widget goes on with; null if there is no such flow or no way to the step
    @Nullable Token begin(String flow, @Nullable String step) {
        Engine engine = bench.engine();
        Wayfinder.Way way = step == null ? first(engine, flow) : Wayfinder.to(engine, flow, step);
        if (way == null) {
            return null;
        }
        Token token = Token.fresh();
        return conversations.start(token, Talk.begun(engine, way.conversation(), way.turn()))
                ? token
                : null;
    }

    private static Wayfinder.@Nullable Way first(Engine engine, String flow) {
        return engine.start(flow, "en") instanceof Outcome.Played(Conversation begun, Turn first)
                ? new Wayfinder.Way(begun, first)
                : null;
    }

    /// The talk of a token as it stands; null if there is none.
    @Nullable Talk talk(String token) {
        Token found = Token.of(token);
        return found == null ? null : conversations.open(found);
    }

    /// What was answered in the talk of a token, in order; null if there is none.
    @Nullable Log log(String token) {
        Talk talk = talk(token);
        return talk == null ? null : talk.conversation().log();
    }

    /// Lets go of talks that nobody goes on with.
    void tidy() {
        conversations.tidy();
    }

    @Override
    public void close() {
        conversations.close();
    }
}
