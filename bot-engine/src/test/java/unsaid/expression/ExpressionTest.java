package unsaid.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a condition means, written as the conditions an author would write.
class ExpressionTest {
    /// mood 7, heavy unset, kind left, fears left and anger, own "that they go", short true.
    private static final Sample SET =
            new Sample()
                    .number("mood", 7)
                    .one("kind", "left")
                    .many("fears", "left", "anger")
                    .own("that they go", "silence")
                    .truth("short", true)
                    .truth("seen", false)
                    .words("thing", "They made tea")
                    .with("since", new Value.Day(LocalDate.of(2026, 1, 31)))
                    .weigh("left", 4, "anger", 8, "enough", 8)
                    .with(
                            "boxes",
                            new Value.Sorted(
                                    java.util.Map.of(
                                            "mine",
                                            Sample.several("left"),
                                            "ours",
                                            Sample.several())));

    private static final Sample UNSET = new Sample();

    private static Expression parse(String source) {
        Expression.Parsed parsed = Expression.parse(source, SET);
        assertEquals(List.of(), parsed.faults(), source);
        return Objects.requireNonNull(parsed.expression());
    }

    private static Fault fault(String source) {
        Expression.Parsed parsed = Expression.parse(source, SET);
        assertNull(parsed.expression(), source);
        return parsed.faults().getFirst();
    }

    private static @Nullable Double number(String source, Env env) {
        return parse(source).value(env) instanceof Value.Num(double number) ? number : null;
    }

    private static @Nullable String key(String source, Env env) {
        return parse(source).value(env) instanceof Value.One(Item item) ? item.key() : null;
    }

