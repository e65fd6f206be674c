package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// Sentences and where they lead. The expressions were written with these tables in view, so the
/// figures are a floor against going backwards and no measure of what strangers' words would give.
class DangerTest {

    private static final Danger ENGLISH = Danger.of("en");
    private static final Danger GERMAN = Danger.of("de");

    /// Characters read for each character of the text and each expression.
    private static final long READS = 60;

    @Test
    void cueSentencesLeadWhereTheyShould() {
        assertTrue(
                measure("cue-sentences.tsv", ENGLISH) >= 95,
                "a sentence that was found is missed now");
    }

    @Test
    void sentencesOfOurOwnLeadWhereTheyShould() {
        assertTrue(
                measure("more-sentences.tsv", ENGLISH) >= 96,
                "a sentence that was found is missed now");
    }

    @Test
    void germanSentencesLeadWhereTheyShould() {
        assertTrue(
                measure("sentences.de.tsv", GERMAN) >= 96,
                "a sentence that was found is missed now");
    }

    @Test
    void examplesOfDangerRaiseSomething() {
        List<String> missed = new ArrayList<>();
        List<String[]> rows = rows("exemplars.tsv");
        for (String[] row : rows) {
            if (ENGLISH.scan(row[1]).isEmpty()) {
                missed.add(row[0] + " " + row[1]);
            }
        }
        System.out.printf(
                "exemplars.tsv: %d of %d raise something; missed %s%n",
                rows.size() - missed.size(), rows.size(), missed);
        assertTrue(missed.isEmpty(), missed.toString());
    }

    @Test
    void ordinaryFearsAboutLoveRaiseNothing() {
        List<String> alarms =
                rows("fear-themes.tsv").stream()
                        .map(row -> row[1])
                        .filter(fear -> ENGLISH.scan(fear).stream().anyMatch(flag -> !flag.hint()))
                        .toList();
        assertEquals(List.of(), alarms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this waiting kills me",
                "we hit a rough patch",
                "he beat me at chess",
                "i am dying to hear from her",
                "he never hit me",
                "I don't want to die",
                "I would never hurt her",
                "she is not violent",
                "it hit me hard when she said that",
                "i could die of embarrassment",
                "I'm not afraid of him",
                "my friend was abused by her husband",
                "there was a film about a man who beats his wife"
            })
    void whatIsNotMeantRaisesNothingFirm(String sentence) {
        assertEquals(Set.of(), firm(ENGLISH.scan(sentence)), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my father hit me years ago",
                "I cut myself when I was a teenager",
                "twenty years ago I tried to kill myself"
            })
    void whatWasLongAgoIsAHint(String sentence) {
        Set<Flag> flags = ENGLISH.scan(sentence);
        assertTrue(!flags.isEmpty() && firm(flags).isEmpty(), sentence + " " + flags);
    }

    @Test
    void threateningOneselfIsThePartnersAndNotTheVisitors() {
        Set<Family> firm = firm(ENGLISH.scan("he says he will kill himself if I leave"));
        assertEquals(Set.of(Family.THREATEN_SELF), firm);
    }

    @Test
    void oneSentenceDoesNotExcuseTheNext() {
        assertTrue(
                firm(ENGLISH.scan("He beat me at chess. Last night he choked me."))
                        .contains(Family.VIOLENCE));
        assertTrue(
                firm(ENGLISH.scan("Years ago we were happy. I want to die."))
                        .contains(Family.SELFHARM));
    }

    @Test
    void spellingQuotesAndInvisibleCharactersDoNotHide() {
        assertTrue(firm(ENGLISH.scan("I WANT TO KILL MY\u200bSELF")).contains(Family.SELFHARM));
        assertTrue(
                firm(ENGLISH.scan("i don’t want to be alive anymore")).contains(Family.SELFHARM));
        assertTrue(firm(ENGLISH.scan("ｉ ｗａｎｔ ｔｏ ｄｉｅ")).contains(Family.SELFHARM));
        assertTrue(firm(ENGLISH.scan("i feel suacidal, sucidal even")).contains(Family.SELFHARM));
    }

    @Test
    void anUnknownLanguageIsReadAsEnglish() {
        assertEquals(ENGLISH.scan("she slapped me"), Danger.of("xx").scan("she slapped me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "i ",
                "he ",
                "i dont want to ",
                "really really ",
                "my my ",
                "she said she would ",
                "the kids saw ",
                "thinking of ",
                "accused me of cheating ",
                "all of my ",
                "if i leave ",
                "no ",
                "wwwwwwwwwwww ",
                "1",
                "not ",
                "su",
                "friend is ",
                "in the film ",
                "he said i ",
                "if i he ",
                "when he she they ",
                "he will kill ",
                "the kids my ",
                "angry that i ",
                "er hat mich ",
                "wenn ich er ",
                "violnt ",
                "aaaaab "
            })
    void readingIsBoundedWhateverIsWritten(String part) {
        String hostile = part.repeat(Danger.TEXT_LIMIT / part.length());
        for (Danger danger : List.of(ENGLISH, GERMAN)) {
            AtomicLong reads = new AtomicLong();
            danger.scan(hostile, text -> new Counted(text, reads));
            long limit = READS * hostile.length() * danger.size();
            assertTrue(
                    reads.get() <= limit,
                    part + ": " + reads.get() + " characters read, at most " + limit);
        }
    }

    @Test
    void noTextMakesItFail() {
        Random random = new Random(20_251_122);
        String[] words =
                "i he she kill myself not never me hit 13 years ago . ? ’ \u202e ü ß 💔 \ud800 the kids my"
                        .split(" ");
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(60); word > 0; word--) {
                text.append(words[random.nextInt(words.length)])
                        .append(random.nextInt(9) == 0 ? "\n" : " ");
                text.append((char) random.nextInt(0x3000)).append(' ');
            }
            assertEquals(ENGLISH.scan(text.toString()), ENGLISH.scan(text.toString()));
            GERMAN.scan(text.toString());
        }
    }

    /// Prints recall and false alarms of a table; false alarms on `none` rows fail at once.
    ///
    /// @return percent of the dangerous sentences that lead where the table says
    private static int measure(String table, Danger danger) {
        List<String> missed = new ArrayList<>();
        List<String> alarms = new ArrayList<>();
        int dangerous = 0;
        int none = 0;
        for (String[] row : rows(table)) {
            Set<Flag> flags = danger.scan(row[1]);
            Route route = Routing.of(Met.NONE, flags).route();
            String step = route == null ? "none" : route.step();
            if (row[0].equals("none")) {
                none++;
                if (!firm(flags).isEmpty()) {
                    alarms.add(row[1] + " " + flags);
                }
            } else {
                dangerous++;
                if (!row[0].equals(step)) {
                    missed.add(row[0] + "≠" + step + " " + row[1] + " " + flags);
                }
            }
        }
        System.out.printf(
                "%s: %d of %d lead where they should, %d of %d raise a false alarm; missed %s%n",
                table, dangerous - missed.size(), dangerous, alarms.size(), none, missed);
        assertEquals(List.of(), alarms, table);
        return (dangerous - missed.size()) * 100 / dangerous;
    }

    private static Set<Family> firm(Set<Flag> flags) {
        return flags.stream()
                .filter(flag -> !flag.hint())
                .map(Flag::family)
                .collect(Collectors.toSet());
    }

    private static List<String[]> rows(String table) {
        try (InputStream in =
                Objects.requireNonNull(DangerTest.class.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// A text that counts how often one of its characters is read.
    private record Counted(CharSequence text, AtomicLong reads) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
