package unsaid.web.load;

import org.jspecify.annotations.Nullable;
import unsaid.web.load.Faults.Kind;

/// A visitor who comes back after the server was killed: resumes, looks at the whole transcript,
/// and sends again what got no reply.
final class Returner extends Player {
    private static final String UNKNOWN = "\"code\":\"unknown-conversation\"";

    private final Talker.Standing stood;
    private final Scripts scripts;
    private boolean known;
    private boolean resumed;
    private boolean forgotten;

    Returner(Talker.Standing stood, Scripts scripts, Faults faults) {
        super(faults);
        this.stood = stood;
        this.scripts = scripts;
    }

    private String resumeId() {
        return stood.name() + "resume";
    }

    private String nextId() {
        String sent = stood.sent();
        return sent == null ? stood.name() + "next" : sent;
    }

    @Override
    String next() {
        return resumed
                ? exchange(stood.answered()).frame().with(nextId())
                : "{\"type\":\"resume\",\"id\":\""
                        + resumeId()
                        + "\",\"token\":\""
                        + stood.token()
                        + "\",\"after\":0}";
    }

    private Script.Exchange exchange(int number) {
        return stood.script().exchanges().get(number);
    }

    @Override
    public void heard(String text) {
        if (!isWaiting()) {
            faults().add(Kind.DOUBLED, text);
        } else if (resumed) {
            check(isNext(text), text);
            answered();
        } else if (text.contains(UNKNOWN)) {
            forgotten = true;
            answered();
        } else if (known) {
            check(isWhole(text), text);
            resumed = true;
            answered();
        } else {
            known = true;
            check(stood.script().started().fits(text, resumeId(), stood.token()), text);
        }
    }

    /// All that was acknowledged is there; what was sent last may be, too.
    private boolean isWhole(String text) {
        return text.equals(scripts.whole(null, exchange(stood.answered() - 1).after()))
                || stood.sent() != null
                        && text.equals(scripts.whole(null, exchange(stood.answered()).after()));
    }

    /// What was sent before the crash and counted then may be answered by the whole transcript.
    private boolean isNext(String text) {
        Script.Exchange next = exchange(stood.answered());
        return next.reply().fits(text, nextId())
                || stood.sent() != null && text.equals(scripts.whole(nextId(), next.after()));
    }

    private void check(boolean right, String text) {
        if (!right) {
            faults().add(Kind.WRONG, stood.name() + " came back and got " + text);
        }
    }

    /// Whether the server knew nothing of the talk any more.
    boolean isForgotten() {
        return forgotten;
    }

    static @Nullable Returner of(Talker talker, Scripts scripts, Faults faults) {
        Talker.Standing stood = talker.standing();
        return stood == null ? null : new Returner(stood, scripts, faults);
    }
}
