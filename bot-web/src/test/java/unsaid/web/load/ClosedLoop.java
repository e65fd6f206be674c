package unsaid.web.load;

import java.util.concurrent.TimeUnit;

/// Everybody sends the next frame as soon as the last one is answered.
final class ClosedLoop extends Loop {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    ClosedLoop(long turns) {
        super(turns, System::nanoTime);
    }

    @Override
    void free(Player player) {
        if (mayBegin()) {
            player.go(now());
        }
    }

    @Override
    public long step() {
        return PAUSE;
    }
}
