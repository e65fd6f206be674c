package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir private Path folder = Path.of("");

    private Settings settings(String... arguments) throws IOException {
        return Settings.of(List.of(arguments), Map.of(), folder);
    }

    @Test
    void withoutAnyEverythingHasItsDefault() throws IOException {
        assertEquals(8080, settings().number(Key.PORT));
        assertEquals("127.0.0.1", settings().text(Key.HOST));
        assertEquals(List.of(), settings().list(Key.ORIGINS));
    }

    @Test
    void everyDefaultMayStandThere() {
        for (Key key : Key.values()) {
            assertEquals(null, key.wrong(key.otherwise), key.key);
        }
    }

    @Test
    void anArgumentWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), "port=1\nhost=192.0.2.1\nproxy=true\n");
        Settings settings =
                Settings.of(
                        List.of("--port=3"),
                        Map.of("UNSAID_PORT", "2", "UNSAID_HOST", "192.0.2.2", "PATH", "x"),
                        folder);
        assertEquals(3, settings.number(Key.PORT));
        assertEquals("192.0.2.2", settings.text(Key.HOST));
        assertTrue(settings.truth(Key.PROXY));
    }

    @Test
    void anotherFileMayBeNamed() throws IOException {
        Files.writeString(folder.resolve("mine.properties"), "port=1\n");
        assertEquals(1, settings("--config=mine.properties").number(Key.PORT));
        assertThrows(IOException.class, () -> settings("--config=missing.properties"));
    }

    @Test
    void listsHaveCommas() throws IOException {
        assertEquals(
                List.of("https://a.example", "http://localhost:3000"),
                settings("--site.origins=https://a.example, http://localhost:3000")
                        .list(Key.ORIGINS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot=1 | --prot: no such setting; did you mean port?",
                "--site.origin=x | --site.origin: no such setting; did you mean site.origins?",
                "--port=abc | --port must be a whole number from 0 to 65535; it is \"abc\"",
                "--port=65536 | --port must be a whole number from 0 to 65535; it is \"65536\"",
                "--proxy=yes | --proxy must be true or false; it is \"yes\"",
                "--site.leave=javascript:alert(1) | --site.leave must be an address that begins with https://; it is \"javascript:alert(1)\"",
                "--metrics.talks=true | metrics.talks counts for /metrics, which is off. Set metrics.port too, or leave metrics.talks at its default",
                "port | argument \"port\": write --port=…",
                "--socket.drop=2000 | socket.drop must not be below socket.pause"
            })
    void whatIsWrongIsNamedWithTheWayOut(String argument, String message) {
        assertEquals(
                message,
                assertThrows(SettingsException.class, () -> settings(argument)).getMessage());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong =
                assertThrows(
                        SettingsException.class,
                        () ->
                                Settings.of(
                                        List.of("--port=x"),
                                        Map.of("UNSAID_PROT", "1", "UNSAID_PROXY", "maybe"),
                                        folder));
        String message = String.valueOf(wrong.getMessage());
        assertEquals(3, message.lines().count(), message);
        assertTrue(message.contains("did you mean UNSAID_PORT?"), message);
    }

    @Test
    void theDocumentedFileIsThisOne() throws IOException {
        assertEquals(Settings.documentation(), Files.readString(Path.of("unsaid.properties")));
    }
}
