package unsaid.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.web.catalog.LiveCatalog;
import unsaid.web.catalog.Looking;
import unsaid.web.session.store.Store;

/// The real server with the shipped dialogs, on a free port.
public final class RealServer implements AutoCloseable {
    private final Server server;

    public RealServer(String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--port=0",
                                "--dialogs=../dialogs",
                                "--store=sqlite:target/stores/" + UUID.randomUUID() + ".db",
                                "--http.connections-per-address=2000",
                                "--socket.connections-per-address=5000"));
        arguments.addAll(Unhurried.SETTINGS);
        arguments.addAll(List.of(settings));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        @Nullable Server started =
                Main.start(
                        arguments,
                        Map.of(),
                        Path.of(""),
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        if (started == null) {
            throw new AssertionError(
                    "the server did not start: " + errors.toString(StandardCharsets.UTF_8));
        }
        this.server = started;
    }

    /// One whose store and clock a test holds in its hands.
    ///
    /// @param nanos a clock in nanoseconds that never goes back
    public RealServer(Store store, LongSupplier nanos, String... settings) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of("--port=0", "--rate.frames=1000", "--rate.frames.burst=1000"));
        arguments.addAll(List.of(settings));
        Settings settled = Settings.of(arguments, Map.of(), Path.of(""));
        this.server =
                new Server(
                                settled,
                                LiveCatalog.open(
                                        Path.of("..", "dialogs"),
                                        Looking.of(settled.text(Key.RELOAD)),
                                        LocalDate::now),
                                store,
                                nanos)
                        .start();
    }

    /// The names of the shipped flows.
    public static Stream<String> flows() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "dialogs"))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("flow.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// Conversations open in memory.
    public long conversations() {
        return server.conversations();
    }

    /// The port of the metrics; 0: they have none.
    int metricsPort() {
        return server.metricsPort();
    }

    public int port() {
        return server.port();
    }

    /// @param path such as `/chat/naming-fears`
    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() {
        server.stop();
    }
}
