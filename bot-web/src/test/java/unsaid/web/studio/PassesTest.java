package unsaid.web.studio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PassesTest {
    private static final String PASSWORD = "a lamp in the kitchen";

    private final AtomicLong clock = new AtomicLong();
    private final Passes passes = new Passes(PASSWORD, clock::get);

    private String pass() {
        String pass = passes.ask(PASSWORD);
        assertNotNull(pass);
        return pass;
    }

    @Test
    void onlyThePasswordGivesAPass() {
        assertNull(passes.ask(""));
        assertNull(passes.ask("a lamp in the kitchen "));
        assertTrue(passes.isGood(pass()));
        assertFalse(passes.isGood("forged"));
        assertFalse(passes.isGood(""));
    }

    @Test
    void everyPassIsAnotherOne() {
        assertNotEquals(pass(), pass());
    }

    @Test
    void aPassEndsAfterItsTime() {
        String pass = pass();
        clock.addAndGet(Passes.LASTS.toNanos() - 1);
        assertTrue(passes.isGood(pass));
        clock.addAndGet(1);
        assertFalse(passes.isGood(pass));
    }

    @Test
    void theOldestPassGivesWayToOneTooMany() {
        String oldest = pass();
        for (int i = 0; i < Passes.MOST; i++) {
            clock.addAndGet(1);
            assertTrue(passes.isGood(pass()));
        }
        assertFalse(passes.isGood(oldest));
    }
}
