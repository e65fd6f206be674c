package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Good frames with bytes wrong, and bytes that never were frames, on real connections.
@Timeout(60)
class NoiseTest {
    private static final int ROUNDS = 400;
    private static final long SEED = 11;
    private static final List<Case> CASES = Case.all();

    @Test
    void whateverBytesComeEveryConnectionEndsAndTheServerGoesOn() throws Exception {
        try (Echo server = new Echo(Echo.LIMITS)) {
            for (int i = 0; i < ROUNDS; i++) {
                SplittableRandom chance = new SplittableRandom(SEED + i);
                try (Wire wire = new Wire(server.port()).upgraded()) {
                    wire.sendSome(noise(chance));
                }
                while (server.connections() > 0) {
                    Thread.sleep(1);
                }
            }
            try (Wire wire = new Wire(server.port()).upgraded()) {
                wire.send(Wire.frame(true, Wire.TEXT, "still here"));
                assertEquals("still here", wire.read().text());
            }
        }
    }

    @Test
    void norDoesNoiseInAHandshakeStopIt() throws Exception {
        byte[] good = Wire.handshake("/echo", Wire.key());
        try (Echo server = new Echo(Echo.LIMITS)) {
            for (int i = 0; i < ROUNDS; i++) {
                SplittableRandom chance = new SplittableRandom(SEED + i);
                byte[] bad = good.clone();
                for (int wrong = chance.nextInt(1, 6); wrong > 0; wrong--) {
                    bad[chance.nextInt(bad.length)] = (byte) chance.nextInt();
                }
                try (Wire wire = new Wire(server.port())) {
                    wire.sendSome(bad);
                }
            }
            while (!echoes(server)) {
                Thread.sleep(1);
            }
        }
    }

    /// Handshakes that were good in spite of it hold the few places for a moment.
    private static boolean echoes(Echo server) throws IOException {
        try (Wire wire = new Wire(server.port()).upgraded()) {
            wire.sendSome(Wire.frame(true, Wire.TEXT, "still here"));
            return wire.read().text().equals("still here");
        }
    }

    private static byte[] noise(SplittableRandom chance) {
        byte[] bytes =
                Wire.joined(
                        CASES.get(chance.nextInt(CASES.size())).sends().stream()
                                .map(Case.Step::bytes)
                                .filter(frame -> frame.length < 1_000)
                                .toArray(byte[][]::new));
        if (bytes.length == 0 || chance.nextInt(4) == 0) {
            bytes = new byte[chance.nextInt(1, 500)];
            chance.nextBytes(bytes);
        }
        for (int wrong = chance.nextInt(4); wrong > 0; wrong--) {
            bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return bytes;
    }
}
