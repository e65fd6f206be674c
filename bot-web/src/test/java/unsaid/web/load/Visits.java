package unsaid.web.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody who asks for pages and for the server's health again and again, on a thread of its own,
/// until closed.
final class Visits implements AutoCloseable {
    private static final List<String> PATHS = List.of("/live", "/chat/naming-fears", "/unsaid.js");
    private static final long PAUSE_MILLIS = 200;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Thread asking;
    private volatile int asked;
    private volatile int refused;
    private volatile long slowest;
    private volatile boolean closed;

    Visits(int port) {
        this.port = port;
        this.asking = Thread.ofPlatform().daemon().start(this::ask);
    }

    private void ask() {
        try {
            for (int i = 0; !closed; i++) {
                long begun = System.nanoTime();
                refused += isOk(PATHS.get(i % PATHS.size())) ? 0 : 1;
                asked++;
                slowest = Math.max(slowest, System.nanoTime() - begun);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOk(String path) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + port + path))
                                            .timeout(Duration.ofSeconds(20))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /// How many were answered as they should be, of how many, and how slowly at worst.
    String told() {
        return (asked - refused)
                + " of "
                + asked
                + ", slowest "
                + TimeUnit.NANOSECONDS.toMillis(slowest)
                + " ms";
    }

    @Override
    public void close() {
        closed = true;
        asking.interrupt();
        http.shutdownNow();
    }
}
