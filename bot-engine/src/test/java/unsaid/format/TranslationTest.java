package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.dialogs.Shipped;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Library;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// A flow speaks the visitor's language where somebody has translated it, and an author learns what
/// is missing, stale or wrong.
class TranslationTest {
    private static final String FLOW =
            """
            { "flow": "evening", "version": 1, "language": "en", "title": "An evening",
              "texts": { "mood": "something", "word": [ { "if": "mood is low", "text": "Low." }, { "else": "Fine." } ] },
              "steps": [
                { "id": "mood", "say": "Hello.", "ask": "How are you?", "hint": "Tap one.",
                  "answer": { "type": "choice", "options": [
                    { "value": "low", "label": "Low", "phrases": ["down", "sad"] },
                    { "value": "fine", "label": "Fine" } ] } },
                { "id": "sure", "ask": "Is “{mood}” right?", "answer": { "type": "yesno" } },
                { "id": "end", "end": "done", "say": "{word} Thank you.", "show": ["mood"] } ] }
            """;
    private static final String GERMAN =
            """
            { "flow": "evening", "language": "de", "texts": {
              "/title": { "from": "An evening", "to": "Ein Abend" },
              "/texts/mood": { "from": "something", "to": "etwas" },
              "/texts/word/0": { "from": "Low.", "to": "Müde." },
              "/texts/word/1": { "from": "Fine.", "to": "Gut." },
              "mood/ask": { "from": "How are you?", "to": "Wie geht es Ihnen?" },
              "sure/ask": { "from": "Is “{mood}” right?", "to": "Stimmt „{mood}“?" },
              "sure/options/yes/label": { "from": "Yes", "to": "Ja" },
              "sure/options/no/label": { "from": "No", "to": "Nein" },
              "mood/say/0": { "from": "Hello.", "to": "Guten Abend." },
              "mood/hint": { "from": "Tap one.", "to": "Tippen Sie auf eins." },
              "mood/options/low/label": { "from": "Low", "to": "Müde" },
              "mood/options/low/phrases": { "from": "down | sad", "to": "traurig | erschöpft" },
              "mood/options/fine/label": { "from": "Fine", "to": "Gut" },
              "end/say/0": { "from": "{word} Thank you.", "to": "{word} Danke." } } }
            """;

    private static Dialogs.Loaded read(String german) {
        return Dialogs.read(
                Map.of("evening/flow.json", FLOW, "evening/flow.de.json", german), Dialogs.PRIVACY);
    }

    private static List<String> findings(String german) {
        return read(german).findings().stream()
                .filter(found -> found.file().equals("evening/flow.de.json"))
                .filter(found -> !found.finding().rule().equals("unreviewed"))
                .map(found -> found.line() + " " + found.finding().rule())
                .toList();
    }

    private static Outcome.Played played(Outcome outcome) {
        return (Outcome.Played) outcome;
    }

    private static Outcome.Played choose(Engine engine, Outcome.Played at, String value) {
        Turn turn = at.turn();
        return played(
                engine.advance(
                        at.conversation(),
                        new Event.Answered(
                                Objects.requireNonNull(turn.asks()).id(),
                                new Given.Chosen(value, null))));
    }

    private static List<String> told(String german) {
        return read(german).findings().stream()
                .filter(found -> found.file().equals("evening/flow.de.json"))
                .filter(found -> !found.finding().rule().equals("unreviewed"))
                .map(found -> found.finding().message() + "; " + found.finding().wayOut())
                .toList();
    }

    @Test
    void anotherPlaceholderThanInTheTextIsToldOnceWithBoth() {
        String text = "\"to\": \"Stimmt „{mood}“?\"";
        assertTrue(GERMAN.contains(text));
        assertEquals(
                List.of(
                        "the text has {mood}, the translation has {sure}; write {mood} in place of {sure}"),
                told(GERMAN.replace(text, text.replace("{mood}", "{sure}"))));
        assertEquals(
                List.of("{mood} is missing; write {mood} into the translation too"),
                told(GERMAN.replace(text, text.replace("{mood}", "das"))));
        assertEquals(
                List.of("{sure} is not in the text; take it out, or write it into the text first"),
                told(GERMAN.replace(text, text.replace("{mood}", "{mood}, {sure}"))));
    }

    @Test
    void aWholeTranslationHasNoFindings() {
        assertEquals(List.of(), findings(GERMAN));
    }

