package unsaid.web.blogs;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The programs that make blogs.
final class Shell {
    private static final long MINUTES = 8;
    private static final int LOOKS = 600;
    private static final long LOOK_MILLIS = 100;
    private static final Path HERE = Path.of("");

    private Shell() {}

    /// Whether a program of that name can be run.
    static boolean has(String program) {
        return Stream.concat(
                        Stream.of("/usr/bin", "/usr/sbin"),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Installs packages of Debian, where that is possible and allowed.
    ///
    /// @param there nothing is to be done
    /// @throws IOException which says what is missing
    static void need(boolean there, String... packages) throws IOException, InterruptedException {
        if (there) {
            return;
        }
        if (!canInstall()) {
            throw new IOException(
                    "missing: "
                            + String.join(", ", packages)
                            + " (the names of Debian's packages)");
        }
        run(HERE, "apt-get", "update", "-qq");
        List<String> install =
                new ArrayList<>(
                        List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
        install.addAll(List.of(packages));
        run(HERE, install.toArray(String[]::new));
    }

    private static boolean canInstall() {
        return "root".equals(System.getProperty("user.name")) && has("apt-get");
    }

    /// Unpacks packages of Debian into a folder, without installing them.
    static void unpack(Path folder, List<String> packages)
            throws IOException, InterruptedException {
        if (canInstall()) {
            run(HERE, "apt-get", "update", "-qq");
        }
        List<String> fetch = new ArrayList<>(List.of("apt-get", "download", "-qq"));
        fetch.addAll(packages);
        run(folder, fetch.toArray(String[]::new));
        run(folder, "sh", "-c", "for each in *.deb; do dpkg-deb -x \"$each\" .; done");
    }

    /// Packages from the npm registry, without running anything that they bring.
    static void npm(Path folder, String... packages) throws IOException, InterruptedException {
        need(has("npm"), "npm");
        List<String> install =
                new ArrayList<>(
                        List.of(
                                "npm",
                                "install",
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--loglevel=error"));
        install.addAll(List.of(packages));
        run(folder, install.toArray(String[]::new));
    }

    /// Runs a program to its end.
    ///
    /// @return what it said
    /// @throws IOException with what it said if it failed
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = builder(folder, command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /// Removes a folder with all that is in it, if there is one.
    static void remove(Path folder) throws IOException {
        builder(HERE, "rm", "-rf", folder.toString()).start().onExit().join();
    }

    /// Starts a program that goes on until it is closed. What it says is in a file of its name.
    static Closeable start(Path folder, String... command) throws IOException {
        String name = Path.of(command[0]).getFileName() + ".log";
        Process process =
                builder(folder, command).redirectOutput(folder.resolve(name).toFile()).start();
        return () -> {
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList()
                    .forEach(ProcessHandle::destroy);
            process.onExit().join();
        };
    }

    /// Waits until something that was started is there.
    static void await(BooleanSupplier there) throws IOException, InterruptedException {
        for (int i = 0; !there.getAsBoolean(); i++) {
            if (i == LOOKS) {
                throw new IOException("something that was started did not come up");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static ProcessBuilder builder(Path folder, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder;
    }
}
