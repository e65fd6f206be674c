package unsaid.web.session;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.web.session.store.ConversationId;

/// One conversation while it is open in this server's memory, with the key to its record. Fields
/// but for the doubt change only by whoever holds its lock.
final class Opened {
    private final ConversationId id;
    private final Token token;
    private final Seal seal;
    private final long begun;
    private final long ends;
    private volatile @Nullable Talk talk;
    private volatile long version;
    private volatile boolean inDoubt;
    private volatile boolean kept;
    private volatile long used;
    private volatile @Nullable Engine engine;
    private volatile boolean fresh;
    private @Nullable Marks marks;

    /// @param begun in milliseconds since 1970
    /// @param ends when it is forgotten at the latest, on the clock of nanoseconds
    Opened(Token token, long begun, long ends) {
        this.id = token.id();
        this.token = token;
        this.seal = token.seal();
        this.begun = begun;
        this.ends = ends;
    }

    ConversationId id() {
        return id;
    }

    Token token() {
        return token;
    }

    Seal seal() {
        return seal;
    }

    long begun() {
        return begun;
    }

    long ends() {
        return ends;
    }

    /// Does something that nobody else does to this conversation at the same time in this server.
    synchronized <R extends @Nullable Object> R locked(Supplier<R> work) {
        return work.get();
    }

    /// What it says, as far as this server knows; null: it rests, or is closed.
    @Nullable Talk talk() {
        return talk;
    }

    /// Version of the record that says so.
    long version() {
        return version;
    }

    /// @param now on the clock of nanoseconds
    void holds(Talk talk, long version, long now) {
        this.talk = talk;
        this.version = version;
        this.kept = talk.keep() != null;
        this.used = now;
        this.engine = null;
    }

    /// It was begun just now, and not found in the store.
    void isNew() {
        fresh = true;
    }

    /// What was counted of it, made with the first count; null: it was found in the store.
    synchronized @Nullable Marks marks() {
        if (fresh && marks == null) {
            marks = new Marks();
        }
        return marks;
    }

    /// Whether its visitor asked to keep it for later.
    boolean isKept() {
        return kept;
    }

    /// Lets go of what it says if that has been the same since `before`, on the clock of
    /// nanoseconds: the record has it. Takes its lock itself, and does not wait for one that goes
    /// on.
    void rest(long before) {
        if (isSilentSince(before)) {
            restIfStillSilent(before);
        }
    }

    private synchronized void restIfStillSilent(long before) {
        Talk said = talk;
        if (said != null && isSilentSince(before)) {
            engine = said.engine();
            talk = null;
        }
    }

    private boolean isSilentSince(long before) {
        return talk != null && used - before < 0;
    }

    /// The engine that knows the flows as they were when it began to rest; null: it does not rest.
    @Nullable Engine engine() {
        return engine;
    }

    /// Somebody else may have changed the record.
    void doubt() {
        inDoubt = true;
    }

    /// The record is about to be read again. To be said before the reading, so that a change during
    /// it is not missed.
    void trust() {
        inDoubt = false;
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /// Lets go of what it says.
    void close() {
        talk = null;
    }
}
