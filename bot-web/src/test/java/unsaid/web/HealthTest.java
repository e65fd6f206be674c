package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.http.Health;
import unsaid.web.http.Health.Check;

@Timeout(60)
class HealthTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aServerThatRunsIsReadyAndSaysWhy(@TempDir Path folder) throws Exception {
        try (Running running = new Running(folder)) {
            var answer = get(running.port(), "/ready");
            assertEquals(200, answer.statusCode());
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            JsonNode ready = JSON.readTree(answer.body());
            assertEquals("ready", ready.path("status").asString());
            assertEquals(
                    Set.of("running", "dialogs", "store", "conversations", "connections"),
                    Set.copyOf(ready.path("checks").propertyNames()));
            ready.path("checks").forEach(check -> assertTrue(check.booleanValue()));
            assertEquals(0, ready.path("helplinesNotConfirmed").asInt(-1));
            assertFalse(ready.path("onlyTaps").asBoolean(true));
        }
    }

    @Test
    void helplinesThatNobodyHasCheckedAreToldAndStopNothing() throws Exception {
        try (RealServer server = new RealServer()) {
            var answer = get(server.port(), "/ready");
            assertEquals(200, answer.statusCode());
            assertTrue(JSON.readTree(answer.body()).path("helplinesNotConfirmed").asInt() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--conversations.most=1", "--socket.connections=1"})
    void aServerThatIsFullIsNotReadyButLives(String full, @TempDir Path folder) throws Exception {
        try (Running running = new Running(folder, full);
                Client client = running.begun()) {
            assertTrue(client.session().isOpen());
            var answer = get(running.port(), "/ready");
            assertEquals(503, answer.statusCode());
            JsonNode checks = JSON.readTree(answer.body()).path("checks");
            String check = full.startsWith("--conv") ? "conversations" : "connections";
            for (String each : checks.propertyNames()) {
                assertEquals(!each.equals(check), checks.path(each).booleanValue(), each);
            }
            assertEquals(200, get(running.port(), "/live").statusCode());
            assertEquals(200, get(running.port(), "/health").statusCode());
        }
    }

    @Test
    void oneCheckThatDoesNotHoldOrBreaksIsEnough() throws Exception {
        AtomicBoolean store = new AtomicBoolean(true);
        Health health =
                new Health(
                        List.of(
                                new Check("running", () -> true),
                                new Check(
                                        "store",
                                        () -> {
                                            if (store.get()) {
                                                return true;
                                            }
                                            throw new IllegalStateException("MySecretWords");
                                        })),
                        () -> 3,
                        () -> false);
        Javalin javalin =
                Javalin.create(config -> {
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    config.startup.showJavalinBanner = false;
                    health.route(config.routes);
                });
        javalin.start();
        try (Heard heard = new Heard()) {
            assertEquals(200, get(javalin.port(), "/ready").statusCode());
            store.set(false);
            var answer = get(javalin.port(), "/ready");
            assertEquals(503, answer.statusCode());
            assertEquals(
                    "{\"status\":\"not ready\",\"checks\":{\"running\":true,\"store\":false},\"helplinesNotConfirmed\":3,\"onlyTaps\":false}",
                    answer.body());
            assertTrue(heard.text().contains("The check \"store\" broke."));
            assertFalse(heard.all().contains("MySecretWords"));
        } finally {
            javalin.stop();
        }
    }
}
