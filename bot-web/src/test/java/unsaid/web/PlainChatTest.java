package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.PlainVisitor.Field;
import unsaid.web.http.form.Form;

/// The talk without scripts, on the real server by a real client.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainChatTest {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final String WORDS = "MySecretWords";
    private static final String GONE =
            "That conversation is no longer there. We can begin a new one.";
    private static final String LATE = "That question was answered already. Here is where we are.";

    private final Heard heard = new Heard();
    private Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Logging.bridge();
        running =
                new Running(
                        folder,
                        "--rate.starts.burst=1000",
                        "--rate.codes.burst=100",
                        "--metrics.port=0",
                        "--http.form=8192");
    }

    @AfterAll
    void stop() {
        running.close();
        heard.close();
    }

    private PlainVisitor visitor() {
        return new PlainVisitor(running.port(), "talk");
    }

    private static List<Field> fields(String... all) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            fields.add(new Field(all[i], all[i + 1]));
        }
        return fields;
    }

    /// Answers everything that the talk asks.
    private static void answerAll(PlainVisitor visitor, String words) throws Exception {
        visitor.answer(fields("line", "7"));
        assertEquals("Which is it?", visitor.question());
        visitor.press("Send", "w.other", words);
        assertEquals("Can you put it in words?", visitor.question());
        visitor.press("Send", "line", words + "\r\n<b>two</b> lines & more");
        assertEquals("Since which day?", visitor.question());
        visitor.press("Send", "line", "2024-02-29");
        assertEquals("Name some small things.", visitor.question());
        visitor.press("Done", "line", "tea", "line", " ", "line", "walks");
        assertEquals("Where?", visitor.question());
        visitor.press("Continue", "v", "home", "v", "out");
        assertEquals("How many years?", visitor.question());
        visitor.press("Send", "line", " 12 ");
        assertEquals("Which first?", visitor.question());
        visitor.press("Continue", "line", "\"walks\"", "line", "\"tea\"");
        assertEquals("Whose is it?", visitor.question());
        visitor.press("Continue", "pile.\"walks\"", "mine", "pile.\"tea\"", "ours");
    }

    @Test
    void aTalkGoesFromTheChatsPageToItsSummary() throws Exception {
        try (PlainVisitor visitor = visitor().open()) {
            assertTrue(visitor.shows("May I use your answers for that?"));
            visitor.press("Yes, use my answers for this talk");
            assertEquals(List.of("Hello."), visitor.says());
            assertEquals("How heavy do things feel?", visitor.question());
            answerAll(visitor, "the long silence");
            assertEquals(
                    List.of("You wrote: the long silence\n<b>two</b> lines & more"),
                    visitor.says());
            assertTrue(visitor.shows("Words"));

            var card = visitor.press("Save").answer();
            assertEquals(
                    "attachment; filename=\"notes.txt\"",
                    card.headers().firstValue("Content-Disposition").orElse(""));
            assertTrue(
                    card.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
            String saved = card.body().replace("\r\n", "\n");
            assertTrue(saved.contains("Words\nthe long silence\n<b>two</b>"), saved);

            visitor.press("See or save");
            assertTrue(visitor.shows("What you wrote"));
            assertTrue(visitor.shows("the long silence"));
            String text = visitor.press("Save as text").answer().body();
            assertTrue(text.contains("Which is it?\nthe long silence\n"), text);
            String json = visitor.press("Save as JSON").answer().body();
            assertEquals(9, Client.read(json).path("answers").size(), json);
        }
    }

    @Test
    void everyAnswerStaysInSightAndCanBeChanged() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            visitor.answer(fields("line", "7"));
            visitor.press("A fear");
            assertEquals(List.of("You: A fear"), List.of(visitor.texts("visitor").getLast()));
            visitor.press("Change");
            assertEquals("How heavy do things feel?", visitor.question());
            assertEquals("7", visitor.value("line"));
            visitor.answer(fields("line", "3"));
            assertEquals("Can you put it in words?", visitor.question());
            visitor.press("Back");
            assertEquals("Which is it?", visitor.question());
        }
    }

    @Test
    void aFormThatComesTwiceCountsOnceAndGetsTheSamePage() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            String token = visitor.value("token");
            assertEquals(token, visitor.again().value("token"));
            visitor.answer(fields("line", "7"));
            assertEquals("Which is it?", visitor.again().question());
            visitor.press("A hope");
            visitor.press("Back");
            assertEquals("Which is it?", visitor.question());
            assertEquals("Which is it?", visitor.again().question());
            visitor.press("Back");
            assertEquals("How heavy do things feel?", visitor.question());
        }
    }

    @Test
    void startingTwiceAtOnceIsOneTalk() throws Exception {
        try (PlainVisitor one = visitor().open();
                PlainVisitor two = visitor()) {
            List<Field> yes = one.filled("Yes, use my answers for this talk");
            var sent =
                    java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                        try {
                            return two.send(yes).question();
                        } catch (Exception e) {
                            return e.toString();
                        }
                    });
            one.send(yes);
            assertEquals("How heavy do things feel?", sent.get());
            assertEquals("How heavy do things feel?", one.question());
            one.answer(fields("line", "7"));
            assertEquals("Which is it?", two.again().question());
        }
    }

    @Test
    void whatComesFromAnEarlierPageChangesNothing() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            List<Field> other = visitor.filled("Skip");
            visitor.answer(fields("line", "7"));
            List<Field> back = visitor.filled("Back");
            List<Field> again = visitor.filled("Start again");
            visitor.press("A fear");
            for (List<Field> old : List.of(other, back, again)) {
                visitor.send(old);
                assertEquals("Can you put it in words?", visitor.question());
                assertTrue(visitor.shows(LATE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aTokenOfNobodyIsUnknown(String token) throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            for (String label : new String[] {"Skip", "See or save", "Keep for later"}) {
                List<Field> fields = new ArrayList<>(visitor.filled(label));
                fields.replaceAll(
                        field -> field.name().equals("token") ? new Field("token", token) : field);
                try (PlainVisitor stranger = visitor()) {
                    stranger.send(fields);
                    assertTrue(stranger.shows(GONE), label);
                    assertTrue(stranger.shows("May I use your answers for that?"));
                    assertNotEquals(visitor.value("token"), stranger.value("token"));
                }
            }
        }
    }

    @Test
    void whatCannotBeTakenStaysInItsFieldWithAKindWord() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            visitor.press("Continue");
            assertEquals(List.of("Choose one to go on."), visitor.texts("problem"));
            visitor.press("Continue", "line", "7");
            visitor.press("A fear").press("Skip");
            visitor.press("Send", "line", "not a day");
            assertEquals("Since which day?", visitor.question());
            assertEquals("not a day", visitor.value("line"));
            visitor.press("Skip");
            visitor.press("Done", "line", "tea", "line", "x".repeat(1_000));
            assertEquals("Name some small things.", visitor.question());
            assertEquals("tea", visitor.value("line"));
            assertFalse(visitor.texts("problem").isEmpty());
            visitor.press("Done", "line", "tea", "line", "walks");
            visitor.press("Skip");
            visitor.press("Send", "line", "a dozen");
            assertEquals(List.of("Please write a number."), visitor.texts("problem"));
            assertEquals("a dozen", visitor.value("line"));
            visitor.press("Send", "line", "120");
            assertEquals("120", visitor.value("line"));
            visitor.press("Send", "line", "12");
            visitor.press("Continue", "line", "1", "line", "1");
            assertEquals(List.of("Each one needs a place."), visitor.texts("problem"));
        }
    }

    @Test
    void theAuthorsWordsForAnAnswerThatDoesNotFitComeInTurn() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            visitor.answer(fields("line", "7"));
            List<Field> first = visitor.filled("A fear");
            first.replaceAll(field -> field.name().equals("v") ? new Field("v", "z") : field);
            visitor.send(first);
            assertEquals(List.of("Pick one of the two."), visitor.texts("problem"));
            visitor.again();
            assertEquals(List.of("Pick one of the two."), visitor.texts("problem"));
            List<Field> second = visitor.filled("A fear");
            second.replaceAll(field -> field.name().equals("v") ? new Field("v", "y") : field);
            visitor.send(second);
            assertEquals(List.of("Either will do."), visitor.texts("problem"));
        }
    }

    @Test
    void aTappedQuestionCanBeAnsweredInWords() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            visitor.answer(fields("line", "7"));
            visitor.write("qwrtz");
            assertEquals("Which is it?", visitor.question());
            assertEquals("qwrtz", visitor.value("line"));
            visitor.write(" ");
            assertFalse(visitor.texts("problem").isEmpty());
            visitor.write("a hope");
            assertEquals("Can you put it in words?", visitor.question());
        }
    }

    @Test
    void whoLeavesFindsABlankPageAndLeavesNothing() throws Exception {
        try (PlainVisitor visitor = visitor().begin();
                HttpClient http = HttpClient.newHttpClient()) {
            visitor.answer(fields("line", "7"));
            List<Field> back = visitor.filled("Back");
            visitor.press("Leave");
            assertEquals(303, visitor.answer().statusCode());
            String to = visitor.answer().headers().firstValue("Location").orElse("");
            URI left = visitor.answer().uri().resolve(to);
            var blank =
                    http.send(
                            HttpRequest.newBuilder(left).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertTrue(blank.body().contains("content=\"0; url=https://www.wikipedia.org/\""));
            assertFalse(blank.body().contains("talk"));
            visitor.send(back);
            assertTrue(visitor.shows(GONE));
        }
    }

    @Test
    void aTalkThatIsKeptIsFoundAgainByItsCode() throws Exception {
        try (PlainVisitor visitor = visitor().begin();
                PlainVisitor later = visitor().open()) {
            visitor.answer(fields("line", "7"));
            visitor.press("Keep for later").press("Yes, keep it for later");
            String code = visitor.texts("code").getFirst();
            assertEquals(List.of(code), visitor.again().texts("code"));
            visitor.press("Back to the conversation").press("Leave");
            assertEquals(303, visitor.answer().statusCode());

            later.send(later.filled("Yes, use my answers for this talk", "code", code));
            assertTrue(later.shows("Shall we go on, or begin anew?"));
            assertFalse(later.shows("Which is it?"));
            later.press("Go on");
            assertEquals("Which is it?", later.question());
            later.press("Keep for later").press("Show a new code");
            assertNotEquals(List.of(code), later.texts("code"));
            later.press("Do not keep");
            assertTrue(later.shows("It is not kept any more."));
        }
    }

    @Test
    void aWrongCodeBeginsATalkAsWithoutOne() throws Exception {
        try (PlainVisitor visitor = visitor().open()) {
            visitor.send(
                    visitor.filled("Yes, use my answers for this talk", "code", "0000-0000-0000"));
            assertEquals("How heavy do things feel?", visitor.question());
        }
    }

    @Test
    void erasingAsksOnceMoreAndThenNothingIsLeft() throws Exception {
        try (PlainVisitor visitor = visitor().begin()) {
            visitor.answer(fields("line", "7"));
            List<Field> look = visitor.filled("See or save");
            visitor.press("Erase everything").press("Erase everything");
            assertTrue(visitor.shows("Everything from this conversation is erased."));
            assertTrue(visitor.send(look).shows(GONE));
        }
    }

    @Test
    void aTalkThatErasesItselfSaysItsLastWords() throws Exception {
        try (PlainVisitor visitor = new PlainVisitor(running.port(), "erasing").begin()) {
            visitor.press("Yes");
            assertEquals(List.of("Nothing has been kept."), visitor.says());
        }
    }

    @Test
    void whoSaysNoIsToldThatNothingIsKept() throws Exception {
        long before = running.server().conversations();
        try (PlainVisitor visitor = visitor().open().press("No")) {
            assertTrue(visitor.shows("That is fine. Nothing has been kept."));
            assertEquals(before, running.server().conversations());
        }
    }

    @Test
    void everyPageHasHelpAndLeaveAndKeepsToItself() throws Exception {
        try (PlainVisitor visitor = visitor().open()) {
            List<String> labels =
                    List.of(
                            "Yes, use my answers for this talk",
                            "Skip",
                            "See or save",
                            "Back to the conversation",
                            "Keep for later",
                            "Yes, keep it for later",
                            "Back to the conversation",
                            "Erase everything",
                            "Erase everything");
            for (String label : labels) {
                visitor.press(label);
                assertTrue(visitor.shows("Call your local emergency number."), label);
                visitor.filled("Leave");
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                visitor.answer()
                        .headers()
                        .map()
                        .forEach((name, values) -> headers.put(name, values.getFirst()));
                assertEquals("no-store", headers.get("Cache-Control"));
                assertEquals("no-referrer", headers.get("Referrer-Policy"));
                assertFalse(headers.containsKey("Set-Cookie"));
                String policy = headers.getOrDefault("Content-Security-Policy", "");
                assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
                assertTrue(policy.contains("form-action 'self'"), policy);
                assertFalse(policy.contains("script-src"), policy);
                assertFalse(policy.contains("unsafe"), policy);
                String body = visitor.answer().body();
                assertTrue(body.contains("<title>Notes</title>"));
                assertFalse(body.contains("<script"), body);
                assertFalse(body.contains(" style="), body);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403,Origin,https://evil.example",
        "403,Sec-Fetch-Site,cross-site",
        "403,Sec-Fetch-Site,same-site",
        "200,Sec-Fetch-Site,same-origin",
        "200,Sec-Fetch-Site,none",
        "200,Origin,null"
    })
    void aFormOfAnotherSiteIsRefused(int status, String header, String value) throws Exception {
        long before = running.server().conversations();
        try (PlainVisitor visitor = visitor().open()) {
            visitor.filled("Yes, use my answers for this talk");
            visitor.send(visitor.filled("No"));
            String start = visitor.sent().replace("do=decline", "do=start");
            visitor.post(start, "Content-Type", TYPE, header, value);
            assertEquals(status, visitor.answer().statusCode());
            assertEquals(before + (status == 200 ? 1 : 0), running.server().conversations());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,fields",
        "400,name",
        "400,escape",
        "400,bytes",
        "413,body",
        "415,type",
        "415,encoding",
        "404,flow"
    })
    void aFormHasLimits(int status, String which) throws Exception {
        try (PlainVisitor visitor = visitor();
                PlainVisitor nowhere =
                        new PlainVisitor(running.port(), WORDS.toLowerCase(Locale.ROOT))) {
            String[] form = {"Content-Type", TYPE};
            switch (which) {
                case "fields" -> visitor.post(("a=" + WORDS + "&").repeat(Form.FIELDS + 1), form);
                case "name" -> visitor.post("a".repeat(Form.NAME + 1) + "=" + WORDS, form);
                case "escape" -> visitor.post("a=%" + WORDS, form);
                case "bytes" -> visitor.post("a=" + WORDS + "\u00e4", form);
                case "body" -> visitor.post("a=" + "x".repeat(8_192), form);
                case "type" -> visitor.post("a=" + WORDS, "Content-Type", "text/plain");
                case "encoding" -> visitor.post("a=" + WORDS, "Content-Encoding", "gzip");
                default -> nowhere.post("a=" + WORDS, form);
            }
            HttpResponse<String> answer =
                    "flow".equals(which) ? nowhere.answer() : visitor.answer();
            assertEquals(status, answer.statusCode());
            assertFalse(answer.body().contains(WORDS));
        }
        assertFalse(heard.all().contains(WORDS), heard.all());
    }

    @Test
    void aFormJustBelowItsLimitsIsRead() throws Exception {
        try (PlainVisitor visitor = visitor()) {
            visitor.post("a=&".repeat(Form.FIELDS), "Content-Type", TYPE + "; charset=utf-8");
            assertEquals(200, visitor.answer().statusCode());
            visitor.post("a".repeat(Form.NAME) + "=", "Content-Type", TYPE);
            assertEquals(200, visitor.answer().statusCode());
            visitor.post("a=" + "x".repeat(8_190), "Content-Type", TYPE);
            assertEquals(200, visitor.answer().statusCode());
        }
    }

    @Test
    void whoSendsTooFastFindsTheFormAgainAsItWas(@TempDir Path folder) throws Exception {
        try (Running slow =
                        new Running(
                                folder, "--rate.conversation.burst=1", "--rate.conversation=1");
                PlainVisitor visitor = new PlainVisitor(slow.port(), "talk").begin()) {
            for (int i = 0; i < 200 && visitor.answer().statusCode() == 200; i++) {
                visitor.answer(fields("line", "7", "w.z", WORDS));
            }
            assertEquals(429, visitor.answer().statusCode());
            assertEquals(WORDS, visitor.value("w.z"));
            long until = System.nanoTime() + 10_000_000_000L;
            while (visitor.answer().statusCode() == 429 && System.nanoTime() < until) {
                Thread.sleep(200);
                visitor.press("Send again");
            }
            assertEquals("Which is it?", visitor.question());
        }
    }

    @Test
    void nothingThatSomebodyWritesIsLoggedCountedOrInAnAddress() throws Exception {
        try (PlainVisitor visitor = visitor().begin();
                HttpClient http = HttpClient.newHttpClient()) {
            answerAll(visitor, WORDS);
            visitor.press("See or save").press("Save as text");
            visitor.post(
                    "token=" + WORDS + "&do=" + WORDS + "&to=" + WORDS + "&language=" + WORDS,
                    "Content-Type",
                    TYPE);
            visitor.post(WORDS + "=%zz" + WORDS, "Content-Type", TYPE);
            visitor.post(WORDS, "Content-Type", WORDS + "/" + WORDS);
            assertFalse(visitor.answer().headers().toString().contains(WORDS));
            var counts =
                    http.send(
                            HttpRequest.newBuilder(URI.create(running.server().metricsAddress()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertTrue(counts.body().contains("unsaid_frames_total"));
            assertFalse(counts.body().contains(WORDS));
        }
        assertFalse(heard.all().contains(WORDS), heard.all());
    }
}
