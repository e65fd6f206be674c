package unsaid.web.load;

import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.web.load.Faults.Kind;
import unsaid.web.load.Script.Exchange;

/// A visitor who holds one talk after the other as scripts say, and compares every reply letter by
/// letter. No script is held by two at once.
final class Talker extends Player {
    private static final Pattern ANSWERS = Pattern.compile("\"(?:accepted|id)\":\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private final String name;
    private final Queue<Script> scripts;
    private @Nullable Script script;
    private @Nullable String token;
    private int at;
    private int frames;

    /// Where a talk was when its server went away.
    ///
    /// @param answered exchanges that were answered
    /// @param sent id of the frame that got no reply; null: there was none
    record Standing(
            String name, String token, Script script, int answered, @Nullable String sent) {}

    /// @param name differs from that of all others
    /// @param scripts where a talk is taken from and put back
    Talker(String name, Queue<Script> scripts, Faults faults) {
        super(faults);
        this.name = name + ".";
        this.scripts = scripts;
    }

    /// On a new connection, a new talk.
    @Override
    public void opened(Peer at) {
        super.opened(at);
        leave();
    }

    @Override
    String next() {
        Script now = script;
        if (now == null || at == now.exchanges().size()) {
            now = another();
        }
        frames++;
        return now.exchanges().get(at).frame().with(id());
    }

    private Script another() {
        if (script != null) {
            scripts.add(script);
        }
        Script next = scripts.remove();
        script = next;
        token = null;
        at = 0;
        return next;
    }

    private String id() {
        return name + frames;
    }

    @Override
    public void heard(String text) {
        Exchange exchange = isWaiting() ? exchange() : null;
        if (exchange != null && exchange.reply().fits(text, id()) && (at > 0 || token != null)) {
            at++;
            answered();
        } else if (!isStarted(exchange, text)) {
            fault(exchange, text);
        }
    }

    private @Nullable Exchange exchange() {
        return script == null ? null : script.exchanges().get(at);
    }

    private boolean isStarted(@Nullable Exchange exchange, String text) {
        Matcher found = TOKEN.matcher(text);
        if (exchange == null || script == null || at > 0 || token != null || !found.find()) {
            return false;
        }
        token = found.group(1);
        return script.started().fits(text, id(), token);
    }

    private void fault(@Nullable Exchange exchange, String text) {
        Kind kind = kind(exchange, text);
        faults().add(kind, id() + " got " + text + " and not " + exchange);
        if (kind == Kind.WRONG && exchange != null) {
            leave();
            answered();
        }
    }

    private Kind kind(@Nullable Exchange exchange, String text) {
        Matcher answers = ANSWERS.matcher(text);
        if (!answers.find()) {
            return Kind.WRONG;
        }
        String id = answers.group(1);
        if (!id.startsWith(name)) {
            return Kind.FOREIGN;
        }
        return exchange != null && id.equals(id()) ? Kind.WRONG : Kind.DOUBLED;
    }

    /// Where its talk is; null if it has none that could be resumed.
    @Nullable Standing standing() {
        if (script == null || token == null || at == 0 || at >= script.exchanges().size() - 1) {
            return null;
        }
        return new Standing(name, token, script, at, isWaiting() ? id() : null);
    }

    /// The talk does not go on; the next frame begins another.
    void leave() {
        if (script != null) {
            scripts.add(script);
        }
        script = null;
        token = null;
    }
}
