package unsaid.web.load;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Frames are sent at a fixed rate, whatever the server does: when it stalls, they are late, and
/// that counts, because latency is taken from the time at which a frame was to be sent.
final class OpenLoop extends Loop {
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

    private final ArrayDeque<Player> free = new ArrayDeque<>();
    private final long interval;
    private boolean begun;
    private long next;

    /// @param rate turns a second
    OpenLoop(long turns, int rate) {
        this(turns, rate, System::nanoTime);
    }

    OpenLoop(long turns, int rate, LongSupplier clock) {
        super(turns, clock);
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    @Override
    void free(Player player) {
        free.add(player);
    }

    @Override
    public long step() {
        long now = now();
        if (!begun) {
            begun = true;
            next = now;
        }
        while (next <= now && !free.isEmpty() && mayBegin()) {
            free.remove().go(next);
            next += interval;
        }
        return PAUSE;
    }
}
