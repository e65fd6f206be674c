package unsaid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.expression.Fault;
import unsaid.expression.Item;
import unsaid.expression.Sample;
import unsaid.expression.Value;
import unsaid.flow.Flow.Phrase;

/// What a text says once answers stand in it.
class MessageTest {
    private static final Set<String> PRODUCT = Set.of("emergency", "silent");
    private static final Map<String, Phrase> PHRASES =
            Map.of(
                    "kind.you", new Phrase.Fallback("something you cannot name yet"),
                    "thing", new Phrase.Fallback("a small thing"),
                    "comes",
                            new Phrase.Cases(
                                    List.of(
                                            new Phrase.Case(
                                                    "fears is not empty",
                                                    "It comes when {fears.you}."),
                                            new Phrase.Case(null, ""))),
                    "both", new Phrase.Cases(List.of(new Phrase.Case(null, "Both: {comes}"))),
                    "round", new Phrase.Cases(List.of(new Phrase.Case(null, "and {round-2}"))),
                    "round-2",
                            new Phrase.Cases(
                                    List.of(
                                            new Phrase.Case("short", "x"),
                                            new Phrase.Case(null, "{round}"))));

    private static Message.Compiled compile(String source, Locale locale) {
        return Message.compile(source, locale, new Sample(), PHRASES, PRODUCT);
    }

    private static Message message(String source) {
        Message.Compiled compiled = compile(source, Locale.ENGLISH);
        assertEquals(List.of(), compiled.faults(), source);
        return Objects.requireNonNull(compiled.message());
    }

    private static Fault fault(String source) {
        Message.Compiled compiled = compile(source, Locale.ENGLISH);
        assertNull(compiled.message(), source);
        return compiled.faults().getFirst();
    }

    private static String render(String source, Sample sample) {
        return render(source, sample, Locale.ENGLISH);
    }

    private static String render(String source, Sample sample, Locale locale) {
        Message message = Objects.requireNonNull(compile(source, locale).message(), source);
        return message.render(sample, name -> name.equals("emergency") ? "999" : "");
    }

    @Test
    void aTextWithoutPlaceholdersAlwaysReadsTheSame() {
        Message message = message("It's fine, isn't it?");
        assertTrue(message.isConstant());
        assertTrue(message.complete(new Sample()));
        assertEquals("It's fine, isn't it?", message.render(new Sample(), name -> name));
        assertEquals(
                "{mood}",
                Message.literal("{mood}").render(new Sample().number("mood", 1), name -> name));
    }

    @Test
    void anAnswerReadsAsItsLabelItsNumberItsDayOrItsWords() {
        Sample sample =
                new Sample()
                        .number("mood", 7)
                        .one("kind", "left")
                        .words("thing", "They made tea")
                        .with("since", new Value.Day(LocalDate.of(2026, 1, 31)));
        assertEquals("7", render("{mood}", sample));
        assertEquals("It is about being left.", render("It is about {kind}.", sample));
        assertEquals("“They made tea”", render("“{ thing }”", sample));
        assertEquals("January 31, 2026", render("{since}", sample));
        assertEquals("31. Januar 2026", render("{since}", sample, Locale.GERMAN));
        assertEquals("call 999", render("call {emergency}", sample));
    }

    @Test
    void anOptionIsPutIntoASentenceByItsForm() {
        assertEquals(
                "Then you are left.", render("Then {kind.you}.", new Sample().one("kind", "left")));
        assertEquals(
                "you are left, they get angry and you are not enough",
                render("{fears.you}", new Sample().many("fears", "left", "anger", "enough")));
    }

    @Test
    void ownWordsHaveNoFormsAndStayAsTheyAre() {
        assertEquals("that they go", render("{own.you}", new Sample().own("that they go")));
        assertEquals(
                "loud doors",
                render(
                        "{kind.you}",
                        new Sample().with("kind", new Value.One(Item.of("loud doors")))));
    }

    @Test
    void whileAnAnswerIsMissingItsFallbackIsSaid() {
        assertEquals(
                "It is something you cannot name yet.", render("It is {kind.you}.", new Sample()));
        assertEquals("“a small thing”", render("“{thing}”", new Sample()));
        assertEquals("“a small thing”", render("“{thing}”", new Sample().words("thing", "")));
        assertEquals("It is.", render("It is {kind}.", new Sample()));
    }

