package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unsaid.check.Spoken;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.check.Wanderer.Walked;
import unsaid.engine.Engine;

/// A German visitor hears German from the first word to the last.
class GermanTest {
    private static final int WALKS = 1_500;

    /// Words that stand in nearly every English sentence and in no German one.
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?i)(?<![\\p{L}{<])(the|and|you|your|are|of|to|what|it|this|with|my|or|is|your|can|how|yes|no)(?!\\p{L})");

    private final Engine engine = Shipped.engine();

    @Test
    void everyFlowIsTranslatedAndNothingIsMissingOrStale() {
        Set<String> translated = new TreeSet<>();
        Shipped.LOADED.translations().values().stream()
                .filter(one -> one.language().equals("de"))
                .forEach(one -> translated.add(one.flow()));
        assertEquals(new TreeSet<>(engine.library().flows()), translated);
        assertEquals(
                List.of(),
                Shipped.LOADED.findings().stream()
                        .filter(found -> found.file().endsWith("flow.de.json"))
                        .filter(found -> !found.finding().rule().equals("unreviewed"))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> noGermanTalkSaysAnEnglishSentence() {
        return engine.library().flows().stream()
                .sorted()
                .map(id ->
                        DynamicTest.dynamicTest(
                                id,
                                () -> {
                                    var english = new ConcurrentLinkedQueue<String>();
                                    LongStream.range(0, WALKS)
                                            .parallel()
                                            .forEach(seed -> walk(id, seed, english));
                                    assertEquals(Set.of(), new TreeSet<>(english));
                                }));
    }

    private void walk(String id, long seed, ConcurrentLinkedQueue<String> english) {
        Manner manner = seed % 3 == 0 ? Manner.RESTLESS : Manner.PLAIN;
        Walked walked =
                new Wanderer(engine, manner, seed)
                        .walk(
                                id,
                                "de",
                                heard ->
                                        Spoken.texts(heard.turn()).stream()
                                                .filter(text -> ENGLISH.matcher(text).find())
                                                .forEach(english::add));
        assertEquals("de", walked.last().language());
        assertTrue(walked.ended() || walked.turn().asks() != null, () -> "stranded: " + seed);
    }

    @Test
    void anEnglishTalkIsSeenAsOne() {
        List<String> english = new ArrayList<>();
        new Wanderer(engine, Manner.PLAIN, 1)
                .walk(
                        "naming-fears",
                        "en",
                        heard ->
                                Spoken.texts(heard.turn()).stream()
                                        .filter(text -> ENGLISH.matcher(text).find())
                                        .forEach(english::add));
        assertTrue(english.size() > 20, english.toString());
    }
}
