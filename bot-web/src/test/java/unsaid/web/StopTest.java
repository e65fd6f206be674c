package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real process is told to stop while people talk.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
@Beside
class StopTest {
    private static final int TALKERS = 60;
    private static final String[] FAST = Unhurried.and("--port=0", "--dialogs=dialogs");

    @TempDir private Path folder = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void write() throws IOException {
        Running.write(folder, "dialogs/talk/flow.json", Running.FLOW);
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static String[] and(String... more) {
        return Stream.concat(Stream.of(FAST), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void everyTurnUnderWayIsAnsweredAndEveryVisitorIsTold() throws Exception {
        try (ServerProcess server = new ServerProcess(folder, FAST)) {
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < TALKERS; i++) {
                talkers.add(new Talker(http, server.port()));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (talkers.stream().anyMatch(each -> each.answered.get() < 20)) {
                assertTrue(System.nanoTime() < until, "somebody gets no more replies");
                Thread.sleep(5);
            }
            server.terminate();
            server.terminate();
            for (Talker each : talkers) {
                assertEquals(1001, each.closedWith());
                assertEquals(List.of(), each.wrong);
                int unanswered = each.sent.get() - each.answered.get();
                assertTrue(
                        unanswered == 0 || unanswered == 1, unanswered + " frames got no answer");
            }
            assertEquals(0, server.endsWithin(10));
            assertTrue(log().contains("Stopped."), log());
            assertFalse(log().contains("ERROR"), log());
            assertFalse(log().contains("cut"), log());
        }
    }

    @Test
    void aSlowReaderAndAPeerThatIsGoneDoNotHoldUpTheStop() throws Exception {
        try (ServerProcess server =
                        new ServerProcess(folder, and("--stop.within=5", "--metrics.port=0"));
                SocketChannel slow = upgraded(server.port());
                SocketChannel gone = upgraded(server.port())) {
            floodUntilNoMoreIsAnswered(slow, server);
            assertTrue(gone.isConnected());
            assertEquals(200, ready(server));
            server.terminate();
            while (ready(server) == 200) {
                Thread.sleep(1);
            }
            assertEquals(503, ready(server));
            assertTrue(server.runs());
            server.terminate();
            assertEquals(0, server.endsWithin(20));
            assertTrue(log().contains("1 connections took too long to say goodbye"), log());
            assertTrue(log().contains("Stopped."), log());
        }
    }

    private HttpResponse<String> get(int port, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int ready(ServerProcess server) throws IOException, InterruptedException {
        return get(server.port(), "/ready").statusCode();
    }

    private static SocketChannel upgraded(int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.write(
                ascii(
                        "GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Protocol: unsaid.v1\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        ByteBuffer answer = ByteBuffer.allocate(4_096);
        while (!StandardCharsets.US_ASCII
                .decode(answer.duplicate().flip())
                .toString()
                .contains("\r\n\r\n")) {
            channel.read(answer);
        }
        assertTrue(new String(answer.array(), StandardCharsets.US_ASCII).contains(" 101 "));
        return channel;
    }

    /// Sends the same frame again and again and reads no reply, until the server takes no more.
    private void floodUntilNoMoreIsAnswered(SocketChannel channel, ServerProcess server)
            throws IOException, InterruptedException {
        String start =
                "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}";
        ByteBuffer frames = ByteBuffer.allocate(100 * (start.length() + 6));
        while (frames.hasRemaining()) { // with a mask of zeros
            frames.put((byte) 0x81).put((byte) (0x80 | start.length())).putInt(0).put(ascii(start));
        }
        frames.flip();
        channel.configureBlocking(false);
        String answered = "";
        long since = System.nanoTime();
        while (answered.isEmpty() || System.nanoTime() - since < Duration.ofSeconds(2).toNanos()) {
            while (channel.write(frames) > 0) {
                if (!frames.hasRemaining()) {
                    frames.rewind();
                }
            }
            String now =
                    get(server.metricsPort(), "/metrics")
                            .body()
                            .lines()
                            .filter(line -> line.startsWith("unsaid_frames_total{type=\"start\"}"))
                            .findFirst()
                            .orElseThrow();
            if (!now.equals(answered)) {
                answered = now;
                since = System.nanoTime();
            }
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatHangsForEverDoesNotHoldUpTheEnd() throws Exception {
        try (ServerProcess hangs = new ServerProcess(folder, Hangs.class)) {
            hangs.terminate();
            hangs.terminate();
            assertEquals(0, hangs.endsWithin(20));
        }
    }

    /// Is asked to stop, and never does.
    static final class Hangs {
        public static void main(String[] arguments) {
            Farewell.onSignal(
                    () -> {
                        while (true) {
                            LockSupport.park();
                        }
                    },
                    Duration.ofSeconds(2));
            System.out.println("ready");
            LockSupport.park();
        }
    }

    @Test
    void aServerWithNobodyThereEndsToo() throws Exception {
        try (ServerProcess server = new ServerProcess(folder, FAST)) {
            server.terminate();
            assertEquals(0, server.endsWithin(20));
        }
    }

    @Test
    void aCrashLeavesNothingBehind() throws Exception {
        try (ServerProcess server = new ServerProcess(folder, FAST);
                Stream<Path> before = Files.list(folder)) {
            List<Path> files = before.sorted().toList();
            server.signal("SEGV");
            assertTrue(server.endsWithin(60) != 0);
            try (Stream<Path> after = Files.list(folder)) {
                assertEquals(files, after.sorted().toList());
            }
        }
    }
}
