package unsaid.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Where the two languages overlap, a condition means what Google's Common Expression Language says
/// it means.
class ExpressionAgainstCelTest {
    private static final CelCompiler COMPILER =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .addVar("mood", SimpleType.DOUBLE)
                    .addVar("heavy", SimpleType.DOUBLE)
                    .addVar("short", SimpleType.BOOL)
                    .addVar("seen", SimpleType.BOOL)
                    .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

    /// The same in both languages; without brackets that are not needed, so that precedence shows.
    private record Both(String ours, String theirs) {
        Both then(String ours, String theirs, Both right) {
            return new Both(
                    this.ours + " " + ours + " " + right.ours,
                    this.theirs + " " + theirs + " " + right.theirs);
        }

        Both in(String ourWord, String theirSign) {
            return new Both(ourWord + "(" + ours + ")", theirSign + "(" + theirs + ")");
        }
    }

    @Test
    void conditionsMeanTheSameAsInTheCommonExpressionLanguage() throws Exception {
        SplittableRandom chance = new SplittableRandom(41);
        for (int round = 0; round < 3_000; round++) {
            Both both = truth(chance, 4);
            if (both.ours.length() > Expression.LENGTH) {
                continue;
            }
            Expression ours = Expression.parse(both.ours, new Sample()).expression();
            assertNotNull(ours, both.ours);
            CelRuntime.Program theirs =
                    RUNTIME.createProgram(COMPILER.compile(both.theirs).getAst());
            for (int i = 0; i < 5; i++) {
                double mood = chance.nextInt(-3, 12);
                double heavy = chance.nextInt(-3, 12) / 2.0;
                boolean isShort = chance.nextBoolean();
                boolean seen = chance.nextBoolean();
                Sample env =
                        new Sample()
                                .number("mood", mood)
                                .number("heavy", heavy)
                                .truth("short", isShort)
                                .truth("seen", seen);
                assertEquals(
                        theirs.eval(
                                Map.of(
                                        "mood", mood, "heavy", heavy, "short", isShort, "seen",
                                        seen)),
                        ours.holds(env),
                        both.ours);
            }
        }
    }

    private static Both truth(SplittableRandom chance, int depth) {
        return switch (depth == 0 ? chance.nextInt(4) : chance.nextInt(9)) {
            case 0 -> same("short");
            case 1 -> same("seen");
            case 2 -> same(chance.nextBoolean() ? "true" : "false");
            case 3, 4 -> {
                List<String> signs = List.of("<", "<=", ">", ">=", "is", "is not");
                List<String> theirs = List.of("<", "<=", ">", ">=", "==", "!=");
                int sign = chance.nextInt(signs.size());
                yield number(chance, depth - 1)
                        .then(signs.get(sign), theirs.get(sign), number(chance, depth - 1));
            }
            case 5 -> truth(chance, depth - 1).in("not ", "!");
            case 6 -> truth(chance, depth - 1).in("", "");
            case 7 -> truth(chance, depth - 1).then("and", "&&", truth(chance, depth - 1));
            default -> truth(chance, depth - 1).then("or", "||", truth(chance, depth - 1));
        };
    }

    private static Both number(SplittableRandom chance, int depth) {
        return switch (depth <= 0 ? chance.nextInt(3) : chance.nextInt(6)) {
            case 0 -> same("mood");
            case 1 -> same("heavy");
            case 2 -> {
                int number = chance.nextInt(0, 11);
                yield new Both(String.valueOf(number), number + ".0");
            }
            case 3 -> number(chance, depth - 1).in("", "");
            case 4 -> number(chance, depth - 1).then("+", "+", number(chance, depth - 1));
            default -> number(chance, depth - 1).then("-", "-", number(chance, depth - 1));
        };
    }

    private static Both same(String word) {
        return new Both(word, word);
    }
}
