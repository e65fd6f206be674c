package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the script `unsaid` as an author does, in a folder.
///
/// @param folder where it is run
record Shell(Path folder) {
    private static final int PATIENCE_SECONDS = 120;
    private static final Path SCRIPT = Path.of("unsaid").toAbsolutePath();

    /// What came of a command.
    record Ran(int code, String out, String errors) {}

    /// A folder with the shipped dialogs in it, to be spoiled.
    static Shell withDialogs(Path folder) throws IOException {
        Path from = Path.of("..", "dialogs");
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve("dialogs").resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return new Shell(folder);
    }

    /// Changes a file below the folder of dialogs.
    void change(String file, String what, String into) throws IOException {
        Path path = folder.resolve("dialogs").resolve(file);
        String text = Files.readString(path);
        if (!text.contains(what)) {
            throw new AssertionError(file + " does not contain " + what);
        }
        Files.writeString(path, text.replace(what, into));
    }

    Ran run(String... words) throws IOException, InterruptedException {
        return hear("", words);
    }

    /// @param typed what comes in, before the end of the input
    Ran hear(String typed, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        return run(typed, new ProcessBuilder(command));
    }

    /// Any command, started in this folder.
    Ran run(String typed, ProcessBuilder builder) throws IOException, InterruptedException {
        Path in = Files.createTempFile("unsaid", ".in");
        Path out = Files.createTempFile("unsaid", ".out");
        Path errors = Files.createTempFile("unsaid", ".err");
        try {
            Files.writeString(in, typed);
            Process process =
                    builder.directory(folder.toFile())
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(errors.toFile())
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it still runs: " + Files.readString(out));
            }
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(errors));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(errors);
        }
    }
}
