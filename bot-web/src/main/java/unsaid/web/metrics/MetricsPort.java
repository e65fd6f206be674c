package unsaid.web.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves `/metrics` on a port of its own, which no proxy for visitors leads to. It shares no
/// thread with the chat, and can be read while that is busy.
public final class MetricsPort implements AutoCloseable {
    private static final String PATH = "/metrics";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int READERS = 2;

    private final HttpServer server;
    private final ExecutorService readers;
    private final Meters meters;

    /// Listens.
    ///
    /// @param port 0: any free one
    /// @throws IOException if the port is taken or not allowed
    public MetricsPort(String host, int port, Meters meters) throws IOException {
        this.meters = meters;
        this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        this.readers =
                Executors.newFixedThreadPool(
                        READERS, Thread.ofPlatform().name("metrics-", 0).daemon().factory());
        server.setExecutor(readers);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!PATH.equals(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!"GET".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
            } else {
                byte[] text = meters.text().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", TYPE);
                exchange.sendResponseHeaders(OK, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        readers.shutdownNow();
    }
}
