package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.flow.Rule;
import unsaid.flow.Texts;
import unsaid.flow.Translation;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.TranslationText;

/// Proof of the checker's quality: mistakes are put into the shipped flows, class by class, and the
/// intended rule must find them; the shipped flows themselves have none.
class MistakesTest {
    private static final List<String> FLOWS =
            Shipped.engine().library().flows().stream().sorted().toList();
    private static final int TIMES = 2;

    /// Found by tests of their own: they are not about one flow's file.
    private static final Set<Rule> ELSEWHERE =
            EnumSet.of(
                    Rule.NO_HELPLINES,
                    Rule.NOT_READ,
                    Rule.UNUSED_FLOW,
                    Rule.FLAG_WITHOUT_ROUTE,
                    Rule.RARE_WORDS,
                    Rule.COPIED,
                    Rule.NOT_TAKEN_UP,
                    Rule.UNREVIEWED,
                    Rule.TRANSLATION_MISSING,
                    Rule.TRANSLATION_PLACEHOLDER,
                    Rule.TRANSLATION_STALE,
                    Rule.TRANSLATION_UNKNOWN,
                    Rule.TEST_FAILED,
                    Rule.TEST_MISSING_FLOW,
                    Rule.TEST_MISSING_OPTION,
                    Rule.TEST_MISSING_STEP,
                    Rule.STEP_UNCOVERED,
                    Rule.WAY_UNCOVERED,
                    Rule.OPTION_UNCOVERED,
                    Rule.RETRY_UNCOVERED,
                    Rule.LANGUAGE_UNCOVERED,
                    Rule.TYPE_CHANGED,
                    Rule.ID_REMOVED,
                    Rule.VERSION_NOT_RAISED);

