package unsaid.web.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// A server and everybody who is connected to it.
final class Side implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STEP = 10_000_000;

    private final ServerProcess server;
    private final Peers peers;
    private final Faults faults;

    Side(ServerProcess server, Faults faults) throws IOException {
        this.server = server;
        this.faults = faults;
        this.peers = new Peers(server.port());
    }

    ServerProcess server() {
        return server;
    }

    void connect(List<? extends Player> players) throws IOException {
        try {
            peers.open(players, PATIENCE);
        } catch (TimeoutException e) {
            throw new IOException("connections were refused: " + faults.examples(), e);
        }
    }

    /// Plays the turns of a loop. Who waits for a reply at the end waits in vain: that is a fault.
    Round play(Loop loop, List<? extends Player> players) throws IOException {
        Duration cpu = server.cpu();
        long begun = System.nanoTime();
        players.forEach(player -> player.join(loop));
        try {
            peers.run(loop, PATIENCE);
        } catch (TimeoutException e) {
            players.stream()
                    .filter(Player::isWaiting)
                    .forEach(_ -> faults.add(Faults.Kind.MISSING, "no reply in a minute"));
            throw new IOException("gave up: " + faults + " " + faults.examples(), e);
        }
        long took = System.nanoTime() - begun;
        return new Round(
                loop.progress(), server.cpu().minus(cpu), Duration.ofNanos(took), loop.nanos());
    }

    /// Every player plays so many turns, all of them at the same time.
    void each(int turns, List<? extends Player> players) throws IOException {
        for (int i = 0; i < turns; i++) {
            play(new ClosedLoop(players.size()), players);
        }
    }

    /// Plays until so many turns are answered, and kills the server in the middle of the next ones.
    /// Replies that are on their way by then are taken in.
    void crash(long turns, List<? extends Player> players) throws IOException {
        Loop loop = new ClosedLoop(Long.MAX_VALUE);
        players.forEach(Player::expectEnd);
        players.forEach(player -> player.join(loop));
        run(
                new Peers.Work() {
                    private boolean killed;

                    @Override
                    public boolean isDone() {
                        return players.stream().allMatch(Player::isGone);
                    }

                    @Override
                    public long progress() {
                        return loop.progress();
                    }

                    @Override
                    public long step() {
                        if (!killed && loop.progress() >= turns) {
                            server.kill();
                            killed = true;
                        }
                        return STEP;
                    }
                },
                PATIENCE);
    }

    /// Looks after connections for a time in which nobody says anything.
    void rest(Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        run(
                new Peers.Work() {
                    @Override
                    public boolean isDone() {
                        return System.nanoTime() >= until;
                    }

                    @Override
                    public long progress() {
                        return 0;
                    }

                    @Override
                    public long step() {
                        return STEP;
                    }
                },
                time.plus(PATIENCE));
    }

    private void run(Peers.Work work, Duration limit) throws IOException {
        try {
            peers.run(work, limit);
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (server) {
            peers.close();
        }
    }
}
