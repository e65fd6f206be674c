package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import unsaid.web.session.Conversations.Change;
import unsaid.web.session.ConversationsInMemory.Lifetime;

class ConversationsInMemoryTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ConversationsInMemory conversations =
            new ConversationsInMemory(
                    new Lifetime(Duration.ofMinutes(30), Duration.ofHours(12), 3), nanos::get);
    private final ConversationId id = Token.fresh().id();
    private final Talk talk = Small.begun();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whatWasTakenUpIsThere() {
        assertTrue(conversations.start(id, talk));
        assertEquals(talk, conversations.get(id));
        assertNull(conversations.get(Token.fresh().id()));
    }

    @Test
    void anIdleOneIsForgotten() {
        conversations.start(id, talk);
        pass(Duration.ofMinutes(29));
        assertNotNull(conversations.get(id));
        pass(Duration.ofMinutes(29));
        assertNotNull(conversations.get(id));
        pass(Duration.ofMinutes(31));
        assertNull(conversations.get(id));
        assertThrows(
                UnknownConversationException.class,
                () -> conversations.update(id, same -> new Change<>(same, 1)));
    }

    @Test
    void evenABusyOneIsForgottenInTheEnd() {
        conversations.start(id, talk);
        for (int i = 0; i < 35; i++) {
            pass(Duration.ofMinutes(20));
            conversations.update(id, same -> new Change<>(same, 1));
        }
        pass(Duration.ofMinutes(21));
        assertNull(conversations.get(id));
    }

    @Test
    void oneThatIsErasedIsGone() {
        conversations.start(id, talk);
        conversations.erase(id);
        conversations.erase(id);
        assertNull(conversations.get(id));
    }

    @Test
    void aTurnMayEraseIt() {
        conversations.start(id, talk);
        assertEquals("gone", conversations.update(id, same -> new Change<>(null, "gone")));
        assertNull(conversations.get(id));
    }

    @Test
    void aTurnThatFailsChangesNothing() {
        conversations.start(id, talk);
        assertThrows(
                IllegalStateException.class,
                () ->
                        conversations.update(
                                id,
                                same -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals(talk, conversations.get(id));
    }

    @Test
    void whenFullNewOnesWaitAndOldOnesStay() {
        List<ConversationId> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(Token.fresh().id());
            assertTrue(conversations.start(taken.get(i), talk));
        }
        assertFalse(conversations.start(id, talk));
        taken.forEach(each -> assertNotNull(conversations.get(each)));
        pass(Duration.ofMinutes(31));
        assertTrue(conversations.start(id, talk));
    }

    @Test
    void turnsOfOneConversationNeverOverlap() throws InterruptedException {
        conversations.start(id, talk);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int n = 0; n < 500; n++) {
                                    conversations.update(
                                            id,
                                            same -> {
                                                if (inside.incrementAndGet() > 1) {
                                                    overlaps.incrementAndGet();
                                                }
                                                Thread.yield();
                                                inside.decrementAndGet();
                                                return new Change<>(
                                                        new Talk(
                                                                same.conversation(),
                                                                same.turn(),
                                                                same.told(),
                                                                same.misses() + 1),
                                                        1);
                                            });
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, overlaps.get());
        Talk after = conversations.get(id);
        assertNotNull(after);
        assertEquals(4_000, after.misses());
    }
}
