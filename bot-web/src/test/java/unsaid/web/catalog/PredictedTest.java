package unsaid.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unsaid.check.Effect;
import unsaid.check.Effect.Fate;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.format.Dialogs;

/// What is foretold of conversations under way is what then becomes of them, when a server takes up
/// the changed files.
@Timeout(90)
class PredictedTest {
    private static final String FEARS = "naming-fears";
    private static final String ROOTS = "roots";

    /// What an author does to a flow; one after the other, each to what the one before has left.
    private record Change(String flow, UnaryOperator<String> how) {
        static Change of(String flow, String what, String into) {
            return new Change(flow, text -> text.replace(what, into));
        }
    }

    private static final List<Change> CHANGES =
            List.of(
                    Change.of(FEARS, "How heavy do things feel right now?", "How heavy is it?"),
                    new Change(FEARS, PredictedTest::renamed),
                    Change.of(FEARS, "\"value\": \"not-very\"", "\"value\": \"hardly\""),
                    Change.of(
                            FEARS,
                            "\"type\": \"multi\", \"max\": 3",
                            "\"type\": \"multi\", \"max\": 1"),
                    new Change(FEARS, PredictedTest::withoutAQuestion),
                    new Change(FEARS, PredictedTest::withoutAFlag),
                    Change.of(ROOTS, "Is it over, or does it still happen?", "Is it over?"),
                    Change.of(ROOTS, "\"value\": \"comes-goes\"", "\"value\": \"sometimes\""));

    @TempDir private Path folder = Path.of("");

    private void copy() throws Exception {
        Path from = Path.of("..", "dialogs");
        List<String> all =
                Dialogs.files(from).keySet().stream()
                        .filter(file -> !file.endsWith(".test.json"))
                        .filter(file -> !file.matches(".*/flow\\..+\\.json"))
                        .filter(file ->
                                file.matches("(naming-fears|roots|safety|welcome)/.*|[^/]*"))
                        .toList();
        for (String file : all) {
            Path to = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.copy(from.resolve(file), to);
        }
    }

    @Test
    void theForecastIsWhatTheReloadThenDoes() throws Exception {
        copy();
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        Looking often = new Looking(true, Duration.ofMillis(20));
        try (LiveCatalog live =
                LiveCatalog.open(folder, often, () -> LocalDate.of(2026, 1, 2)).start()) {
            for (Change change : CHANGES) {
                Catalog before = live.current();
                Library old = before.engine().library();
                List<Log> talks = Effect.sample(old, change.flow(), 150);
                String file = change.flow() + "/flow.json";
                Map<String, String> files = Dialogs.files(folder);
                String text = Objects.requireNonNull(files.get(file));
                String changed = change.how().apply(text);
                assertNotEquals(text, changed, () -> "nothing changed: " + change);
                files.put(file, changed);
                Library now = Dialogs.read(files, Dialogs.PRIVACY).library();
                if (now == null) {
                    throw new AssertionError(Dialogs.read(files, Dialogs.PRIVACY).findings());
                }
                List<Effect> foretold =
                        talks.stream().map(log -> Effect.of(log, old, now)).toList();
                Files.writeString(folder.resolve(file), changed);
                Engine engine = taken(live, before);
                for (int i = 0; i < talks.size(); i++) {
                    Outcome.Played played = (Outcome.Played) engine.resume(talks.get(i));
                    assertEquals(foretold.get(i).stands(), played.conversation().open());
                    assertEquals(
                            foretold.get(i).waiting(), played.conversation().log().kept().size());
                    fates.merge(foretold.get(i).fate(), 1, Integer::sum);
                }
            }
        }
        assertTrue(fates.getOrDefault(Fate.SAME, 0) > 100, fates.toString());
        assertTrue(fates.getOrDefault(Fate.AGAIN, 0) > 10, fates.toString());
        assertTrue(fates.getOrDefault(Fate.FIRST, 0) > 10, fates.toString());
    }

    /// A step gets another id, and moved does not tell.
    private static String renamed(String text) {
        return text.replaceAll("(?<![a-z])pick(?![a-z-])", "chosen")
                .replace("\"type\": \"chosen\"", "\"type\": \"pick\"");
    }

    /// The question how strong it is goes, and with it the lines that show its answer.
    private static String withoutAQuestion(String text) {
        return text.replaceFirst("(?s)    \\{\n      \"id\": \"size\".*?\n    },\n", "")
                .replaceAll("(?m)^.*\\{size} of 10.*\n", "")
                .replace(" or size is set", "")
                .replace("\"go\": \"size\"", "\"go\": \"moment\"")
                .replace("\"else\": \"size\"", "\"else\": \"moment\"")
                .replace("\"next\": \"size\"", "\"next\": \"moment\"");
    }

    /// "I am not sure" whether one is safe no longer says a danger.
    private static String withoutAFlag(String text) {
        return text.replace(
                "\"label\": \"I am not sure\", \"go\": \"where\", \"flag\": \"fear\"",
                "\"label\": \"I am not sure\", \"go\": \"where\"");
    }

    private static Engine taken(LiveCatalog live, Catalog before) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (live.current() == before || live.current().engine() == before.engine()) {
            assertTrue(System.nanoTime() < deadline, "the change was never taken up");
            Thread.sleep(5);
        }
        return live.current().engine();
    }
}
