package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.Beside;

/// `unsaid check` on real files.
@Beside
class CheckTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theShippedDialogsHaveNoErrors() throws Exception {
        Shell.Ran ran = new Shell(Path.of("..")).run("check");
        assertFalse(ran.out().contains("  error "), ran.out());
        assertEquals("", ran.errors());
        assertEquals(0, ran.code());
    }

    @Test
    void anErrorIsToldWithItsPlaceAndTheWayOut() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("naming-fears/flow.json", "\"enough\": ", "\"enoug\": ");
        Shell.Ran ran = shell.run("check");
        assertTrue(
                ran.out()
                        .contains(
                                "naming-fears/flow.json:3:56  error unknown-field  \"enoug\" is not known here\n"
                                        + "  did you mean \"enough\"?"),
                ran.out());
        assertFalse(ran.out().contains("\u001B"), ran.out());
        assertEquals(1, ran.code());
    }

    @Test
    void oneFlowCanBeLookedAtByItselfByIdByFolderOrByFile() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("naming-fears/flow.json", "\"enough\": ", "\"enoug\": ");
        assertEquals(0, shell.run("check", "welcome").code());
        assertEquals(1, shell.run("check", "naming-fears").code());
        assertEquals(1, shell.run("check", "dialogs/naming-fears/").code());
        assertEquals(1, shell.run("check", "dialogs/naming-fears/flow.json").code());
        assertEquals(1, shell.run("check", "--dialogs=dialogs", "naming-fears").code());
        assertEquals(1, new Shell(folder.resolve("dialogs")).run("check").code());
        assertEquals(0, new Shell(folder.resolve("dialogs/welcome")).run("check", ".").code());
    }

    @Test
    void anErrorInWhatAllFlowsShareCountsForEach() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.writeString(folder.resolve("dialogs/tone.json"), "{ \"copied\": \"seven\" }");
        Shell.Ran tone = shell.run("check", "welcome");
        assertTrue(tone.out().contains("tone.json:1:"), tone.out());
        assertEquals(1, tone.code());
        Files.delete(folder.resolve("dialogs/tone.json"));
        assertEquals(0, shell.run("check", "welcome").code());
        shell.change("helplines.json", "\"countries\": ", "\"countrys\": ");
        Shell.Ran lines = shell.run("check", "welcome");
        assertTrue(lines.out().contains("helplines.json:"), lines.out());
        assertEquals(1, lines.code());
    }

    @Test
    void whatOnlyWholeTalksShowIsToldWithItsPlace() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.createDirectories(folder.resolve("dialogs/pair"));
        Files.writeString(
                folder.resolve("dialogs/pair/flow.json"),
                """
                {
                  "flow": "pair", "version": 1, "language": "en", "title": "A pair", "enough": "close",
                  "steps": [
                    { "id": "one", "say": ["Do you know that?"] },
                    { "id": "mood", "ask": "How heavy is it?", "answer": { "type": "scale" } },
                    { "id": "close", "say": ["You said {mood}. Thank you."], "end": "done" }
                  ],
                  "texts": { "mood": "nothing" }
                }
                """);
        String together =
                "pair/flow.json:5:5  warning two-questions  \"one\" and \"mood\" ask more than one question at once";
        Shell.Ran ran = shell.run("check", "pair");
        assertTrue(ran.out().contains(together), ran.out());
        assertFalse(shell.run("check", "pair", "--talks=0").out().contains("two-questions"));
        assertFalse(shell.run("check", "welcome").out().contains("two-questions"));
    }

    @Test
    void warningsCountIfTheyAreToCount() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("welcome/flow.json", "\"suggest\": \"naming-fears\"", "\"suggest\": \"none\"");
        assertEquals(0, shell.run("check", "welcome").code());
        assertEquals(1, shell.run("check", "welcome", "--fail-on=warning").code());
        assertEquals(2, shell.run("check", "welcome", "--fail-on=never").code());
    }

    @Test
    void programsGetJsonAndReviewToolsGetSarifWithPathsOfTheProject() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        shell.change("naming-fears/flow.json", "\"enough\": ", "\"enoug\": ");
        Shell.Ran json = shell.run("check", "naming-fears", "--format=json");
        assertEquals(1, json.code());
        JsonNode first = JsonMapper.shared().readTree(json.out()).get(0);
        assertEquals("naming-fears/flow.json", first.path("file").asString());
        assertEquals("unknown-field", first.path("rule").asString());
        assertEquals(3, first.path("line").asInt());
        Shell.Ran sarif = shell.run("check", "naming-fears", "--format=sarif");
        assertEquals(1, sarif.code());
        assertEquals(
                "dialogs/naming-fears/flow.json",
                JsonMapper.shared()
                        .readTree(sarif.out())
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString());
    }

    @Test
    void whatStandsInATextByOthersIsToldWithItsPlaceAndTheTextItIsFrom() throws Exception {
        Shell shell = Shell.withDialogs(folder);
        Files.writeString(
                folder.resolve("article.html"),
                "<p>We said: \u201cThat is <em>enough</em> for today, and\u201d …</p>");
        Files.writeString(
                folder.resolve("buch.txt"), "Und dann: Mehr soll es heute gar nicht sein.");
        shell.change(
                "welcome/flow.json", "\"title\": \"", "\"title\": \"That is enough for today and ");
        shell.change(
                "welcome/flow.de.json",
                "\"to\": \"Wo anfangen\"",
                "\"to\": \"„Mehr soll es heute gar nicht …“\"");
        assertFalse(shell.run("check", "welcome").out().contains("copied"));
        Shell.Ran ran =
                shell.run("check", "welcome", "--original=article.html", "--original=buch.txt");
        assertTrue(
                ran.out()
                        .contains(
                                "warning copied  “That is enough for today and” stands in article.html too\n"
                                        + "  say it in your own words; 6 in a row that are the same are too many"),
                ran.out());
        assertTrue(
                ran.out()
                        .lines()
                        .anyMatch(
                                line -> line.startsWith("welcome/flow.json:2:97  warning copied")),
                ran.out());
        assertTrue(
                ran.out()
                        .lines()
                        .anyMatch(line ->
                                line.startsWith("welcome/flow.de.json:")
                                        && line.endsWith(
                                                "copied  “Mehr soll es heute gar nicht” stands in buch.txt too")),
                ran.out());
        Files.writeString(folder.resolve("dialogs/tone.json"), "{ \"copied\": 7 }");
        assertFalse(
                shell.run("check", "welcome", "--original=article.html").out().contains("copied"));
        Shell.Ran none = shell.run("check", "--original=gone.html");
        assertEquals(2, none.code());
        assertTrue(none.errors().contains("Cannot read gone.html."), none.errors());
    }
}
