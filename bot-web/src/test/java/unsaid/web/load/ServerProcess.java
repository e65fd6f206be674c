package unsaid.web.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own. It ends with this object, and with the driver.
final class ServerProcess implements AutoCloseable {
    private static final String READY = " is ready: ";
    private static final int PATIENCE_SECONDS = 20;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final Thread atExit;
    private final int port;
    private final Duration ready;

    /// Starts it, and returns when it says that it is ready.
    ///
    /// @param folder where it works; takes `errors.txt`
    /// @param arguments of `java`: options, class, arguments
    ServerProcess(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString()));
        command.addAll(arguments);
        long begun = System.nanoTime();
        process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
        String line = says.readLine();
        while (line != null && !line.contains(READY)) {
            line = says.readLine();
        }
        ready = Duration.ofNanos(System.nanoTime() - begun);
        if (line == null) {
            throw new IOException(
                    "the server did not start: " + Files.readString(folder.resolve("errors.txt")));
        }
        port = URI.create(line.substring(line.indexOf(READY) + READY.length())).getPort();
        Thread.ofVirtual().start(() -> drain(says));
    }

    /// So that it never waits for somebody to read.
    private static void drain(BufferedReader says) {
        try (says) {
            while (says.readLine() != null) {
                // nobody wants to know
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// From the start of the process to its word that it is ready.
    Duration ready() {
        return ready;
    }

    /// Processor time it has used, of all its threads; in steps of 10 ms on Linux.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Bytes of its heap that are in use; all garbage is collected first.
    long liveBytes() throws IOException {
        Matcher total = TOTAL.matcher(ask("GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd told no total");
        }
        return Long.parseLong(total.group(1));
    }

    /// Bytes of memory it holds; 0 where the system does not tell.
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? Long.parseLong(resident.group(1)) << 10 : 0;
    }

    private String ask(String what) throws IOException {
        Process jcmd =
                new ProcessBuilder(
                                JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), what)
                        .redirectErrorStream(true)
                        .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// From now on nothing is written beyond the first 64 KB of any file, as on a full disk.
    void limitFiles() throws IOException {
        limit("65536");
    }

    /// Takes such a limit back.
    void liftLimitOnFiles() throws IOException {
        limit("unlimited");
    }

    private void limit(String bytes) throws IOException {
        Process prlimit =
                new ProcessBuilder("prlimit", "--pid=" + process.pid(), "--fsize=" + bytes + ":")
                        .redirectErrorStream(true)
                        .start();
        String says = new String(prlimit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!says.isEmpty()) {
            throw new IOException(says);
        }
    }

    /// Kills it as a crash would: nothing is finished, nothing is said.
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /// Asks it to stop.
    void stop() {
        process.destroy();
        if (!ended()) {
            kill();
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
