package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an author reads whose file is no JSON any more.
class BrokenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1~ \"b\": 2}`|1:8 a comma is missing after this|write , here",
                "`{\"a\": \"x\"~ \"b\": 2}`|1:10 a comma is missing after this|write , here",
                "`[\"x\" \"y\"]`|1:5 a comma is missing after this|write , here",
                "`{\"a\": 1,~}`|1:8 this comma stands before a closing }|take the comma out",
                "`[1, 2, ]`|1:6 this comma stands before a closing ]|take the comma out",
                "`{\"a\": 1,, \"b\": 2}`|1:9 two commas|take one of them out",
                "`{\"a\": [1, 2}`|1:12 this } closes nothing: the [ of line 1 is still open|write ] before it",
                "`{\"a\": {\"b\": 1]}`|1:14 this ] closes nothing: the { of line 1|write } before it",
                "`{\"a\": 1~`|1:8 the file ends here, but the { of line 1 is still open|write }",
                "`[1,`|1:4 the file ends here, but the [ of line 1|write ]",
                "`{“a”: 1}`|1:2 this is a curly quote “|straight quote",
                "`{\"a\": „x“}`|1:7 this is a curly quote „|straight quote",
                "`{\"a\": \"he said \"yes\" to it\"}`|1:16 the text ended at this quote|“ and ”",
                "`{'a': 1}`|1:2 texts stand between double quotes|in place of '",
                "`{\"a\" = 1}`|1:6 an equals sign|write : in place",
                "`{\"a\" 1}`|1:5 a colon is missing|write :",
                "`{\"a\": 1; \"b\": 2}`|1:8 a semicolon|write , in place of ;",
                "`{a: 1}`|1:2 this name stands without quotes|\"a\"",
                "`{\"a\": yes}`|1:7 this word stands without quotes|true or false",
                "`{\"a\": soon}`|1:7 this text stands without quotes|\"soon\"",
                "`{\"a\": True}`|1:7 True is written small|write true",
                "`{\"a\": // soon~1}`|1:7 a remark cannot|\"note\"",
                "`{ # soon~\"a\": 1}`|1:3 a remark cannot|\"note\"",
                "`{\"a\": \"x~y\"}`|1:7 the text that begins here is not closed in its line|two texts",
                "`{\"a\": \"x}`|1:7 the text that begins here is never closed|closing",
                "`{\"a\": \"C:\\dir\"}`|1:10 a backslash|\\\\",
                "`{\"a\": 07}`|1:7 this is not how a number|7 or 0.5",
                "`{\"a\": .5}`|1:7 “.” has no meaning here|double quotes",
                "`{\"a\": 1} {`|1:10 the file is complete before this|one too many",
                "`{\"a\": 1}}`|1:9 the file is complete before this|one too many",
                "`{\"a\": }`|1:7 something is missing before this }|write what belongs",
                "`{{\"a\": 1}}`|1:2 here a name is missing before this {|\"steps\"",
                "`[\"a\": 1]`|1:5 a colon stands here, but not after a name|in { }",
                "`{ \u00a0\"a\": 1}`|1:3 an invisible character stands here|type a space",
                "` `|1:2 the file is empty|write a flow"
            })
    void theMessageNamesTheMarkAndTheWayOut(String text, String start, String wayOut) {
        List<Found> found = new ArrayList<>();
        assertNull(JsonText.read(text.replace("~", "\n"), "flow.json", found));
        assertEquals(1, found.size());
        Found one = found.getFirst();
        String told = one.line() + ":" + one.column() + " " + one.finding().message();
        assertTrue(told.startsWith(start), told);
        assertTrue(one.finding().wayOut().contains(wayOut), one.finding().wayOut());
    }

    @Test
    void whereverOneMarkIsTakenOutOrPutInThereIsAMessageOfOurOwn() throws Exception {
        String whole = Files.readString(Path.of("..", "dialogs", "welcome", "flow.json"));
        SplittableRandom chance = new SplittableRandom(7);
        String marks = "{}[]\",:'“\n\\x0 ";
        for (int i = 0; i < 3_000; i++) {
            int at = chance.nextInt(whole.length());
            char mark = marks.charAt(chance.nextInt(marks.length()));
            String broken =
                    chance.nextBoolean()
                            ? whole.substring(0, at) + whole.substring(at + 1)
                            : whole.substring(0, at) + mark + whole.substring(at);
            List<Found> found = new ArrayList<>();
            Json json = JsonText.read(broken, "flow.json", found);
            Broken.Fault fault = Broken.in(broken);
            assertEquals(json == null, fault != null, "change " + i + ": " + found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1252"})
    void aFileInAnotherEncodingIsAFindingThatNamesTheFile(String name, @TempDir Path folder)
            throws Exception {
        Path file = Files.createDirectories(folder.resolve("talk")).resolve("flow.json");
        Files.write(
                file, "{\"flow\": \"talk\", \"title\": \"Schön\"}".getBytes(Charset.forName(name)));
        List<Found> found = Dialogs.load(folder).findings();
        Found one =
                found.stream()
                        .filter(each -> each.finding().rule().equals("not-json"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("talk/flow.json", one.file());
        assertTrue(one.finding().wayOut().contains("UTF-8"), one.toString());
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        byte[] marked = "\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
        List<Found> found = new ArrayList<>();
        assertNotNull(
                JsonText.read(new String(marked, StandardCharsets.UTF_8), "flow.json", found));
        assertEquals(List.of(), found);
    }

    @Test
    void whatIsTooDeepIsToldAsALimitHoweverDeepItIsAndHoweverItEnds() {
        for (String text :
                List.of(
                        "[".repeat(70) + "]".repeat(70),
                        "[".repeat(61) + "1, 2",
                        "[".repeat(500_000),
                        "{\"a\":".repeat(500_000) + "x")) {
            List<Found> found = new ArrayList<>();
            assertNull(JsonText.read(text, "flow.json", found));
            assertTrue(
                    found.getFirst().finding().message().contains("60 brackets within each other"),
                    found.toString());
        }
    }

    @Test
    void whatIsJustNotTooDeepIsToldAsWhatItIs() {
        List<Found> found = new ArrayList<>();
        assertNull(JsonText.read("[".repeat(60) + "1 2", "flow.json", found));
        assertTrue(found.getFirst().finding().message().contains("a comma"), found.toString());
    }
}
