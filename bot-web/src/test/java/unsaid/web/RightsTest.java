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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What belongs to the visitor, by real clients of the whole server: to be asked, to get everything
/// out, to keep, to erase.
@Timeout(120)
class RightsTest {
    private static final String START = start("talk", "");

    @TempDir Path folder;

    private static String start(String flow, String more) {
        return "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\""
                + flow
                + "\",\"language\":\"en\""
                + more
                + "}";
    }

    private static String withCode(String code) {
        return start("talk", ",\"code\":\"" + code + "\"");
    }

    private static String command(String id, String name) {
        return "{\"type\":\"command\",\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    private static String couple(String id, boolean given) {
        return "{\"type\":\"consent\",\"id\":\""
                + id
                + "\",\"to\":\"couple\",\"given\":"
                + given
                + "}";
    }

    private static JsonNode answer(Client client, String id, JsonNode turn, String value)
            throws Exception {
        return client.send(
                        "{\"type\":\"answer\",\"id\":\""
                                + id
                                + "\",\"to\":\""
                                + turn.path("ask").path("id").asString()
                                + "\",\"value\":"
                                + value
                                + "}")
                .next("turn");
    }

    /// How many records are on the disk now. The server holds its file, so a copy is read.
    private int records() throws Exception {
        Path copy = Files.createTempDirectory(folder, "copy");
        for (String part : List.of("talks.db", "talks.db-wal")) {
            if (Files.exists(folder.resolve(part))) {
                Files.copy(folder.resolve(part), copy.resolve(part));
            }
        }
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("talks.db"));
                Statement statement = file.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM conversation")) {
            return count.getInt(1);
        }
    }

    @Test
    void nothingBeginsBeforeTheVisitorHasAgreed() throws Exception {
        try (Running running = new Running(folder);
                Client client = running.connect()) {
            for (String start :
                    List.of(
                            START.replace("\"agreed\":true,", ""),
                            START.replace("\"agreed\":true", "\"agreed\":false"))) {
                assertEquals(
                        "not-agreed", client.send(start).next("problem").path("code").asString());
            }
            assertEquals(
                    "bad-frame",
                    client.send(START.replace("\"agreed\":true", "\"agreed\":\"yes\""))
                            .next("problem")
                            .path("code")
                            .asString());
            assertEquals(0, running.server().conversations());
            assertEquals(0, records());
        }
    }

    @Test
    void anExportHasEveryAnswerAlsoOfHelpAndOfTheFlowThatCameAfter() throws Exception {
        String[] talk = {
            "I am 18 or older",
            "Yes, go on",
            "Yes",
            "Just looking around",
            "About 2 minutes",
            "Naming what I am afraid of",
            "10",
            "No",
            "I am safe for now",
            "Go on with my own part"
        };
        try (RealServer server = new RealServer();
                Client client = new Client(server.port())) {
            client.send(start("welcome", "")).next("started");
            JsonNode turn = client.next("turn");
            for (int i = 0; i < talk.length; i++) {
                turn = answer(client, "a" + i, turn, value(turn, talk[i]));
            }
            JsonNode summary = client.send(command("e", "export")).next("summary");
            List<String> answers = new ArrayList<>();
            List<String> apart = new ArrayList<>();
            for (JsonNode line : summary.path("lines")) {
                answers.add(line.path("text").asString());
                assertFalse(line.path("label").asString().isEmpty());
                if (line.path("apart").asBoolean(false)) {
                    apart.add(line.path("text").asString());
                }
            }
            assertEquals(List.of(talk), answers);
            assertEquals(List.of(talk).subList(7, 10), apart, "what showed danger, and the help");
            assertEquals(talk.length, summary.path("json").path("answers").size());
            assertTrue(summary.path("json").path("answers").path(7).path("apart").asBoolean(false));
            for (String each : talk) {
                assertTrue(summary.path("text").asString().contains(each), each);
            }
        }
    }

    private static String value(JsonNode turn, String label) {
        for (JsonNode option : turn.path("ask").path("options")) {
            if (option.path("label").asString().equals(label)) {
                return "\"" + option.path("value").asString() + "\"";
            }
        }
        return label;
    }

    @Test
    void answersThatWaitForTheirQuestionToComeAgainAreExportedToo() throws Exception {
        try (Running running = new Running(folder);
                Client client = running.begun()) {
            JsonNode turn =
                    client.send(
                                    "{\"type\":\"command\",\"id\":\"s\",\"name\":\"skip\",\"to\":\"1.talk/mood\"}")
                            .next("turn");
            turn = answer(client, "a1", turn, "\"hope\"");
            answer(client, "a2", turn, "\"in my words\"");
            client.send(
                            "{\"type\":\"command\",\"id\":\"c\",\"name\":\"change\",\"at\":\"talk/kind\"}")
                    .next("turn");
            JsonNode lines = client.send(command("e", "export")).next("summary").path("lines");
            assertEquals(3, lines.size());
            assertEquals("A hope", lines.path(1).path("text").asString());
            assertEquals("in my words", lines.path(2).path("text").asString());
            assertEquals("Can you put it in words?", lines.path(2).path("label").asString());
            assertTrue(lines.path(2).path("apart").asBoolean(false));
        }
    }

    @Test
    void theThreeConsentsStandApart() throws Exception {
        try (Running running = new Running(folder);
                Client client = running.connect()) {
            String token = client.send(START).next("started").path("token").asString();
            JsonNode turn = client.next("turn");
            assertEquals("true false false", consents(client, "e1"));
            String reply = client.send(couple("k1", true)).text();
            assertEquals(
                    "{\"type\":\"consents\",\"id\":\"k1\",\"use\":true,\"keep\":false,\"couple\":true}",
                    reply);
            assertEquals(reply, client.send(couple("k1", true)).text());
            assertEquals("true false true", consents(client, "e2"));
            client.send(command("k2", "keep")).next("kept");
            assertEquals("true true true", consents(client, "e3"));
            client.send(couple("k3", false)).next("consents");
            client.send(command("k4", "unkeep")).next("kept");
            assertEquals("true false false", consents(client, "e4"));
            assertEquals(2, answer(client, "a1", turn, "7").path("seq").asInt());
            client.send(couple("k5", true)).next("consents");
            try (Client again = running.connect()) {
                again.send(
                        "{\"type\":\"resume\",\"id\":\"r\",\"token\":\""
                                + token
                                + "\",\"after\":2}");
                again.next("started");
                assertEquals("true false true", consents(again, "e5"));
            }
            assertEquals(
                    "bad-frame",
                    client.send(couple("k6", true).replace("couple", "keep"))
                            .next("problem")
                            .path("code")
                            .asString());
        }
    }

    private static String consents(Client client, String id) throws Exception {
        JsonNode consent =
                client.send(command(id, "export")).next("summary").path("json").path("consent");
        return consent.path("use").asBoolean()
                + " "
                + consent.path("keep").asBoolean()
                + " "
                + consent.path("couple").asBoolean();
    }

    @Test
    void afterErasedNothingIsInMemoryNorInTheFile() throws Exception {
        try (Running running = new Running(folder);
                Client client = running.begun()) {
            client.send(command("k", "keep")).next("kept");
            assertEquals(2, records());
            client.send(command("c", "erase")).next("erased");
            assertEquals(0, running.server().conversations());
            assertEquals(0, records());
        }
    }

    @Test
    void aPageThatGoesAwayErasesWithoutItsSocket() throws Exception {
        try (Running running = new Running(folder, "--rate.address.burst=8", "--rate.address=1");
                Client client = running.connect()) {
            String token = client.send(START).next("started").path("token").asString();
            client.next("turn");
            client.send(command("k", "keep")).next("kept");
            HttpResponse<String> foreign =
                    erase(
                            running,
                            "Authorization",
                            "Bearer " + token,
                            "Origin",
                            "https://evil.example");
            assertEquals(403, foreign.statusCode());
            assertEquals(2, records());
            HttpResponse<String> unknown =
                    erase(running, "Authorization", "Bearer " + "A".repeat(43));
            HttpResponse<String> known =
                    erase(
                            running,
                            "Authorization",
                            "Bearer " + token,
                            "Origin",
                            "http://127.0.0.1:" + running.port());
            assertEquals(204, known.statusCode());
            assertEquals(unknown.statusCode(), known.statusCode());
            assertEquals(unknown.headers().map().keySet(), known.headers().map().keySet());
            assertEquals(0, records());
            assertEquals(0, running.server().conversations());
            assertEquals(204, erase(running).statusCode());
            int status = 204;
            for (int i = 0; i < 10 && status == 204; i++) {
                status = erase(running, "Authorization", "Bearer nothing").statusCode();
            }
            assertEquals(429, status);
        }
    }

    private static HttpResponse<String> erase(Running running, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + "/erase"))
                        .POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aWrongCodeLooksLikeAFreshStart() throws Exception {
        try (Running running =
                new Running(folder, "--rate.codes.burst=50", "--rate.starts.burst=100")) {
            String fresh = frames(running, START);
            for (String wrong : List.of("7K3M-Q0VX-94TB", "nonsense", "", "'; DROP TABLE", "💬")) {
                assertEquals(fresh, frames(running, withCode(wrong)));
            }
        }
    }

    /// The frames that a start is answered with, but for the token, which is never the same.
    private static String frames(Running running, String start) throws Exception {
        try (Client client = running.connect()) {
            return client.send(start).text().replaceAll("\"token\":\"[^\"]{43}\"", "")
                    + client.text();
        }
    }

    @Test
    void theRightCodeFindsTheTalkWithAWarningToShowNothingYet() throws Exception {
        try (Running running = new Running(folder, "--rate.codes.burst=50")) {
            String code;
            String until;
            try (Client client = running.connect()) {
                client.send(START).next("started");
                answer(client, "a1", client.next("turn"), "7");
                JsonNode kept = client.send(command("k", "keep")).next("kept");
                code = kept.path("code").asString();
                until = kept.path("until").asString();
            }
            try (Client client = running.connect()) {
                JsonNode started = client.send(withCode(code)).next("started");
                assertTrue(started.path("kept").asBoolean());
                assertEquals(until, started.path("until").asString());
                JsonNode turn = client.next("turn");
                assertEquals("7", turn.path("history").path(0).path("answer").asString());
            }
            try (Client client = running.connect()) {
                assertFalse(client.send(START).next("started").has("kept"));
                client.next("turn");
            }
            try (Client client = running.connect()) {
                String typed = code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
                JsonNode started = client.send(withCode(typed)).next("started");
                assertTrue(started.path("kept").asBoolean(), "a fresh start erased nothing");
                client.next("turn");
                client.send(command("u", "unkeep")).next("kept");
            }
            try (Client client = running.connect()) {
                assertFalse(client.send(withCode(code)).next("started").has("kept"));
            }
        }
    }

    @Test
    void codesCannotBeTriedFastRightOrWrong() throws Exception {
        try (Running running = new Running(folder, "--rate.codes.burst=3", "--rate.codes=1");
                Client client = running.begun()) {
            String code = client.send(command("k", "keep")).next("kept").path("code").asString();
            for (int i = 0; i < 3; i++) {
                frames(running, withCode("7K3M-Q0VX-94TB"));
            }
            try (Client other = running.connect()) {
                String wrong = other.send(withCode("7K3M-Q0VX-94TB")).text();
                assertTrue(wrong.contains("\"too-fast\""), wrong);
                assertEquals(wrong, other.send(withCode(code)).text());
                other.send(START).next("started");
            }
        }
    }
}
