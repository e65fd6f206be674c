package unsaid.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server as an operator runs it: a process of its own, with the options of `java.options`.
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String READY = "Unsaid is ready: http://127.0.0.1:";
    private static final String METRICS = "Its metrics: http://127.0.0.1:";

    private final Process process;
    private final BufferedReader out;
    private final int port;
    private final int metricsPort;

    /// The whole server.
    ///
    /// @param folder where it is started; what it logs comes to `log` there
    ServerProcess(Path folder, String... arguments) throws IOException {
        this(folder, Main.class, arguments);
    }

    /// @param main prints a line when it is ready
    ServerProcess(Path folder, Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + Path.of("java.options").toAbsolutePath(),
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(List.of(arguments));
        process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        out = process.inputReader();
        port = port(out.readLine(), READY);
        metricsPort =
                List.of(arguments).contains("--metrics.port=0") ? port(out.readLine(), METRICS) : 0;
    }

    private int port(@Nullable String line, String before) throws IOException {
        if (line == null) {
            throw new IOException("it ended");
        }
        return line.startsWith(before)
                ? Integer.parseInt(line.substring(before.length()).replaceAll("/.*", ""))
                : 0;
    }

    private static String absolute(String path) {
        return String.join(
                java.io.File.pathSeparator,
                Arrays.stream(path.split(java.io.File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .toList());
    }

    int port() {
        return port;
    }

    int metricsPort() {
        return metricsPort;
    }

    /// SIGTERM.
    void terminate() {
        process.destroy();
    }

    /// Any other signal, such as `SEGV`.
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /// The exit code, once it has ended; it must within `seconds`.
    int endsWithin(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs");
        }
        return process.exitValue();
    }

    boolean runs() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
