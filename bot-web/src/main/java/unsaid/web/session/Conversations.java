package unsaid.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.store.Sealed;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;

/// The conversations that are going on: opened in memory, sealed in a store. What is dropped from
/// memory can only be read again by somebody who brings its token. After some silence the words are
/// dropped, and the key to them stays while the conversation lives. Safe for use by any thread.
///
/// Every method that says so throws [StoreException] while the store is away; nothing has been told
/// to be done then, and asking again is safe.
public final class Conversations implements AutoCloseable {
    /// Servers that were faster, one after another, before a turn is given up.
    static final int MOST_RACES = 100;

    /// Records still to be removed, after the store could not do it at once.
    static final int MOST_LEFTOVERS = 100_000;

    private final Store store;
    private final Lifetime lifetime;
    private final Time time;
    private final Function<Log, Revived> revive;
    private final Cache<ConversationId, Opened> opened;
    private final ConcurrentLinkedQueue<Opened> expired = new ConcurrentLinkedQueue<>();
    private final Set<ConversationId> leftovers = ConcurrentHashMap.newKeySet();

    /// A log walked again.
    ///
    /// @param engine the engine that walked it
    /// @param outcome [Outcome.Refused] if its flow is gone
    public record Revived(Engine engine, Outcome outcome) {}

    /// @param store closed with this
    /// @param revive walks a log again on the flows as they are now; must be pure but for that
    public Conversations(Store store, Lifetime lifetime, Time time, Function<Log, Revived> revive) {
        this.store = store;
        this.lifetime = lifetime;
        this.time = time;
        this.revive = revive;
        this.opened =
                Caffeine.newBuilder()
                        .expireAfter(expiry())
                        .ticker(time::nanos)
                        .executor(Runnable::run)
                        .removalListener(
                                (@Nullable ConversationId id,
                                        @Nullable Opened one,
                                        RemovalCause cause) -> {
                                    if (cause == RemovalCause.EXPIRED && one != null) {
                                        expired.add(one);
                                    }
                                })
                        .build();
        store.watch(
                new Store.Watcher() {
                    @Override
                    public void changed(ConversationId id) {
                        Opened one = opened.policy().getIfPresentQuietly(id);
                        if (one != null) {
                            one.doubt();
                        }
                    }

                    @Override
                    public void missed() {
                        opened.asMap().values().forEach(Opened::doubt);
                    }
                });
    }

    private Expiry<ConversationId, Opened> expiry() {
        long idle = lifetime.idle().toNanos();
        return new Expiry<>() {
            @Override
            public long expireAfterCreate(ConversationId id, Opened one, long now) {
                return Math.max(0, Math.min(idle, one.ends() - now));
            }

            @Override
            public long expireAfterUpdate(ConversationId id, Opened one, long now, long before) {
                return expireAfterCreate(id, one, now);
            }

            @Override
            public long expireAfterRead(ConversationId id, Opened one, long now, long before) {
                return expireAfterCreate(id, one, now);
            }
        };
    }

    /// Takes up a new conversation. Returns once it is durable.
    ///
    /// @return false if there is no room for another one; nothing has changed then
    /// @throws StoreException see the class
    public boolean start(Token token, Talk talk) {
        if (isFull()) {
            return false;
        }
        long now = time.millis();
        Opened one = new Opened(token, now, ends(now));
        Sealed record = sealed(one, talk);
        if (!store.add(record)) {
            throw new StoreException("a fresh token was taken");
        }
        one.holds(talk, record.version(), time.nanos());
        one.isNew();
        opened.put(one.id(), one);
        return true;
    }

    /// Whether no more conversations can be opened now.
    public boolean isFull() {
        if (opened.estimatedSize() < lifetime.most()) {
            return false;
        }
        opened.cleanUp();
        return opened.estimatedSize() >= lifetime.most();
    }

    /// Opens the conversation of a token, as the store has it now.
    ///
    /// @return null if it expired, was erased, or never was
    /// @throws FullException if there is no room to open another one
    /// @throws StoreException see the class
    public @Nullable Talk open(Token token) {
        Opened known = opened.getIfPresent(token.id());
        if (known != null) {
            known.doubt();
            return known.locked(() -> talk(known));
        }
        Sealed record = store.find(token.id());
        Kept kept = record == null ? null : read(token.seal(), record);
        if (record == null || kept == null) {
            return null;
        }
        if (isOver(kept)) {
            store.remove(record.id(), record.version());
            return null;
        }
        if (isFull()) {
            throw new FullException();
        }
        long counted = kept.keep() == null ? kept.begun() : time.millis();
        Opened one = new Opened(token, kept.begun(), ends(counted));
        Talk talk = revived(kept, revive.apply(kept.log()));
        if (talk == null) {
            return null;
        }
        one.holds(talk, record.version(), time.nanos());
        Opened first = opened.get(one.id(), _ -> one);
        return first == null || first == one ? talk : first.locked(() -> talk(first));
    }