    private static Map<String, String> shipped() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Dialogs.files(Shipped.FOLDER));
        files.keySet().removeIf(file -> file.endsWith(".test.json"));
        return files;
    }

    private static List<Found> found(Map<String, String> files, String file, String text) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(file, text);
        return Dialogs.read(changed, Dialogs.PRIVACY).findings();
    }

    private static boolean finds(List<Found> found, Rule rule) {
        return found.stream().anyMatch(one -> one.finding().rule().equals(rule.id()));
    }

    @Test
    void theShippedDialogsHaveNoFindingsButThatNobodyHasReviewedThem() {
        assertEquals(
                List.of(),
                Shipped.LOADED.findings().stream()
                        .filter(found -> !found.finding().rule().equals(Rule.UNREVIEWED.id()))
                        .toList());
    }

    @Test
    void ofTheMistakesPutIntoTheShippedFlowsAtLeastNineteenInTwentyAreFoundByTheirRule()
            throws IOException {
        Map<String, String> files = shipped();
        List<String> missed = Collections.synchronizedList(new ArrayList<>());
        Set<Rule> met = ConcurrentHashMap.newKeySet();
        AtomicInteger made = new AtomicInteger();
        AtomicInteger noPlace = new AtomicInteger();
        Set<Integer> makers = ConcurrentHashMap.newKeySet();
        FLOWS.parallelStream()
                .forEach(flow -> {
                    String file = flow + "/flow.json";
                    String text = Objects.requireNonNull(files.get(file));
                    List<Mistakes.Mistake> all = Mistakes.all();
                    for (int i = 0; i < all.size() * TIMES; i++) {
                        Mistakes.Mistake mistake = all.get(i / TIMES);
                        Mistakes.Draft draft =
                                new Mistakes.Draft(text, new SplittableRandom(41 + i));
                        if (!mistake.make().in(draft)) {
                            noPlace.incrementAndGet();
                            continue;
                        }
                        made.incrementAndGet();
                        makers.add(i / TIMES);
                        List<Found> found = found(files, file, draft.text());
                        if (found.stream()
                                .anyMatch(one ->
                                        one.file().equals(file)
                                                && one.finding()
                                                        .rule()
                                                        .equals(mistake.rule().id()))) {
                            met.add(mistake.rule());
                        } else {
                            missed.add(flow + " " + mistake.rule().id() + " #" + i);
                        }
                    }
                });
        String count = made + " mistakes were made, " + noPlace + " found no place in their flow";
        assertTrue(noPlace.get() * 10 <= made.get(), count);
        assertEquals(
                Mistakes.all().size(), makers.size(), "mistakes that some flow has a place for");
        assertTrue(
                missed.size() * 20 <= made.get(),
                "missed " + missed.size() + " of " + made + ":\n" + String.join("\n", missed));
        Set<Rule> never = EnumSet.allOf(Rule.class);
        never.removeAll(met);
        never.removeAll(ELSEWHERE);
        assertEquals(Set.of(), never, "rules that found nothing");
    }

    @Test
    void readingToServeFindsTheSameErrorsButThoseOfTestsAndNothingElse() throws IOException {
        Map<String, String> files = shipped();
        String file = FLOWS.getFirst() + "/flow.json";
        String text = Objects.requireNonNull(files.get(file));
        int broken = 0;
        for (Mistakes.Mistake mistake : Mistakes.all()) {
            Mistakes.Draft draft = new Mistakes.Draft(text, new SplittableRandom(41));
            if (mistake.make().in(draft)) {
                Map<String, String> changed = new LinkedHashMap<>(files);
                changed.put(file, draft.text());
                List<Found> errors =
                        Dialogs.read(changed, Dialogs.PRIVACY).findings().stream()
                                .filter(Found::isError)
                                .filter(found -> !found.file().endsWith(".test.json"))
                                .toList();
                Dialogs.Loaded toServe = Dialogs.readToServe(changed, Dialogs.PRIVACY);
                assertEquals(errors, toServe.findings());
                assertEquals(errors.isEmpty(), toServe.isSound());
                broken += errors.isEmpty() ? 0 : 1;
            }
        }
        assertTrue(broken > 20, broken + " were errors");
    }

    @Test
    void mistakesInTranslationsOfTheShippedFlowsAreFound() throws IOException {
        Map<String, String> files = shipped();
        Library library = Shipped.engine().library();
        SplittableRandom chance = new SplittableRandom(5);
        for (String id : FLOWS) {
            Flow flow = Objects.requireNonNull(library.flow(id));
            Map<String, Translation.Text> good = new LinkedHashMap<>();
            Texts.of(flow).forEach((key, text) -> good.put(key, new Translation.Text(text, text)));
            assertEquals(List.of(), translated(files, id, good));
            for (Rule rule :
                    List.of(
                            Rule.TRANSLATION_MISSING,
                            Rule.TRANSLATION_STALE,
                            Rule.TRANSLATION_UNKNOWN,
                            Rule.TRANSLATION_PLACEHOLDER)) {
                Map<String, Translation.Text> bad = new LinkedHashMap<>(good);
                List<String> keys = List.copyOf(good.keySet());
                String key = keys.get(chance.nextInt(keys.size()));
                Translation.Text text = Objects.requireNonNull(good.get(key));
                switch (rule) {
                    case TRANSLATION_MISSING -> bad.remove(key);
                    case TRANSLATION_STALE ->
                            bad.put(key, new Translation.Text("Before.", text.to()));
                    case TRANSLATION_UNKNOWN -> bad.put(key + "/gone", text);
                    default ->
                            bad.put(
                                    key,
                                    new Translation.Text(text.from(), text.to() + " {tapOnly}"));
                }
                assertEquals(
                        Set.of(rule.id()),
                        translated(files, id, bad).stream()
                                .map(one -> one.finding().rule())
                                .collect(Collectors.toSet()),
                        id + " " + key);
            }
        }
    }

    private static List<Found> translated(
            Map<String, String> files, String flow, Map<String, Translation.Text> texts) {
        String file = flow + "/flow.nl.json"; // its words are not looked at
        return found(files, file, TranslationText.write(new Translation(flow, "nl", texts)))
                .stream()
                .filter(one -> one.file().equals(file))
                .filter(one -> !one.finding().rule().equals(Rule.UNREVIEWED.id()))
                .toList();
    }

    @Test
    void testsThatNameWhatIsGoneAreFound() throws IOException {
        Map<String, String> files = shipped();
        String good =
                """
                { "test": "T", "flow": "welcome", "talk": [ { "choose": "I am 18 or older" }, { "change": "adult" } ],
                  "expect": { "asks": "safety/soft", "visited": ["who"] } }
                """;
        String file = "welcome/seeded.test.json";
        assertEquals(
                List.of(),
                found(files, file, good).stream().filter(o -> o.file().equals(file)).toList());
        assertTrue(
                finds(
                        found(files, file, good.replace("\"welcome\"", "\"welcom\"")),
                        Rule.TEST_MISSING_FLOW));
        for (String name : List.of("\"adult\"", "safety/soft", "\"who\"")) {
            String bad =
                    good.replace(
                            name,
                            name.replace("t\"", "tt\"")
                                    .replace("soft", "soff")
                                    .replace("who", "whoo"));
            assertTrue(finds(found(files, file, bad), Rule.TEST_MISSING_STEP), bad);
        }
        assertTrue(
                finds(
                        found(files, file, good.replace("or older", "or odler")),
                        Rule.TEST_MISSING_OPTION));
    }

    @Test
    void aFolderWithoutSafetyAForgottenFlowAndTwoOfOneNameAreFound() throws IOException {
        Map<String, String> files = shipped();
        String welcome = Objects.requireNonNull(files.get("welcome/flow.json"));
        assertTrue(finds(found(files, "twin/flow.json", welcome), Rule.FLOW_MISNAMED));
        assertTrue(finds(found(files, "twin/Flow.json", ""), Rule.NOT_READ));
        assertTrue(
                finds(
                        found(
                                files,
                                "aside/flow.json",
                                welcome.replace("\"flow\": \"welcome\"", "\"flow\": \"aside\"")),
                        Rule.UNUSED_FLOW));
        Map<String, String> alone = new LinkedHashMap<>(files);
        alone.remove("safety/flow.json");
        alone.remove("helplines.json");
        List<Found> found = Dialogs.read(alone, Dialogs.PRIVACY).findings();
        assertTrue(finds(found, Rule.FLAG_WITHOUT_ROUTE));
        assertTrue(finds(found, Rule.NO_HELPLINES));
        assertTrue(finds(Shipped.LOADED.findings(), Rule.UNREVIEWED));
    }

    @Test
    void whatWouldSurprisePeopleInTheMiddleOfAFlowIsFound() throws IOException {
        Map<String, String> files = shipped();
        String file = "naming-fears/flow.json";
        String text = Objects.requireNonNull(files.get(file));
        Map<String, String> changed = new LinkedHashMap<>(files);
        assertEquals(List.of(), Dialogs.since(files, changed));
        changed.put(file, text.replace("How heavy do things feel", "How hard do things feel"));
        assertEquals(List.of(), Dialogs.since(files, changed));
        changed.put(
                file,
                text.replace(
                                "\"type\": \"scale\", \"min\": 0, \"max\": 10, \"labels\": { \"0\": \"light\"",
                                "\"type\": \"number\", \"note\": { \"0\": \"light\"")
                        .replace("\"id\": \"vague\"", "\"id\": \"vaguer\""));
        List<Found> found = Dialogs.since(files, changed);
        assertTrue(finds(found, Rule.TYPE_CHANGED), found.toString());
        assertTrue(finds(found, Rule.ID_REMOVED), found.toString());
        assertTrue(finds(found, Rule.VERSION_NOT_RAISED), found.toString());
        changed.put(
                file,
                text.replace("\"id\": \"vague\"", "\"id\": \"vaguer\"")
                        .replaceFirst(
                                "\"version\": \\d+",
                                "\"version\": 99, \"moved\": { \"vague\": \"vaguer\" }"));
        assertEquals(List.of(), Dialogs.since(files, changed));
    }
}