    @Test
    void whoWishesGermanIsSpokenToInGermanToTheEndAndAfterABreak() {
        Engine engine = Engine.of(Objects.requireNonNull(read(GERMAN).library()));
        var begun = played(engine.start("evening", "de-AT"));
        assertEquals(List.of("Guten Abend."), begun.turn().says());
        assertEquals("Wie geht es Ihnen?", Objects.requireNonNull(begun.turn().asks()).text());
        assertEquals("de", begun.conversation().log().language());
        var written =
                played(
                        engine.advance(
                                begun.conversation(),
                                new Event.Wrote(
                                        Objects.requireNonNull(begun.turn().asks()).id(),
                                        "erschöpft")));
        assertEquals("Stimmt „Müde“?", Objects.requireNonNull(written.turn().asks()).text());
        Conversation again = played(engine.resume(written.conversation().log())).conversation();
        assertEquals("de", again.language());
        var ended = choose(engine, played(engine.resume(again.log())), "yes");
        assertEquals(List.of("Müde. Danke."), ended.turn().says());
        var card = Objects.requireNonNull(ended.turn().card());
        assertEquals("Ein Abend", card.title());
        assertEquals("Wie geht es Ihnen?", card.lines().getFirst().label());
    }

    @Test
    void whoWishesAnotherLanguageIsSpokenToInTheFlowsOwn() {
        Engine engine = Engine.of(Objects.requireNonNull(read(GERMAN).library()));
        for (String wish : List.of("en", "fr", "en-GB", "")) {
            var begun = played(engine.start("evening", wish));
            assertEquals(List.of("Hello."), begun.turn().says(), wish);
            assertEquals("en", begun.conversation().log().language());
        }
    }

    @Test
    void whatIsNotTranslatedIsShownAsItIsAndTold() {
        String without = GERMAN.replace("\"to\": \"Guten Abend.\"", "\"to\": \"\"");
        assertEquals(List.of("10 translation-missing"), findings(without));
        Library library = Objects.requireNonNull(read(without).library());
        assertEquals(
                List.of("Hello."), played(Engine.of(library).start("evening", "de")).turn().says());
        assertEquals(
                List.of("1 translation-missing"),
                findings(GERMAN.replaceFirst("\"/title\".*\n", "\n")).stream()
                        .map(line -> line.replaceFirst("^\\d+", "1"))
                        .toList());
    }

    @Test
    void whatWasMadeFromAnOlderTextIsTold() {
        assertEquals(
                List.of("6 translation-stale"),
                findings(GERMAN.replace("How are you?", "How do you do?")));
    }

    @Test
    void whatTranslatesNothingIsTold() {
        assertEquals(
                List.of("1 translation-missing", "6 translation-unknown"),
                findings(GERMAN.replace("mood/ask", "mod/ask")).stream()
                        .map(line -> line.replaceFirst("^\\d+ (.*missing)", "1 $1"))
                        .toList());
    }

    @Test
    void aPlaceholderMissingOrTooMuchIsAnErrorAndNothingIsTakenUp() {
        for (String german :
                List.of(
                        GERMAN.replace("„{mood}“", "das"),
                        GERMAN.replace("„{mood}“", "„{mood}“, „{word}“"),
                        GERMAN.replace("„{mood}“", "„{laune}“"))) {
            assertTrue(findings(german).contains("7 translation-placeholder"), german);
            assertEquals(null, read(german).library());
        }
        assertEquals(List.of("7 syntax"), findings(GERMAN.replace("„{mood}“", "„{mood“")));
    }

    @Test
    void aPlaceholderThatWasTranslatedIsToldWithThoseOfTheText() {
        assertEquals(
                List.of("placeholders stay as they are in the text: {mood}; write that"),
                waysOut(GERMAN.replace("„{mood}“", "„{laune}“")));
        assertEquals(
                List.of("take it out: the text has no braces"),
                waysOut(GERMAN.replace("Guten Abend.", "Guten {Abend}.")));
    }

    private static List<String> waysOut(String german) {
        return read(german).findings().stream()
                .filter(found -> found.finding().rule().equals("translation-placeholder"))
                .map(found -> found.finding().wayOut())
                .toList();
    }

    @Test
    void aTranslationOfNoFlowOrForAnotherLanguageThanItsNameIsAnError() {
        assertTrue(
                findings(GERMAN.replace("\"evening\"", "\"morning\"")).contains("1 flow-missing"));
        assertTrue(findings(GERMAN.replace("\"de\"", "\"fr\"")).contains("1 bad-value"));
    }

