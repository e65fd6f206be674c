package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unsaid.engine.Engine;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.Stores;

/// Somebody sets the machine's clock. While a server runs it does not matter, as [Time] looks at it
/// once; what follows is what it does over a restart, with its records in a file.
@Timeout(60)
class ClockJumpTest {
    private static final long NOON = 1_772_366_400_000L;

    private final AtomicLong wall = new AtomicLong(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Engine engine = Small.engine();
    private final Token token = Token.fresh();

    @TempDir private Path folder = Path.of("");
    private Store store;
    private Conversations running;

    /// A server that starts on what is on the disk, by the clock as it is set.
    @BeforeEach
    void start() {
        store = Stores.open("sqlite:talks.db", folder, "", "", 1);
        running =
                new Conversations(
                        store,
                        Lifetime.DEFAULT,
                        new Time(nanos::get, wall.get()),
                        log -> new Conversations.Revived(engine, engine.resume(log)));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Conversations startedAgain() {
        stop();
        start();
        return running;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall.addAndGet(time.toMillis());
    }

    private void answer() {
        running.update(
                token.id(),
                was -> new Conversations.Change<>(Small.answered(was, "heavy", "f2"), "answered"));
    }

    @Test
    void forwardByADayOrBackByAYearWhileItRunsEndsNothingEarlyAndKeepsNothingForEver() {
        for (Duration jump : new Duration[] {Duration.ofDays(1), Duration.ofDays(-365)}) {
            Token one = Token.fresh();
            running.start(one, Small.begun(engine));
            wall.addAndGet(jump.toMillis());
            pass(Duration.ofMinutes(29));
            running.tidy();
            assertNotNull(running.open(one), jump + " ends nothing early");
            pass(Duration.ofMinutes(31));
            running.tidy();
            assertNull(running.open(one), jump + " keeps nothing for ever");
            assertNull(store.find(one.id()));
        }
    }

    @Test
    void backByAYearOverARestartKeepsWhatIsThereAndEndsItInTime() {
        running.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofDays(-365).toMillis());
        Conversations after = startedAgain();
        after.tidy();
        Talk found = after.open(token);
        assertNotNull(found);
        assertEquals("first reply", found.reply("f1"));
        answer();
        pass(Duration.ofMinutes(31));
        assertNull(after.open(token));
        after.tidy();
        assertNull(store.find(token.id()));
    }

    /// As said in SECURITY.md: it looks as if nobody had come for a day.
    @Test
    void forwardByADayOverARestartCountsAsADayOfSilence() {
        running.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofDays(1).toMillis());
        assertNull(startedAgain().open(token));
        assertNull(store.find(token.id()));
    }

    @Test
    void forwardByLessThanTheIdleTimeOverARestartCostsNothing() {
        running.start(token, Small.begun(engine));
        wall.addAndGet(Duration.ofMinutes(20).toMillis());
        assertNotNull(startedAgain().open(token));
    }
}
