package unsaid.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.expression.Item;
import unsaid.flow.Answer;
import unsaid.flow.Option;

class MatcherTest {

    private static final Matcher ENGLISH = Matcher.of("en");
    private static final Matcher GERMAN = Matcher.of("de-AT");
    private static final List<Option> MOODS =
            List.of(
                    option("calm", "Calm", "at ease"),
                    option("tense", "Tense", "on edge"),
                    option("far-away", "Far away"),
                    option("safe-sound", "Safe and sound"));
    private static final List<Option> YES_NO =
            List.of(option("yes", "Yes, it is"), option("no", "No, it isn't"));
    private static final Answer CHOICE = new Answer.Choice(MOODS);
    private static final Answer SCALE =
            new Answer.Scale(0, 10, 1, Map.of(0, "light", 10, "very heavy"));
    private static final Answer TEXT = new Answer.Text(200, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calm|calm",
                "CALM!|calm",
                "“Tense”.|tense",
                "at ease|calm",
                "On  edge|tense",
                "far-away|far-away",
                "Far\u2011away|far-away",
                "ten|tense",
                "tens|tense",
                "tesne|tense",
                "clam|",
                "2|tense",
                "the second|tense",
                "first|calm",
                "last|safe-sound",
                "5|",
                "0|",
                "safe|safe-sound",
                "safe and sound|safe-sound",
                "ca|",
                "te\u200bnse|tense",
                "something else|"
            })
    void oneOptionIsFoundByWhatItIsCalled(String typed, String value) {
        Match wanted = value == null ? new Match.Unclear() : keys(value);
        assertEquals(wanted, ENGLISH.read(typed, CHOICE, MOODS, List.of()));
    }

    @Test
    void aNumberNamesNoPlaceWhereALabelHasANumber() {
        List<Option> years =
                List.of(
                        option("one", "1 year"),
                        option("two", "2 years"),
                        option("more", "Longer"));
        assertEquals(
                new Match.Unclear(), ENGLISH.read("3", new Answer.Choice(years), years, List.of()));
    }

    @Test
    void twoThatFitAreNone() {
        List<Option> twins = List.of(option("talk-a", "Talk now"), option("talk-b", "Talk later"));
        assertEquals(
                new Match.Unclear(),
                ENGLISH.read("talk", new Answer.Choice(twins), twins, List.of()));
    }

    @Test
    void anOptionsOwnNameWinsOverACommand() {
        List<Option> options = List.of(option("stop", "Stop"), option("go", "Go on"));
        assertEquals(
                keys("stop"), ENGLISH.read("stop", new Answer.Choice(options), options, List.of()));
        assertEquals(
                new Match.Command(Word.BACK),
                ENGLISH.read("back", new Answer.Choice(options), options, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "yes,yes",
        "Yeah!,yes",
        "yep,yes",
        "nope,no",
        "nah,no",
        "not really,no",
        "no.,no",
        "y,yes"
    })
    void yesAndNoHaveManyWords(String typed, String value) {
        assertEquals(keys(value), ENGLISH.read(typed, new Answer.YesNo(YES_NO), YES_NO, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"ja,yes", "Jo,yes", "nein,no", "nö,no", "yes,yes", "genau,yes"})
    void germanHasItsOwn(String typed, String value) {
        assertEquals(
                keys(value), GERMAN.read(typed, new Answer.Confirm(YES_NO), YES_NO, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calm, tense|calm,tense",
                "calm and far away|calm,far-away",
                "safe and sound and calm|safe-sound,calm",
                "1, 2 and 3|calm,tense,far-away",
                "tense; tense|tense",
                "calm, unknown|",
                "calm & tense|calm,tense",
                "calm, tense, far away, safe and sound|"
            })
    void severalArePartedByCommasAndAnd(String typed, String values) {
        Match wanted = values == null ? new Match.Unclear() : keys(values.split(","));
        assertEquals(wanted, ENGLISH.read(typed, new Answer.Multi(MOODS, 1, 3), MOODS, List.of()));
    }

    @Test
    void itemsArePickedAndRankedByTheirWords() {
        List<Item> items =
                List.of(Item.of("being alone"), Item.of("money"), Item.of("his silence"));
        assertEquals(
                keys("\"money\""),
                ENGLISH.read("money", new Answer.Pick("fears", 1, 2), List.of(), items));
        Match order = keys("\"his silence\"", "\"money\"", "\"being alone\"");
        assertEquals(
                order,
                ENGLISH.read(
                        "his silence, money, being alone",
                        new Answer.Rank("fears", 0),
                        List.of(),
                        items));
        assertEquals(order, ENGLISH.read("3, 2", new Answer.Rank("fears", 0), List.of(), items));
        assertEquals(
                new Match.Unclear(),
                ENGLISH.read("money", new Answer.Rank("fears", 0), List.of(), items));
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "seven,7",
        "about 7,7",
        "7/10,7",
        "7 out of ten,7",
        "Very heavy,10",
        "light,0",
        "10.,10",
        "11,",
        "-1,",
        "7.5,",
        "five or six,",
        "maybe a 4,4",
        "4 of 10,4"
    })
    void aScaleWantsOneOfItsPoints(String typed, Double amount) {
        Match wanted = amount == null ? new Match.Unclear() : amount(amount);
        assertEquals(wanted, ENGLISH.read(typed, SCALE, List.of(), List.of()));
    }

    @Test
    void numbersMayHaveAUnitAndEitherPoint() {
        Answer number = new Answer.Number(0.0, 100.0, false, "years");
        assertEquals(amount(7.5), ENGLISH.read("7,5 years", number, List.of(), List.of()));
        assertEquals(amount(12), GERMAN.read("zwölf", number, List.of(), List.of()));
        assertEquals(new Match.Unclear(), ENGLISH.read("101", number, List.of(), List.of()));
        assertEquals(
                new Match.Unclear(),
                ENGLISH.read(
                        "1.5", new Answer.Number(null, null, true, null), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31|2026-01-31",
                "31.1.2026|2026-01-31",
                "31/01/2026|2026-01-31",
                "1/31/2026|2026-01-31",
                "31 January 2026|2026-01-31",
                "31st of Jan 2026|2026-01-31",
                "January 31, 2026|2026-01-31",
                "31. Januar 2026|2026-01-31",
                "03/04/2026|",
                "04/04/2026|2026-04-04",
                "31.2.2026|",
                "tomorrow|",
                "2031-01-01|"
            })
    void onlyADayWithoutDoubtIsADay(String typed, LocalDate day) {
        Match wanted = day == null ? new Match.Unclear() : new Match.Fits(new Reading.Day(day));
        assertEquals(
                wanted,
                GERMAN.read(typed, new Answer.Date(null, "2030-12-31"), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "I don't know,UNSURE",
        "i dont know,UNSURE",
        "dunno,UNSURE",
        "skip,SKIP",
        "Skip this question.,SKIP",
        "help,HELP",
        "go back,BACK",
        "that is enough for today,ENOUGH",
        "weiß nicht,UNSURE",
        "Hilfe!,HELP",
        "keine Ahnung,UNSURE"
    })
    void clearCommandsCountEvenWhereAnyWordsAreAnAnswer(String typed, Word word) {
        assertEquals(new Match.Command(word), GERMAN.read(typed, TEXT, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "back",
                "pass",
                "enough",
                "I don't know him",
                "help with the children",
                "next"
            })
    void whatMightBeAnAnswerIsOneInFreeText(String typed) {
        assertEquals(
                new Match.Fits(new Reading.Words(typed)),
                ENGLISH.read(typed, TEXT, List.of(), List.of()));
    }

    @Test
    void freeTextKeepsItsWordsAndLosesWhatCannotBeSeen() {
        assertEquals(
                new Match.Fits(new Reading.Words("Don’t\nleave, 👩‍👧 please.")),
                ENGLISH.read(
                        "  Don’t\r\nleave,\u202e 👩‍👧 please.\u0000 ",
                        TEXT,
                        List.of(),
                        List.of()));
        assertEquals(new Match.Unclear(), ENGLISH.read(" \u200b ", TEXT, List.of(), List.of()));
        assertEquals(
                new Match.Unclear(), ENGLISH.read("x".repeat(201), TEXT, List.of(), List.of()));
    }

    @Test
    void linesBecomeAListAndBulletsVanish() {
        Answer list = new Answer.Texts(1, 3, 20, null, null);
        assertEquals(
                new Match.Fits(new Reading.Lines(List.of("losing him", "money"))),
                ENGLISH.read("- losing him\n\n2. money", list, List.of(), List.of()));
        assertEquals(new Match.Unclear(), ENGLISH.read("a\nb\nc\nd", list, List.of(), List.of()));
    }

    @Test
    void tooLongIsUnclear() {
        String long_ = "calm ".repeat(Matcher.UTTERANCE_LIMIT);
        assertEquals(new Match.Unclear(), ENGLISH.read(long_, CHOICE, MOODS, List.of()));
    }

    @Test
    void anyWordsComeToSomething() {
        Random random = new Random(20_251_122);
        String[] parts = {
            "calm",
            "and",
            ",",
            "7",
            "ten",
            "not",
            "\u202e",
            "\ud800",
            "👩‍👧",
            "-",
            ".",
            "\n",
            "skip",
            "Ü",
            "/",
            "1.1.2026"
        };
        List<Item> items = List.of(Item.of("calm"), Item.of("money and love"));
        List<Answer> answers =
                List.of(
                        CHOICE,
                        new Answer.Multi(MOODS, 0, 2),
                        new Answer.YesNo(YES_NO),
                        new Answer.Confirm(YES_NO),
                        SCALE,
                        new Answer.Number(null, 3.0, true, "kg"),
                        new Answer.Date("2020-01-01", null),
                        TEXT,
                        new Answer.Texts(1, 3, 30, null, null),
                        new Answer.Rank("x", 1),
                        new Answer.Sort("x", MOODS),
                        new Answer.Pick("x", 1, 2));
        for (int round = 0; round < 3_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(round % 100 == 0 ? 900 : 9); n > 0; n--) {
                typed.append(parts[random.nextInt(parts.length)])
                        .append(random.nextBoolean() ? " " : "");
            }
            Answer answer = answers.get(random.nextInt(answers.size()));
            Match match = GERMAN.read(typed.toString(), answer, MOODS, items);
            assertNotNull(match);
            assertEquals(match, GERMAN.read(typed.toString(), answer, MOODS, items));
        }
        assertTrue(
                ENGLISH.read("calm and ".repeat(440), new Answer.Multi(MOODS, 1, 2), MOODS, items)
                        instanceof Match.Unclear);
    }

    private static Option option(String value, String label, String... phrases) {
        Option plain = Option.of(value, label);
        return new Option(
                value,
                label,
                List.of(phrases),
                plain.forms(),
                null,
                null,
                null,
                Map.of(),
                null,
                0,
                false,
                0,
                null);
    }

    private static Match keys(String... keys) {
        return new Match.Fits(new Reading.Keys(List.of(keys)));
    }

    private static Match amount(double amount) {
        return new Match.Fits(new Reading.Amount(amount));
    }
}
