package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An author learns of every mistake at once, each with its place and the way out.
class FindingsTest {
    private static Dialogs.Loaded read(String flow) {
        return Dialogs.read(Map.of("test/flow.json", flow), Dialogs.PRIVACY);
    }

    private static List<String> errors(String flow) {
        return read(flow).findings().stream()
                .filter(Found::isError)
                .map(found -> found.line() + " " + found.finding().rule())
                .toList();
    }

    @Test
    void sixDifferentMistakesGetSixFindingsAtTheirLinesInOneGo() {
        String flow =
                """
                { "flow": "test", "version": 1, "language": "en", "title": "Six mistakes",
                  "steps": [
                    { "id": "mood", "ask": "How heavy?", "anwser": 1, "answer": { "type": "scale" },
                      "next": [
                        { "if": "mood is tense", "go": "end" },
                        { "if": "modd > 5", "go": "end" },
                        { "else": "ende" } ] },
                    { "id": "kind", "ask": "Which?",
                      "answer": { "type": "choise", "options": [] } },
                    { "id": "end", "end": "done",
                      "say": "Thank you, {mod}.",
                      "end": "paused" }
                  ] }
                """;
        assertEquals(
                List.of(
                        "3 unknown-field",
                        "5 unknown-name",
                        "6 unknown-name",
                        "7 target-missing",
                        "9 bad-value",
                        "11 unknown-name",
                        "12 duplicate-key"),
                errors(flow));
        assertNull(read(flow).library());
    }

    @Test
    void aFindingTellsPlaceFindingAndWayOut() {
        Found found =
                read(
                                """
                                { "flow": "test", "version": 1, "language": "en", "title": "T",
                                  "steps": [ { "id": "mood", "say": "Hm.", "next": "name-feer" },
                                             { "id": "name-fear", "end": "done" } ] }
                                """)
                        .findings()
                        .stream()
                        .filter(Found::isError)
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                """
                test/flow.json:2:52  error target-missing  leads to "name-feer", and no step has that id
                  did you mean "name-fear"?\
                """,
                found.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"id\":\"a\",\"say\":\"x\"}`|falls-off",
                "`{\"id\":\"a\",\"say\":\"x\",\"next\":\"a\"}`|loop-without-question",
                "`{\"id\":\"a\",\"ask\":\"x\",\"answer\":{\"type\":\"yesno\"},\"next\":\"a\"}`|no-end",
                "`{\"id\":\"a\",\"say\":\"x\"},{\"id\":\"a\",\"end\":\"done\"}`|duplicate-id",
                "`{\"id\":\"A b\",\"end\":\"done\"}`|bad-value",
                "`{\"say\":\"x\",\"end\":\"done\"}`|missing-field",
                "`{\"id\":\"a\",\"end\":\"done\",\"ask\":\"x\"}`|two-kinds",
                "`{\"id\":\"a\"},{\"id\":\"e\",\"end\":\"done\"}`|no-kind",
                "`{\"id\":\"a\",\"end\":7}`|wrong-type",
                "`{\"id\":\"a\",\"say\":\"x\",\"next\":[{\"if\":\"coupleLocked\",\"go\":\"e\"}]},{\"id\":\"e\",\"end\":\"done\"}`|no-else",
                "`{\"id\":\"a\",\"set\":{\"coupleLocked\":false}},{\"id\":\"e\",\"end\":\"done\"}`|safety-weakened",
                "`{\"id\":\"a\",\"ask\":\"x\",\"answer\":{\"type\":\"text\"},\"scan\":false},{\"id\":\"e\",\"end\":\"done\"}`|safety-weakened",
                "`{\"id\":\"a\",\"each\":\"minor\",\"as\":\"b\",\"steps\":[{\"id\":\"c\",\"say\":\"x\"}]},{\"id\":\"e\",\"end\":\"done\"}`|not-a-list",
                "`{\"id\":\"a\",\"call\":\"nowhere\"},{\"id\":\"e\",\"end\":\"done\"}`|flow-missing",
                "`{\"id\":\"a\",\"if\":\"country + 1\",\"end\":\"done\"}`|type-mismatch",
                "`{\"id\":\"a\",\"say\":\"{a, plural, one {x}}\"},{\"id\":\"e\",\"end\":\"done\"}`|unknown-name",
                "`{\"id\":\"a\",\"say\":\"{country, select, gb {x}}\"},{\"id\":\"e\",\"end\":\"done\"}`|syntax",
                "`{\"id\":\"a\",\"say\":\"a { b\"},{\"id\":\"e\",\"end\":\"done\"}`|syntax"
            })
    void everyKindOfMistakeIsFoundByItsRule(String steps, String rule) {
        List<String> rules =
                read(
                                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":["
                                        + steps
                                        + "]}")
                        .findings()
                        .stream()
                        .filter(Found::isError)
                        .map(found -> found.finding().rule())
                        .toList();
        assertTrue(rules.contains(rule), rules.toString());
    }

    @Test
    void whatIsNotJsonIsToldAtTheLineWhereItStopsBeingJson() {
        List<Found> found =
                read("{ \"flow\": \"test\",\n  \"steps\": [ } ]\n}").findings().stream()
                        .filter(Found::isError)
                        .toList();
        assertEquals("not-json", found.getFirst().finding().rule());
        assertEquals(2, found.getFirst().line());
    }

    @Test
    void aFlowThatCannotBeReadIsToldOnceAndNotAgainByItsTalksAndTranslations() {
        List<String> errors =
                Dialogs.read(
                                Map.of(
                                        "test/flow.json",
                                        "{\"flow\": \"test\" \"version\": 1}",
                                        "test/flow.de.json",
                                        "{\"flow\": \"test\", \"language\": \"de\", \"texts\": {}}",
                                        "test/a.test.json",
                                        "{\"test\": \"a\", \"flow\": \"test\", \"talk\": [{\"choose\": \"yes\"}]}"),
                                Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .filter(Found::isError)
                        .map(found -> found.file() + " " + found.finding().rule())
                        .toList();
        assertEquals(List.of("test/flow.json not-json"), errors);
    }

    @Test
    void anUnknownSafetyStepAndAMissingOneAreErrors() {
        List<String> rules =
                Dialogs.read(
                                Map.of(
                                        "safety/flow.json",
                                        "{\"flow\":\"safety\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":[{\"id\":\"menu\",\"end\":\"done\"}]}"),
                                Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .map(found -> found.finding().rule())
                        .toList();
        assertTrue(rules.contains("safety-weakened"), rules.toString());
    }

    @Test
    void whateverIsInAFileNoExceptionEscapes() throws Exception {
        String good =
                java.nio.file.Files.readString(
                        java.nio.file.Path.of("..", "dialogs", "naming-fears", "flow.json"));
        SplittableRandom chance = new SplittableRandom(7);
        String signs = "{}[]\",:0truenul\\ \n\u0000é";
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int edits = 1 + chance.nextInt(4); edits > 0; edits--) {
                int at = chance.nextInt(text.length());
                switch (chance.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, signs.charAt(chance.nextInt(signs.length())));
                    default -> text.setCharAt(at, signs.charAt(chance.nextInt(signs.length())));
                }
            }
            read(text.toString());
        }
    }
}
