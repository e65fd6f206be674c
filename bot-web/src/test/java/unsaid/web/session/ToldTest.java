package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.web.session.Told.Sent;

class ToldTest {
    private static Told after(int frames, int length) {
        Told told = Told.NOTHING;
        for (int i = 1; i <= frames; i++) {
            told = told.and(new Sent("frame-" + i, i, "x".repeat(length)));
        }
        return told;
    }

    @Test
    void shortRepliesAreRememberedLongerThanLongOnes() {
        assertEquals(Told.REPLIES, after(50, 10).replies().size());
        assertEquals(Told.AT_LEAST, after(50, Told.LENGTH).replies().size());
        assertEquals(Told.LENGTH / 500, after(50, 500).replies().size());
    }

    @Test
    void theMarkOfAFrameIsRememberedLongerThanItsReply() {
        Told told = after(Told.COUNTED + 2, Told.LENGTH);
        assertNull(told.reply("frame-3"));
        assertTrue(told.hasCounted("frame-3"));
        assertTrue(told.hasCounted("frame-1"));
        assertFalse(told.hasCounted("frame-34"), "its reply is still remembered");
        assertFalse(told.hasCounted("frame-35"));
        assertFalse(after(Told.COUNTED + 3, Told.LENGTH).hasCounted("frame-1"));
    }

    @Test
    void whatWasMissedIsToldInOrderOrNotAtAll() {
        Told told = after(20, 10);
        List<Sent> missed = told.after(17, 20);
        assertNotNull(missed);
        assertEquals(List.of(18, 19, 20), missed.stream().map(Sent::turn).toList());
        assertNull(told.after(3, 20));
        assertEquals(List.of(), told.after(20, 20));
        assertNull(told.after(21, 20), "nobody has seen a turn that was not played");
    }

    @Test
    void whatIsKeptReadsAsItWasWritten() {
        Talk talk = Small.answered(Small.begun(), "Grüße, 🌙", "f2").missed();
        Keep keep = new Keep(17, Token.fresh().id());
        for (Talk each :
                List.of(talk, talk.kept(keep), talk.told("f3", false, "p".repeat(3_000)))) {
            Kept kept = Kept.of(each, 5, 6);
            Kept read = Kept.of(kept.bytes());
            assertEquals(kept, read);
            assertArrayEquals(kept.told().counted(), read.told().counted());
        }
    }

    @Test
    void whatIsCutOrOfAnotherFormIsRefused() {
        byte[] bytes = Kept.of(Small.begun(), 5, 6).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> Kept.of(cut));
        }
        bytes[0] = 77;
        assertThrows(IllegalArgumentException.class, () -> Kept.of(bytes));
    }
}