    @Test
    void aFallbackIsNoTemplate() {
        var compiled =
                Message.compile(
                        "{thing}",
                        Locale.ENGLISH,
                        new Sample(),
                        Map.of("thing", new Phrase.Fallback("{mood} {")),
                        PRODUCT);
        assertEquals(
                "{mood} {",
                Objects.requireNonNull(compiled.message())
                        .render(new Sample().number("mood", 1), name -> name));
    }

    @Test
    void aPhraseSaysItsFirstCaseThatHolds() {
        Sample sample = new Sample().many("fears", "left");
        assertEquals(
                "So. It comes when you are left. Right?", render("So. {comes} Right?", sample));
        assertEquals("So. Both: It comes when you are left.", render("So. {both}", sample));
    }

    @Test
    void anEmptyPhraseLeavesNoHole() {
        assertEquals("So. Right?", render("So. {comes} Right?", new Sample()));
        assertEquals("So.", render("So {comes} .", new Sample()));
        assertEquals("Right?", render("{comes} Right?", new Sample()));
        assertEquals("", render(" {comes} {silent} ", new Sample()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a  b`|a b",
                "`a , b`|a, b",
                "` a. `|a.",
                "`a : b ; c ?`|a: b; c?",
                "`Is it {silent} ?`|Is it?",
                "`({silent})`|()",
                "`a {silent} {silent} b`|a b"
            })
    void theTemplatesOwnGapsAreClosed(String source, String text) {
        assertEquals(text, render(source, new Sample()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two  spaces",
                "a space .",
                "wait ...  what ?",
                " before and after ",
                "a\n b",
                "{mood}",
                "{mood",
                "}",
                "{}",
                "#",
                "''",
                "{fears, plural, other {x}}",
                "<b>&amp;",
                "\\n",
                "“quoted”",
                "$1",
                "{0}",
                "…"
            })
    void aVisitorsWordsAreNeverParsedNorChanged(String words) {
        Sample sample = new Sample().words("thing", words).own(words, words).number("mood", 1);
        assertEquals("“" + words + "”, then", render("“{thing}”, then", sample));
        assertEquals("You wrote " + words, render("You wrote {thing}", sample));
        assertEquals("“" + words + " and " + words + "”", render("“{own}”", sample));
        assertEquals("other " + words, render("{kind, select, other {other {thing}}}", sample));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "They left|You wrote {thing}. Thank you.|You wrote They left. Thank you.",
                "They left.|You wrote {thing}. Thank you.|You wrote They left. Thank you.",
                "They left.|“{thing}”. Thank you.|“They left.” Thank you.",
                "They left|“{thing}”. Thank you.|“They left”. Thank you.",
                "They left!|“{thing}”.|“They left!”",
                "They left …|„{thing}“.|„They left …“",
                "They left...|{thing}.|They left...",
                "They said “go.”|It was {thing}.|It was They said “go.”",
                "They left (twice).|({thing}).|(They left (twice).)",
                "Why?|How is “{thing}”?|How is “Why?”",
                "They left.|How is “{thing}”?|How is “They left.”?",
                "They left.|{thing}: how is it?|They left.: how is it?",
                "They left.|{thing} {comes} .|They left.",
                "They left.|{thing} So it was.|They left. So it was.",
                "…|{thing}.|…"
            })
    void aSentenceOfTheVisitorsEndsOnce(String words, String source, String text) {
        assertEquals(text, render(source, new Sample().words("thing", words)));
    }

    @Test
    void aSentenceEndsOnceAlsoAtTheEndOfAPhraseOrAList() {
        assertEquals(
                "It comes when They left.",
                render("{comes}", new Sample().with("fears", own("They left."))));
        assertEquals(
                "So “They left.” and “He slept.” And?",
                render("So {own}. And?", new Sample().own("They left.", "He slept.")));
    }

    @Test
    void amongOthersOwnWordsStandInQuotesAsSoonAsOneOfThemIsLonger() {
        Sample sample = new Sample().own("M.", "doors", "I am too much");
        assertEquals("“M.”, “doors” and “I am too much”", render("{own}", sample));
        assertEquals("„M.“, „doors“ und „I am too much“", render("{own}", sample, Locale.GERMAN));
        assertEquals("“M., doors and I am too much”", render("“{own}”", sample));
        assertEquals("I am too much", render("{own}", new Sample().own("I am too much")));
        assertEquals(
                "“not now, please” and “Go away!”",
                render("{own}", new Sample().own("“not now, please”", "Go away!")));
        assertEquals(
                "a walk, Aunt Jo and tea",
                render("{own}", new Sample().own("a walk", "Aunt Jo", "tea")));
        assertEquals(
                "you are left and “that they go”",
                render(
                        "{fears.you}",
                        new Sample()
                                .with(
                                        "fears",
                                        new Value.Many(
                                                List.of(
                                                        Item.of(Sample.FEARS.getFirst(), null),
                                                        Item.of(
                                                                Sample.FEARS.get(1),
                                                                "that they go"))))));
    }

    private static Value own(String words) {
        return new Value.Many(List.of(Item.of(words)));
    }

    @Test
    void anyWordsComeOutAsTheyWentIn() {
        SplittableRandom chance = new SplittableRandom(21);
        String signs = "{}#'\"\\ .,;:?!$%<>\n\tabz{mood}é😀";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder words = new StringBuilder("x");
            for (int length = chance.nextInt(30); length > 0; length--) {
                words.append(
                        chance.nextInt(5) == 0
                                ? (char) chance.nextInt(0xD800)
                                : signs.charAt(chance.nextInt(signs.length())));
            }
            String text = words.toString();
            Sample sample =
                    new Sample()
                            .words("thing", text)
                            .own(text, "b")
                            .number("mood", 3)
                            .truth("short", true);
            assertEquals("“" + text + "”", render("“{thing}”", sample));
            assertEquals("3 " + text, render("{mood} {thing}", sample));
            assertEquals("So “" + text + " and b”", render("So “{own}”", sample));
            assertEquals(text + ";", render("{short, select, true {{thing}} other {}};", sample));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|You named none.",
                "1|You named one fear.",
                "2|You named 2 fears.",
                "3|You named 3 fears."
            })
    void aPluralCounts(int number, String text) {
        String source = "You named {fears, plural, =0 {none} one {one fear} other {# fears}}.";
        String[] fears =
                IntStream.range(0, number)
                        .mapToObj(i -> Sample.FEARS.get(i).value())
                        .toArray(String[]::new);
        assertEquals(text, render(source, new Sample().many("fears", fears)));
        assertEquals(
                text.replace("fears", "fears"),
                render(
                        source.replace("fears, plural", "mood, plural"),
                        new Sample().number("mood", number)));
    }

    @Test
    void whatIsUnsetCountsAsNone() {
        assertEquals("none", render("{fears, plural, =0 {none} other {#}}", new Sample()));
        assertEquals(
                "0 rounds",
                render("{weigh, plural, one {# round} other {# rounds}}", new Sample()));
        assertEquals(
                "2 rounds",
                render(
                        "{weigh, plural, one {# round} other {# rounds}}",
                        new Sample().weigh("left", 1, "anger", 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "en,0,other",
        "en,1,one",
        "en,2,other",
        "en,1.5,other",
        "de,0,other",
        "de,1,one",
        "de,2,other",
        "fr,0,one",
        "fr,1,one",
        "fr,1.5,one",
        "fr,2,other",
        "fr,1000000,many",
        "ar,0,zero",
        "ar,1,one",
        "ar,2,two",
        "ar,3,few",
        "ar,10,few",
        "ar,11,many",
        "ar,99,many",
        "ar,100,other",
        "pl,0,many",
        "pl,1,one",
        "pl,2,few",
        "pl,4,few",
        "pl,5,many",
        "pl,12,many",
        "pl,22,few",
        "pl,1.5,other"
    })
    void everyLanguageCountsInItsOwnWay(String language, double number, String category) {
        String source =
                "{mood, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}";
        assertEquals(
                category,
                render(
                        source,
                        new Sample().number("mood", number),
                        Locale.forLanguageTag(language)));
    }

    @Test
    void aCategoryThatIsNotWrittenReadsAsOther() {
        assertEquals(
                "rest",
                render(
                        "{mood, plural, one {one} other {rest}}",
                        new Sample().number("mood", 3),
                        Locale.forLanguageTag("pl")));
    }

    @Test
    void ordinalsAreCountedAsPlaces() {
        String source = "the {mood, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}";
        Map<Integer, String> places =
                Map.of(
                        1,
                        "the 1st",
                        2,
                        "the 2nd",
                        3,
                        "the 3rd",
                        4,
                        "the 4th",
                        11,
                        "the 11th",
                        21,
                        "the 21st");
        places.forEach((number, text) ->
                assertEquals(text, render(source, new Sample().number("mood", number))));
    }

    @Test
    void aSelectTakesTheCaseOfTheAnswer() {
        String source =
                "{kind, select, left {Left.} anger {Anger, {mood, plural, one {one} other {# times}}.} other {Else.}}";
        assertEquals("Left.", render(source, new Sample().one("kind", "left")));
        assertEquals(
                "Anger, 3 times.",
                render(source, new Sample().one("kind", "anger").number("mood", 3)));
        assertEquals("Else.", render(source, new Sample().one("kind", "enough")));
        assertEquals("Else.", render(source, new Sample()));
        assertEquals(
                "yes",
                render(
                        "{short, select, true {yes} other {no}}",
                        new Sample().truth("short", true)));
    }

    @Test
    void aHashIsTheNumberAlsoInsideASelectInsideThePlural() {
        String source = "{mood, plural, other {{short, select, true {# times} other {#}}}}";
        assertEquals(
                "3 times", render(source, new Sample().number("mood", 3).truth("short", true)));
        assertEquals("3", render(source, new Sample().number("mood", 3)));
        assertEquals(
                "# here, 3 there",
                render("# here, {mood, plural, other {# there}}", new Sample().number("mood", 3)));
    }

    @Test
    void aListReadsAsASentence() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("", "");
        sentences.put("a", "a");
        sentences.put("a b", "a and b");
        sentences.put("a b c", "a, b and c");
        sentences.put("a b c d", "a, b, c and d");
        sentences.forEach((list, text) -> {
            List<String> items = list.isEmpty() ? List.of() : List.of(list.split(" "));
            assertEquals(text, Sentences.join(items, Locale.ENGLISH));
            assertEquals(text.replace(" and ", " und "), Sentences.join(items, Locale.GERMAN));
        });
        assertEquals("a, b, and c", Sentences.join(List.of("a", "b", "c"), Locale.US));
        assertEquals("{0} and {1}", Sentences.join(List.of("{0}", "{1}"), Locale.ENGLISH));
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertEquals("2.5", render("{mood}", new Sample().number("mood", 2.5)));
        assertEquals("2,5", render("{mood}", new Sample().number("mood", 2.5), Locale.GERMAN));
        assertEquals("1,000", render("{mood}", new Sample().number("mood", 1000)));
        assertEquals("0", render("{mood}", new Sample().number("mood", -0.0)));
        assertEquals("0", render("{mood}", new Sample().number("mood", -0.0), Locale.GERMAN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a {mood`|syntax|2",
                "`a } b`|syntax|2",
                "`{}`|syntax|0",
                "`{ }`|syntax|0",
                "`{mood {x}}`|syntax|0",
                "`{mood, plural, one {x}}`|syntax|0",
                "`{mood, plural}`|syntax|0",
                "`{mood, plural, other x}`|syntax|21",
                "`{mood, plural, other {x}`|syntax|0",
                "`{mood, plural, offset:1 other {x}}`|syntax|24",
                "`{mood, number}`|syntax|0",
                "`{kind, select, left {x}}`|syntax|0",
                "`{kind, select, other {{}}}`|syntax|22",
                "`{mood,`|syntax|0",
                "`Hm, {modd}.`|unknown-name|4",
                "`{modd, plural, other {x}}`|unknown-name|0",
                "`{emergancy}`|unknown-name|0",
                "`{kind.yu}`|unknown-form|0",
                "`{mood.you}`|unknown-form|0",
                "`So {round}`|phrase-loop|3"
            })
    void whatIsWrongIsToldAtItsPlace(String source, String rule, int offset) {
        Fault fault = fault(source);
        assertEquals(rule + " " + offset, fault.rule() + " " + fault.offset(), fault::toString);
        assertFalse(fault.message().isBlank());
        assertFalse(fault.wayOut().isBlank());
    }

    @Test
    void anUnknownPlaceholderGetsTheNearestName() {
        assertEquals("did you mean {mood}?", fault("{modd}").wayOut());
        assertEquals("did you mean {emergency}?", fault("{emergancy}").wayOut());
        assertEquals("did you mean {comes}?", fault("{come}").wayOut());
    }

    @Test
    void aTextHasItsLimits() {
        assertTrue(message("x".repeat(Message.LENGTH)).isConstant());
        assertEquals("over-limit", fault("x".repeat(Message.LENGTH + 1)).rule());
        String open = "{mood, plural, other {";
        assertEquals("x", render(open.repeat(6) + "x" + "}}".repeat(6), new Sample()));
        assertEquals("over-limit", fault(open.repeat(7) + "x" + "}}".repeat(7)).rule());
    }

    @Test
    void phrasesOfPhrasesCannotGrowWithoutBound() {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            String inner = i == 39 ? "x" : ("{p" + (i + 1) + "}").repeat(2);
            phrases.put("p" + i, new Phrase.Cases(List.of(new Phrase.Case(null, inner))));
        }
        var compiled = Message.compile("{p0}", Locale.ENGLISH, new Sample(), phrases, PRODUCT);
        assertEquals("over-limit", compiled.faults().getFirst().rule());
    }

