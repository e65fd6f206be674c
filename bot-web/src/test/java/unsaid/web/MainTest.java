package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private @Nullable Server start(String... arguments) {
        return Main.start(
                List.of(arguments),
                Map.of(),
                folder,
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anErrorInTheDialogsStopsTheStartAndIsShownWithItsPlace() throws IOException {
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
        Running.write(
                folder, "dialogs/talk/flow.json", Running.FLOW.replace("\"steps\"", "\"stepz\""));
        assertNull(start("--port=0"));
        assertTrue(errors().contains("talk/flow.json:"), errors());
        assertTrue(errors().contains("stepz"), errors());
    }

    @Test
    void anErrorInTheDialogsDoesNotKeepTheWorkbenchFromOpening() throws Exception {
        Running.write(folder, "dialogs/helplines.json", Running.HELPLINES);
        Running.write(folder, "dialogs/talk/flow.json", Running.FLOW);
        Running.write(folder, "dialogs/broken/flow.json", "{");
        Server server = Objects.requireNonNull(start("--port=0", "--studio=true"), errors());
        try (var http = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            URI flows = URI.create(server.address()).resolve("/studio/api/flows");
            var told = http.send(HttpRequest.newBuilder(flows).build(), BodyHandlers.ofString());
            assertEquals(200, told.statusCode());
            assertTrue(
                    told.body().contains("\"id\":\"broken\",\"title\":\"broken\",\"errors\":1"),
                    told.body());
            try (Client client = new Client(server.port())) {
                client.send(
                        "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
                client.next("started");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void aMissingFolderStopsTheStart() {
        assertNull(start("--port=0"));
        assertTrue(errors().contains("--dialogs"), errors());
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertNull(start("--prot=0"));
        assertTrue(errors().contains("did you mean port?"), errors());
        assertNull(start("--studoi"));
        assertTrue(errors().contains("argument \"--studoi\": write --studio\n"), errors());
    }

    @Test
    void aTakenPortStopsTheStart() throws IOException {
        try (Running running = new Running(folder);
                Heard heard = new Heard()) {
            assertNull(start("--dialogs=" + folder, "--port=" + running.port()));
            assertTrue(errors().contains("Port " + running.port() + " is taken"), errors());
            assertFalse(heard.text().contains("ERROR"), heard.text());
        }
    }

    @Test
    void aSiteWhoseFlowIsNotHereIsToldWithTheNearest() throws IOException {
        try (Heard heard = new Heard();
                Running running = new Running(folder, "--site.flow=tolk")) {
            assertNotNull(running.server());
            assertTrue(
                    heard.text()
                            .contains(
                                    "site.flow: there is no conversation \"tolk\". Did you mean \"talk\"?"),
                    heard.text());
        }
        try (Heard heard = new Heard();
                Running running = new Running(folder, "--site.flow=talk")) {
            assertNotNull(running.server());
            assertFalse(heard.text().contains("site.flow"), heard.text());
        }
    }

    @Test
    void itSaysWhereTheExamplePageIs() throws IOException {
        try (Running running = new Running(folder)) {
            assertNotNull(running.server());
            assertEquals("http://127.0.0.1:" + running.port() + "/", running.server().address());
        }
    }
}
