package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How talks go is counted where an owner wants it, in whole tens, and nobody is seen in it.
@Timeout(120)
class TalkMetricsTest {
    private static final String WORDS = "MySecretWords";
    private static final String[] COUNTING =
            Unhurried.and("--metrics.port=0", "--metrics.talks=true");

    @TempDir private Path folder = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();

    private String metrics(int port) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
        return http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<String> counts(int port) throws Exception {
        return metrics(port).lines().filter(line -> line.startsWith("unsaid_talks_")).toList();
    }

    private List<String> counts(Running running) throws Exception {
        return counts(running.server().metricsPort());
    }

    private static String command(String id, String name) {
        return "{\"type\":\"command\",\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    private static String start(String flow) {
        return "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\""
                + flow
                + "\",\"language\":\"en\"}";
    }

    private static void begin(Running running, int talks) throws Exception {
        for (int i = 0; i < talks; i++) {
            running.begun().close();
        }
    }

    /// Answers what wants words, skips all else, and comes to the card.
    private static void toTheEnd(Client client) throws Exception {
        JsonNode turn = client.send(command("s1", "back")).next("problem");
        turn = skip(client, "s2", "1.talk/mood");
        turn = skip(client, "s3", turn.path("ask").path("id").asString());
        turn = client.send(Client.write("s4", turn, WORDS)).next("turn");
        for (int i = 5; !turn.has("end"); i++) {
            turn = skip(client, "s" + i, turn.path("ask").path("id").asString());
        }
        assertTrue(turn.has("card"), turn.toString());
    }

    private static JsonNode skip(Client client, String id, String to) throws Exception {
        return client.send(
                        "{\"type\":\"command\",\"id\":\""
                                + id
                                + "\",\"name\":\"skip\",\"to\":\""
                                + to
                                + "\"}")
                .next("turn");
    }

    @Test
    void nineTalksShowNothingTenShowTenAndNineteenStillTen() throws Exception {
        try (Running running = new Running(folder, COUNTING)) {
            begin(running, 9);
            assertEquals(List.of(), counts(running));
            begin(running, 1);
            List<String> ten = List.of("unsaid_talks_begun_total{flow=\"talk\"} 10.0");
            assertEquals(ten, counts(running));
            begin(running, 9);
            assertEquals(ten, counts(running));
            begin(running, 1);
            assertEquals(List.of("unsaid_talks_begun_total{flow=\"talk\"} 20.0"), counts(running));
        }
    }

    @Test
    void unlessItIsAskedForNothingOfItIsThere() throws Exception {
        try (Running running = new Running(folder, Unhurried.and("--metrics.port=0"))) {
            begin(running, 10);
            assertTrue(
                    metrics(running.server().metricsPort())
                            .contains("unsaid_conversations_begun_total 10.0"));
            assertEquals(List.of(), counts(running));
        }
    }

    @Test
    void summariesAndEndsAreCountedByWhereTheTalkEnded() throws Exception {
        try (Running running = new Running(folder, COUNTING)) {
            for (int i = 0; i < 10; i++) {
                try (Client client = running.begun()) {
                    toTheEnd(client);
                }
                try (Client client = running.begun()) {
                    client.send(command("e1", "enough")).next("turn");
                }
                try (Client client = running.connect()) {
                    client.send(start("erasing")).next("started");
                    JsonNode turn = client.next("turn");
                    client.send(Client.answer("a1", turn, "\"yes\"")).next("turn");
                }
            }
            assertEquals(
                    List.of(
                            "unsaid_talks_begun_total{flow=\"erasing\"} 10.0",
                            "unsaid_talks_begun_total{flow=\"talk\"} 20.0",
                            "unsaid_talks_ended_total{end=\"erasing/end\",flow=\"erasing\"} 10.0",
                            "unsaid_talks_ended_total{end=\"stopped\",flow=\"talk\"} 10.0",
                            "unsaid_talks_ended_total{end=\"talk/end\",flow=\"talk\"} 10.0",
                            "unsaid_talks_summary_total{flow=\"talk\"} 10.0"),
                    counts(running).stream().sorted().toList());
        }
    }

