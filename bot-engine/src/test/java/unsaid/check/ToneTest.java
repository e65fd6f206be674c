package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.format.Dialogs;

/// What a flow's tone is measured by.
class ToneTest {
    private static List<String> rules(String tone, String... steps) {
        String flow =
                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":["
                        + String.join(",", steps)
                        + ",{\"id\":\"end\",\"end\":\"done\"}]}";
        return Dialogs.read(Map.of("test/flow.json", flow, "tone.json", tone), Dialogs.PRIVACY)
                .findings()
                .stream()
                .map(found -> found.finding().rule())
                .filter(rule -> !Set.of("no-helplines", "unreviewed").contains(rule))
                .toList();
    }

    private static String say(String text) {
        return "{\"id\":\"a\",\"say\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "the, 1",
        "fear, 1",
        "people, 2",
        "table, 2",
        "little, 2",
        "over, 2",
        "something, 2",
        "quiet, 2",
        "silence, 2",
        "client, 2",
        "argument, 3",
        "relationship, 4",
        "wanted, 2",
        "looked, 1",
        "agreed, 2",
        "needed, 2",
        "boxes, 2",
        "names, 1",
        "trying, 2",
        "being, 2",
        "understand, 3",
        "lonely, 2",
        "family, 3",
        "emergency, 4",
        "helpline, 2",
        "tonight, 2"
    })
    void syllablesAreCounted(String word, int syllables) {
        assertEquals(syllables, Syllables.english(word));
    }

    @Test
    void theGradeIsThatOfFleschAndKincaid() {
        assertEquals(0.39 * 6 / 1 + 11.8 * 6 / 6 - 15.59, english("The cat sat on the mat."), 1e-9);
        assertEquals(
                0.39 * 10 / 2 + 11.8 * 15 / 10 - 15.59,
                english("You can go slowly. Nobody is waiting for an answer."),
                1.2);
        assertTrue(
                english("Interpersonal communication necessitates considerable vulnerability.")
                        > 20);
    }

    private static double english(String text) {
        return Reading.of(List.of(text), Syllables::english).fleschKincaid();
    }

    private static double german(String text) {
        return Reading.of(List.of(text), Syllables::german).wiener();
    }

    @ParameterizedTest
    @CsvSource({
        "angst, 1",
        "nähe, 2",
        "quer, 1",
        "neue, 2",
        "frauen, 2",
        "ruhig, 2",
        "gehen, 2",
        "familie, 4",
        "beziehung, 3",
        "parteien, 3",
        "beeilen, 3",
        "eifersucht, 3",
        "überraschend, 4",
        "situation, 5"
    })
    void syllablesOfGermanWordsAreCounted(String word, int syllables) {
        assertEquals(syllables, Syllables.german(word));
    }

    /// The two texts and their values are those that the library textstat tests its formula with.
    @Test
    void theGermanGradeIsTheFirstWienerSachtextformel() {
        assertEquals(
                3.77,
                german(
                        "Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh."),
                0.01);
        assertEquals(
                13.91,
                german(
                        "Alle Parteien widmen dem Thema rein quantitativ betrachtet nennenswerte Aufmerksamkeit, die Grünen wenig überraschend am meisten."),
                0.01);
        assertEquals(0, german(""));
    }

    @Test
    void formsAndPartsOfEverydayGermanWordsAreEverydayWords() {
        Everyday words = Everyday.german(Set.of("achtsam"));
        for (String word :
                List.of(
                        "ängste",
                        "hörst",
                        "gehört",
                        "aufzuhören",
                        "leichter",
                        "ruhigen",
                        "gesprochen",
                        "hilfetelefon",
                        "lebenszeit",
                        "achtsam",
                        "18")) {
            assertTrue(words.contains(word), word);
        }
        for (String word :
                List.of(
                        "ambivalenz",
                        "resilienz",
                        "dysfunktional",
                        "kommunikationsmuster",
                        "bindungstheorie",
                        "kohärenz",
                        "emotionsregulation",
                        "bindungsmuster",
                        "kognitiv",
                        "intervention",
                        "reflexion",
                        "empathie",
                        "internalisieren",
                        "subtil",
                        "ressourcenorientiert",
                        "validieren",
                        "bewältigungsstrategie")) {
            assertFalse(words.contains(word), word);
        }
    }

    private static List<String> inGerman(String german) {
        String flow =
                """
                { "flow": "test", "version": 1, "language": "en", "title": "T", "steps": [
                  { "id": "a", "say": "Well." },
                  { "id": "end", "end": "done" } ] }
                """;
        String translation =
                """
                { "flow": "test", "language": "de", "review": { "by": "A", "on": "2026-01-31" }, "texts": {
                  "/title": { "from": "T", "to": "T" },
                  "a/say/0": { "from": "Well.", "to": "%s" } } }
                """
                        .formatted(german);
        return Dialogs.read(
                        Map.of("test/flow.json", flow, "test/flow.de.json", translation),
                        Dialogs.PRIVACY)
                .findings()
                .stream()
                .filter(found -> found.file().equals("test/flow.de.json"))
                .map(found -> found.line() + " " + found.finding().rule())
                .toList();
    }

    @Test
    void aTranslationIsHeldAgainstTheToneOfItsLanguage() {
        assertEquals(List.of(), inGerman("Wir können langsam gehen. Du musst nichts sagen."));
        assertEquals(List.of("3 banned-phrase"), inGerman("Du solltest reden."));
        assertEquals(List.of("3 banned-phrase"), inGerman("Alles wird gut."));
        assertEquals(List.of("3 gendered"), inGerman("Deine Frau ist da."));
        assertEquals(List.of("3 no-evidence"), inGerman("Atme tief ein."));
        assertEquals(List.of("3 loud"), inGerman("Wie schön!"));
        assertEquals(List.of("3 reads-badly"), inGerman("Wir können langsam"));
        assertEquals(
                List.of("3 hard-to-read"),
                inGerman(
                                "Partnerschaftliche Kommunikationsschwierigkeiten erfordern beiderseitige Auseinandersetzungsbereitschaft, insbesondere hinsichtlich unausgesprochener Erwartungshaltungen innerhalb langjähriger Beziehungen.")
                        .stream()
                        .filter(one -> one.startsWith("3 hard"))
                        .toList());
        assertEquals(
                List.of("3 bubble-long", "3 sentence-long"),
                inGerman("Du und ich und " + "wir und ".repeat(20) + "du.").stream()
                        .filter(one -> one.endsWith("-long"))
                        .sorted()
                        .limit(2)
                        .toList());
    }

    @Test
    void aGermanLabelThatIsACommandIsTold() {
        String flow =
                """
                { "flow": "test", "version": 1, "language": "en", "title": "T", "steps": [
                  { "id": "a", "ask": "Well?", "answer": { "type": "choice", "options": [
                    { "value": "x", "label": "One" }, { "value": "y", "label": "Two" } ] },
                    "next": [ { "if": "a is x", "go": "end" }, { "else": "end" } ] },
                  { "id": "end", "end": "done" } ] }
                """;
        String translation =
                """
                { "flow": "test", "language": "de", "review": { "by": "A", "on": "2026-01-31" }, "texts": {
                  "/title": { "from": "T", "to": "T" },
                  "a/ask": { "from": "Well?", "to": "Und?" },
                  "a/options/x/label": { "from": "One", "to": "Hilfe" },
                  "a/options/y/label": { "from": "Two", "to": "Zwei" } } }
                """;
        assertEquals(
                List.of("4 label-is-command"),
                Dialogs.read(
                                Map.of("test/flow.json", flow, "test/flow.de.json", translation),
                                Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .filter(found -> found.file().equals("test/flow.de.json"))
                        .map(found -> found.line() + " " + found.finding().rule())
                        .toList());
    }

    @Test
    void aTextIsCutIntoSentencesAndWords() {
        Prose prose = Prose.of("“Don’t know” is a fair answer. Is it? Well-worn words …");
        assertEquals(
                List.of(
                        "don't",
                        "know",
                        "is",
                        "a",
                        "fair",
                        "answer",
                        "is",
                        "it",
                        "well-worn",
                        "words"),
                prose.words());
        assertEquals(List.of(6, 8, 10), prose.ends());
        assertEquals(6, prose.longestSentence());
        assertEquals(1, prose.questions());
    }

    @Test
    void formsOfEverydayWordsAreEverydayWords() {
        Everyday words = Everyday.english(Set.of("grounding"));
        for (String word :
                List.of(
                        "fear",
                        "fears",
                        "looked",
                        "loved",
                        "stopping",
                        "worries",
                        "quietly",
                        "unkind",
                        "can't",
                        "partner's",
                        "well-known",
                        "18",
                        "grounding",
                        "gently")) {
            assertTrue(words.contains(word), word);
        }
        for (String word :
                List.of(
                        "ameliorate",
                        "dichotomy",
                        "attachment-based",
                        "praxis",
                        "reciprocity",
                        "resilience",
                        "validate",
                        "ambivalence",
                        "mitigate",
                        "facilitate",
                        "cognitive",
                        "enmeshment",
                        "codependency",
                        "persist",
                        "narrative")) {
            assertFalse(words.contains(word), word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theListsOfEverydayWordsHaveSomeThreeThousandEach(String language) {
        List<String> words =
                Lists.lines("everyday." + language + ".txt").stream()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toList();
        assertEquals(List.copyOf(new TreeSet<>(words)), words);
        assertTrue(words.size() > 2_800 && words.size() < 3_500, words.size() + " words");
    }

    @Test
    void aPhraseIsFoundWhereverItStandsAndNotInsideAnother() {
        Phrases phrases = new Phrases("en", List.of("no biggie"));
        assertEquals(
                List.of("you should", "at least", "no biggie"),
                phrases.in(Prose.of("Well, you should rest at least. No biggie.")).stream()
                        .map(Phrases.Hit::text)
                        .toList());
        assertEquals(List.of(), phrases.in(Prose.of("The least you said. Youth should rest.")));
    }

    @Test
    void theLimitsCanBeChangedInOneFile() {
        String text = say("A bubble of quite a few words stands here.");
        assertEquals(List.of(), rules("{}", text));
        assertEquals(List.of("bubble-long"), rules("{\"bubble\":20}", text));
        assertEquals(List.of("sentence-long"), rules("{\"sentence\":5}", text));
        assertEquals(List.of("turn-long"), rules("{\"turn-words\":5}", text));
        assertEquals(List.of("banned-phrase"), rules("{\"banned\":[\"quite a few\"]}", text));
        assertEquals(
                List.of("hard-to-read"),
                rules(
                        "{\"turn-grade\":-3,\"flow-grade\":50}",
                        say("A bubble of quite a few words stands here and there.")));
        assertEquals(List.of("unknown-field"), rules("{\"bubbel\":20}", text));
        assertEquals(List.of("wrong-type"), rules("{\"bubble\":\"long\"}", text));
    }

    @Test
    void rareWordsAreNamedOnceThereAreTooMany() {
        String plain = "We can go slowly and say one thing at a time. ";
        String rare = "Dichotomies ameliorate quandaries. ";
        String text =
                say(plain.repeat(2).strip())
                        .replace("\"say\":\"", "\"say\":[\"")
                        .replace("\"}", "\"]}");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            many.append(i == 0 ? "" : ",").append(text.replace("\"a\"", "\"a" + i + "\""));
        }
        assertFalse(rules("{}", many.toString()).contains("rare-words"));
        String hard = say(rare.repeat(6).strip()).replace("\"a\"", "\"b\"");
        assertTrue(rules("{}", many.toString(), hard).contains("rare-words"));
        assertFalse(
                rules(
                                "{\"words\":[\"dichotomies\",\"ameliorate\",\"quandaries\"]}",
                                many.toString(),
                                hard)
                        .contains("rare-words"));
    }

    @Test
    void bothWhoSkippedAllAndWhoAnsweredAllReadSentences() {
        String ask = "{\"id\":\"m\",\"ask\":\"How?\",\"answer\":{\"type\":\"scale\"}}";
        assertEquals(
                List.of(),
                rules(
                        "{}",
                        ask,
                        "{\"id\":\"b\",\"say\":[{\"if\":\"m is set\",\"text\":\"It is {m}.\"}]}"));
        String texts = "{\"id\":\"b\",\"say\":\"It is {p} today.\"}";
        String flow =
                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"texts\":{\"p\":[{\"if\":\"m > 5\",\"text\":\"heavy\"},{\"else\":\"(\"}]},\"steps\":["
                        + ask
                        + ","
                        + texts
                        + ",{\"id\":\"end\",\"end\":\"done\"}]}";
        assertEquals(
                List.of(),
                Dialogs.read(Map.of("test/flow.json", flow.replace("(", "light")), Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .filter(found -> found.finding().rule().equals("reads-badly"))
                        .toList());
        assertEquals(
                1,
                Dialogs.read(Map.of("test/flow.json", flow.replace("(", "()")), Dialogs.PRIVACY)
                        .findings()
                        .stream()
                        .filter(found -> found.finding().rule().equals("reads-badly"))
                        .count());
    }

    @Test
    void aTextThatIsEmptyWithEverythingAnsweredIsNoHole() {
        List<String> found =
                rules(
                        "{}",
                        "{\"id\":\"heavy\",\"private\":true,\"ask\":\"How heavy is it?\",\"answer\":{\"type\":\"yesno\"}}",
                        "{\"id\":\"said\",\"say\":\"{heavy, select, yes {} other {Hm.}}\"}");
        assertFalse(found.contains("reads-badly"), found.toString());
    }

    @Test
    void whatWasWrittenIsTakenUpBeforeTheNextQuestion() {
        String write =
                "{\"id\":\"w\",\"private\":true,\"ask\":\"What?\",\"answer\":{\"type\":\"text\"}}";
        String next =
                "{\"id\":\"n\",\"ask\":\"And now?\",\"answer\":{\"type\":\"yesno\"},\"next\":[{\"if\":\"n is yes\",\"go\":\"end\"},{\"else\":\"end\"}]}";
        assertEquals(
                List.of("not-taken-up", "unused-answer"),
                rules("{}", write, next).stream().sorted().toList());
        assertEquals(List.of(), rules("{}", write, say("Thank you for that."), next));
    }
}
