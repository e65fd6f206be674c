package unsaid.web.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntUnaryOperator;

/// Many who stay, and who come back to a server as soon as there is one. For one thread.
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SCRIPTS_EACH = 3;

    private final Peers peers;
    private final Ledger ledger;
    private final List<Stayer> stayers = new ArrayList<>();
    private IntUnaryOperator port;
    private long nextTry;

    /// @param name differs from that of all other crowds at the same store
    /// @param talks what they hold, more than there are visitors
    /// @param port where the one with a number finds a server now; 0: nowhere
    Crowd(
            String name,
            int count,
            Scripts scripts,
            List<Script> talks,
            Faults faults,
            IntUnaryOperator port)
            throws IOException {
        this.peers = new Peers(0);
        this.ledger = new Ledger(faults);
        this.port = port;
        Queue<Script> all = new ArrayDeque<>(talks);
        for (int i = 0; i < count; i++) {
            stayers.add(new Stayer(name + i, scripts, all, ledger));
        }
    }

    /// @param random decides who holds which talk
    static Crowd of(Measurement with, String name, int count, Random random, IntUnaryOperator port)
            throws IOException {
        List<Script> talks = new ArrayList<>(with.scripts().many(count * SCRIPTS_EACH));
        Collections.shuffle(talks, random);
        return new Crowd(name, count, with.scripts(), talks, with.faults(), port);
    }

    Ledger ledger() {
        return ledger;
    }

    int size() {
        return stayers.size();
    }

    /// Everybody begins another talk when one is at its end, or nobody does any more.
    void wantMore(boolean more) {
        stayers.forEach(each -> each.wantMore(more));
    }

    /// How many have been answered since.
    ///
    /// @param nanos by [System#nanoTime]
    long answeredSince(long nanos) {
        return stayers.stream().filter(each -> each.lastReply() - nanos > 0).count();
    }

    /// How many are in the middle of a talk and have not been answered since.
    long waitingSince(long nanos) {
        return stayers.stream()
                .filter(each -> !each.isDone() && each.lastReply() - nanos <= 0)
                .count();
    }

    boolean isDone() {
        return stayers.stream().allMatch(Stayer::isDone);
    }

    /// Others come, too, whom nobody here looks after.
    void joinedBy(List<? extends Peer.Listener> others, int to) {
        others.forEach(each -> peers.connect(each, to));
    }

    /// Everybody leaves the connection as it is, open and silent, and comes back on another one.
    void vanish(int to) {
        port = _ -> to;
        stayers.forEach(Stayer::vanish);
    }

    /// Asked again and again while everybody talks; may do something, too.
    interface Until {
        boolean isReached() throws IOException;
    }

    /// Lets everybody talk until then, for ten minutes at most.
    ///
    /// @throws IOException if nobody gets an answer for two minutes
    void talk(Until until) throws IOException {
        long begun = System.nanoTime();
        try {
            peers.run(
                    new Peers.Work() {
                        private boolean is;

                        @Override
                        public boolean isDone() {
                            return is;
                        }

                        @Override
                        public long progress() {
                            return ledger.acknowledged() + ledger.talks();
                        }

                        @Override
                        public long step() {
                            lookAfter();
                            is = isReached(until);
                            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                                throw new UncheckedIOException(
                                        new IOException("no end in " + LONGEST));
                            }
                            return STEP;
                        }
                    },
                    PATIENCE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            stayers.stream()
                    .filter(each -> !each.isDone())
                    .forEach(each ->
                            ledger.faults().add(Faults.Kind.MISSING, each + " waits in vain"));
            throw new IOException("gave up: " + ledger.faults().examples(), e);
        }
    }

    private static boolean isReached(Until until) {
        try {
            return until.isReached();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAfter() {
        long now = System.nanoTime();
        boolean tries = now - nextTry >= 0;
        if (tries) {
            nextTry = now + BETWEEN_TRIES;
        }
        for (int i = 0; i < stayers.size(); i++) {
            Stayer each = stayers.get(i);
            if (!each.isAway()) {
                each.step(now);
            } else if (tries) {
                connect(each, port.applyAsInt(i));
            }
        }
    }

    private void connect(Stayer one, int to) {
        if (to > 0) {
            one.comes();
            peers.connect(one, to);
        }
    }

    @Override
    public void close() throws IOException {
        peers.close();
    }
}
