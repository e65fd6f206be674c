package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;

/// Every part can be gone through in two minutes: who says so where time is asked about, and
/// answers all that comes, is at an end after twelve turns. Help takes the time it takes.
class TwoMinutesTest {
    private static final int TURNS = 12;

    private final Engine engine = Shipped.engine();

    @TestFactory
    Stream<DynamicTest> aShortVisitEndsWithinTwelveTurns() {
        return engine.library().flows().stream()
                .sorted()
                .filter(flow -> !flow.equals("safety"))
                .map(flow -> DynamicTest.dynamicTest(flow, () -> visit(flow)));
    }

    private void visit(String flow) {
        Outcome.Played at = Rover.played(engine.start(flow, "en"));
        int turns = 0;
        StringBuilder way = new StringBuilder();
        while (at.turn().asks() != null && at.conversation().flow().equals(flow)) {
            Question asked = at.turn().asks();
            way.append(' ').append(asked.at());
            boolean within = turns < TURNS && way.length() < 2_000;
            assertTrue(within, () -> "not at an end after" + way);
            at =
                    Rover.played(
                            engine.advance(
                                    at.conversation(),
                                    new Event.Answered(asked.id(), first(asked))));
            turns += asked.at().startsWith("safety/") ? 0 : 1;
        }
        assertNotEquals(0, turns);
    }

    /// The first option there is, and the short way wherever it is offered.
    private static Given first(Question question) {
        return switch (question.wants()) {
            case Wants.Choice(var taps) -> new Given.Chosen(shortest(taps), null);
            case Wants.YesNo(var taps) -> new Given.Chosen(shortest(taps), null);
            case Wants.Confirm(var taps) -> new Given.Chosen(shortest(taps), null);
            case Wants.Multi(var taps, _, _) -> several(taps.subList(0, 1));
            case Wants.Pick(var taps, int min, _) -> several(taps.subList(0, Math.max(1, min)));
            case Wants.Rank(var taps, _) -> several(taps);
            case Wants.Scale(int min, _, _, _) -> new Given.Amount(min);
            case Wants.Number(Double min, _, _, _) -> new Given.Amount(min == null ? 0 : min);
            case Wants.Date(String min, _) -> new Given.Written(min == null ? "2026-02-28" : min);
            case Wants.Text _ -> new Given.Written("A few words.");
            case Wants.Texts _ -> new Given.Lines(List.of("A few words"));
            case Wants.Sort(var items, var buckets) ->
                    new Given.Piles(
                            Map.of(
                                    buckets.getFirst().value(),
                                    items.stream().map(Tap::value).toList()));
        };
    }

    private static String shortest(List<Tap> taps) {
        return taps.stream()
                .map(Tap::value)
                .filter("short"::equals)
                .findFirst()
                .orElse(taps.getFirst().value());
    }

    private static Given several(List<Tap> taps) {
        return new Given.Several(
                taps.stream().map(tap -> new Given.Chosen(tap.value(), null)).toList());
    }
}
