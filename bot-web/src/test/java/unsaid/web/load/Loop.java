package unsaid.web.load;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// Decides when players send, and keeps how long their replies took. For one thread.
abstract class Loop implements Peers.Work {
    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(DIGITS);
    private final long turns;
    private final LongSupplier clock;
    private long begun;
    private long done;
    private long first;

    /// @param turns how many are to be played
    /// @param clock in nanoseconds
    Loop(long turns, LongSupplier clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /// A player is free, for the first time or again.
    abstract void free(Player player);

    final long now() {
        return clock.getAsLong();
    }

    /// Whether one more turn is to be played; it is counted as begun then.
    final boolean mayBegin() {
        if (begun == turns) {
            return false;
        }
        begun++;
        return true;
    }

    /// @param latency nanoseconds from when the frame was to be sent
    final void took(long latency) {
        if (done == 0) {
            first = now();
        }
        done++;
        nanos.recordValue(Math.max(0, latency));
    }

    /// One turn will get no reply.
    final void lost() {
        done++;
    }

    /// Turns that are played.
    @Override
    public final long progress() {
        return done;
    }

    /// When the first reply came.
    final long first() {
        return first;
    }

    final Histogram nanos() {
        return nanos;
    }

    @Override
    public final boolean isDone() {
        return done >= turns;
    }
}
