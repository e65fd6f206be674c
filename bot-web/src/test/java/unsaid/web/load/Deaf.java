package unsaid.web.load;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A visitor who begins a talk, then reads nothing more and asks for all of it again and again.
final class Deaf implements Peer.Listener {
    private static final Pattern TURN = Pattern.compile("^\\{\"type\":\"turn\"");
    private static final int ASKS = 4_000;

    private final Script script;
    private final int turns;
    private int at;
    private @Nullable Peer peer;
    private boolean deaf;

    /// @param turns played before it turns deaf
    Deaf(Script script, int turns) {
        this.script = script;
        this.turns = Math.min(turns, script.exchanges().size() - 1);
    }

    @Override
    public void opened(Peer peer) {
        this.peer = peer;
        next(peer);
    }

    private void next(Peer to) {
        if (at < turns) {
            to.send(script.exchanges().get(at).frame().with("d" + at));
            return;
        }
        to.stopReading();
        deaf = true;
        for (int i = 0; i < ASKS; i++) {
            to.send("{\"type\":\"command\",\"id\":\"x" + i + "\",\"name\":\"export\"}");
        }
    }

    @Override
    public void heard(String text) {
        if (TURN.matcher(text).find() && peer != null) {
            at++;
            next(peer);
        }
    }

    @Override
    public void lost() {
        peer = null;
        deaf = true;
    }

    /// Whether it reads nothing any more. That it was dropped after that, only the server tells.
    boolean isDeaf() {
        return deaf;
    }
}
