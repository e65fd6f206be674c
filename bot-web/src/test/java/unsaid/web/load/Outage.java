package unsaid.web.load;

import java.io.IOException;

/// Everybody talks, something they need is away for a time, and comes back.
final class Outage {
    private static final int TURNS_EACH = 4;
    private static final double SECOND = 1e9;

    private final Crowd crowd;
    private final long length;
    private long since;
    private long meanwhile;
    private long back;
    private long first;
    private long last;

    /// Breaks it, or mends it.
    interface Act {
        void run() throws IOException;
    }

    /// @param seconds how long
    Outage(Crowd crowd, int seconds) {
        this.crowd = crowd;
        this.length = (long) (seconds * SECOND);
    }

    void play(Act breaks, Act mends) throws IOException {
        crowd.wantMore(true);
        long enough = (long) crowd.size() * TURNS_EACH;
        crowd.talk(() -> crowd.ledger().acknowledged() >= enough);
        breaks.run();
        since = System.nanoTime();
        meanwhile = crowd.ledger().acknowledged();
        crowd.talk(() -> System.nanoTime() - since >= length);
        meanwhile = crowd.ledger().acknowledged() - meanwhile;
        mends.run();
        back = System.nanoTime();
        crowd.wantMore(false);
        crowd.talk(this::isOver);
    }

    private boolean isOver() {
        if (first == 0 && crowd.answeredSince(back) > 0) {
            first = System.nanoTime();
        }
        if (last == 0 && crowd.waitingSince(back) == 0) {
            last = System.nanoTime();
        }
        return crowd.isDone();
    }

    /// Turns that were acknowledged in it; those that were under way when it began are among them.
    String meanwhile() {
        return Report.number(meanwhile);
    }

    /// Seconds from its end until the first visitor was answered.
    String first() {
        return Report.number((first - back) / SECOND);
    }

    /// Seconds from its end until all visitors were.
    String last() {
        return Report.number((last - back) / SECOND);
    }
}
