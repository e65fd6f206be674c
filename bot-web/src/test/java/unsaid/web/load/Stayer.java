package unsaid.web.load;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.web.load.Faults.Kind;
import unsaid.web.load.Script.Exchange;

/// A visitor who stays whatever happens to the server: comes back with token and the number of the
/// last turn seen, looks at what was missed, asks for the summary, sends again what got no reply
/// under the id it had, and goes on to the end of the talk, where the summary must hold every
/// answer once. All is compared letter by letter.
final class Stayer implements Peer.Listener {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("^\\{\"type\":\"turn\",\"seq\":(\\d+)");
    private static final String UNAVAILABLE = "{\"type\":\"problem\",\"code\":\"unavailable\"";
    private static final String UNKNOWN = "{\"type\":\"problem\",\"code\":\"unknown-conversation\"";
    private static final String ERASED = "\"erased\":true";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /// Every so many times, one comes back with an empty screen.
    private static final int EMPTY_EVERY = 4;

    private final String name;
    private final Scripts scripts;
    private final Queue<Script> talks;
    private final Ledger ledger;
    private @Nullable Peer peer;
    private boolean away = true;
    private boolean more;
    private Doing doing = Doing.NOTHING;
    private @Nullable Script script;
    private @Nullable String token;
    private int at;
    private @Nullable String sent;
    private int frames;
    private int returns;
    private boolean missed;
    private boolean shown;
    private String unanswered = "";
    private boolean repeated;
    private long again;
    private long lastReply;

    private enum Doing {
        NOTHING,
        STARTING,
        RESUMING,
        /// Waits for the summary that follows what was missed.
        LOOKING,
        ANSWERING,
        ENDING
    }

    /// @param name differs from that of all others
    /// @param talks where one is taken from and put back
    Stayer(String name, Scripts scripts, Queue<Script> talks, Ledger ledger) {
        this.name = name + ".";
        this.scripts = scripts;
        this.talks = talks;
        this.ledger = ledger;
    }

    /// Whether another talk is begun when one has come to its end.
    void wantMore(boolean more) {
        this.more = more;
        if (more && !away && doing == Doing.NOTHING) {
            begin();
        }
    }

    boolean isAway() {
        return away;
    }

    /// Whether its talk is at its end, and no other is wanted. Everybody holds one at least.
    boolean isDone() {
        return doing == Doing.NOTHING && script == null && frames > 0;
    }

    /// When the last right reply came that moved the talk on, by [System#nanoTime].
    long lastReply() {
        return lastReply;
    }

    /// It is about to be connected.
    void comes() {
        away = false;
    }

    /// Hangs up.
    void leave() {
        Peer now = peer;
        if (now != null && !away) {
            now.close();
            lost();
        }
    }

    /// Leaves the connection as it is, reads nothing more from it, and comes back on another one.
    void vanish() {
        Peer now = peer;
        if (now != null && !away) {
            now.stopReading();
            lost();
        }
    }

    @Override
    public void opened(Peer at) {
        peer = at;
        if (token != null) {
            resume();
        } else if (more || script != null || frames == 0) {
            begin();
        }
    }

    @Override
    public void lost() {
        away = true;
        again = 0;
        if (doing != Doing.NOTHING && token == null) {
            doing = Doing.STARTING;
        }
    }

    /// Sends again what the server could not do, when it is time.
    void step(long now) {
        if (again != 0 && now - again >= 0 && !away) {
            again = 0;
            send(unanswered);
        }
    }

    private String fresh(String kind) {
        return name + kind + ++frames;
    }

    private void send(String text) {
        unanswered = text;
        java.util.Objects.requireNonNull(peer).send(text);
    }

    private Exchange exchange(int number) {
        return java.util.Objects.requireNonNull(script).exchanges().get(number);
    }

    // ---- what it does

    private void begin() {
        if (script == null) {
            script = talks.remove();
        }
        at = 0;
        sent = fresh("");
        doing = Doing.STARTING;
        send(exchange(0).frame().with(sent));
    }

    private void resume() {
        shown = at == 0 || returns++ % EMPTY_EVERY == 0;
        missed = false;
        doing = Doing.RESUMING;
        send(
                "{\"type\":\"resume\",\"id\":\""
                        + fresh("r")
                        + "\",\"token\":\""
                        + token
                        + "\",\"after\":"
                        + (shown ? 0 : at)
                        + "}");
    }

    private void look(Doing now) {
        doing = now;
        send("{\"type\":\"command\",\"id\":\"" + fresh("x") + "\",\"name\":\"export\"}");
    }

    private void goOn() {
        if (at == java.util.Objects.requireNonNull(script).exchanges().size()) {
            look(Doing.ENDING);
            return;
        }
        sent = sent == null ? fresh("") : sent;
        doing = Doing.ANSWERING;
        send(exchange(at).frame().with(sent));
    }

