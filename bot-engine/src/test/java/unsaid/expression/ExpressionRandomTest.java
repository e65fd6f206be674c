package unsaid.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever is written and whatever is set, an expression is read or refused, and never throws.
class ExpressionRandomTest {
    private static final Sample NAMES = new Sample();
    private static final List<String> WORDS =
            List.of(
                    "mood",
                    "kind",
                    "other-kind",
                    "fears",
                    "own",
                    "short",
                    "thing",
                    "since",
                    "weigh",
                    "boxes",
                    "boxes.mine",
                    "fear",
                    "strength",
                    "is",
                    "is not",
                    "not",
                    "and",
                    "or",
                    "contains",
                    "empty",
                    "set",
                    "true",
                    "false",
                    "left",
                    "anger",
                    "'left'",
                    "'",
                    "7",
                    "1.5",
                    "(",
                    ")",
                    ",",
                    ".",
                    "+",
                    "-",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "=",
                    "count(",
                    "size(",
                    "top(",
                    "bottom(",
                    "sum(",
                    "join(",
                    "first(");

    @Test
    void anyCharactersAreReadOrRefused() {
        SplittableRandom chance = new SplittableRandom(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(60); length > 0; length--) {
                text.append(
                        (char)
                                (chance.nextInt(4) == 0
                                        ? chance.nextInt(0x10000)
                                        : 32 + chance.nextInt(96)));
            }
            readOrRefused(text.toString(), chance);
        }
    }

    @Test
    void anyWordsOfTheLanguageAreReadOrRefused() {
        SplittableRandom chance = new SplittableRandom(12);
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + chance.nextInt(14); length > 0; length--) {
                text.append(WORDS.get(chance.nextInt(WORDS.size())))
                        .append(chance.nextInt(4) == 0 ? "" : " ");
            }
            readOrRefused(text.toString(), chance);
        }
    }

    private static void readOrRefused(String source, SplittableRandom chance) {
        Expression.Parsed parsed = Expression.parse(source, NAMES);
        Expression expression = parsed.expression();
        if (expression == null) {
            assertFalse(parsed.faults().isEmpty(), source);
            for (Fault fault : parsed.faults()) {
                assertTrue(
                        fault.offset() >= 0 && fault.offset() + fault.length() <= source.length(),
                        () -> source + fault);
            }
            return;
        }
        assertEquals(List.of(), parsed.faults());
        Sample env = Sample.random(chance);
        Value value = expression.value(env);
        assertEquals(value instanceof Value.Truth(boolean is) && is, expression.holds(env), source);
    }

    @Test
    void everyWellTypedExpressionIsReadAndHasAValueOfItsType() {
        SplittableRandom chance = new SplittableRandom(13);
        for (int round = 0; round < 20_000; round++) {
            String source = truth(chance, 4);
            if (source.length() > Expression.LENGTH) {
                continue;
            }
            Expression.Parsed parsed = Expression.parse(source, NAMES);
            assertEquals(List.of(), parsed.faults(), source);
            Expression expression = parsed.expression();
            assertNotNull(expression);
            assertEquals(new Type.Truth(), expression.type(), source);
            Sample env = Sample.random(chance);
            assertEquals(expression.holds(env), expression.holds(env), source);
            Expression not = Expression.parse("not (" + source + ")", NAMES).expression();
            if (not != null) {
                assertEquals(!expression.holds(env), not.holds(env), source);
            }
        }
    }

    @Test
    void theOrderOfAndAndOrDoesNotMatter() {
        SplittableRandom chance = new SplittableRandom(14);
        for (int round = 0; round < 5_000; round++) {
            String a = truth(chance, 2);
            String b = truth(chance, 2);
            Sample env = Sample.random(chance);
            for (String word : List.of("and", "or")) {
                Expression there =
                        Expression.parse("(" + a + ") " + word + " (" + b + ")", NAMES)
                                .expression();
                Expression back =
                        Expression.parse("(" + b + ") " + word + " (" + a + ")", NAMES)
                                .expression();
                if (there == null || back == null) {
                    assertNull(there == null ? there : back);
                    continue;
                }
                assertEquals(there.holds(env), back.holds(env), a + " / " + b);
            }
        }
    }

    private static String truth(SplittableRandom chance, int depth) {
        if (depth == 0) {
            return pick(chance, "short", "seen", "true", "false", "mood is set", "fears is empty");
        }
        return switch (chance.nextInt(10)) {
            case 0 -> truth(chance, depth - 1) + " and " + truth(chance, depth - 1);
            case 1 -> "(" + truth(chance, depth - 1) + " or " + truth(chance, depth - 1) + ")";
            case 2 -> "not (" + truth(chance, depth - 1) + ")";
            case 3 ->
                    number(chance, depth - 1)
                            + pick(chance, " < ", " <= ", " > ", " >= ", " is ", " is not ")
                            + number(chance, depth - 1);
            case 4 ->
                    one(chance)
                            + pick(chance, " is ", " is not ")
                            + pick(chance, "left", "anger", "'enough'", "kind", "first(fears)");
            case 5 ->
                    list(chance, depth - 1)
                            + pick(chance, " contains ", " is ")
                            + pick(chance, "left", "'anger'");
            case 6 ->
                    list(chance, depth - 1)
                            + pick(chance, " is empty", " is not empty", " is set", " is not set");
            case 7 -> "since" + pick(chance, " < ", " >= ", " is ") + "'2026-01-15'";
            case 8 -> "thing" + pick(chance, " is ", " contains ", " is not ") + "'left'";
            default -> truth(chance, 0);
        };
    }

    private static String number(SplittableRandom chance, int depth) {
        if (depth <= 0) {
            return pick(chance, "mood", "heavy", "0", "7", "2.5", "-3");
        }
        return switch (chance.nextInt(6)) {
            case 0 -> number(chance, depth - 1) + " + " + number(chance, depth - 1);
            case 1 -> "(" + number(chance, depth - 1) + " - " + number(chance, depth - 1) + ")";
            case 2 -> "size(" + list(chance, depth - 1) + ")";
            case 3 ->
                    "count(weigh, "
                            + pick(
                                    chance,
                                    "sure",
                                    "strength > 3",
                                    "fear is left",
                                    truth(chance, depth - 1))
                            + ")";
            case 4 -> "sum(weigh, strength)";
            default -> "top(weigh, strength).strength";
        };
    }

    private static String one(SplittableRandom chance) {
        return pick(
                chance,
                "kind",
                "other-kind",
                "first(fears)",
                "top(weigh, strength).fear",
                "bottom(weigh, strength).fear");
    }

    private static String list(SplittableRandom chance, int depth) {
        return depth > 0 && chance.nextBoolean()
                ? "join(" + list(chance, depth - 1) + ", " + pick(chance, "own", one(chance)) + ")"
                : pick(chance, "fears", "boxes.mine", "join(fears, boxes.ours)");
    }

    private static String pick(SplittableRandom chance, String... all) {
        return all[chance.nextInt(all.length)];
    }
}
