package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What an owner offers to read, over the wire and on the pages without scripts.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {
    private static final String READING =
            """
            {"flow": "reading", "version": 1, "language": "en", "title": "Reading", "steps": [
              {"id": "read", "say": ["Hello.",
                {"text": "A <book> & more", "link": "https://example.org/book?a=1&b='2'", "paid": true},
                {"text": "A page", "link": "https://example.org/page"}],
               "ask": "Go on?", "answer": {"type": "yesno"}},
              {"id": "more", "ask": "More?", "answer": {"type": "yesno"}},
              {"id": "last", "ask": "The last?", "answer": {"type": "yesno"}},
              {"id": "end", "end": "done", "erase": true,
               "say": {"text": "All is gone. Read on?", "link": "https://example.org/on", "paid": true}}]}
            """;
    private static final String LINKS =
            "[{\"say\":1,\"href\":\"https://example.org/book?a=1&b='2'\",\"paid\":true},{\"say\":2,\"href\":\"https://example.org/page\"}]";
    private static final String BOOK =
            "<p class=\"guide\"><a href=\"https://example.org/book?a=1&amp;b=&#39;2&#39;\" rel=\"noreferrer noopener\" target=\"_blank\">"
                    + "A &lt;book&gt; &amp; more</a> (paid link)</p>";
    private static final String PAGE =
            "<p class=\"guide\"><a href=\"https://example.org/page\" rel=\"noreferrer noopener\" target=\"_blank\">A page</a></p>";

    private final Heard heard = new Heard();
    private Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Running.write(folder, "reading/flow.json", READING);
        running = new Running(folder, "--rate.starts.burst=1000");
    }

    @AfterAll
    void stop() {
        running.close();
        heard.close();
    }

    @Test
    void aTurnAndTheTranscriptSayWhereTheirTextsLead() throws Exception {
        try (Client client = running.connect()) {
            client.send(
                    "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"reading\",\"language\":\"en\"}");
            client.next("started");
            JsonNode turn = client.next("turn");
            assertEquals(
                    "[\"Hello.\",\"A <book> & more\",\"A page\"]", turn.path("says").toString());
            assertEquals(LINKS, turn.path("links").toString());
            client.send(Client.answer("f2", turn, "\"yes\""));
            JsonNode more = client.next("turn");
            assertFalse(more.has("links"), more::toString);
            client.send(Client.answer("f3", more, "\"yes\""));
            client.next("turn");
            client.send("{\"type\":\"command\",\"id\":\"f4\",\"name\":\"back\"}");
            JsonNode back = client.next("turn");
            assertEquals(LINKS, back.path("history").path(0).path("links").toString());
            assertFalse(back.has("links"), back::toString);
        }
    }

    @Test
    void thePagesWithoutScriptsLinkThereWithoutAReferrer() throws Exception {
        try (PlainVisitor visitor = new PlainVisitor(running.port(), "reading").begin()) {
            String page = visitor.answer().body();
            assertTrue(page.contains(BOOK), page);
            assertTrue(page.contains(PAGE), page);
            String next = visitor.press("Yes").answer().body();
            assertTrue(next.contains(BOOK), next);
            assertTrue(next.contains(PAGE), next);
            String last = visitor.press("Yes").press("Yes").answer().body();
            assertTrue(
                    last.contains(
                            "<a href=\"https://example.org/on\" rel=\"noreferrer noopener\" target=\"_blank\">All is gone. Read on?</a> (paid link)"),
                    last);
            assertFalse(heard.all().contains("example.org"), heard::all);
        }
    }
}