    @Test
    void aTextIsCompleteWhenEveryAnswerInItIsGiven() {
        assertComplete("{mood} {kind}", new Sample().number("mood", 1).one("kind", "left"), null);
        assertComplete("{mood} {kind}", new Sample().number("mood", 1), "kind");
        assertComplete("{kind.you}", new Sample(), "kind, whatever its fallback");
        assertComplete("{fears}", new Sample().many("fears"), "an empty list says nothing");
        assertComplete("{thing}", new Sample().words("thing", ""), "empty words say nothing");
        assertComplete("{fears, plural, other {x}}", new Sample(), "fears");
        assertComplete("{kind, select, other {x}}", new Sample().one("kind", "left"), null);
        assertComplete(
                "{kind, select, left {{thing}} other {}}",
                new Sample().one("kind", "left"),
                "thing");
        assertComplete(
                "{kind, select, left {{thing}} other {}}", new Sample().one("kind", "anger"), null);
        assertComplete(
                "{mood, plural, one {one} other {# {thing}}}",
                new Sample().number("mood", 2),
                "thing");
        assertComplete(
                "{mood, plural, one {one} other {# {thing}}}",
                new Sample().number("mood", 1),
                null);
        assertComplete("{emergency} {comes}", new Sample(), null);
    }

    private static void assertComplete(String source, Sample sample, @Nullable String missing) {
        assertEquals(missing == null, message(source).complete(sample), source + ": " + missing);
    }

    @Test
    void whateverATextIsItIsReadOrRefused() {
        SplittableRandom chance = new SplittableRandom(22);
        List<String> words =
                List.of(
                        "{",
                        "}",
                        "{mood}",
                        "{kind.you}",
                        "{comes}",
                        "{round}",
                        ",",
                        "plural",
                        "select",
                        "selectordinal",
                        "one",
                        "other",
                        "=0",
                        "#",
                        "mood",
                        "kind",
                        " ",
                        "x",
                        "{mood, plural, ",
                        "other {",
                        "{short, select, ",
                        "'",
                        ".");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(14); length > 0; length--) {
                text.append(words.get(chance.nextInt(words.size())));
            }
            Message.Compiled compiled = compile(text.toString(), Locale.ENGLISH);
            Message message = compiled.message();
            assertEquals(message == null, !compiled.faults().isEmpty());
            for (Fault fault : compiled.faults()) {
                assertTrue(
                        fault.offset() >= 0 && fault.offset() <= text.length(),
                        () -> text + " " + fault);
            }
            if (message != null) {
                message.render(new Sample().number("mood", 2), name -> "");
                message.render(new Sample(), name -> "");
            }
        }
    }
}
