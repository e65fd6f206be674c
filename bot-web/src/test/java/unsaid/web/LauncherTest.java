package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script starts the server, and no command with it.
@Beside
class LauncherTest {
    private static final String READY = "Unsaid is ready: ";

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "serve --port=0"})
    void theScriptServesWithAndWithoutTheWord(String words) throws Exception {
        Path classes = folder.resolve("classes");
        List<String> command =
                new ArrayList<>(List.of(Path.of("unsaid").toAbsolutePath().toString()));
        command.addAll(List.of(words.split(" ")));
        command.add("--store=memory");
        command.add("--dialogs=" + Path.of("..", "dialogs").toAbsolutePath());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("log").toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
        Process process = builder.start();
        try (BufferedReader says = process.inputReader()) {
            assertEquals(200, status(address(says)));
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains(" unsaid.web.Server "));
        assertFalse(loaded.contains(" picocli."));
        assertFalse(loaded.contains(" unsaid.web.cli."));
    }

    private static String address(BufferedReader says) throws IOException {
        @Nullable String line = says.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = says.readLine();
        }
        if (line == null) {
            throw new IOException("it ended");
        }
        return line.substring(READY.length());
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void onlyTheWordSettingsOrNothingMeanTheServer() {
        assertTrue(Launcher.isServer(List.of()));
        assertTrue(Launcher.isServer(List.of("--prot=0")));
        assertTrue(Launcher.isServer(List.of("serve", "--port=0")));
        assertFalse(Launcher.isServer(List.of("serve", "--help")));
        assertFalse(Launcher.isServer(List.of("--help")));
        assertFalse(Launcher.isServer(List.of("check")));
        assertFalse(Launcher.isServer(List.of("servee", "--port=0")));
    }
}
