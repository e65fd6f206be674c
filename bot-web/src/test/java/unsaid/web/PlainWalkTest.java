package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;
import unsaid.format.Dialogs;
import unsaid.web.PlainVisitor.Field;

/// Visitors without scripts walk the shipped flows by chance. An engine of our own plays the same
/// answers, as it does for the wire: each page must say and ask what that engine says and asks.
@Timeout(60)
class PlainWalkTest {
    private static final int WALKS = 3;
    private static final int LONGEST = 40;
    private static final int SKIPS_EVERY = 7;

    private static RealServer server;
    private static Engine engine;

    @BeforeAll
    static void start() throws Exception {
        server = new RealServer();
        engine =
                Engine.of(Objects.requireNonNull(Dialogs.load(Path.of("..", "dialogs")).library()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("unsaid.web.RealServer#flows")
    void everyPageSaysAndAsksWhatTheRulesSay(String flow) throws Exception {
        int questions = 0;
        for (int seed = 1; seed <= WALKS; seed++) {
            questions += walk(flow, seed);
        }
        assertTrue(questions > WALKS);
    }

    /// One talk, page by page, beside what the rules say.
    ///
    /// @return how many questions were asked
    private int walk(String flow, int seed) throws Exception {
        Wanderer wanderer = new Wanderer(engine, Manner.PLAIN, seed);
        try (PlainVisitor visitor = new PlainVisitor(server.port(), flow).begin()) {
            var at = played(engine.start(flow, "en", null));
            int questions = 0;
            while (true) {
                assertSame(at.turn(), visitor);
                Question asks = at.turn().asks();
                if (asks == null || questions++ == LONGEST) {
                    break;
                }
                Given given =
                        questions % SKIPS_EVERY == 0 ? new Given.Skipped() : wanderer.given(asks);
                if (leaves(asks, given)) {
                    break;
                }
                if (given instanceof Given.Skipped) {
                    visitor.press("Skip");
                } else if (given instanceof Given.NotKnown) {
                    visitor.press("I don’t know");
                } else {
                    visitor.answer(fields(asks.wants(), given));
                }
                at =
                        played(
                                engine.advance(
                                        at.conversation(), new Event.Answered(asks.id(), given)));
                if (at.turn().erase()
                        || visitor.shows("Everything from this conversation is erased.")) {
                    break;
                }
            }
            return questions;
        }
    }

    private static Outcome.Played played(Outcome outcome) {
        return outcome instanceof Outcome.Played played ? played : wrong(outcome);
    }

    private static Outcome.Played wrong(Outcome outcome) {
        throw new AssertionError(outcome);
    }

    /// Whether the answer takes the talk away with it.
    private static boolean leaves(Question asks, Given given) {
        return asks.wants() instanceof Wants.Choice(var options)
                && given instanceof Given.Chosen(String key, var words)
                && options.stream()
                        .anyMatch(tap ->
                                tap.value().equals(key)
                                        && tap.act() == unsaid.flow.Option.Act.LEAVE);
    }

    private static void assertSame(Turn turn, PlainVisitor visitor) throws Exception {
        assertEquals(turn.says(), visitor.says(), visitor.answer().body());
        Question asks = turn.asks();
        assertEquals(
                asks == null ? "" : asks.text().isEmpty() ? "Your answer" : asks.text(),
                visitor.question());
        if (turn.card() != null) {
            for (var line : turn.card().lines()) {
                assertTrue(visitor.shows(line.text()), line.text());
            }
        }
    }

    /// An answer as the page's fields.
    private static List<Field> fields(Wants wants, Given given) {
        List<Field> fields = new ArrayList<>();
        switch (given) {
            case Given.Chosen(String key, var words) -> {
                fields.add(new Field("v", key));
                if (words != null) {
                    fields.add(new Field("w." + key, words));
                }
            }
            case Given.Several(var all) -> {
                boolean places = wants instanceof Wants.Rank(var items, int top) && top != 1;
                for (Given.Chosen each : all) {
                    fields.add(new Field(places ? "line" : "v", each.key()));
                    if (each.text() != null) {
                        fields.add(new Field("w." + each.key(), each.text()));
                    }
                }
            }
            case Given.Amount(double number) ->
                    fields.add(new Field("line", Double.toString(number)));
            case Given.Written(String words) -> fields.add(new Field("line", words));
            case Given.Lines(var lines) ->
                    lines.forEach(line -> fields.add(new Field("line", line)));
            case Given.Piles(Map<String, List<String>> piles) ->
                    piles.forEach((pile, items) ->
                            items.forEach(item -> fields.add(new Field("pile." + item, pile))));
            case Given.Skipped _, Given.NotKnown _ -> {}
        }
        return fields;
    }
}
