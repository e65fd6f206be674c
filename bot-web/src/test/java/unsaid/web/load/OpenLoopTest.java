package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private final AtomicLong clock = new AtomicLong();
    private final OpenLoop loop = new OpenLoop(3, 1_000_000_000, clock::get);
    private final Player player =
            new Player(new Faults()) {
                @Override
                String next() {
                    return "";
                }

                @Override
                void send(String text) {}

                @Override
                public void heard(String text) {
                    answered();
                }
            };

    @Test
    void aStallIsFeltByAllThatCameDueMeanwhile() {
        player.join(loop);
        loop.step();
        clock.set(50);
        player.heard("the first, 50 after it was due");
        loop.step();
        player.heard("the second, due at 1");
        loop.step();
        player.heard("the third, due at 2");
        assertTrue(loop.isDone());
        assertEquals(50, loop.nanos().getMaxValue());
        assertEquals(48, loop.nanos().getMinValue());
    }

    @Test
    void nothingIsSentBeforeItIsDue() {
        player.join(loop);
        loop.step();
        player.heard("at once");
        loop.step();
        assertEquals(false, player.isWaiting());
        clock.set(1);
        loop.step();
        assertEquals(true, player.isWaiting());
    }
}