    @Test
    void aTalkIsBegunOnceAlsoElsewhereAndOneThatIsErasedTakesNothingBack() throws Exception {
        try (Running running = new Running(folder, COUNTING)) {
            begin(running, 9);
            String token;
            try (Client client = running.connect()) {
                client.send(start("talk"));
                token = client.next("started").path("token").asString();
                client.next("turn");
                client.send(start("talk")).next("started");
                client.next("turn");
            }
            for (int i = 0; i < 12; i++) {
                try (Client client = running.connect()) {
                    comeBack(client, token);
                    client.send(command("x" + i, "restart")).next("turn");
                    if (i == 11) {
                        client.send(command("y", "erase")).next("erased");
                    }
                }
            }
            assertEquals(List.of("unsaid_talks_begun_total{flow=\"talk\"} 10.0"), counts(running));
        }
    }

    private static void comeBack(Client client, String token) throws Exception {
        client.send("{\"type\":\"resume\",\"id\":\"r1\",\"token\":\"" + token + "\",\"after\":0}")
                .next("started");
        client.next("turn");
    }

    @Test
    void whoEndsAgainAndAgainHasEndedOnce() throws Exception {
        try (Running running = new Running(folder, COUNTING)) {
            try (Client client = running.begun()) {
                for (int i = 0; i < 12; i++) {
                    assertTrue(client.send(command("e" + i, "enough")).next("turn").has("end"));
                    client.send(command("b" + i, "back")).next("turn");
                }
            }
            assertEquals(List.of(), counts(running));
        }
    }

    @Test
    void aTalkThatIsFoundInTheStoreAgainIsNeitherBegunNorEnded() throws Exception {
        String token;
        try (Running running = new Running(folder, COUNTING);
                Client client = running.connect()) {
            client.send(start("talk"));
            token = client.next("started").path("token").asString();
            client.next("turn");
        }
        try (Running running = new Running(folder, COUNTING)) {
            for (int i = 0; i < 10; i++) {
                try (Client client = running.connect()) {
                    comeBack(client, token);
                    client.send(command("e" + i, "enough")).next("turn");
                    client.send(command("b" + i, "back")).next("turn");
                }
            }
            assertEquals(List.of(), counts(running));
        }
    }

    @Test
    void helpIsCountedOnceForATalkAndNeverWhy() throws Exception {
        try (RealServer server = new RealServer("--metrics.port=0", "--metrics.talks=true")) {
            for (int talk = 0; talk < 10; talk++) {
                assertEquals(List.of(), counts(server.metricsPort()));
                try (Client client = new Client(server.port())) {
                    client.send(start("naming-fears")).next("started");
                    JsonNode turn = client.next("turn");
                    String danger = talk % 2 == 0 ? "He hit me." : "I want to kill myself.";
                    turn = client.send(Client.write("w", turn, danger)).next("turn");
                    String at = turn.path("ask").path("at").asString();
                    assertTrue(at.startsWith("safety/"), turn.toString());
                    client.send(command("h1", "help")).next("turn");
                    client.send(command("h2", "help")).next("turn");
                }
            }
            assertEquals(
                    List.of(
                            "unsaid_talks_begun_total{flow=\"naming-fears\"} 10.0",
                            "unsaid_talks_help_total{flow=\"naming-fears\"} 10.0"),
                    counts(server.metricsPort()));
        }
    }

    @Test
    void nothingThatAnybodySendsComesIntoACount() throws Exception {
        try (Running running = new Running(folder, COUNTING)) {
            for (int i = 0; i < 10; i++) {
                try (Client client = running.begun()) {
                    toTheEnd(client);
                    client.send(start(WORDS)).next("problem");
                    client.send(start("talk/" + WORDS)).next("problem");
                    client.send(command(WORDS, "restart")).next("turn");
                }
            }
            String metrics = metrics(running.server().metricsPort());
            assertTrue(metrics.contains("unsaid_talks_summary_total{flow=\"talk\"} 10.0"));
            assertFalse(metrics.toLowerCase(Locale.ROOT).contains("mysecretwords"), metrics);
        }
    }

    @Test
    void theGuideNamesEachOfTheseCounts() throws Exception {
        String guide = Files.readString(Path.of("README.md"));
        for (String name : List.of("begun", "summary", "ended", "help")) {
            assertTrue(guide.contains("| `unsaid_talks_" + name + "_total` | "), name);
        }
    }
}
