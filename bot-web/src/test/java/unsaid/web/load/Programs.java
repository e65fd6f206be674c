package unsaid.web.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// How the servers that are measured are started: with what is shipped on their class path, limits
/// raised so far that they do not show, and compact object headers.
///
/// @param classPath what is shipped
/// @param options the file of options of `java` that is shipped
/// @param dialogs the folder of conversations
/// @param jvm more options of `java`
/// @param settings more settings of the server, such as `store=memory`
record Programs(
        String classPath, Path options, Path dialogs, List<String> jvm, List<String> settings) {
    /// Only so that the driver may ask how much memory is in use.
    private static final String ATTACH = "-XX:-DisableAttachMechanism";

    private static final int CONNECTIONS = 100_000;

    Programs {
        jvm = List.copyOf(jvm);
        settings = List.copyOf(settings);
    }

    static Programs of(Path dialogs, List<String> jvm, List<String> settings) throws IOException {
        Path classes = Path.of(classes(unsaid.web.Main.class));
        String shipped = Files.readString(classes.resolveSibling("class-path")).strip();
        return new Programs(
                classes + File.pathSeparator + shipped,
                classes.resolve("../../java.options").toAbsolutePath().normalize(),
                dialogs.toAbsolutePath().normalize(),
                jvm,
                settings);
    }

    private static String classes(Class<?> one) {
        return Path.of(
                        java.net.URI.create(
                                one.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /// The same with more settings.
    Programs with(List<String> more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return new Programs(classPath, options, dialogs, jvm, all);
    }

    /// The same with other options of `java`.
    Programs withJvm(String... more) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(List.of(more));
        return new Programs(classPath, options, dialogs, all, settings);
    }

    /// The same with every folder of classes packed into an archive, as an AOT cache wants it.
    Programs packed(Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            entries.add(
                    Files.isDirectory(Path.of(entry))
                            ? pack(entry, folder, entries.size())
                            : entry);
        }
        return new Programs(
                String.join(File.pathSeparator, entries), options, dialogs, jvm, settings);
    }

    private static String pack(String classes, Path folder, int number) {
        String jar = folder.resolve("classes-" + number + ".jar").toString();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".");
        return jar;
    }

    /// The server.
    ServerProcess unsaid(Path folder) throws IOException {
        List<String> arguments = java("unsaid.web.Main", classPath);
        arguments.addAll(
                List.of(
                        "--port=0",
                        "--dialogs=" + dialogs,
                        "--conversations.most=10000000",
                        "--socket.connections=" + CONNECTIONS,
                        "--socket.connections-per-address=" + CONNECTIONS,
                        "--rate.frames=100000",
                        "--rate.frames.burst=100000",
                        "--rate.address=1000000",
                        "--rate.address.burst=1000000",
                        "--rate.starts=1000000",
                        "--rate.starts.burst=1000000",
                        "--rate.conversation=100000",
                        "--rate.conversation.burst=100000",
                        "--rate.pages=1000000",
                        "--rate.pages.burst=1000000",
                        "--http.connections=" + CONNECTIONS,
                        "--http.connections-per-address=" + CONNECTIONS));
        settings.forEach(setting -> arguments.add("--" + setting));
        return new ServerProcess(folder, arguments);
    }

    /// The same server with nothing in it but an echo.
    ServerProcess echo(Path folder) throws IOException {
        return new ServerProcess(
                folder,
                java(
                        EchoServer.class.getName(),
                        classes(EchoServer.class) + File.pathSeparator + classPath));
    }

    private List<String> java(String program, String path) {
        List<String> arguments = new ArrayList<>(List.of("@" + options, ATTACH));
        arguments.addAll(jvm);
        arguments.addAll(List.of("-classpath", path, program));
        return arguments;
    }

    @Override
    public String toString() {
        return settings.stream()
                .filter(setting -> setting.startsWith("store="))
                .map(setting -> setting.substring("store=".length()))
                .collect(Collectors.joining());
    }
}
