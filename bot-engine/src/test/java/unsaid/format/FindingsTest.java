package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.dialogs.Shipped;

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
                      "answer": { "type": "choise", "options": [ { "value": "a", "label": "A" } ] } },
                    { "id": "end", "end": "done",
                      "say": "Thank you, {mod}.",
                      "end": "paused" }
                  ] }
                """;
        assertEquals(
                List.of(
                        "3 unknown-field",
                        "5 type-mismatch",
                        "6 unknown-name",
                        "7 target-missing",
                        "9 bad-value",
                        "11 unknown-name",
                        "12 duplicate-key"),
                errors(flow));
        assertNull(read(flow).library());
    }

    @Test
    void aTopicThatNobodyHelpsWithIsToldInAFlowATestAndTheList() throws IOException {
        String meant = " did you mean \"partner_abuse\"?";
        Map<String, String> files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        files.compute("welcome/flow.json", (_, text) -> spoiled(text));
        files.put(
                "welcome/cards.test.json",
                """
                { "test": "A card", "flow": "welcome", "talk": [], "expect": { "helplines": "partner_abus" } }
                """);
        assertEquals(
                List.of("welcome/cards.test.json" + meant, "welcome/flow.json" + meant),
                waysOut(files));
        files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        files.compute("helplines.json", (_, text) -> spoiled(text));
        assertEquals(List.of("helplines.json" + meant), waysOut(files));
    }

    @Test
    void aHomeThatIsNoneOfTheCountriesIsToldOnItsLine() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        files.compute(
                "helplines.json",
                (_, text) ->
                        Objects.requireNonNull(text)
                                .replace("\"home\": \"gb\"", "\"home\": \"uk\""));
        List<Found> found =
                Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                        .filter(each -> each.file().equals("helplines.json"))
                        .filter(Found::isError)
                        .toList();
        assertEquals(1, found.size(), found.toString());
        assertEquals(2, found.getFirst().line());
        assertTrue(found.getFirst().finding().message().contains("none of the countries"));
        assertTrue(found.getFirst().finding().wayOut().startsWith("write one of gb, "));
    }

    @Test
    void anOwnersOwnTopicIsOne() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        for (String file : List.of("helplines.json", "welcome/flow.json")) {
            files.compute(
                    file,
                    (_, text) ->
                            Objects.requireNonNull(text)
                                    .replaceFirst("\"partner_abuse\"", "\"drinking\""));
        }
        assertEquals(List.of(), waysOut(files));
    }

    private static List<String> waysOut(Map<String, String> files) {
        return Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                .filter(Found::isError)
                .map(found -> found.file() + " " + found.finding().wayOut())
                .toList();
    }

    private static String spoiled(@Nullable String text) {
        return Objects.requireNonNull(text).replaceFirst("\"partner_abuse\"", "\"partner_abus\"");
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

    private static List<String> of(Map<String, String> files) {
        return Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                .filter(found -> !found.finding().rule().equals("no-helplines"))
                .map(found ->
                        found.file()
                                + " "
                                + found.finding().rule()
                                + ": "
                                + found.finding().message()
                                + "; "
                                + found.finding().wayOut())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good/flows.json|rename it to flow.json",
                "good/Flow.json|rename it to flow.json",
                "good/flow.json.txt|rename it to flow.json",
                "good/flow.JSON|rename it to flow.json",
                "good/flow (1).json|rename it to flow.json",
                "good/flow|rename it to flow.json",
                "good/flow.txt|rename it to flow.json",
                "good/week.tests.json|rename it to week.test.json",
                "good/week_test.json|rename it to week.test.json",
                "good/Week.Test.json|rename it to week.test.json",
                "good/flow-de.json|rename it to flow.de.json",
                "good/talk.json|call it flow.json, flow.de.json for a translation, or something.test.json",
                "flow.json|make a folder named like the flow, and put it there as flow.json",
                "good/old/flow.json|put it into a folder that stands in the folder of dialogs itself",
                "helpline.json|here stand helplines.json and tone.json"
            })
    void aFileOfAWrongNameOrInAWrongPlaceIsToldOnceWithTheRightOne(String file, String wayOut) {
        List<String> found =
                of(
                        Map.of(
                                file,
                                "",
                                "good/a.test.json",
                                "{\"test\": \"a\", \"flow\": \"other\", \"talk\": []}",
                                "other/flow.json",
                                "{\"flow\":\"other\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":[{\"id\":\"a\",\"end\":\"done\"}],\"review\":{\"by\":\"N\",\"on\":\"2026-01-01\",\"readers\":[{\"name\":\"R\",\"lived\":true},{\"name\":\"S\"}]}}"));
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.getFirst().startsWith(file + " not-read: "), found.toString());
        assertTrue(found.getFirst().contains(wayOut), found.toString());
    }

    @Test
    void notesPicturesAndHiddenFilesMayLieAmongTheDialogs() {
        assertEquals(
                List.of(),
                of(
                        Map.of(
                                "good/notes.md", "",
                                "good/a.png", "",
                                "README.md", "",
                                ".vscode/settings.json", "",
                                "good/.flow.json.swp", "",
                                "good/flow.json.tmp", "",
                                "flow.schema.json", "")));
    }

    @Test
    void aFlowIsCalledLikeItsFolder() {
        String flow =
                "{\"flow\":\"%s\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":[{\"id\":\"a\",\"end\":\"done\"}],\"review\":{\"by\":\"N\",\"on\":\"2026-01-01\",\"readers\":[{\"name\":\"R\",\"lived\":true},{\"name\":\"S\"}]}}";
        assertEquals(
                List.of(
                        "one-good-thing/flow.json flow-misnamed: the flow is called \"one-god-thing\", and its folder \"one-good-thing\"; write \"flow\": \"one-good-thing\", or rename the folder to \"one-god-thing\""),
                of(Map.of("one-good-thing/flow.json", flow.formatted("one-god-thing"))));
        assertEquals(
                List.of(
                        "copy/flow.json flow-misnamed: the flow is called \"first\", and its folder \"copy\"; there is a folder \"first\" too; write \"flow\": \"copy\""),
                of(
                        Map.of(
                                "copy/flow.json", flow.formatted("first"),
                                "first/flow.json", flow.formatted("first"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"type\":\"number\",\"unit\":\"times {x}\"}`",
                "`{\"type\":\"text\",\"placeholder\":\"Dear {x}\"}`",
                "`{\"type\":\"list\",\"another\":\"More than {x}?\"}`",
                "`{\"type\":\"scale\",\"labels\":{\"0\":\"like {x}\"}}`"
            })
    void whereNothingIsFilledInAPlaceholderIsAMistake(String answer) {
        List<String> errors =
                errors(
                        "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":[{\"id\":\"a\",\"ask\":\"x\",\"answer\":"
                                + answer
                                + "},{\"id\":\"e\",\"end\":\"done\"}]}");
        assertEquals(List.of("1 syntax"), errors);
    }

    @Test
    void aNamedTextWithoutCasesIsShownWhereItIsNamed() {
        assertEquals(
                List.of(),
                errors(
                        "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"texts\":{\"greeting\":\"Good day.\"},\"steps\":[{\"id\":\"a\",\"say\":\"{greeting}\"},{\"id\":\"e\",\"end\":\"done\"}]}"));
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
    void aCommandThatATestCannotGiveIsToldWithTheOneThatWasMeant() {
        List<String> found =
                Dialogs.read(
                                Map.of(
                                        "test/a.test.json",
                                        "{\"test\": \"a\", \"flow\": \"test\", \"talk\": [{\"do\": \"skipp\"}]}"),
                                Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .map(Found::toString)
                        .filter(each -> each.contains("skipp"))
                        .toList();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.getFirst().contains("did you mean \"skip\"?"), found.toString());
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
