package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.flow.Finding;

/// A finding is shown where an author's eye would look for it.
class PlacesTest {
    private static final String FILE =
            """
            { "flow": "test",
              "a/b": { "x~y": 1 },
              "steps": [
                { "id": "mood" },
                { "id": "end",
                  "say": ["one", "two"] } ] }
            """;

    private static String at(String pointer, boolean onKey, int offset) {
        List<Found> found = new ArrayList<>();
        Json json = JsonText.read(FILE, "f.json", found);
        assertNotNull(json);
        assertTrue(found.isEmpty());
        Found at =
                new Places("f.json", json)
                        .of(
                                new Finding(
                                        Finding.Severity.ERROR,
                                        "syntax",
                                        pointer,
                                        onKey,
                                        offset,
                                        "m",
                                        "w"));
        return at.line() + ":" + at.column();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1",
                "/flow|1:11",
                "/steps|3:12",
                "/steps/0|4:5",
                "/steps/0/id|4:13",
                "/steps/1/say/1|6:22",
                "/a~1b|2:10",
                "/a~1b/x~0y|2:19"
            })
    void aPointerHasItsLineAndColumn(String pointer, String place) {
        assertEquals(place, at(pointer, false, -1));
    }

    @Test
    void aFieldsNameIsAPlaceOfItsOwn() {
        assertEquals("4:7", at("/steps/0/id", true, -1));
        assertEquals("2:3", at("/a~1b", true, -1));
    }

    @Test
    void aPlaceInsideATextIsCountedFromItsFirstLetter() {
        assertEquals("4:13", at("/steps/0/id", false, 0));
        assertEquals("4:16", at("/steps/0/id", false, 2));
    }

    @Test
    void whatIsNotThereIsShownAtTheNearestThingAroundIt() {
        assertEquals("4:5", at("/steps/0/answer", false, -1));
        assertEquals("4:5", at("/steps/0/answer/type", true, 5));
        assertEquals("3:12", at("/steps/9", false, -1));
        assertEquals("1:1", at("/nowhere/at/all", false, -1));
    }

    @Test
    void aNameWithASlashIsFoundAtItsOwnPlace() {
        String flow =
                """
                { "flow": "test", "version": 1, "language": "en", "title": "T", "steps": [
                  { "id": "x", "ask": "X?", "answer": { "type": "choice", "options": [
                    { "value": "a", "label": "A", "forms": { "b": "c",
                      "b/d": 7 } } ] } },
                  { "id": "y", "set": { "b": true,
                    "b/d": true } },
                  { "id": "end", "end": "done" } ] }
                """;
        List<String> found =
                Dialogs.read(java.util.Map.of("test/flow.json", flow), Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .filter(Found::isError)
                        .map(each -> each.line() + " " + each.finding().rule())
                        .toList();
        assertEquals(List.of("4 wrong-type", "6 bad-value"), found);
    }
}