    private static @Nullable Kept read(Seal seal, Sealed record) {
        byte[] content = seal.open(record);
        return content == null ? null : Kept.of(content);
    }

    private static @Nullable Talk revived(Kept kept, Revived revived) {
        return revived.outcome() instanceof Outcome.Played(var conversation, var turn)
                ? new Talk(
                        revived.engine(),
                        conversation,
                        turn,
                        kept.told(),
                        kept.misses(),
                        kept.keep(),
                        kept.couple())
                : null;
    }

    private boolean isOver(Kept kept) {
        long now = time.millis();
        return kept.keep() != null
                ? now > kept.keep().until()
                : now - kept.last() > lifetime.idle().toMillis()
                        || now - kept.begun() > lifetime.longest().toMillis();
    }

    /// When one that began then is forgotten at the latest, on the clock of nanoseconds.
    private long ends(long begun) {
        long age = Math.max(0, time.millis() - begun);
        return time.nanos() + lifetime.longest().toNanos() - TimeUnit.MILLISECONDS.toNanos(age);
    }

    /// The conversation as it stands; null if it is not open here, expired, or was erased.
    ///
    /// @throws StoreException see the class
    public @Nullable Talk get(ConversationId id) {
        Opened one = opened.getIfPresent(id);
        return one == null ? null : one.locked(() -> talk(one));
    }

    /// The token of an open conversation; null if it is not open here.
    public @Nullable Token token(ConversationId id) {
        Opened one = opened.getIfPresent(id);
        return one == null ? null : one.token();
    }

    /// What has been counted of an open conversation; null if it is not open here, or was not begun
    /// here: what was counted of it elsewhere or earlier nobody knows.
    public @Nullable Marks marks(ConversationId id) {
        Opened one = opened.policy().getIfPresentQuietly(id);
        return one == null ? null : one.marks();
    }

    /// Replaces a conversation with what `turn` makes of it. Turns of one conversation never
    /// overlap, on no server; those of different ones may. Returns once the result is durable.
    ///
    /// @param turn must be pure: it is called again when another server was faster, and only the
    ///   last result counts
    /// @throws UnknownConversationException if it is not open here, expired, or was erased
    /// @throws StoreException see the class
    public <R extends @Nullable Object> R update(
            ConversationId id, Function<Talk, Change<R>> turn) {
        Opened one = opened.getIfPresent(id);
        if (one == null) {
            throw new UnknownConversationException();
        }
        return one.locked(() -> update(one, turn));
    }

    private <R extends @Nullable Object> R update(Opened one, Function<Talk, Change<R>> turn) {
        for (int races = 0; races < MOST_RACES; races++) {
            Talk talk = talk(one);
            if (talk == null) {
                throw new UnknownConversationException();
            }
            Change<R> change = turn.apply(talk);
            if (wins(one, talk, change.talk())) {
                return change.result();
            }
        }
        throw new StoreException("other servers were faster again and again");
    }

    /// Makes a change durable, unless another server has changed the record since.
    private boolean wins(Opened one, Talk from, @Nullable Talk to) {
        if (to == null) {
            forget(one, from);
            return true;
        }
        if (!to.isWorthKeepingAfter(from)) {
            one.holds(to, one.version(), time.nanos());
            return true;
        }
        Sealed record = sealed(one, to);
        boolean won;
        try {
            won = store.replace(record, one.version());
        } catch (StoreException e) {
            one.doubt();
            throw e;
        }
        if (won) {
            one.holds(to, record.version(), time.nanos());
            drop(from.keep(), to.keep());
        } else {
            one.doubt();
        }
        return won;
    }

    /// The record of a code that does not count any more.
    private void drop(@Nullable Keep was, @Nullable Keep is) {
        if (was != null && !was.equals(is)) {
            leaveToRemove(List.of(was.ticket()));
        }
    }

    private void leaveToRemove(List<ConversationId> records) {
        if (leftovers.size() < MOST_LEFTOVERS) {
            leftovers.addAll(records);
        }
        for (ConversationId record : records) {
            store.remove(record);
            leftovers.remove(record);
        }
    }

    private Sealed sealed(Opened one, Talk talk) {
        long now = time.millis();
        Kept kept = Kept.of(talk, one.begun(), now);
        Keep keep = talk.keep();
        LocalDate until = Time.day(keep != null ? keep.until() : now + lifetime.idle().toMillis());
        return one.seal().close(one.id(), until, kept.bytes());
    }

    /// What an open conversation says now, read again if somebody else may have changed it.
    private @Nullable Talk talk(Opened one) {
        Talk talk = one.talk();
        if (!one.isInDoubt() && talk != null) {
            return talk;
        }
        one.trust();
        try {
            return readAgain(one);
        } catch (StoreException e) {
            one.doubt();
            throw e;
        }
    }

