package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.engine.Engine;
import unsaid.web.session.store.MemoryStore;
import unsaid.web.session.store.Store;

/// Somebody sets the machine's clock. While a server runs it does not matter, as [Time] looks at it
/// once; what follows is what it does over a restart.
@Timeout(60)
class ClockJumpTest {
    private static final long NOON = 1_772_366_400_000L;

    private final AtomicLong wall = new AtomicLong(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Engine engine = Small.engine();
    private final Store store = new MemoryStore();
    private final Token token = Token.fresh();
    private final Conversations before = started();

    /// A server that starts now, by the clock as it is set.
    private Conversations started() {
        return new Conversations(
                store,
                Lifetime.DEFAULT,
                new Time(nanos::get, wall.get()),
                log -> new Conversations.Revived(engine, engine.resume(log)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall.addAndGet(time.toMillis());
    }

    private void answer(Conversations where) {
        where.update(
                token.id(),
                was -> new Conversations.Change<>(Small.answered(was, "heavy", "f2"), "answered"));
    }

    @Test
    void forwardByADayOrBackByAYearWhileItRunsEndsNothingEarlyAndKeepsNothingForEver() {
        for (Duration jump : new Duration[] {Duration.ofDays(1), Duration.ofDays(-365)}) {
            Token one = Token.fresh();
            before.start(one, Small.begun(engine));
            wall.addAndGet(jump.toMillis());
            pass(Duration.ofMinutes(29));
            before.tidy();
            assertNotNull(before.open(one), jump + " ends nothing early");
            pass(Duration.ofMinutes(31));
            before.tidy();
            assertNull(before.open(one), jump + " keeps nothing for ever");
            assertNull(store.find(one.id()));
        }
    }

    @Test
    void backByAYearOverARestartKeepsWhatIsThereAndEndsItInTime() {
        before.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofDays(-365).toMillis());
        Conversations after = started();
        after.tidy();
        Talk found = after.open(token);
        assertNotNull(found);
        assertEquals("first reply", found.reply("f1"));
        answer(after);
        pass(Duration.ofMinutes(31));
        assertNull(after.open(token));
        after.tidy();
        assertNull(store.find(token.id()));
    }

    /// As said in SECURITY.md: it looks as if nobody had come for a day.
    @Test
    void forwardByADayOverARestartCountsAsADayOfSilence() {
        before.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofDays(1).toMillis());
        assertNull(started().open(token));
        assertNull(store.find(token.id()));
    }

    @Test
    void forwardByLessThanTheIdleTimeOverARestartCostsNothing() {
        before.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofMinutes(20).toMillis());
        assertNotNull(started().open(token));
    }
}
