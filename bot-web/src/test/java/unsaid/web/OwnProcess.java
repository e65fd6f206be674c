package unsaid.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The server in a process of its own, started by a shell. Ends with the test.
final class OwnProcess implements AutoCloseable {
    private static final String READY = " is ready: ";

    private final Process process;
    private final int port;

    private OwnProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param folder where it works; `dialogs` below it
    /// @param before shell commands that come first
    static OwnProcess start(Path folder, String before, String... settings) throws IOException {
        List<String> java =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                Arrays.stream(
                                                System.getProperty("java.class.path")
                                                        .split(File.pathSeparator))
                                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                                        .collect(Collectors.joining(File.pathSeparator)),
                                "unsaid.web.Main",
                                "--port=0"));
        java.addAll(List.of(settings));
        String command =
                before
                        + " exec "
                        + java.stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(" "));
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectError(errors.toFile())
                        .start();
        BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.contains(READY)) {
                String address = line.substring(line.indexOf(READY) + READY.length());
                return new OwnProcess(process, URI.create(address).getPort());
            }
        }
        throw new IOException("the server did not start: " + Files.readString(errors));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// Takes back a limit that `ulimit -S -f` set.
    void liftLimitOnFiles() throws Exception {
        int code =
                new ProcessBuilder(
                                "prlimit", "--pid=" + process.pid(), "--fsize=unlimited:unlimited")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException("prlimit failed");
        }
    }

    /// As a crash would: nothing is finished, nothing is said.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