    private static List<String> keys(String source, Env env) {
        return parse(source).value(env) instanceof Value.Many(var items)
                ? items.stream().map(Item::key).toList()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood is 7",
                "mood is not 8",
                "mood > 6",
                "mood >= 7",
                "mood < 8",
                "mood <= 7",
                "mood is mood",
                "7 is mood",
                "kind is left",
                "kind is 'left'",
                "kind is not anger",
                "kind is not other-kind",
                "thing is 'They made tea'",
                "fears contains left",
                "not fears contains enough",
                "fears contains kind",
                "fears contains first(fears)",
                "own contains 'silence'",
                "thing contains 'tea'",
                "fears is not empty",
                "own is not empty",
                "thing is not empty",
                "mood is not empty",
                "mood is set",
                "heavy is not set",
                "weigh is not empty",
                "boxes is not empty",
                "boxes.ours is empty",
                "short",
                "short is true",
                "seen is false",
                "not seen",
                "short and not seen",
                "since > '2026-01-30'",
                "since <= '2026-01-31'",
                "since is '2026-01-31'",
                "since is not '2026-02-01'",
                "size(fears) is 2",
                "size(weigh) is 3",
                "size(kind) is 1",
                "size(boxes) is 1",
                "size(boxes.mine) is 1",
                "count(weigh, strength >= 8) is 2",
                "count(weigh, sure) is 2",
                "count(weigh, fear is left) is 1",
                "count(weigh, fear is kind) is 1",
                "count(weigh, strength > mood) is 2",
                "count(weigh, strength is set and not sure) is 1",
                "sum(weigh, strength) is 20",
                "top(weigh, strength).strength is 8",
                "top(weigh, strength).fear is anger",
                "bottom(weigh, strength).fear is left",
                "first(fears) is left",
                "size(join(fears, own, kind)) is 4",
                "mood + 1 > 7",
                "mood - 1 < 7",
                "1.5 + 1.5 is 3",
                "-1 < 0",
                "mood + -7 is 0",
                "((mood > 5))",
                " mood\t>\n5 ",
                "true",
                "not false",
                "not not true"
            })
    void thisHolds(String condition) {
        assertTrue(parse(condition).holds(SET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood is 8",
                "mood is not 7",
                "mood > 7",
                "mood >= 8",
                "mood < 7",
                "mood <= 6",
                "kind is anger",
                "kind is not left",
                "kind is other-kind",
                "fears contains enough",
                "fears is left",
                "fears is empty",
                "heavy is set",
                "mood is not set",
                "seen",
                "not short",
                "short and seen",
                "since < '2026-01-31'",
                "thing contains 'Tea'",
                "boxes.mine is empty"
            })
    void thisDoesNotHold(String condition) {
        assertFalse(parse(condition).holds(SET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood is 7",
                "mood > 0",
                "mood >= 0",
                "mood < 9",
                "mood <= 9",
                "heavy is mood",
                "kind is left",
                "kind is other-kind",
                "fears contains left",
                "fears contains kind",
                "own contains 'x'",
                "thing contains 'x'",
                "thing is 'x'",
                "short",
                "short is true",
                "short is false",
                "mood is set",
                "fears is not empty",
                "since > '2020-01-01'",
                "mood + 1 > 0",
                "mood + heavy is set",
                "first(fears) is set",
                "top(weigh, strength).fear is set",
                "boxes.mine is set"
            })
    void whileNothingIsSetThisIsFalse(String condition) {
        assertFalse(parse(condition).holds(UNSET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood is not 7",
                "kind is not left",
                "kind is not other-kind",
                "short is not true",
                "not short",
                "mood is not set",
                "fears is empty",
                "mood is empty",
                "thing is empty",
                "weigh is empty",
                "boxes is empty",
                "boxes.mine is empty",
                "size(fears) is 0",
                "size(weigh) is 0",
                "size(boxes) is 0",
                "sum(weigh, strength) is 0",
                "count(weigh, sure) is 0",
                "join(fears, own) is empty",
                "not (mood > 5)",
                "not fears contains left"
            })
    void whileNothingIsSetThisIsTrue(String condition) {
        assertTrue(parse(condition).holds(UNSET));
    }

    @Test
    void arithmeticWithSomethingUnsetIsUnset() {
        assertNull(number("mood + 1", UNSET));
        assertNull(number("1 - heavy", SET));
        assertNull(number("mood + heavy", SET));
    }

    @Test
    void additionGoesFromLeftToRight() {
        assertEquals(2.0, number("10 - 5 - 3", SET));
        assertEquals(8.0, number("10 - (5 - 3)", SET));
        assertEquals(12.0, number("10 - 5 + mood", SET));
    }

    @Test
    void aMinusWithoutSpacesBelongsToTheName() {
        assertEquals(Set.of("other-kind"), parse("other-kind is left").names());
        assertEquals(6.0, number("mood - 1", SET));
        assertEquals("unknown-name", fault("mood-1 > 2").rule());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true or true and false|true",
                "(true or true) and false|false",
                "false and true or true|true",
                "false and (true or true)|false",
                "not false and false|false",
                "not (false and false)|true",
                "not true or true|true",
                "not mood > 9|true",
                "mood > 9 or mood > 5 and not seen|true",
                "mood + 1 > mood and mood - 1 < mood|true"
            })
    void notBindsTighterThanAndAndAndTighterThanOr(String condition, boolean holds) {
        assertEquals(holds, parse(condition).holds(SET));
    }

    @Test
    void noughtIsNoughtWhateverItsSign() {
        assertTrue(parse("0 is -0").holds(SET));
        assertTrue(parse("mood >= -0").holds(new Sample().number("mood", 0)));
        assertTrue(parse("mood is 0").holds(new Sample().number("mood", -0.0)));
        assertFalse(parse("mood < 0").holds(new Sample().number("mood", -0.0)));
    }

    @Test
    void joinKeepsTheOrderAndDropsRepeats() {
        Sample sample =
                new Sample()
                        .one("kind", "anger")
                        .many("fears", "left", "anger")
                        .own("left", "silence");
        assertEquals(
                List.of("anger", "left", "\"left\"", "\"silence\""),
                keys("join(kind, fears, own)", sample));
        assertEquals(List.of(), keys("join(fears, own)", UNSET));
    }

    @Test
    void firstOfAnEmptyListIsUnset() {
        assertNull(key("first(fears)", new Sample().many("fears")));
        assertEquals("anger", key("first(fears)", new Sample().many("fears", "anger", "left")));
    }

    @Test
    void amongEqualsTopAndBottomTakeTheFirst() {
        Sample sample = new Sample().weigh("enough", 5, "left", 5, "anger", -1);
        assertEquals("enough", key("top(weigh, strength).fear", sample));
        assertEquals("enough", key("bottom(weigh, strength).fear", sample));
    }

    @Test
    void roundsWithoutAnAnswerAreNeitherTopNorBottomNorInTheSum() {
        Sample sample = new Sample().weigh("left", -1, "anger", 3);
        assertEquals("anger", key("top(weigh, strength).fear", sample));
        assertEquals("anger", key("bottom(weigh, strength).fear", sample));
        assertEquals(3.0, number("sum(weigh, strength)", sample));
        assertNull(key("top(weigh, strength).fear", new Sample().weigh("left", -1)));
    }

    @Test
    void insideCountTheLoopsNamesComeBeforeTheOthers() {
        assertEquals(2.0, number("count(weigh, strength > mood)", SET));
        assertEquals(1.0, number("count(weigh, fear is top(weigh, strength).fear)", SET));
        assertEquals(3.0, number("count(weigh, count(weigh, strength > 7) is 2)", SET));
        assertEquals("unknown-name", fault("count(weigh, sure) > 0 and strength > 1").rule());
    }

    @Test
    void anExpressionTellsTheNamesItReadsButNotThoseOfTheLoop() {
        assertEquals(
                Set.of("weigh", "mood", "kind"),
                parse("count(weigh, strength > mood and fear is left) > 1 or kind is anger")
                        .names());
    }

    @Test
    void anExpressionKnowsItsType() {
        assertEquals(new Type.Num(), parse("mood + 1").type());
        assertEquals(new Type.Truth(), parse("mood > 1").type());
        assertEquals(new Type.One(Sample.FEARS), parse("first(fears)").type());
        assertEquals(new Type.Many(Sample.FEARS), parse("boxes.mine").type());
        assertEquals(new Type.Words(), parse("'a text'").type());
        assertNull(Expression.nothing().value(SET));
        assertFalse(Expression.nothing().holds(SET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modd > 5|unknown-name|0|4|did you mean “mood”?",
                "short and haevy > 5|unknown-name|10|5|did you mean “heavy”?",
                "kind is lefd|unknown-value|8|4|did you mean “left”?",
                "kind is not 'angre'|unknown-value|13|5|did you mean “anger”?",
                "fears contains enouhg|unknown-value|15|6|did you mean “enough”?",
                "boxes.mien is empty|unknown-value|6|4|did you mean “mine”?",
                "kind is zzzzzz|unknown-value|8|6|the options are: left, anger, enough",
                "sum(weigh, strenth) > 1|unknown-name|11|7|did you mean “strength”?",
                "top(weigh, strength).faer is left|unknown-name|21|4|write .fear for the item",
                "top(weigh, sure).fear is left|unknown-name|11|4|name a scale or number of the loop",
                "qqqqqqqq|unknown-name|0|8|use the id of a step, or a name that is set"
            })
    void anUnknownNameIsFoundAtItsPlace(
            String source, String rule, int offset, int length, String wayOut) {
        Fault fault = fault(source);
        assertEquals(rule, fault.rule());
        assertEquals(offset + " " + length, fault.offset() + " " + fault.length());
        assertEquals(wayOut, fault.wayOut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mood is left|type-mismatch|8",
                "mood is 'x'|type-mismatch|9",
                "kind > 3|type-mismatch|5",
                "fears > 1|type-mismatch|6",
                "mood contains 3|type-mismatch|0",
                "kind contains left|type-mismatch|0",
                "fears contains 7|unknown-value|15",
                "own contains 7|type-mismatch|13",
                "mood and short|type-mismatch|5",
                "not mood|type-mismatch|4",
                "short or kind|type-mismatch|9",
                "mood + kind > 1|type-mismatch|5",
                "fears + own|type-mismatch|6",
                "short + 1|type-mismatch|6",
                "first(mood)|type-mismatch|6",
                "join(fears, mood)|type-mismatch|5",
                "count(fears, mood > 1)|type-mismatch|6",
                "sum(mood, strength)|type-mismatch|4",
                "top(fears, strength).fear|type-mismatch|4",
                "since > 'soon'|type-mismatch|9",
                "since > '2026-02-30'|type-mismatch|9",
                "since is 3|type-mismatch|9",
                "short is 1|type-mismatch|9",
                "count(weigh, strength)|type-mismatch|13"
            })
    void whatDoesNotFitTogetherIsATypeMismatch(String source, String rule, int offset) {
        Fault fault = fault(source);
        assertEquals(rule + " " + offset, fault.rule() + " " + fault.offset());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0",
                "`  `|2",
                "mood >|6",
                "> 5|0",
                "mood 5|5",
                "mood = 5|5",
                "mood == 5|5",
                "(mood > 5|9",
                "mood > 5)|8",
                "and|0",
                "mood > 5 and|12",
                "not|3",
                "mood is|7",
                "mood is not|11",
                "size(fears|10",
                "fears contains|14",
                "mood > 'x|7",
                "mood & 5|5",
                "mood > 5 && short|9",
                "1 < 2 < 3|6",
                "mood > - short|7",
                "weigh[0]|5",
                "top(weigh, strength)|20",
                "{mood} > 5|0",
                "mood > 5;|8",
                "is empty|0",
                "count(weigh)|11",
                "-mood > 1|0",
                "mood.x|4"
            })
    void whatIsNoConditionIsToldAtItsPlace(String source, int offset) {
        Fault fault = fault(source);
        assertEquals("syntax " + offset, fault.rule() + " " + fault.offset(), fault::toString);
        assertFalse(fault.message().isBlank());
        assertFalse(fault.wayOut().isBlank());
    }

    @Test
    void anEqualsSignIsAnsweredWithTheWordToUse() {
        assertEquals("write \"is\"", fault("mood = 5").wayOut());
    }

    @Test
    void anExpressionMayBeFiveHundredCharactersLongAndNoLonger() {
        String source = "mood > 1" + " ".repeat(Expression.LENGTH - 8);
        assertTrue(parse(source).holds(SET));
        Fault fault = fault(source + " ");
        assertEquals("over-limit", fault.rule());
        assertEquals(501, fault.length());
    }

    @Test
    void bracketsMayStandTwentyDeepAndNoDeeper() {
        String source = "(".repeat(Expression.DEPTH) + "short" + ")".repeat(Expression.DEPTH);
        assertTrue(parse(source).holds(SET));
        assertEquals("over-limit", fault("(" + source + ")").rule());
        assertEquals("over-limit", fault("not ".repeat(Expression.DEPTH + 1) + "short").rule());
        assertEquals(
                "over-limit", fault("first(join(".repeat(11) + "fears" + "))".repeat(11)).rule());
    }

    @Test
    void countMayStandInACountButNoDeeper() {
        assertEquals(0.0, number("count(weigh, count(weigh, strength > 9) > 1)", SET));
        Fault fault = fault("short and count(weigh, count(weigh, count(weigh, sure) > 1) > 1) > 1");
        assertEquals("over-limit 36 5", fault.rule() + " " + fault.offset() + " " + fault.length());
        assertTrue(
                parse("count(weigh, sure) > 1" + " and count(weigh, sure) > 1".repeat(9))
                        .holds(SET));
    }

    @Test
    void bracketsBesideOneAnotherDoNotCountAsDeep() {
        assertTrue(parse("(short)" + " and (short)".repeat(40)).holds(SET));
        assertTrue(parse("not not short" + " and not not short".repeat(25)).holds(SET));
    }
}