    @Test
    void aTestInGermanNamesOptionsAsTheyReadInGerman() {
        String talk =
                """
                { "test": "Tired", "flow": "evening", "language": "de", "talk": [ { "choose": "Müde" } ], "expect": { "asks": "sure" } }
                """;
        assertEquals(List.of(), tested(talk));
        assertEquals(List.of("test-missing-option"), tested(talk.replace("Müde", "Wach")));
        assertEquals(
                List.of("test-missing-option"), tested(talk.replace("\"language\": \"de\",", "")));
    }

    private static List<String> tested(String talk) {
        return Dialogs.read(
                        Map.of(
                                "evening/flow.json",
                                FLOW,
                                "evening/flow.de.json",
                                GERMAN,
                                "evening/low.test.json",
                                talk),
                        Dialogs.PRIVACY)
                .findings()
                .stream()
                .filter(found -> found.file().endsWith(".test.json"))
                .map(found -> found.finding().rule())
                .toList();
    }

    @Test
    void puttingTheTextsOfAFlowBackGivesTheSameFlow() {
        Library library = Shipped.engine().library();
        assertTrue(library.flows().containsAll(List.of("welcome", "naming-fears", "safety")));
        for (String id : library.flows()) {
            Flow flow = Objects.requireNonNull(library.flow(id));
            Map<String, String> texts = Texts.of(flow);
            assertTrue(texts.size() > 50, id);
            assertEquals(flow, Texts.in(flow, "en", texts));
            Map<String, String> marked = new LinkedHashMap<>();
            texts.forEach((key, text) -> marked.put(key, "*" + text));
            Map<String, String> again = Texts.of(Texts.in(flow, "xx", marked));
            assertEquals(marked, again);
        }
    }

    @Test
    void aTalkCountsAsReviewedOnceItsFlowAndItsTranslationAre() {
        String flow =
                FLOW.replace(
                        "\"title\"",
                        "\"review\": { \"by\": \"A. Clinician\", \"on\": \"2026-01-31\", \"readers\": [ { \"name\": \"B\", \"lived\": true }, { \"name\": \"C\" } ] }, \"title\"");
        String german =
                GERMAN.replace(
                        "\"texts\"",
                        "\"review\": { \"by\": \"A. Reader\", \"on\": \"2026-02-01\" }, \"texts\"");
        assertEquals(List.of("null", "flow.json", "flow.de.json"), reviewed(FLOW, GERMAN));
        assertEquals(List.of("null", "flow.de.json"), reviewed(flow, GERMAN));
        assertEquals(List.of("null", "flow.json"), reviewed(FLOW, german));
        assertEquals(List.of("A. Clinician"), reviewed(flow, german));
    }

    /// Who has reviewed the talk in German; then the files that say that somebody is missing.
    private static List<String> reviewed(String flow, String german) {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of("evening/flow.json", flow, "evening/flow.de.json", german),
                        Dialogs.PRIVACY);
        Library library = Objects.requireNonNull(loaded.library());
        Flow spoken = Objects.requireNonNull(library.offered("evening", "de"));
        List<String> all = new ArrayList<>(List.of(String.valueOf(spoken.review().by())));
        for (String file : List.of("flow.json", "flow.de.json")) {
            if (loaded.findings().stream()
                    .anyMatch(found ->
                            found.file().equals("evening/" + file)
                                    && found.finding().rule().equals("unreviewed"))) {
                all.add(file);
            }
        }
        return all;
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        Library library = Shipped.engine().library();
        Flow flow = Objects.requireNonNull(library.flow("naming-fears"));
        Map<String, Translation.Text> texts = new LinkedHashMap<>();
        Texts.of(flow)
                .forEach((key, text) ->
                        texts.put(key, new Translation.Text(text, "“\"\\\n" + text)));
        Translation translation =
                new Translation(
                        "naming-fears", "de", new Flow.Review("“A.” Reader", "2026-02-01"), texts);
        List<Found> found = new ArrayList<>();
        Translation again =
                TranslationReader.read(
                        TranslationText.write(translation), "naming-fears/flow.de.json", found);
        assertEquals(List.of(), found);
        assertNotNull(again);
        assertEquals(translation, again);
        assertEquals(List.copyOf(texts.keySet()), List.copyOf(again.texts().keySet()));
    }
}
