package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unsaid.engine.Entry;
import unsaid.engine.Given;
import unsaid.engine.Log;

class LogTextTest {
    private static final String[] WORDS = {
        "", "fear", "“quoted”", "a\nb\u0000c", "\"}]", "\\", "كلمة", "🌙 moon", "x".repeat(2_000)
    };

    private final Random random = new Random(20_261_124);

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private List<String> words() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> word()).toList();
    }

    private Given.Chosen chosen() {
        return new Given.Chosen(word(), random.nextBoolean() ? null : word());
    }

    private Given given() {
        return switch (random.nextInt(8)) {
            case 0 -> chosen();
            case 1 ->
                    new Given.Several(
                            IntStream.range(0, random.nextInt(4)).mapToObj(_ -> chosen()).toList());
            case 2 -> new Given.Amount(random.nextBoolean() ? 7 : random.nextGaussian() * 1e9);
            case 3 -> new Given.Written(word());
            case 4 -> new Given.Lines(words());
            case 5 -> {
                Map<String, List<String>> piles = new LinkedHashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    piles.put(word(), words());
                }
                yield new Given.Piles(piles);
            }
            case 6 -> new Given.Skipped();
            default -> new Given.NotKnown();
        };
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            entries.add(new Entry(random.nextBoolean() ? Entry.HELP : "flow/" + word(), given()));
        }
        return entries;
    }

    @Test
    void everyLogReadsAsItWasWritten() {
        for (int i = 0; i < 5_000; i++) {
            Log log =
                    new Log(
                            word(),
                            random.nextBoolean() ? null : word(),
                            random.nextInt(),
                            "en",
                            random.nextInt(500),
                            entries(),
                            entries(),
                            random.nextBoolean() ? null : word(),
                            words());
            assertEquals(log, LogText.read(LogText.write(log)));
        }
    }

    @Test
    void whatIsNoLogIsRefusedWithoutRepeatingIt() {
        String log =
                LogText.write(
                        new Log(
                                "flow",
                                null,
                                1,
                                "en",
                                2,
                                List.of(new Entry("flow/a", new Given.Written("canary"))),
                                List.of(),
                                "flow/canary",
                                List.of("fear")));
        for (String bad :
                List.of(
                        "",
                        "[]x",
                        log.substring(0, log.length() - 20),
                        log.replace("\"words\"", "\"canary\""),
                        log.replace("\"turns\"", "\"canaries\""))) {
            IllegalArgumentException problem =
                    assertThrows(IllegalArgumentException.class, () -> LogText.read(bad), bad);
            assertFalse(String.valueOf(problem.getMessage()).contains("canar"), bad);
        }
    }
}
