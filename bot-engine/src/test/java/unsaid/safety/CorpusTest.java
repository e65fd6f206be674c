package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    /// @param routes the help that was needed → how many sentences led there, of how many
    private record Total(
            int dangerous,
            List<String> missed,
            int harmless,
            List<String> alarms,
            Map<Route, Share> routes) {
        double recall() {
            return 100.0 * (dangerous - missed.size()) / dangerous;
        }

        double falseAlarms() {
            return 100.0 * alarms.size() / harmless;
        }
    }

    /// So many of so many.
    private record Share(int part, int whole) {
        Share and(boolean one) {
            return new Share(part + (one ? 1 : 0), whole + 1);
        }

        /// As the README writes it.
        String told(String percent) {
            return part
                    + " of "
                    + whole
                    + (part == 0 || part == whole
                            ? ""
                            : String.format(
                                    Locale.ROOT, " (" + percent + " %%)", 100.0 * part / whole));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 98, 1", "de, 98, 1"})
    void theOwnHalfIsFoundAndRaisesHardlyAnyFalseAlarm(
            String language, double recall, double falseAlarms) {
        Total total = total("own." + language + ".tsv", Danger.ofAll());
        print("own half", language, total);
        assertSaid(language, "own half", total);
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
        assertSaid(language, "held back", total);
        assertSaid(language, total.routes());
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
        total.routes()
                .forEach((route, share) ->
                        System.out.printf(
                                "corpus, %s, %s: %s %s%n",
                                half, language, route.step(), share.told("%.0f")));
    }

    /// What the README says of a half is what was measured just now.
    private static void assertSaid(String language, String half, Total total) {
        Share found = new Share(total.dangerous() - total.missed().size(), total.dangerous());
        Share alarms = new Share(total.alarms().size(), total.harmless());
        assertEquals(
                row(name(language), half, found.told("%.0f"), alarms.told("%.1f")),
                said("| " + name(language) + ", " + half + " "));
    }

    /// The same for each kind of help.
    private static void assertSaid(String language, Map<Route, Share> routes) {
        String cells =
                routes.values().stream()
                        .map(share -> share.told("%.0f"))
                        .collect(Collectors.joining(" | "));
        assertEquals(
                "| " + name(language) + " | " + cells + " |", said("| " + name(language) + " |"));
    }

    private static String row(String language, String half, String found, String alarms) {
        return "| %s, %s | %s | %s |".formatted(language, half, found, alarms);
    }

    private static String name(String language) {
        return language.equals("en") ? "English" : "German";
    }

    /// The one line of the README that begins so.
    private static String said(String begin) {
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            List<String> all = lines.filter(line -> line.startsWith(begin)).toList();
            assertEquals(1, all.size(), begin);
            return all.getFirst();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Total total(String table, Danger danger) {
        List<String> missed = new ArrayList<>();
        List<String> alarms = new ArrayList<>();
        Map<Route, Share> routes = new EnumMap<>(Route.class);
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
                boolean found = flags.stream().anyMatch(flag -> leads(flag, family, row.hint()));
                routes.merge(
                        route(family),
                        new Share(0, 0).and(found),
                        (before, _) -> before.and(found));
                if (!found) {
                    missed.add(family + " " + row.text() + ' ' + flags);
                }
            }
        }
        return new Total(dangerous, missed, harmless, alarms, routes);
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