    private void finish() {
        Script held = script;
        if (held != null) {
            talks.add(held);
        }
        script = null;
        token = null;
        sent = null;
        repeated = false;
        doing = Doing.NOTHING;
        if (more && !away) {
            begin();
        }
    }

    // ---- what it hears

    @Override
    public void heard(String text) {
        if (text.startsWith(UNAVAILABLE) && doing != Doing.NOTHING) {
            again = System.nanoTime() + PAUSE;
            repeated = true;
            return;
        }
        switch (doing) {
            case NOTHING -> ledger.faults().add(Kind.DOUBLED, text);
            case STARTING -> started(text);
            case RESUMING -> resumed(text);
            case LOOKING -> looked(text);
            case ANSWERING -> answered(text);
            case ENDING -> ended(text);
        }
    }

    private void started(String text) {
        Matcher found = TOKEN.matcher(text);
        if (token != null) {
            answered(text);
        } else if (found.find()) {
            token = found.group(1);
            check(java.util.Objects.requireNonNull(script).started().fits(text, id(), token), text);
        } else {
            fault(text);
        }
    }

    private String id() {
        return java.util.Objects.requireNonNull(sent);
    }

    private void answered(String text) {
        if (again(text)) {
            return;
        }
        if (!exchange(at).reply().fits(text, id())) {
            fault(text);
            return;
        }
        acknowledged();
        if (text.contains(ERASED)) {
            ledger.end();
            finish();
        } else {
            goOn();
        }
    }

    /// A frame that erases everything, sent again: if it counted the first time, nobody knows
    /// anything of the talk any more, as it should be.
    private boolean again(String text) {
        boolean erased = repeated && text.startsWith(UNKNOWN) && erases();
        if (erased) {
            ledger.sentAgain(true);
            ledger.end();
            finish();
        }
        return erased;
    }

    private boolean erases() {
        return sent != null && at > 0 && exchange(at).reply().with(sent).contains(ERASED);
    }

    private void acknowledged() {
        repeated = false;
        at++;
        sent = null;
        lastReply = System.nanoTime();
        ledger.acknowledge();
    }

    private void resumed(String text) {
        if (text.startsWith(UNKNOWN)) {
            if (erases()) {
                ledger.sentAgain(true);
                ledger.end();
                finish();
            } else {
                ledger.lose(Math.max(1, at), name + " came back and was unknown");
                finish();
            }
            return;
        }
        String resume = name + "r" + frames;
        if (check(
                java.util.Objects.requireNonNull(script)
                        .started()
                        .fits(text, resume, java.util.Objects.requireNonNull(token)),
                text)) {
            look(Doing.LOOKING);
        }
    }

    /// What was missed, and after it the summary.
    private void looked(String text) {
        if (!text.startsWith("{\"type\":\"summary\"")) {
            see(text);
            return;
        }
        int counted = at + (missed ? 1 : 0);
        if (shown) {
            fault("no transcript");
        } else if (check(text.equals(summary(counted)), text)) {
            stands();
        }
    }

    private String summary(int counted) {
        return scripts.summary(name + "x" + frames, exchange(counted - 1).after());
    }

    private void see(String text) {
        boolean open = sent != null && !missed;
        if (shown) {
            boolean all = open && text.equals(scripts.whole(null, exchange(at).after()));
            boolean known = at > 0 && text.equals(scripts.whole(null, exchange(at - 1).after()));
            missed = all;
            shown = false;
            check(all || known, text);
        } else {
            missed = open && exchange(at).reply().fits(text, id());
            check(missed, text);
        }
    }

    /// It is known where the talk stands; what got no reply is sent again.
    private void stands() {
        lastReply = System.nanoTime();
        if (sent != null) {
            ledger.sentAgain(missed);
            repeated = true;
        }
        if (at == 0) {
            acknowledged();
        }
        goOn();
    }

    private void ended(String text) {
        if (check(text.equals(summary(at)), text)) {
            ledger.end();
            finish();
        }
    }

    // ---- what is wrong

    private boolean check(boolean right, String text) {
        if (!right) {
            fault(text);
        }
        return right;
    }

    /// Says what is wrong, as far as a turn's number tells, and leaves the talk.
    private void fault(String text) {
        String what = this + " got " + text;
        Matcher number = NUMBER.matcher(text);
        int stands = number.find() ? Integer.parseInt(number.group(1)) : -1;
        if (stands >= 0 && stands < at) {
            ledger.lose(at - stands, what);
        } else if (stands > at + (sent == null ? 0 : 1)
                || (stands == at && doing == Doing.ANSWERING)) {
            ledger.faults().add(Kind.DOUBLED, what);
        } else {
            ledger.faults().add(Kind.WRONG, what);
        }
        leave();
        finish();
    }

    @Override
    public String toString() {
        return name
                + " ("
                + doing
                + ", "
                + at
                + " acknowledged, "
                + (away ? "away" : "connected")
                + (sent == null ? "" : ", sent " + sent)
                + ")";
    }
}
