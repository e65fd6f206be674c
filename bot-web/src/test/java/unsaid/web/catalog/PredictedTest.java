package unsaid.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String FLOW = "naming-fears/flow.json";

    /// What an author changes: what stands in the file, and what into.
    private static final List<List<String>> CHANGES =
            List.of(
                    List.of("How heavy do things feel right now?", "How heavy is it just now?"),
                    List.of("\"id\": \"pick\"", "\"id\": \"chosen\""),
                    List.of("\"value\": \"not-very\"", "\"value\": \"hardly\""),
                    List.of("\"type\": \"multi\", \"max\": 3", "\"type\": \"multi\", \"max\": 1"));

    @TempDir private Path folder = Path.of("");

    private void copy() throws Exception {
        Path from = Path.of("..", "dialogs");
        List<String> all =
                Dialogs.files(from).keySet().stream()
                        .filter(file -> !file.endsWith(".test.json"))
                        .filter(file -> !file.matches(".*/flow\\..+\\.json"))
                        .filter(file -> file.matches("(naming-fears|safety|welcome)/.*|[^/]*"))
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
            for (List<String> change : CHANGES) {
                Catalog before = live.current();
                Library old = before.engine().library();
                List<Log> talks = Effect.sample(old, "naming-fears", 150);
                Map<String, String> files = Dialogs.files(folder);
                String text = Objects.requireNonNull(files.get(FLOW));
                assertTrue(text.contains(change.getFirst()), change.getFirst());
                String changed = text.replace(change.getFirst(), change.getLast());
                if (change.getFirst().contains("\"pick\"")) {
                    changed = renamed(changed);
                }
                files.put(FLOW, changed);
                Library now = Dialogs.read(files, Dialogs.PRIVACY).library();
                if (now == null) {
                    throw new AssertionError(Dialogs.read(files, Dialogs.PRIVACY).findings());
                }
                List<Effect> foretold =
                        talks.stream().map(log -> Effect.of(log, old, now)).toList();
                Files.writeString(folder.resolve(FLOW), changed);
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

    /// With all that names the step.
    private static String renamed(String text) {
        return text.replaceAll("(?<![a-z])pick(?![a-z-])", "chosen")
                .replace("\"type\": \"chosen\"", "\"type\": \"pick\"");
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
