package unsaid.web.socket.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The server's WebSocket against the cases of `conformance.txt`: by bare bytes, and by an
/// independent library.
@Timeout(60)
class ConformanceTest {
    private static final Limits LIMITS =
            new Limits(
                    1 << 17,
                    4_096,
                    1 << 18,
                    1 << 22,
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    100,
                    100);

    private static Echo server;

    @BeforeAll
    static void start() throws Exception {
        server = new Echo(LIMITS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Case> cases() {
        return Case.all();
    }

    static Stream<Case> casesForLibraries() {
        return Case.all().stream().filter(Case::isForLibraries);
    }

    @Test
    void everyFamilyButPerformanceAndCompressionHasItsCases() {
        Set<Integer> families =
                cases().stream()
                        .map(each -> Integer.parseInt(each.name().split("\\.")[0]))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 10), families);
        assertEquals(cases().size(), cases().stream().map(Case::name).distinct().count(), "names");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void bareBytesGetWhatTheyMust(Case played) throws IOException {
        try (Wire wire = new Wire(server.port()).upgraded()) {
            for (byte[] piece : pieces(played)) {
                wire.sendSome(piece);
            }
            for (Case.Step step : played.gets()) {
                assertHeard(step, wire.read());
            }
            if (!played.endsWithClose()) {
                wire.send(Wire.frame(true, Wire.CLOSE, "\u0003\u00e8"));
                assertEquals(Wire.CLOSE, wire.read().kind());
            }
            assertTrue(isOver(wire), "something came after the close");
        }
    }

    private static List<byte[]> pieces(Case played) {
        byte[] all =
                Wire.joined(played.sends().stream().map(Case.Step::bytes).toArray(byte[][]::new));
        int size = played.pieces() == 0 ? Math.max(1, all.length) : played.pieces();
        return Stream.iterate(0, at -> at < all.length, at -> at + size)
                .map(at -> Arrays.copyOfRange(all, at, Math.min(all.length, at + size)))
                .toList();
    }

    private static void assertHeard(Case.Step step, Wire.Frame frame) {
        if (!step.isClose()) {
            assertEquals(step.heard(), Case.heard(frame.kind(), frame.payload()));
        } else {
            assertEquals(Wire.CLOSE, frame.kind());
            if (step.code() > 0) {
                assertEquals(step.code(), frame.code());
            }
        }
    }

    private static boolean isOver(Wire wire) throws IOException {
        try {
            wire.read();
            return false;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesForLibraries")
    void anIndependentLibraryGetsWhatItMust(Case played) throws Exception {
        try (Library library = new Library(server.port())) {
            played.sends().forEach(library::send);
            for (Case.Step step : played.gets()) {
                String heard = library.next();
                assertEquals(
                        step.heard(),
                        step.code() < 0 ? heard.replaceFirst("[0-9]+$", "any") : heard);
            }
            if (!played.endsWithClose()) {
                library.sayGoodbye();
                assertEquals("close 1000", library.next());
            }
        }
    }
}
