package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// Sentences of danger and harmless ones that look like them, in two halves. Rules are written for
/// `own`; of `held-back` nobody looks at more than the totals, so they tell what the rules are
/// worth on words they were not made for. One person wrote both halves and the rules, on one day:
/// strangers' words do worse.
class CorpusTest {

    /// One sentence with what it means.
    ///
    /// @param family null: harmless
    /// @param hint whether it tells of long ago
    private record Row(@Nullable Family family, boolean hint, String text) {}

    /// What became of a table.
    ///
    /// @param missed dangerous sentences that lead to no help, or to a less urgent one
    /// @param alarms harmless sentences that raise something firm
    private record Total(int dangerous, List<String> missed, int harmless, List<String> alarms) {
        double recall() {
            return 100.0 * (dangerous - missed.size()) / dangerous;
        }

        double falseAlarms() {
            return 100.0 * alarms.size() / harmless;
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 98, 1", "de, 98, 1"})
    void theOwnHalfIsFoundAndRaisesHardlyAnyFalseAlarm(
            String language, double recall, double falseAlarms) {
        Total total = total("own." + language + ".tsv", Danger.ofAll());
        print("own half", language, total);
        assertTrue(total.recall() >= recall, () -> "missed: " + total.missed());
        assertTrue(total.falseAlarms() <= falseAlarms, () -> "alarms: " + total.alarms());
    }

    /// No sentence of this half may be printed, not even where the test fails.
    @ParameterizedTest
    @CsvSource({"en, 90, 6", "de, 90, 5"})
    void theHeldBackHalfIsFoundAsOftenAsTheReadmeSays(
            String language, double recall, double falseAlarms) {
        Total total = total("held-back." + language + ".tsv", Danger.ofAll());
        print("held-back half", language, total);
        assertTrue(total.recall() >= recall, "recall fell to " + total.recall());
        assertTrue(total.falseAlarms() <= falseAlarms, "alarms rose to " + total.falseAlarms());
    }

    /// Of the half held back, no sentence may be printed.
    @ParameterizedTest
    @CsvSource({"own, en", "own, de", "held-back, en", "held-back, de"})
    void toListenForAllLanguagesMissesNoMoreAndRaisesNoMoreAlarmsThanForOne(
            String half, String language) {
        String table = half + "." + language + ".tsv";
        Total one = total(table, Danger.of(language));
        Total all = total(table, Danger.ofAll());
        System.out.printf(
                "corpus, %s, %s: alarms of one language %d, of all %d; missed %d and %d%n",
                half,
                language,
                one.alarms().size(),
                all.alarms().size(),
                one.missed().size(),
                all.missed().size());
        assertTrue(all.alarms().size() <= one.alarms().size(), "alarms rose");
        assertTrue(all.missed().size() <= one.missed().size(), "more is missed");
    }

    @Test
    void theCorpusIsLargeAndNoSentenceStandsInBothHalves() {
        assertTrue(size("en") >= 500, "English sentences");
        assertTrue(size("de") >= 200, "German sentences");
        Set<String> seen = new HashSet<>();
        List<String> twice =
                Stream.of("en", "de")
                        .flatMap(language -> both(language).stream())
                        .map(row -> String.join(" ", Plain.sentences(row.text(), 400)))
                        .filter(sentence -> !seen.add(sentence))
                        .toList();
        assertEquals(List.of(), twice);
    }

    @Test
    void everyFamilyStandsInBothHalvesOfBothLanguages() {
        for (String table : List.of("own.en", "own.de", "held-back.en", "held-back.de")) {
            Set<Family> families = new HashSet<>();
            rows(table + ".tsv").stream()
                    .map(Row::family)
                    .filter(Objects::nonNull)
                    .forEach(families::add);
            assertEquals(Set.of(Family.values()), families, table);
        }
    }

    private static List<Row> both(String language) {
        List<Row> rows = new ArrayList<>(rows("own." + language + ".tsv"));
        rows.addAll(rows("held-back." + language + ".tsv"));
        return rows;
    }

    private static int size(String language) {
        return both(language).size();
    }

    private static void print(String half, String language, Total total) {
        System.out.printf(
                "corpus, %s, %s: %.1f %% of %d found, %.1f %% of %d raise a false alarm%n",
                half,
                language,
                total.recall(),
                total.dangerous(),
                total.falseAlarms(),
                total.harmless());
    }

    private static Total total(String table, Danger danger) {
        List<String> missed = new ArrayList<>();
        List<String> alarms = new ArrayList<>();
        int dangerous = 0;
        int harmless = 0;
        for (Row row : rows(table)) {
            Set<Flag> flags = danger.scan(row.text());
            Family family = row.family();
            if (family == null) {
                harmless++;
                if (flags.stream().anyMatch(flag -> !flag.hint())) {
                    alarms.add(row.text() + ' ' + flags);
                }
            } else {
                dangerous++;
                if (flags.stream().noneMatch(flag -> leads(flag, family, row.hint()))) {
                    missed.add(family + " " + row.text() + ' ' + flags);
                }
            }
        }
        return new Total(dangerous, missed, harmless, alarms);
    }

    /// Whether a flag leads to the help that a family needs, or to a more urgent one.
    private static boolean leads(Flag flag, Family wanted, boolean hintIsEnough) {
        return (hintIsEnough || !flag.hint()) && route(flag.family()).compareTo(route(wanted)) <= 0;
    }

    private static Route route(Family family) {
        return switch (family) {
            case DANGER_NOW, VIOLENCE, SEXUAL -> Route.NOW;
            case EMERGENCY -> Route.HURT;
            case SELFHARM -> Route.SELFHARM;
            case CHILD -> Route.CHILD;
            case MINOR -> Route.MINOR;
            case RESTRICT, MONITOR, MONEY, ISOLATE, DEGRADE, ACCUSE, THREATEN_SELF, FEAR ->
                    Route.SOFT;
            case OWN -> Route.OWN;
        };
    }

    private static List<Row> rows(String table) {
        try (InputStream in =
                Objects.requireNonNull(
                        CorpusTest.class.getResourceAsStream("corpus/" + table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CorpusTest::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", 2);
        boolean hint = cells[0].endsWith("?");
        String word = hint ? cells[0].substring(0, cells[0].length() - 1) : cells[0];
        Family family =
                Arrays.stream(Family.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElse(null);
        if (family == null && !word.equals("none")) {
            throw new AssertionError("no family is called " + word);
        }
        return new Row(family, hint, cells[1]);
    }
}
