package unsaid.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process writes and flushes, in order, as strace sees it. A call that has returned is told
/// before what its return leads to.
final class SystemCalls implements AutoCloseable {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int INSTALL_MINUTES = 5;
    private static final int PATIENCE_SECONDS = 20;
    private static final Pattern CALL =
            Pattern.compile("(\\d+) +(?:<\\.\\.\\. )?([a-z0-9]+)(?:\\(| resumed>)(.*)");

    private final Process strace;
    private final Path told;
    private int replies;

    private SystemCalls(Process strace, Path told) {
        this.strace = strace;
        this.told = told;
    }

    /// Begins to look. Skips the test where that cannot be.
    ///
    /// @param told takes what is seen
    static SystemCalls of(long pid, Path told) throws IOException, InterruptedException {
        install();
        assumeTrue(
                Files.isExecutable(STRACE), "strace is not here: what is flushed is not looked at");
        Process strace =
                new ProcessBuilder(
                                STRACE.toString(),
                                "-f",
                                "-y",
                                "-s",
                                "100",
                                "-e",
                                "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync",
                                "-e",
                                "signal=none",
                                "-o",
                                told.toString(),
                                "-p",
                                Long.toString(pid))
                        .redirectErrorStream(true)
                        .start();
        BufferedReader says = strace.inputReader(StandardCharsets.UTF_8);
        String line = says.readLine();
        assumeTrue(
                line != null && line.contains("attached"),
                "no process may look at another here, so what is flushed is not looked at: "
                        + line);
        return new SystemCalls(strace, told);
    }

    private static void install() throws IOException, InterruptedException {
        if (Files.exists(STRACE)
                || !"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        for (String[] command :
                new String[][] {
                    {"apt-get", "update", "-qq"}, {"apt-get", "install", "-y", "-qq", "strace"}
                }) {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    /// Ends the looking. Every reply that was written to a socket while something that had been
    /// written to the file was not flushed, or though nothing had been since the reply before.
    ///
    /// @param file end of the file's name
    /// @param mark what stands in a reply, and in nothing else that is written
    List<String> repliesThatWereNotFlushed(String file, String mark) throws IOException {
        close();
        String toFile = "/" + file + ">";
        String escaped = mark.replace("\"", "\\\"");
        List<String> wrong = new ArrayList<>();
        Set<String> flushing = new HashSet<>();
        boolean flushed = false;
        replies = 0;
        for (String line : Files.readAllLines(told, StandardCharsets.ISO_8859_1)) {
            Matcher call = CALL.matcher(line);
            if (!call.matches()) {
                continue;
            }
            String thread = call.group(1);
            String rest = call.group(3);
            if (call.group(2).contains("sync")) {
                boolean ours = rest.contains(toFile) || flushing.remove(thread);
                if (ours && rest.endsWith("<unfinished ...>")) {
                    flushing.add(thread);
                } else if (ours && rest.endsWith("= 0")) {
                    flushed = true;
                }
            } else if (rest.contains(toFile)) {
                flushed = false;
            } else if (rest.contains(escaped)) {
                replies++;
                if (!flushed) {
                    wrong.add(line);
                }
                flushed = false;
            }
        }
        return wrong;
    }

    /// How many there were in all.
    int replies() {
        return replies;
    }

    @Override
    public void close() {
        strace.destroy();
        try {
            strace.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
