package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameGuardTest {
    private final FrameGuard guard = new FrameGuard(1_000);

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
            FrameGuard torn = new FrameGuard(1_000);
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
}
