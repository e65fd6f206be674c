package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TyrusOnJettyTest {
    private Echo server;

    @BeforeEach
    void start() throws Exception {
        server = new Echo(Echo.LIMITS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Wire connect() throws Exception {
        return new Wire(server.port()).upgraded();
    }

    @Test
    void textComesAndGoes() throws Exception {
        try (Wire wire = connect()) {
            wire.send(Wire.frame(true, Wire.TEXT, "grüß dich"));
            assertEquals("grüß dich", wire.read().text());
        }
    }

    @Test
    void textInPiecesIsOneMessage() throws Exception {
        try (Wire wire = connect()) {
            wire.send(Wire.frame(false, Wire.TEXT, "grüß "), Wire.frame(true, 0, "dich"));
            assertEquals("grüß dich", wire.read().text());
        }
    }

    @Test
    void framesMayBeTornAnywhere() throws Exception {
        byte[] frames =
                Wire.joined(
                        Wire.frame(true, Wire.TEXT, "a".repeat(300)),
                        Wire.frame(true, Wire.TEXT, "b"));
        try (Wire wire = connect()) {
            for (byte each : frames) {
                wire.send(new byte[] {each});
            }
            assertEquals("a".repeat(300), wire.read().text());
            assertEquals("b", wire.read().text());
        }
    }

    @Test
    void aFirstFrameInTheHandshakesPacketIsHeard() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send(Wire.handshake("/echo", Wire.key()), Wire.frame(true, Wire.TEXT, "early"));
            assertTrue(wire.status().contains(" 101 "));
            assertEquals("early", wire.read().text());
        }
    }

    @Test
    void anUnmaskedFrameIsRefused() throws Exception {
        try (Wire wire = connect()) {
            wire.send(new byte[] {(byte) 0x81, 1, 'a'});
            Wire.Frame frame = wire.read();
            assertEquals(Wire.CLOSE, frame.kind());
            assertEquals(1002, frame.code());
            assertEquals(1, server.refused(Refusal.MALFORMED));
        }
    }

    @Test
    void whatIsTooBigIsToldSoAndClosed() throws Exception {
        try (Wire wire = connect()) {
            wire.sendSome(Wire.frame(true, Wire.TEXT, "x".repeat(1 << 20)));
            assertEquals(Echo.TOO_BIG, wire.read().text());
            assertEquals(1009, wire.read().code());
            assertEquals(1, server.refused(Refusal.TOO_BIG));
        }
    }

    @Test
    void whatClaimsToBeEndlessIsRefusedByItsHeader() throws Exception {
        try (Wire wire = connect()) {
            wire.send(
                    ByteBuffer.allocate(10)
                            .put((byte) 0x81)
                            .put((byte) 0xff)
                            .putLong(Long.MAX_VALUE)
                            .array());
            assertEquals(Echo.TOO_BIG, wire.read().text());
            assertEquals(1009, wire.read().code());
            assertEquals(1, server.refused(Refusal.TOO_BIG));
        }
    }

    @Test
    void whatIsTooBigInPiecesIsToldSoAndClosed() throws Exception {
        try (Wire wire = connect()) {
            wire.send(Wire.frame(false, Wire.TEXT, "x".repeat(500)));
            wire.send(Wire.frame(false, 0, "x".repeat(500)));
            wire.send(Wire.frame(true, 0, "x"));
            assertEquals(Echo.TOO_BIG, wire.read().text());
            assertEquals(1009, wire.read().code());
            assertEquals(1, server.refused(Refusal.TOO_BIG));
        }
    }

    @Test
    void manySmallMessagesAreNotOneBigOne() throws Exception {
        try (Wire wire = connect()) {
            for (int i = 0; i < 10; i++) {
                wire.send(
                        Wire.frame(false, Wire.TEXT, "x".repeat(450)),
                        Wire.frame(true, 0, "y".repeat(450)));
                assertEquals(900, wire.read().text().length());
            }
        }
    }

    @Test
    void aForeignPageIsRefused() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send(Wire.handshake("/echo", Wire.key(), "Origin: https://evil.example\r\n"));
            assertTrue(wire.status().contains(" 403 "));
            assertEquals(1, server.refused(Refusal.ORIGIN));
        }
    }

    @Test
    void aHandshakeWithoutAKeyIsRefused() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send(Wire.handshake("/echo"));
            assertTrue(wire.status().contains(" 400 "));
        }
    }

    @Test
    void aHandshakeElsewhereIsNotFound() throws Exception {
        try (Wire wire = new Wire(server.port())) {
            wire.send(Wire.handshake("/elsewhere", Wire.key()));
            assertTrue(wire.status().contains(" 404 "));
        }
    }

    @Test
    void aThirdConnectionFromOneAddressIsTurnedAway() throws Exception {
        try (Wire first = connect();
                Wire second = connect();
                Wire third = connect()) {
            assertEquals(1013, third.read().code());
            server.awaitRefused(Refusal.FULL);
            first.send(Wire.frame(true, Wire.TEXT, "still here"));
            assertEquals("still here", first.read().text());
            second.send(Wire.frame(true, Wire.TEXT, "me too"));
            assertEquals("me too", second.read().text());
        }
    }

    @Test
    void aPlaceIsFreeAgainAfterGoodbye() throws Exception {
        try (Wire first = connect();
                Wire second = connect()) {
            first.send(Wire.frame(true, Wire.CLOSE, "\u0003\u00e8"));
            assertEquals(Wire.CLOSE, first.read().kind());
            second.send(Wire.frame(true, Wire.TEXT, "a"));
            assertEquals("a", second.read().text());
        }
        while (server.connections() > 0) {
            Thread.sleep(1);
        }
    }

    @Test
    void everyPeerIsToldWhenTheServerStops() throws Exception {
        try (Wire first = connect();
                Wire second = connect()) {
            first.send(Wire.frame(true, Wire.TEXT, "a"));
            assertEquals("a", first.read().text());
            second.send(Wire.frame(true, Wire.TEXT, "b"));
            assertEquals("b", second.read().text());
            server.close();
            assertEquals(1001, first.read().code());
            assertEquals(1001, second.read().code());
        }
    }

    @Test
    void aReaderTooSlowIsDropped() throws Exception {
        byte[][] floods = new byte[60][];
        Arrays.fill(floods, Wire.frame(true, Wire.TEXT, "flood 900000"));
        try (Wire slow = connect();
                Wire other = connect()) {
            slow.send(floods);
            server.awaitRefused(Refusal.SLOW);
            while (server.connections() > 1) {
                Thread.sleep(1);
            }
            other.send(Wire.frame(true, Wire.TEXT, "not me"));
            assertEquals("not me", other.read().text());
        }
    }

    @Test
    void fromASlowReaderNothingMoreIsReadUntilItHasRead() throws Exception {
        try (Echo sipping =
                        new Echo(
                                new Limits(
                                        1_000,
                                        64,
                                        65_536,
                                        1 << 20,
                                        Duration.ofSeconds(25),
                                        Duration.ofSeconds(20),
                                        100,
                                        2));
                Wire slow = new Wire(sipping.port()).upgraded()) {
            for (int i = 0; i < 150; i++) {
                slow.send(Wire.frame(true, Wire.TEXT, "flood 100000"));
            }
            for (int i = 0; i < 150; i++) {
                assertEquals(100_000, slow.read().payload().length);
            }
        }
    }

    @Test
    void aSilentPeerIsPingedAndThenClosed() throws Exception {
        try (Echo hasty =
                        new Echo(
                                new Limits(
                                        1_000,
                                        4_096,
                                        65_536,
                                        1 << 20,
                                        Duration.ofMillis(50),
                                        Duration.ofSeconds(20),
                                        100,
                                        2));
                Wire wire = new Wire(hasty.port()).upgraded()) {
            assertEquals(Wire.PING, wire.read().kind());
            Wire.Frame goodbye = wire.read();
            assertEquals(Wire.CLOSE, goodbye.kind());
            assertEquals(1001, goodbye.code());
            assertEquals(1, hasty.refused(Refusal.SILENT));
        }
    }

    @Test
    void whatIsBeingPlayedIsAnsweredBeforeGoodbyeAndNothingAfterIt() throws Exception {
        Echo.waits = new CountDownLatch(1);
        Echo.goOn = new CountDownLatch(1);
        try (Wire busy = connect();
                Wire idle = connect()) {
            idle.send(Wire.frame(true, Wire.TEXT, "a"));
            assertEquals("a", idle.read().text());
            busy.send(Wire.frame(true, Wire.TEXT, "wait"));
            Echo.waits.await();
            busy.send(Wire.frame(true, Wire.TEXT, "too late"));
            var cut = CompletableFuture.supplyAsync(() -> server.leave(Duration.ofSeconds(20)));
            assertEquals(1001, idle.read().code());
            try (Wire late = new Wire(server.port())) {
                late.send(Wire.handshake("/echo", Wire.key()));
                assertTrue(late.status().contains(" 503 "));
            }
            Echo.goOn.countDown();
            assertEquals("wait", busy.read().text());
            Wire.Frame goodbye = busy.read();
            assertEquals(Wire.CLOSE, goodbye.kind());
            assertEquals(1001, goodbye.code());
            assertEquals(-1, busy.after());
            assertEquals(-1, idle.after());
            assertEquals(0, cut.get());
            assertEquals(1, server.refused(Refusal.STOPPING));
            assertEquals(0, server.refused(Refusal.CUT));
        }
    }

    @Test
    void whoeverTakesTooLongToSayGoodbyeIsCut() throws Exception {
        Echo.waits = new CountDownLatch(1);
        Echo.goOn = new CountDownLatch(1);
        byte[][] floods = new byte[30][];
        Arrays.fill(floods, Wire.frame(true, Wire.TEXT, "flood 900000"));
        Limits patient =
                new Limits(
                        1_000,
                        4_096,
                        1 << 24,
                        1 << 28,
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(20),
                        100,
                        2);
        try (Echo echo = new Echo(patient);
                Wire hangs = new Wire(echo.port()).upgraded();
                Wire slow = new Wire(echo.port()).upgraded()) {
            slow.send(floods);
            assertEquals(900_000, slow.read().payload().length);
            hangs.send(Wire.frame(true, Wire.TEXT, "wait"));
            Echo.waits.await();
            assertEquals(2, echo.leave(Duration.ofMillis(300)));
            assertEquals(-1, hangs.after());
            assertEquals(2, echo.refused(Refusal.CUT));
            Echo.goOn.countDown();
        }
    }

    @Test
    void aPeerThatDoesNotAnswerGoodbyeIsGoneSoon() throws Exception {
        try (Wire mute = connect()) {
            mute.send(Wire.frame(true, Wire.TEXT, "a"));
            assertEquals("a", mute.read().text());
            assertEquals(0, server.leave(Duration.ofSeconds(20)));
            assertEquals(1001, mute.read().code());
        }
    }

    @Test
    void aMessageThatDripsIsCutOff() throws Exception {
        try (Echo hasty =
                        new Echo(
                                new Limits(
                                        10_000_000,
                                        4_096,
                                        65_536,
                                        1 << 20,
                                        Duration.ofSeconds(25),
                                        Duration.ofMillis(300),
                                        100,
                                        2));
                Wire wire = new Wire(hasty.port()).upgraded()) {
            byte[] frame = Wire.frame(true, Wire.TEXT, "x".repeat(10_000_000));
            wire.send(Arrays.copyOf(frame, 100));
            while (!wire.hasMore()) {
                wire.sendSome(new byte[] {'x'});
                Thread.sleep(1);
            }
            assertEquals(1008, wire.read().code());
        }
    }

    @Test
    void aMessageThatIsBegunAndNothingElseIsCutOffToo() throws Exception {
        try (Echo hasty =
                        new Echo(
                                new Limits(
                                        1_000,
                                        4_096,
                                        65_536,
                                        1 << 20,
                                        Duration.ofMillis(300),
                                        Duration.ofMillis(200),
                                        100,
                                        2));
                Wire wire = new Wire(hasty.port()).upgraded()) {
            wire.send(Wire.frame(false, Wire.TEXT, "x"));
            assertEquals(1008, wire.read().code());
        }
    }

    @Test
    void aFloodOfPingsIsCutOff() throws Exception {
        try (Wire wire = connect()) {
            byte[][] pings = new byte[FrameGuard.CONTROL_A_SECOND * 20][];
            Arrays.fill(pings, Wire.frame(true, Wire.PING, ""));
            wire.sendSome(pings);
            Wire.Frame frame = wire.read();
            while (frame.kind() == Wire.PONG) {
                frame = wire.read();
            }
            assertEquals(1008, frame.code());
        }
    }
}
