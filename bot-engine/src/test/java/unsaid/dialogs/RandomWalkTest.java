package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.check.Wanderer.Walked;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Limits;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.flow.Flow;

/// Visitors by chance, with fixed seeds: 30,000 for each flow.
class RandomWalkTest {
    private static final int WALKS = 30_000;

    private final Engine engine = Shipped.engine();

    /// Steps that talks through several parts come to. A walk ends where it goes on to another
    /// flow, so none comes back, and none brings anything along.
    private static final Set<String> BROUGHT = brought();

    private static Set<String> brought() {
        Set<String> brought = new TreeSet<>();
        for (List<Script> scripts : Shipped.LOADED.tests().values()) {
            for (Script script : scripts) {
                Set<String> visited = Rehearsal.of(Shipped.engine(), script).visited();
                visited.stream()
                        .filter(step -> !step.startsWith(script.flow() + "/"))
                        .forEach(brought::add);
                // Of the welcome, what is only there for those who come back.
                visited.stream().filter("welcome/again"::equals).forEach(brought::add);
            }
        }
        return brought;
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsStrandedAndEveryStepIsComeToAndEveryLogLeadsToTheSamePlace() {
        return flows().map(id ->
                DynamicTest.dynamicTest(
                        id,
                        () -> {
                            Map<String, Integer> most = new ConcurrentHashMap<>();
                            LongStream.range(0, WALKS)
                                    .parallel()
                                    .forEach(seed -> {
                                        Walked walked =
                                                new Wanderer(engine, Manner.PLAIN, seed).walk(id);
                                        assertTrue(
                                                walked.ended(),
                                                () ->
                                                        "stranded with seed "
                                                                + seed
                                                                + " at "
                                                                + walked.last().open());
                                        same(walked, seed);
                                        walked.visits()
                                                .forEach((step, visits) ->
                                                        most.merge(step, visits, Math::max));
                                    });
                            String own = id + "/";
                            assertEquals(
                                    List.of(),
                                    most.entrySet().stream()
                                            .filter(step ->
                                                    step.getKey().startsWith(own)
                                                            && step.getValue()
                                                                    > Limits.VISITS
                                                                            * rounds(
                                                                                    id,
                                                                                    step.getKey()))
                                            .toList(),
                                    "steps come to more than " + Limits.VISITS + " times");
                            assertEquals(
                                    Set.of(), missed(id, most.keySet()), "steps never come to");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> restlessVisitorsAreNeverStrandedEither() {
        return flows().map(id ->
                DynamicTest.dynamicTest(
                        id,
                        () -> {
                            LongStream.range(0, WALKS / 10)
                                    .parallel()
                                    .forEach(seed -> {
                                        Walked walked =
                                                new Wanderer(engine, Manner.RESTLESS, seed)
                                                        .walk(id);
                                        assertTrue(
                                                walked.ended() || walked.turn().asks() != null,
                                                () -> "stranded with seed " + seed);
                                        same(walked, seed);
                                    });
                        }));
    }

    @TestFactory
    Stream<DynamicTest> whoAlwaysSkipsOrNeverKnowsComesToAKindEndWithinTwelveTurns() {
        return flows().flatMap(id ->
                Stream.of(Manner.SKIPS, Manner.UNSURE)
                        .map(manner ->
                                DynamicTest.dynamicTest(
                                        id + " " + manner,
                                        () -> {
                                            Walked walked =
                                                    new Wanderer(engine, manner, 0).walk(id);
                                            assertTrue(walked.ended());
                                            assertTrue(
                                                    walked.turns() <= 12,
                                                    walked.turns() + " turns");
                                            assertTrue(
                                                    walked.turn().ending() == null
                                                            || !walked.turn().says().isEmpty(),
                                                    "the end says nothing");
                                        })));
    }

    /// How often a step may be come to in one visit to its list: once for each item.
    private int rounds(String id, String at) {
        Flow flow = engine.library().flow(id);
        boolean outside =
                flow == null
                        || flow.steps().stream().anyMatch(step -> at.equals(id + "/" + step.id()));
        return outside ? 1 : Limits.ITEMS;
    }

    private void same(Walked walked, long seed) {
        if (!(engine.resume(walked.last().log())
                instanceof Outcome.Played(Conversation again, Turn turn))) {
            throw new AssertionError("refused to walk the log of seed " + seed);
        }
        assertEquals(walked.last().open(), again.open(), () -> "seed " + seed);
        assertEquals(walked.last().values(), again.values(), () -> "seed " + seed);
        assertEquals(walked.last().log(), again.log(), () -> "seed " + seed);
        assertEquals(
                String.valueOf(walked.turn().asks()),
                String.valueOf(turn.asks()),
                () -> "seed " + seed);
        assertEquals(
                String.valueOf(walked.turn().card()),
                String.valueOf(turn.card()),
                () -> "seed " + seed);
        assertEquals(walked.turn().ending(), turn.ending(), () -> "seed " + seed);
        assertNotNull(turn.history());
    }

    private Stream<String> flows() {
        return engine.library().flows().stream().sorted();
    }

    private Set<String> missed(String id, Set<String> come) {
        Set<String> missed = new TreeSet<>();
        Flow flow = engine.library().flow(id);
        if (flow != null) {
            flow.everyStep().forEach(step -> missed.add(id + "/" + step.id()));
        }
        missed.removeAll(come);
        missed.removeAll(BROUGHT);
        // Come to through danger only: the safety flow's own entries, when it is walked by itself.
        if (flow != null && id.equals("safety")) {
            missed.removeIf(at ->
                    Set.of(
                                    "soft",
                                    "now",
                                    "hurt",
                                    "selfharm",
                                    "child",
                                    "minor",
                                    "own",
                                    "dv",
                                    "stay",
                                    "mis")
                            .contains(at.substring(id.length() + 1)));
        }
        return missed;
    }
}
