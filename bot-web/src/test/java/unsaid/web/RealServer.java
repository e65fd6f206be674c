package unsaid.web;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
