package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import unsaid.engine.Engine;
import unsaid.flow.Step;

/// Once a sign of danger was met, nobody is handed a technique: not in that part of the talk, and
/// not in a later one.
class AfterDangerTest {
    private static final int WALKS = 1_000;

    private final Engine engine = Shipped.engine();
    private final Set<String> techniques = techniques();

    @TestFactory
    Stream<DynamicTest> noTechniqueIsComeToOnceFeaturesForTwoAreLocked() {
        return engine.library().flows().stream()
                .sorted()
                .filter(flow -> !flow.equals("safety"))
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow,
                                () -> {
                                    Set<String> locked = new ConcurrentSkipListSet<>();
                                    Set<String> open = new ConcurrentSkipListSet<>();
                                    LongStream.range(0, WALKS)
                                            .parallel()
                                            .forEach(seed ->
                                                    new Rover(engine, seed)
                                                            .walk(
                                                                    flow,
                                                                    seed % 2 == 0 ? 0 : 0.1,
                                                                    moment ->
                                                                            (moment.now()
                                                                                                    .coupleLocked()
                                                                                            ? locked
                                                                                            : open)
                                                                                    .addAll(
                                                                                            moment.now()
                                                                                                    .trail())));
                                    assertTrue(locked.contains("safety/soft"), "no danger was met");
                                    assertTrue(
                                            techniques.stream()
                                                    .filter(step -> step.startsWith(flow + "/"))
                                                    .allMatch(open::contains),
                                            "a technique that is never come to proves nothing");
                                    locked.retainAll(techniques);
                                    assertEquals(Set.of(), locked);
                                }));
    }

    /// What steadies the body, and what puts a worry off: `flow/step`.
    private Set<String> techniques() {
        Set<String> found = new TreeSet<>();
        for (String flow : engine.library().flows()) {
            for (Step step : engine.library().flow(flow).steps()) {
                boolean steadies =
                        step.id().matches("(breathe|ground|feet)\\d*")
                                && step.kind() instanceof Step.Kind.Say;
                if (steadies || "worry-postponement".equals(step.evidence())) {
                    found.add(flow + "/" + step.id());
                }
            }
        }
        return found;
    }
}
