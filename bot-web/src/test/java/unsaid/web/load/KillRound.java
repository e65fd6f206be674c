package unsaid.web.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// One round: everybody talks, a kill at its moment, everybody comes back and talks to the end.
final class KillRound {
    private static final int TURNS_EACH = 12;
    private static final int MOST_EACH = 30;
    private static final int LATER_MILLIS = 20;

    private final Stage stage;
    private final Crowd crowd;
    private final Kill.Moment moment;
    private final int turns;
    private final int returns;
    private final long later;
    private long killAt;
    private long killed;
    private long ready;
    private long first;
    private long last;
    private int kills;
    private CompletableFuture<Void> restart = new CompletableFuture<>();

    /// @param random decides how many turns are played before, and how many have come back
    KillRound(Stage stage, Crowd crowd, Kill.Moment moment, Random random) {
        this.stage = stage;
        this.crowd = crowd;
        this.moment = moment;
        int most = moment == Kill.Moment.STARTS ? 1 : TURNS_EACH;
        this.turns = 1 + random.nextInt(crowd.size() * most);
        this.returns = 1 + random.nextInt(crowd.size());
        this.later = TimeUnit.MICROSECONDS.toNanos(random.nextInt(LATER_MILLIS * 1_000));
    }

    /// What came of it; times in nanoseconds since the kill.
    ///
    /// @param ready until what was killed has started
    /// @param first until the first visitor was answered after that; 0: nobody had to wait
    /// @param last until all were
    record Times(long ready, long first, long last) {}

    Times play() throws IOException {
        crowd.wantMore(true);
        crowd.talk(this::isKilled);
        crowd.wantMore(false);
        crowd.talk(this::isOver);
        return new Times(ready - killed, Math.max(0, first - killed), last - killed);
    }

    private boolean isKilled() throws IOException {
        long now = System.nanoTime();
        if (killAt == 0 && isMoment()) {
            killAt = now + later;
        }
        if (killAt == 0 || now - killAt < 0) {
            return false;
        }
        kill();
        return true;
    }

    private boolean isMoment() throws IOException {
        long played = crowd.ledger().acknowledged();
        return switch (moment) {
            case TALKS, STARTS, RETURNS -> played >= turns;
            case CHECKPOINT ->
                    played >= turns / 2
                            && (stage.isAtCheckpoint()
                                    || played >= (long) crowd.size() * MOST_EACH);
        };
    }

    private void kill() throws IOException {
        kills++;
        killed = System.nanoTime();
        ready = 0;
        first = 0;
        last = 0;
        stage.kill();
        restart =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                stage.startAgain();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        task -> Thread.ofPlatform().daemon().start(task));
    }

    private boolean isOver() throws IOException {
        if (ready == 0 && restart.isDone()) {
            join();
            ready = System.nanoTime();
        }
        if (ready != 0 || stage.servesMeanwhile()) {
            look(stage.servesMeanwhile() ? killed : ready);
        }
        if (moment == Kill.Moment.RETURNS && kills == 1 && ready != 0 && hasReturned()) {
            kill();
        }
        return ready != 0 && crowd.isDone();
    }

    private boolean hasReturned() {
        return crowd.answeredSince(ready) >= Math.min(returns, crowd.waitingSince(ready));
    }

    private void look(long since) {
        long now = System.nanoTime();
        if (first == 0 && crowd.answeredSince(since) > 0) {
            first = now;
        }
        if (last == 0 && crowd.waitingSince(since) == 0) {
            last = now;
        }
    }

    private void join() throws IOException {
        try {
            restart.join();
        } catch (CompletionException e) {
            throw new IOException("did not start again: " + e.getCause(), e);
        }
    }
}
