package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unsaid.engine.Engine;
import unsaid.web.session.Conversations.Change;
import unsaid.web.session.store.BreakableStore;
import unsaid.web.session.store.MemoryStore;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;
import unsaid.web.session.store.Stores;

@Timeout(60)
class ConversationsTest {
    private static final long NOON = 1_772_366_400_000L;
    private static final Lifetime LIFETIME =
            new Lifetime(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofDays(30),
                    3);

    private final AtomicLong nanos = new AtomicLong();
    private final Time time = new Time(nanos::get, NOON);
    private final Engine engine = Small.engine();
    private final Store store = new MemoryStore();
    private final Conversations conversations = over(store);
    private final Token token = Token.fresh();
    private final Talk talk = Small.begun(engine);

    private Conversations over(Store store) {
        return new Conversations(
                store,
                LIFETIME,
                time,
                log -> new Conversations.Revived(engine, engine.resume(log)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void answer(Conversations where, Token token, String words, String frame) {
        where.update(
                token.id(), was -> new Change<>(Small.answered(was, words, frame), "answered"));
    }

    @Test
    void whatWasTakenUpIsThere() {
        assertTrue(conversations.start(token, talk));
        assertSame(talk, conversations.get(token.id()));
        assertSame(talk, conversations.open(token));
        assertNull(conversations.open(Token.fresh()));
        assertNull(conversations.get(Token.fresh().id()));
    }

    @Test
    void afterARestartItsTokenOpensItAsItWas() {
        conversations.start(token, talk);
        answer(conversations, token, "heavy", "f2");
        Conversations next = over(store);
        assertNull(next.get(token.id()), "without the token nobody can read it");
        Talk found = next.open(token);
        assertNotNull(found);
        assertEquals(2, found.turn().number());
        assertEquals("to f2", found.reply("f2"));
        assertEquals("first reply", found.reply("f1"));
        assertEquals(List.of("to f2"), found.after(1));
        assertNotNull(found.turn().history());
        assertEquals("heavy", found.turn().history().getFirst().answer());
    }

    private void silence() {
        pass(Duration.ofSeconds(61));
        conversations.tidy();
    }

    @Test
    void theWordsOfASilentOneAreInTheStoreOnlyAndComeBackWithItsVisitor() {
        BreakableStore store = new BreakableStore();
        Conversations conversations = over(store);
        conversations.start(token, talk);
        answer(conversations, token, "heavy", "f2");
        pass(Duration.ofSeconds(59));
        conversations.tidy();
        store.away = true;
        assertNotNull(conversations.get(token.id()), "held in memory while it goes on");
        store.away = false;
        pass(Duration.ofSeconds(2));
        conversations.tidy();
        store.away = true;
        assertThrows(StoreException.class, () -> conversations.get(token.id()));
        store.away = false;
        Talk found = conversations.get(token.id());
        assertNotNull(found);
        assertEquals("to f2", found.reply("f2"));
        assertEquals(2, found.turn().number());
    }

    @Test
    void oneThatRestedGoesOnWithTheFlowsThatAskedItsQuestion() {
        List<Engine> engines = new ArrayList<>(List.of(engine));
        Conversations conversations =
                new Conversations(
                        store,
                        LIFETIME,
                        time,
                        log ->
                                new Conversations.Revived(
                                        engines.getLast(), engines.getLast().resume(log)));
        conversations.start(token, talk);
        pass(Duration.ofSeconds(61));
        conversations.tidy();
        engines.add(Small.engine());
        Talk found = conversations.get(token.id());
        assertNotNull(found);
        assertSame(engine, found.engine());
    }

    @Test
    void oneThatRestsExpiresAndIsErasedLikeAnyOther() {
        Token other = Token.fresh();
        conversations.start(token, talk);
        conversations.start(other, talk);
        silence();
        conversations.erase(other);
        assertNull(store.find(other.id()));
        pass(Duration.ofMinutes(31));
        conversations.tidy();
        assertNull(store.find(token.id()));
        assertNull(conversations.open(token));
    }

    @Test
    void anIdleOneIsForgottenAndItsRecordRemoved() {
        conversations.start(token, talk);
        pass(Duration.ofMinutes(29));
        assertNotNull(conversations.get(token.id()));
        pass(Duration.ofMinutes(29));
        assertNotNull(conversations.get(token.id()));
        pass(Duration.ofMinutes(31));
        assertNull(conversations.get(token.id()));
        assertThrows(
                UnknownConversationException.class,
                () -> answer(conversations, token, "late", "f2"));
        conversations.tidy();
        assertNull(store.find(token.id()));
        assertNull(conversations.open(token));
    }

    @Test
    void oneThatNobodyOpenedAgainIsSweptWhenItsDayIsOver() {
        conversations.start(token, talk);
        Conversations next = over(store);
        pass(Duration.ofHours(11));
        next.tidy();
        assertNotNull(store.find(token.id()));
        pass(Duration.ofHours(13));
        next.tidy();
        assertNull(store.find(token.id()));
    }

    @Test
    void anExpiredOneIsNotOpenedAgain() {
        conversations.start(token, talk);
        Conversations next = over(store);
        pass(Duration.ofMinutes(31));
        assertNull(next.open(token));
        assertNull(store.find(token.id()));
    }

    @Test
    void evenABusyOneIsForgottenInTheEnd() {
        conversations.start(token, talk);
        for (int i = 0; i < 35; i++) {
            pass(Duration.ofMinutes(20));
            assertNotNull(conversations.get(token.id()));
        }
        pass(Duration.ofMinutes(21));
        assertNull(conversations.get(token.id()));
    }

    @Test
    void oneThatIsErasedIsGoneFromTheStoreToo() {
        conversations.start(token, talk);
        conversations.erase(token.id());
        conversations.erase(token.id());
        assertNull(conversations.get(token.id()));
        assertNull(store.find(token.id()));
        assertNull(over(store).open(token));
    }

    @Test
    void aTurnMayEraseIt() {
        conversations.start(token, talk);
        assertEquals("gone", conversations.update(token.id(), _ -> new Change<>(null, "gone")));
        assertNull(conversations.get(token.id()));
        assertNull(store.find(token.id()));
    }

    @Test
    void aTurnThatFailsChangesNothing() {
        conversations.start(token, talk);
        assertThrows(
                IllegalStateException.class,
                () ->
                        conversations.update(
                                token.id(),
                                same -> {
                                    throw new IllegalStateException();
                                }));
        assertSame(talk, conversations.get(token.id()));
    }

    @Test
    void whenFullNewOnesWaitAndOldOnesStay() {
        List<Token> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(Token.fresh());
            assertTrue(conversations.start(taken.get(i), talk));
        }
        assertFalse(conversations.start(token, talk));
        over(store).start(token, talk);
        assertThrows(FullException.class, () -> conversations.open(token));
        taken.forEach(each -> assertNotNull(conversations.get(each.id())));
        pass(Duration.ofMinutes(31));
        assertTrue(conversations.start(Token.fresh(), talk));
    }

    @Test
    void turnsOfOneConversationNeverOverlap() throws InterruptedException {
        conversations.start(token, talk);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int n = 0; n < 500; n++) {
                                    conversations.update(
                                            token.id(),
                                            was -> {
                                                if (inside.incrementAndGet() > 1) {
                                                    overlaps.incrementAndGet();
                                                }
                                                Thread.yield();
                                                inside.decrementAndGet();
                                                return new Change<>(was.missed(), 1);
                                            });
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, overlaps.get());
        Talk after = conversations.get(token.id());
        assertNotNull(after);
        assertEquals(4_000, after.misses());
    }

    @Test
    void ofTwoServersOnOneStoreEachSeesWhatTheOtherDid() {
        Conversations other = over(store);
        conversations.start(token, talk);
        assertNotNull(other.open(token));
        answer(other, token, "on the other server", "f2");
        AtomicInteger played = new AtomicInteger();
        String reply =
                conversations.update(
                        token.id(),
                        was -> {
                            played.incrementAndGet();
                            String known = was.reply("f2");
                            return known != null
                                    ? new Change<>(was, known)
                                    : new Change<>(
                                            Small.answered(was, "too late", "f2"), "played twice");
                        });
        assertEquals("to f2", reply, "the frame counts once, and the reply is the same");
        assertEquals(2, played.get(), "the first result lost the race and did not count");
        Talk here = conversations.get(token.id());
        assertNotNull(here);
        assertEquals(2, here.turn().number());
    }

    @Test
    void aKeptOneIsThereWeeksLaterForTheOneWithItsCode() {
        conversations.start(token, talk);
        Code code = keep(token);
        pass(Duration.ofDays(29));
        conversations.tidy();
        Conversations next = over(store);
        Token found = next.find(code);
        assertNotNull(found);
        assertEquals(token.text(), found.text());
        Talk talk = next.open(found);
        assertNotNull(talk);
        assertNotNull(next.get(found.id()), "it stays open though it began long ago");
        pass(Duration.ofDays(3));
        next.tidy();
        assertNull(next.find(code));
        assertNull(over(store).open(token));
    }

    private Code keep(Token token) {
        Code code = Code.fresh();
        Keep keep = conversations.ticket(token.id(), code);
        conversations.update(token.id(), was -> new Change<>(was.kept(keep), "kept"));
        return code;
    }

    @Test
    void aWrongCodeOpensNothing() {
        conversations.start(token, talk);
        Code code = keep(token);
        assertNull(conversations.find(Code.fresh()));
        Code typed = Code.of(" " + code.text().toLowerCase(java.util.Locale.ROOT) + " ");
        assertNotNull(typed);
        assertNotNull(conversations.find(typed));
    }

    @Test
    void aNewCodeReplacesTheOldOneAndTakingItBackEndsBoth() {
        conversations.start(token, talk);
        Code first = keep(token);
        Code second = keep(token);
        assertNotEquals(first.text(), second.text());
        assertNull(conversations.find(first));
        assertNotNull(conversations.find(second));
        conversations.update(token.id(), was -> new Change<>(was.kept(null), "not any more"));
        assertNull(conversations.find(second));
    }

    @Test
    void erasingEndsTheCodeToo() {
        conversations.start(token, talk);
        Code code = keep(token);
        conversations.erase(token.id());
        assertNull(conversations.find(code));
    }

    @Test
    void whatNobodyCameBackToIsSweptWhenItsDaysAreOverAndItsCodeToo() {
        conversations.start(token, talk);
        Code code = keep(token);
        Conversations next = over(store);
        pass(Duration.ofDays(30));
        next.tidy();
        assertNotNull(store.find(token.id()));
        pass(Duration.ofDays(2));
        next.tidy();
        assertNull(store.find(token.id()));
        assertNull(store.find(code.secret().id()));
    }

    @Test
    void aKeptOneIsNotRemovedWhenItFallsOutOfMemory() {
        conversations.start(token, talk);
        keep(token);
        pass(Duration.ofHours(2));
        conversations.tidy();
        assertNull(conversations.get(token.id()));
        assertNotNull(conversations.open(token));
    }

    @Test
    void whoTakesKeepingBackIsForgottenAsSoonAsAnybody() {
        conversations.start(token, talk);
        keep(token);
        conversations.update(token.id(), was -> new Change<>(was.kept(null), "not any more"));
        unsaid.web.session.store.Sealed record = store.find(token.id());
        assertNotNull(record);
        assertEquals(Time.day(NOON), record.until());
        pass(Duration.ofMinutes(31));
        conversations.tidy();
        assertNull(store.find(token.id()));
    }

    @Test
    void consentToCoupleFeaturesOutlivesARestartAndGoesWithTheConversation() {
        conversations.start(token, talk);
        assertFalse(talk.couple(), "nobody has agreed to what they were not asked");
        conversations.update(token.id(), was -> new Change<>(was.couple(true), "agreed"));
        Talk found = over(store).open(token);
        assertNotNull(found);
        assertTrue(found.couple());
        answer(conversations, token, "heavy", "f2");
        Talk later = conversations.get(token.id());
        assertNotNull(later);
        assertTrue(later.couple());
        conversations.erase(token.id());
        assertNull(store.find(token.id()));
    }

    @Test
    void oneThatIsNotOpenHereIsErasedByItsTokenWithItsCode() {
        conversations.start(token, talk);
        Code code = keep(token);
        Conversations next = over(store);
        next.erase(token);
        assertNull(store.find(token.id()));
        assertNull(store.find(code.secret().id()));
        next.erase(Token.fresh());
    }

    @Test
    void erasingReachesACodeThatAnotherServerMade() {
        conversations.start(token, talk);
        Conversations other = over(store);
        assertNotNull(other.open(token));
        Code code = Code.fresh();
        Keep keep = other.ticket(token.id(), code);
        other.update(token.id(), was -> new Change<>(was.kept(keep), "kept"));
        conversations.erase(token.id());
        assertNull(store.find(code.secret().id()));
    }

    @Test
    void whileTheStoreIsAwayNothingChangesAndAskingAgainIsSafe() {
        BreakableStore store = new BreakableStore();
        Conversations conversations = over(store);
        conversations.start(token, talk);
        store.away = true;
        assertThrows(StoreException.class, () -> answer(conversations, token, "a", "f2"));
        assertThrows(StoreException.class, () -> conversations.get(token.id()));
        assertThrows(StoreException.class, () -> conversations.start(Token.fresh(), talk));
        store.away = false;
        Talk same = conversations.get(token.id());
        assertNotNull(same);
        assertEquals(1, same.turn().number());
        answer(conversations, token, "a", "f2");
        Talk next = conversations.get(token.id());
        assertNotNull(next);
        assertEquals(2, next.turn().number());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsFoundWhenTheFrameComesAgain() {
        BreakableStore store = new BreakableStore();
        Conversations conversations = over(store);
        conversations.start(token, talk);
        store.losesReplies = true;
        assertThrows(StoreException.class, () -> answer(conversations, token, "a", "f2"));
        store.losesReplies = false;
        Talk now = conversations.get(token.id());
        assertNotNull(now);
        assertEquals("to f2", now.reply("f2"));
    }

    @Test
    void whatIsErasedWhileTheStoreIsAwayIsRemovedWhenItIsBack() {
        BreakableStore store = new BreakableStore();
        Conversations conversations = over(store);
        conversations.start(token, talk);
        store.away = true;
        assertThrows(StoreException.class, () -> conversations.erase(token.id()));
        assertThrows(
                UnknownConversationException.class, () -> answer(conversations, token, "a", "f2"));
        assertThrows(StoreException.class, conversations::tidy);
        store.away = false;
        conversations.tidy();
        assertNull(store.find(token.id()));
    }

    @Test
    void aTokenOfAnotherOpensNothingEvenIfRecordsAreSwapped(
            @org.junit.jupiter.api.io.TempDir Path folder) {
        try (Store file = Stores.open("sqlite:talks.db", folder, "", "", 1)) {
            Conversations here = over(file);
            here.start(token, talk);
            Token thief = Token.fresh();
            unsaid.web.session.store.Sealed record = file.find(token.id());
            assertNotNull(record);
            file.add(
                    new unsaid.web.session.store.Sealed(
                            thief.id(), record.version(), record.until(), record.content()));
            assertNull(over(file).open(thief));
        }
    }
}