    private @Nullable Talk readAgain(Opened one) {
        Sealed record = store.find(one.id());
        if (record != null && one.talk() != null && record.version() == one.version()) {
            return one.talk();
        }
        Talk talk = record == null ? null : revived(one, record);
        if (record == null || talk == null) {
            opened.asMap().remove(one.id(), one);
            one.close();
            return null;
        }
        one.holds(talk, record.version(), time.nanos());
        return talk;
    }

    /// One that has only rested goes on with the flows that asked its open question.
    private @Nullable Talk revived(Opened one, Sealed record) {
        Kept kept = read(one.seal(), record);
        if (kept == null) {
            return null;
        }
        Engine asked = record.version() == one.version() ? one.engine() : null;
        return revived(
                kept,
                asked == null
                        ? revive.apply(kept.log())
                        : new Revived(asked, asked.resume(kept.log())));
    }

    private void forget(Opened one, Talk talk) {
        store.remove(one.id());
        if (talk.keep() != null) {
            store.remove(talk.keep().ticket());
        }
        one.close();
        opened.asMap().remove(one.id(), one);
    }

    /// Forgets a conversation. Does nothing if there is none. When the store is away, it is removed
    /// as soon as the store is back.
    ///
    /// @throws StoreException see the class; nobody can go on with it here any more all the same
    public void erase(ConversationId id) {
        Opened one = opened.asMap().remove(id);
        if (one == null) {
            leaveToRemove(List.of(id));
        } else {
            erase(one.token(), one);
        }
    }

    /// The same for one that may not be open here, by its token.
    ///
    /// @throws StoreException see the class
    public void erase(Token token) {
        erase(token, opened.asMap().remove(token.id()));
    }

    private void erase(Token token, @Nullable Opened one) {
        List<ConversationId> records = new ArrayList<>(List.of(token.id()));
        Talk talk = one == null ? null : one.talk();
        Keep keep = talk == null ? null : talk.keep();
        if (one != null) {
            one.close();
        }
        if (keep == null) {
            keep = keptElsewhere(token);
        }
        if (keep != null) {
            records.add(keep.ticket());
        }
        leaveToRemove(records);
    }

    /// What the store says about keeping it; null as well while the store is away.
    private @Nullable Keep keptElsewhere(Token token) {
        try {
            Sealed record = store.find(token.id());
            Kept kept = record == null ? null : read(token.seal(), record);
            return kept == null ? null : kept.keep();
        } catch (StoreException e) {
            return null;
        }
    }

    /// Adds the record that a code opens: it leads to the conversation. It counts once a turn has
    /// made the result part of the [Talk]; the record of an earlier code is removed then.
    ///
    /// @throws UnknownConversationException if it is not open here
    /// @throws StoreException see the class
    public Keep ticket(ConversationId id, Code code) {
        Token token = token(id);
        if (token == null) {
            throw new UnknownConversationException();
        }
        Token ticket = code.secret();
        long until = time.millis() + lifetime.kept().toMillis();
        if (!store.add(ticket.seal().close(ticket.id(), Time.day(until), token.bits()))) {
            throw new StoreException("a fresh code was taken");
        }
        return new Keep(until, ticket.id());
    }

    /// The token that a code stands for; null if it stands for none. Takes as long either way.
    ///
    /// @throws StoreException see the class
    public @Nullable Token find(Code code) {
        Token ticket = code.secret();
        Sealed record = store.find(ticket.id());
        byte[] bits = record == null ? null : ticket.seal().open(record);
        return bits == null ? null : Token.of(bits);
    }

    /// Removes what has expired, and what could not be removed before, and drops the words of those
    /// that are silent. To be called every minute or so, by one thread at a time.
    ///
    /// @throws StoreException see the class; what is left to do is done the next time
    public void tidy() {
        opened.cleanUp();
        for (Opened one = expired.peek(); one != null; one = expired.peek()) {
            if (!one.isKept() && !one.isInDoubt()) {
                store.remove(one.id(), one.version());
            }
            one.close();
            expired.poll();
        }
        long before = time.nanos() - lifetime.rest().toNanos();
        opened.asMap().values().forEach(one -> one.rest(before));
        for (ConversationId id : leftovers) {
            store.remove(id);
            leftovers.remove(id);
        }
        store.sweep(Time.day(time.millis()));
    }

    /// Conversations open now; those that just expired may count.
    public long count() {
        return opened.estimatedSize();
    }

    /// Whether turns can be made durable now.
    public boolean isWell() {
        return store.isWell();
    }

    @Override
    public void close() {
        store.close();
    }

    /// What a turn makes of a conversation.
    ///
    /// @param talk what it is from now on; null: it is forgotten
    /// @param result what the caller of [#update] gets
    public record Change<R extends @Nullable Object>(@Nullable Talk talk, R result) {}
}
