package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Browsers;

/// An owner who wants it so has nothing written until the helplines of the home country are
/// confirmed: the server takes no words, the widget and the plain pages have no field for them, and
/// every talk comes to its end.
@Timeout(120)
class HelplinesRequiredTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NOT_HERE = "Writing is not possible here for now.";
    private static final String WORDS = "walrus";

    @TempDir private Path folder = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();

    private Running required() throws Exception {
        return new Running(folder, Unhurried.and("--helplines.required=true"));
    }

    private JsonNode ready(Running running) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + running.port() + "/ready");
        var answer =
                http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return JSON.readTree(answer.body());
    }

    /// Saves the shipped list, with that day as the one on which all of it was confirmed, and waits
    /// until the server has taken it up.
    private void confirm(Running running, LocalDate on, boolean onlyTaps) throws Exception {
        JsonNode list = JSON.readTree(Files.readString(Path.of("..", "dialogs", "helplines.json")));
        for (JsonNode line : list.path("lines")) {
            ((ObjectNode) line)
                    .put("status", "confirmed")
                    .put("confirmedBy", "somebody")
                    .put("confirmedOn", on.toString());
        }
        Running.write(folder, "helplines.json", list.toString());
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (ready(running).path("onlyTaps").asBoolean() != onlyTaps) {
            assertTrue(System.nanoTime() < deadline, "the list was not taken up");
            Thread.sleep(10);
        }
    }

    private static String skip(String id, JsonNode turn) {
        return "{\"type\":\"command\",\"id\":\"%s\",\"name\":\"skip\",\"to\":\"%s\"}"
                .formatted(id, turn.path("ask").path("id").asString());
    }

    private static void assertRefused(JsonNode problem) {
        assertEquals("unfit", problem.path("code").asString());
        assertTrue(problem.path("message").asString().startsWith(NOT_HERE), problem.toString());
    }

    @Test
    void theServerTakesNoWordsAndTheTalkComesToItsEnd() throws Exception {
        try (Running running = required();
                Client client = running.connect()) {
            client.send(
                            "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}")
                    .next("started");
            JsonNode turn = client.next("turn");
            assertTrue(turn.path("ask").path("taps").asBoolean());
            assertRefused(client.send(Client.write("a1", turn, "7")).next("problem"));
            turn = client.send(Client.answer("a2", turn, "7")).next("turn");
            JsonNode other = turn.path("ask").path("options").get(2);
            assertEquals("other", other.path("value").asString());
            assertFalse(other.has("text"), other.toString());
            String words = "{\"value\":\"other\",\"text\":\"" + WORDS + "\"}";
            assertRefused(client.send(Client.answer("a3", turn, words)).next("problem"));
            turn = client.send(Client.answer("a4", turn, "\"other\"")).next("turn");
            assertEquals("choice", turn.path("ask").path("type").asString());
            assertTrue(turn.path("ask").path("options").isEmpty());
            assertTrue(turn.path("ask").path("hint").asString().startsWith(NOT_HERE));
            words = "\"" + WORDS + "\"";
            assertRefused(client.send(Client.answer("a5", turn, words)).next("problem"));
            for (int i = 0; !turn.has("end"); i++) {
                turn = client.send(skip("s" + i, turn)).next("turn");
            }
            assertEquals("done", turn.path("end").asString());
            assertFalse(turn.toString().contains(WORDS));
        }
    }

    @Test
    void itOpensAndClosesWithTheListAndWithoutARestart() throws Exception {
        try (Heard log = new Heard();
                Running running = required()) {
            assertTrue(ready(running).path("onlyTaps").asBoolean());
            assertTrue(log.text().contains("Visitors can only tap, not write"), log.text());
            try (Client before = running.begun()) {
                confirm(running, LocalDate.now(), false);
                assertTrue(log.text().contains("are confirmed: visitors can write"), log.text());
                try (Client client = running.begun()) {
                    client.send(
                                    "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"1.talk/mood\",\"text\":\"7\"}")
                            .next("turn");
                }
                JsonNode turn =
                        before.send(
                                        "{\"type\":\"command\",\"id\":\"f2\",\"name\":\"skip\",\"to\":\"1.talk/mood\"}")
                                .next("turn");
                assertFalse(turn.path("ask").path("taps").asBoolean());
            }
            confirm(running, LocalDate.now().minusMonths(13), true);
            assertTrue(log.text().contains("not confirmed any more"), log.text());
            try (Client client = running.begun()) {
                String frame =
                        "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"1.talk/mood\",\"text\":\"7\"}";
                assertRefused(client.send(frame).next("problem"));
            }
        }
    }

    @Test
    void unlessItIsAskedForNothingIsClosed() throws Exception {
        try (Running running = new Running(folder);
                Client client = running.begun()) {
            assertFalse(ready(running).path("onlyTaps").asBoolean(true));
            JsonNode turn =
                    client.send(
                                    "{\"type\":\"answer\",\"id\":\"f2\",\"to\":\"1.talk/mood\",\"text\":\"7\"}")
                            .next("turn");
            assertFalse(turn.path("ask").has("taps"));
        }
    }

    @Test
    void plainPagesHaveNoFieldForWordsAndTakeNone() throws Exception {
        try (Running running = required();
                PlainVisitor visitor = new PlainVisitor(running.port(), "talk")) {
            visitor.begin();
            assertNoField(visitor);
            var skip = visitor.filled("Skip");
            skip.removeIf(field -> List.of("do", "kind", "line").contains(field.name()));
            skip.addAll(
                    List.of(
                            new PlainVisitor.Field("do", "write"),
                            new PlainVisitor.Field("kind", "written"),
                            new PlainVisitor.Field("line", WORDS)));
            visitor.send(skip);
            assertTrue(visitor.shows(NOT_HERE), visitor.answer().body());
            visitor.press("Skip");
            assertEquals("Which is it?", visitor.question());
            assertNoField(visitor);
            visitor.press("Something else");
            assertEquals("Can you put it in words?", visitor.question());
            assertTrue(visitor.shows(NOT_HERE));
            assertNoField(visitor);
            var words = visitor.filled("Skip");
            words.removeIf(field -> field.name().equals("do"));
            words.addAll(
                    List.of(
                            new PlainVisitor.Field("do", "answer"),
                            new PlainVisitor.Field("kind", "written"),
                            new PlainVisitor.Field("line", WORDS)));
            visitor.send(words);
            assertEquals("Can you put it in words?", visitor.question());
            assertTrue(visitor.shows(NOT_HERE), visitor.answer().body());
            while (!visitor.question().isEmpty()) {
                visitor.press("Skip");
            }
            assertFalse(visitor.shows(WORDS));
        }
    }

    private static void assertNoField(PlainVisitor visitor) {
        assertFalse(visitor.answer().body().contains("<textarea"), visitor.answer().body());
        assertFalse(visitor.shows("Write it instead"));
    }

    // ---- in a browser

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void asked(Page page, String question) {
        page.locator(".guide.question").getByText(question).waitFor();
        page.locator(".place form.ask:visible").waitFor();
    }

    private static Page begun(BrowserContext context, Running running) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + running.port() + "/chat/talk");
        button(page, "Yes, use my answers for this talk").click();
        asked(page, "How heavy do things feel?");
        return page;
    }

    @Test
    void theWidgetHasNoFieldForWordsUntilTheListIsConfirmed() throws Exception {
        try (Running running = required();
                BrowserContext context =
                        Browsers.context(
                                new Browser.NewContextOptions().setViewportSize(360, 740))) {
            Page page = begun(context, running);
            assertEquals(0, button(page, "Write it instead").count());
            button(page, "Skip").click();
            asked(page, "Which is it?");
            assertEquals(0, button(page, "Write it instead").count());
            button(page, "Something else").click();
            asked(page, "Can you put it in words?");
            page.getByText(NOT_HERE).waitFor();
            assertEquals(0, page.locator("textarea, input[type=text]").count());
            assertEquals(List.of(), Axe.violations(page));
            button(page, "Skip").click();
            asked(page, "Since which day?");
            button(page, "Skip").click();
            asked(page, "Name some small things.");
            assertEquals(0, page.locator("textarea, input[type=text]").count());
            for (String next : List.of("Where?", "How many years?")) {
                button(page, "Skip").click();
                asked(page, next);
            }
            button(page, "Skip").click();
            page.locator(".place form.ask")
                    .waitFor(
                            new Locator.WaitForOptions()
                                    .setState(
                                            com.microsoft.playwright.options.WaitForSelectorState
                                                    .DETACHED));
            confirm(running, LocalDate.now(), false);
            Page open = begun(context, running);
            assertTrue(button(open, "Write it instead").isVisible());
        }
    }
}
