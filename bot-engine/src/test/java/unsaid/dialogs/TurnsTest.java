package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.check.Tone;
import unsaid.check.Visits;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.expression.Value;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// The shipped conversations turn by turn, as visitors by chance hear them. The check looks at each
/// step; a turn may hold what several steps say.
class TurnsTest {
    private static final int WALKS = 2_000;
    private static final int TALKS = 10_000;

    /// Questions of a talk of two minutes.
    private static final int SHORT = 12;

    private final Engine engine = Shipped.engine();

    private Stream<DynamicTest> flows(Consumer<String> look) {
        return engine.library().flows().stream()
                .sorted()
                .map(id -> DynamicTest.dynamicTest(id, () -> look.accept(id)));
    }

    /// The same as `unsaid check --talks=10000` looks for.
    @TestFactory
    Stream<DynamicTest> noTalkSaysTooMuchOrAsksTwiceAtOnceOrIsTooLongOrEndsDeep() {
        return flows(id ->
                assertEquals(List.of(), List.copyOf(Visits.of(engine, id, Tone.DEFAULT, TALKS))));
    }

    /// Enough is said once at every question that visitors by chance come to.
    @TestFactory
    Stream<DynamicTest> fromEveryQuestionEnoughLeadsToAnEndWithNoMoreThanOneQuestion() {
        return flows(id -> {
            Set<String> asked = new TreeSet<>();
            Set<String> far = new TreeSet<>();
            for (int seed = 0; seed < WALKS / 4; seed++) {
                Wanderer visitor = new Wanderer(engine, Manner.PLAIN, seed);
                Outcome outcome = engine.start(id, "en");
                for (int events = 0; events < Wanderer.EVENTS; events++) {
                    if (!(outcome instanceof Outcome.Played(Conversation now, Turn turn))
                            || turn.asks() == null
                            || !now.flow().equals(id)) {
                        break;
                    }
                    if (turn.can().contains(Turn.Can.ENOUGH)
                            && asked.add(turn.asks().at())
                            && !endsSoon(now)) {
                        far.add(turn.asks().at());
                    }
                    outcome = engine.advance(now, visitor.next(turn));
                }
            }
            assertEquals(Set.of(), far);
            assertTrue(asked.size() > 3, asked.toString());
        });
    }

    private boolean endsSoon(Conversation now) {
        if (!(engine.advance(now, new Event.Enough())
                instanceof Outcome.Played(Conversation then, Turn turn))) {
            return false;
        }
        if (turn.asks() == null) {
            return turn.ending() != null && !turn.says().isEmpty();
        }
        Event skip = new Event.Answered(turn.asks().id(), new Given.Skipped());
        return engine.advance(then, skip) instanceof Outcome.Played(_, Turn last)
                && last.ending() != null;
    }

    /// Where two minutes are offered, a talk is written down that takes them and comes to an end.
    @TestFactory
    Stream<DynamicTest> aTalkOfTwoMinutesHasNoMoreThanTwelveAnswers() {
        return engine.library().flows().stream()
                .sorted()
                .filter(id -> flow(id).everyStep().stream().anyMatch(TurnsTest::offersTwoMinutes))
                .map(id ->
                        DynamicTest.dynamicTest(
                                id,
                                () ->
                                        assertTrue(
                                                Shipped.LOADED.tests().values().stream()
                                                        .flatMap(List::stream)
                                                        .anyMatch(script -> isShort(id, script)),
                                                "no short talk of " + id)));
    }

    private static boolean offersTwoMinutes(Step step) {
        return step.kind() instanceof Kind.Ask ask
                && ask.answer().choices().stream().anyMatch(TurnsTest::isTwoMinutes);
    }

    private static boolean isTwoMinutes(Option option) {
        return "'short'".equals(option.set().get("visit"));
    }

    private boolean isShort(String id, Script script) {
        if (!script.flow().equals(id) || !"done".equals(script.expect().end())) {
            return false;
        }
        long answers =
                script.lines().stream()
                        .filter(line -> !(line instanceof Script.Line.Hears))
                        .count();
        return answers <= SHORT
                && Rehearsal.of(engine, script).tapped().stream().anyMatch(this::isTwoMinutes);
    }

    private boolean isTwoMinutes(String tapped) {
        String step = tapped.substring(tapped.indexOf('/') + 1, tapped.indexOf('='));
        return flow(tapped.substring(0, tapped.indexOf('/'))).everyStep().stream()
                .filter(each -> each.id().equals(step))
                .anyMatch(each ->
                        each.kind() instanceof Kind.Ask ask
                                && ask.answer().choices().stream()
                                        .filter(option -> tapped.endsWith("=" + option.value()))
                                        .anyMatch(TurnsTest::isTwoMinutes));
    }

    private Flow flow(String id) {
        return Objects.requireNonNull(engine.library().flow(id));
    }

    /// With one hope or fear alone, the lines of a summary would all repeat it.
    @ParameterizedTest
    @CsvSource({"naming-fears, fears", "naming-hopes, hopes"})
    void aSummaryOfOneThingSaysItOnce(String id, String list) {
        Set<List<String>> twice = new HashSet<>();
        int cards = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Wanderer visitor = new Wanderer(engine, Manner.PLAIN, seed);
            Outcome outcome = engine.start(id, "en");
            for (int events = 0; events < Wanderer.EVENTS; events++) {
                if (!(outcome instanceof Outcome.Played(Conversation now, Turn turn))
                        || turn.asks() == null
                        || !now.flow().equals(id)) {
                    break;
                }
                if (now.values().get(list) instanceof Value.Many(var items)
                        && items.size() == 1
                        && turn.card() != null) {
                    cards++;
                    String thing = items.getFirst().form("you");
                    List<String> texts =
                            turn.card().lines().stream().map(line -> line.text()).toList();
                    if (Collections.frequency(texts, thing) > 1) {
                        twice.add(texts);
                    }
                }
                outcome = engine.advance(now, visitor.next(turn));
            }
        }
        assertEquals(Set.of(), twice);
        assertTrue(cards > 50, cards + " summaries");
    }
}
