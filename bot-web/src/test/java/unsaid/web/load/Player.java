package unsaid.web.load;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody at a connection, who sends when the [Loop] says so and looks at every reply.
abstract class Player implements Peer.Listener {
    private final Faults faults;
    private @Nullable Peer peer;
    private @Nullable Loop loop;
    private boolean waiting;
    private boolean ends;
    private boolean gone;
    private long due;

    Player(Faults faults) {
        this.faults = faults;
    }

    final Faults faults() {
        return faults;
    }

    @Override
    public void opened(Peer at) {
        peer = at;
    }

    /// Joins a loop; from then on it is told when this one is free.
    final void join(Loop now) {
        loop = now;
        now.free(this);
    }

    /// Sends the next frame.
    ///
    /// @param at when it was to be sent, by the loop's clock
    final void go(long at) {
        waiting = true;
        due = at;
        send(next());
    }

    /// The next frame.
    abstract String next();

    void send(String text) {
        Objects.requireNonNull(peer, "not connected").send(text);
    }

    /// The reply that was waited for came.
    final void answered() {
        Loop now = Objects.requireNonNull(loop);
        waiting = false;
        now.took(now.now() - due);
        now.free(this);
    }

    final boolean isWaiting() {
        return waiting;
    }

    /// From now on it is no fault when the server hangs up.
    final void expectEnd() {
        ends = true;
    }

    final boolean isGone() {
        return gone;
    }

    @Override
    public final void lost() {
        gone = true;
        if (!ends) {
            faults.add(Faults.Kind.MISSING, "a connection broke");
            if (waiting && loop != null) {
                waiting = false;
                loop.lost();
            }
        }
    }
}
