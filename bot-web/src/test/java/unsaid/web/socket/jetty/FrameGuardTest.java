package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FrameGuardTest {
    private final AtomicLong nanos = new AtomicLong();
    private final FrameGuard guard = new FrameGuard(1_000, Duration.ofSeconds(20), nanos::get);

    @Test
    void goodFramesPassHoweverTheyAreTorn() {
        byte[] frames =
                Wire.joined(
                        Wire.frame(true, Wire.TEXT, "x".repeat(1_000)),
                        Wire.frame(false, Wire.TEXT, "x".repeat(999)),
                        Wire.frame(true, Wire.PING, "in between"),
                        Wire.frame(true, 0, "x"),
                        Wire.frame(true, Wire.TEXT, ""));
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            FrameGuard torn = new FrameGuard(1_000, Duration.ofSeconds(20), nanos::get);
            ByteBuffer all = ByteBuffer.wrap(frames);
            while (all.hasRemaining()) {
                int size = Math.min(all.remaining(), 1 + random.nextInt(40));
                ByteBuffer piece = all.slice(all.position(), size);
                assertNull(torn.check(piece));
                assertEquals(size, piece.remaining());
                all.position(all.position() + size);
            }
        }
    }

    @Test
    void whatComesBeforeABadFrameIsKept() {
        byte[] good = Wire.frame(true, Wire.TEXT, "good");
        ByteBuffer data =
                ByteBuffer.wrap(Wire.joined(good, new byte[] {(byte) 0x81, 3, 'b', 'a', 'd'}));
        var reason = guard.check(data);
        assertNotNull(reason);
        assertEquals(CloseCodes.PROTOCOL_ERROR, reason.getCloseCode());
        assertEquals(good.length, data.remaining());
    }

    @Test
    void aNegativeLengthIsNone() {
        ByteBuffer data =
                ByteBuffer.allocate(10).put((byte) 0x81).put((byte) 0xff).putLong(-1).flip();
        var reason = guard.check(data);
        assertNotNull(reason);
        assertEquals(CloseCodes.PROTOCOL_ERROR, reason.getCloseCode());
    }

    @Test
    void piecesAreCountedTogether() {
        assertNull(guard.check(ByteBuffer.wrap(Wire.frame(false, Wire.TEXT, "x".repeat(600)))));
        var reason = guard.check(ByteBuffer.wrap(Wire.frame(true, 0, "x".repeat(401))));
        assertNotNull(reason);
        assertEquals(CloseCodes.TOO_BIG, reason.getCloseCode());
    }

    @Test
    void aMessageThatIsNotFinishedInTimeIsRefusedHoweverItDrips() {
        byte[] frame = Wire.frame(true, Wire.TEXT, "x".repeat(40));
        for (int i = 0; i < frame.length; i++) {
            var reason = guard.check(ByteBuffer.wrap(frame, i, 1));
            if (i <= 20) {
                assertNull(reason);
            } else {
                assertNotNull(reason);
                assertEquals(CloseCodes.VIOLATED_POLICY, reason.getCloseCode());
            }
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertTrue(guard.isTooSlow());
    }

    @Test
    void pingsBetweenThePiecesBuyNoTime() {
        assertNull(guard.check(ByteBuffer.wrap(Wire.frame(false, Wire.TEXT, "x"))));
        for (int i = 0; i < 20; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertNull(guard.check(ByteBuffer.wrap(Wire.frame(true, Wire.PING, ""))));
        }
        nanos.addAndGet(1);
        assertEquals(
                FrameGuard.TOO_SLOW, guard.check(ByteBuffer.wrap(Wire.frame(true, Wire.PING, ""))));
    }

    @Test
    void whoeverFinishesEachMessageMaySpeakForEver() {
        byte[] frame = Wire.frame(true, Wire.TEXT, "xyz");
        byte[] stream = Wire.joined(frame, frame);
        int half = frame.length / 2;
        assertNull(guard.check(ByteBuffer.wrap(stream, 0, half)));
        for (int i = 0; i < 30; i++) {
            nanos.addAndGet(Duration.ofSeconds(15).toNanos());
            assertNull(guard.check(ByteBuffer.wrap(stream, half, frame.length)));
        }
    }

    @Test
    void emptyPiecesWithoutEndAreRefused() {
        assertNull(guard.check(ByteBuffer.wrap(Wire.frame(false, Wire.TEXT, ""))));
        for (int i = 1; i < FrameGuard.MOST_PIECES; i++) {
            assertNull(guard.check(ByteBuffer.wrap(Wire.frame(false, 0, ""))));
        }
        var reason = guard.check(ByteBuffer.wrap(Wire.frame(false, 0, "")));
        assertNotNull(reason);
        assertEquals(CloseCodes.VIOLATED_POLICY, reason.getCloseCode());
    }

    @Test
    void aFloodOfPingsIsRefused() {
        ByteBuffer ping = ByteBuffer.wrap(Wire.frame(true, Wire.PING, ""));
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < FrameGuard.CONTROL_A_SECOND; i++) {
                assertNull(guard.check(ping.duplicate()));
            }
            nanos.addAndGet(Duration.ofSeconds(round < 2 ? 1 : 0).toNanos());
        }
        var reason = guard.check(ping.duplicate());
        assertNotNull(reason);
        assertEquals(CloseCodes.VIOLATED_POLICY, reason.getCloseCode());
    }
}
