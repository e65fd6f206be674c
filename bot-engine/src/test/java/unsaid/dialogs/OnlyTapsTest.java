package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Library;
import unsaid.engine.Outcome;
import unsaid.engine.Outcome.Played;
import unsaid.engine.Outcome.Reason;
import unsaid.engine.Outcome.Refused;
import unsaid.engine.Question;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;
import unsaid.safety.Helpline;
import unsaid.safety.Helplines;

/// The shipped conversations where nothing can be written, since the helplines of the home country
/// are not confirmed: every visitor comes to an end by taps, and no word is taken.
class OnlyTapsTest {
    private static final int WALKS = 1_000;
    private static final int TURNS = 120;
    private static final String WORDS = "walrus and carpenter";

    private final Library open = Shipped.engine().library();
    private final Engine closed = Engine.of(open.requiringHelplines());

    @TestFactory
    Stream<DynamicTest> nobodyIsAskedForWordsAndEveryTalkComesToItsEnd() {
        return open.flows().stream()
                .filter(id -> !id.equals(Library.SAFETY))
                .sorted()
                .flatMap(id -> Stream.of("en", "de").map(language -> test(id, language)));
    }

    private DynamicTest test(String flow, String language) {
        return DynamicTest.dynamicTest(
                flow + " " + language,
                () -> {
                    for (int seed = 0; seed < WALKS; seed++) {
                        walk(flow, language, new Random(seed));
                    }
                });
    }

    private void walk(String flow, String language, Random chance) {
        Played now = (Played) closed.start(flow, language);
        Question asks = now.turn().asks();
        for (int turns = 0; asks != null; turns++) {
            assertTrue(turns < TURNS, flow + " does not end");
            assertTrue(asks.onlyTaps());
            assertNoField(asks);
            Given given = chance.nextInt(4) == 0 ? new Given.Skipped() : given(asks, chance);
            now = (Played) closed.advance(now.conversation(), new Event.Answered(asks.id(), given));
            asks = now.turn().asks();
        }
        assertNotNull(now.turn().ending());
    }

    private static void assertNoField(Question asks) {
        switch (asks.wants()) {
            case Wants.Text _, Wants.Texts _ -> throw new AssertionError(asks.at());
            case Wants.Choice(var taps) -> assertWordless(taps, asks);
            case Wants.Multi(var taps, _, _) -> assertWordless(taps, asks);
            case Wants.YesNo(var taps) -> assertWordless(taps, asks);
            case Wants.Confirm(var taps) -> assertWordless(taps, asks);
            case Wants.Scale _, Wants.Number _, Wants.Date _ -> {}
            case Wants.Rank _, Wants.Sort _, Wants.Pick _ -> {}
        }
    }

    private static void assertWordless(List<Question.Tap> taps, Question asks) {
        taps.forEach(tap -> assertEquals(0, tap.text(), asks.at() + " " + tap.value()));
    }

    /// Taps at random; what is not tapped is skipped.
    private static Given given(Question asks, Random chance) {
        return switch (asks.wants()) {
            case Wants.Choice(var taps) -> one(taps, chance);
            case Wants.YesNo(var taps) -> one(taps, chance);
            case Wants.Confirm(var taps) -> one(taps, chance);
            case Wants.Multi(var taps, int min, _) -> several(taps, Math.max(1, min));
            case Wants.Pick(var items, int min, _) -> several(items, Math.max(1, min));
            case Wants.Rank(var items, _) -> several(items, items.size());
            case Wants.Scale scale ->
                    new Given.Amount(scale.min() + chance.nextInt(scale.max() - scale.min() + 1));
            case Wants.Sort(var items, var buckets) -> {
                Map<String, List<String>> piles = new LinkedHashMap<>();
                piles.put(
                        buckets.getFirst().value(),
                        items.stream().map(Question.Tap::value).toList());
                yield new Given.Piles(piles);
            }
            case Wants.Number _, Wants.Date _, Wants.Text _, Wants.Texts _ -> new Given.NotKnown();
        };
    }

    private static Given one(List<Question.Tap> taps, Random chance) {
        return taps.isEmpty()
                ? new Given.NotKnown()
                : new Given.Chosen(taps.get(chance.nextInt(taps.size())).value(), null);
    }

    private static Given several(List<Question.Tap> taps, int many) {
        return new Given.Several(
                taps.stream().limit(many).map(tap -> new Given.Chosen(tap.value(), null)).toList());
    }

    // ---- words that come all the same

    private static Event answer(Played at, Given given) {
        Question asks = at.turn().asks();
        return new Event.Answered(asks == null ? "" : asks.id(), given);
    }

    private static Event write(Played at, String text) {
        Question asks = at.turn().asks();
        return new Event.Wrote(asks == null ? "" : asks.id(), text);
    }

    private void assertRefused(Engine engine, Played at, Event event) {
        Outcome outcome = engine.advance(at.conversation(), event);
        if (!(outcome instanceof Refused refused)) {
            throw new AssertionError(event + " was taken");
        }
        assertEquals(Reason.UNFIT, refused.reason());
        assertTrue(refused.message().contains("Writing is not possible here"), refused.message());
        assertEquals(List.of(), refused.retry());
    }

    /// A talk that anybody can write in, and that stands at a question of that kind.
    private Played at(Class<? extends Wants> kind) {
        Engine engine = Engine.of(open);
        for (String flow : open.flows().stream().sorted().toList()) {
            for (int seed = 0; seed < 200; seed++) {
                Random chance = new Random(seed);
                Played now = (Played) engine.start(flow, "en");
                Question asks = now.turn().asks();
                for (int turns = 0; turns < 40 && asks != null; turns++) {
                    if (kind.isInstance(asks.wants())) {
                        return now;
                    }
                    Event event = new Event.Answered(asks.id(), given(asks, chance));
                    now = (Played) engine.advance(now.conversation(), event);
                    asks = now.turn().asks();
                }
            }
        }
        throw new AssertionError("no flow asks for " + kind.getSimpleName());
    }

    @Test
    void wordsAreRefusedKindlyInWhateverFormTheyCome() {
        for (var kind : List.of(Wants.Text.class, Wants.Texts.class)) {
            Played before = at(kind);
            Played now = (Played) closed.resume(before.conversation().log());
            assertEquals(before.conversation().open(), now.conversation().open());
            List<Given> forms =
                    List.of(
                            new Given.Written(WORDS),
                            new Given.Lines(List.of(WORDS, "ships")),
                            new Given.Chosen(WORDS, null),
                            new Given.Chosen("other", WORDS),
                            new Given.Several(List.of(new Given.Chosen(WORDS, null))));
            for (Given words : forms) {
                assertRefused(closed, now, answer(now, words));
            }
            assertRefused(closed, now, write(now, WORDS));
        }
        Played tapped = (Played) closed.start("naming-fears", "en");
        assertRefused(closed, tapped, write(tapped, WORDS));
        Played now = (Played) closed.resume(at(Wants.Multi.class).conversation().log());
        Wants.Multi multi = (Wants.Multi) now.turn().asks().wants();
        String first = multi.options().getFirst().value();
        assertRefused(
                closed,
                now,
                answer(now, new Given.Several(List.of(new Given.Chosen(first, WORDS)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"He hit me.", "I want to kill myself."})
    void dangerThatIsWrittenAllTheSameOpensHelp(String danger) {
        Played start = (Played) closed.start("naming-fears", "en");
        Played helped = (Played) closed.advance(start.conversation(), write(start, danger));
        assertTrue(String.valueOf(helped.conversation().open()).startsWith("safety/"));
        Played field = at(Wants.Texts.class);
        Given lines = new Given.Lines(List.of("a quiet evening", danger));
        helped = (Played) closed.advance(field.conversation(), answer(field, lines));
        assertTrue(String.valueOf(helped.conversation().open()).startsWith("safety/"));
        assertFalse(helped.conversation().log().toString().contains("a quiet evening"));
    }

    @Test
    void whatAButtonSaysCanBeTyped() {
        Played start = (Played) closed.start("naming-fears", "en");
        Set<String> stands = new HashSet<>();
        for (String typed : List.of("help", "skip", "I don't know")) {
            Played now = (Played) closed.advance(start.conversation(), write(start, typed));
            stands.add(now.conversation().open());
        }
        assertFalse(stands.contains(start.conversation().open()), stands.toString());
    }

    // ---- when it opens and closes while somebody talks

    @Test
    void whatWasWrittenBeforeStaysAndTheTalkStandsWhereItStood() {
        Played field = at(Wants.Texts.class);
        Given lines = new Given.Lines(List.of(WORDS));
        Played wrote = (Played) Engine.of(open).advance(field.conversation(), answer(field, lines));
        Played now = (Played) closed.resume(wrote.conversation().log());
        assertEquals(wrote.conversation().open(), now.conversation().open());
        assertEquals(wrote.turn().says(), now.turn().says());
        assertTrue(String.valueOf(now.turn().history()).contains(WORDS));
    }

    @Test
    void aTalkThatBeganWithTapsGoesTheWaysOfTapsToItsEndAndOthersCanWrite() {
        List<Conversation> begun = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            Played now = (Played) closed.start("naming-fears", "en");
            for (int turns = 0; turns < 12 && now.turn().asks() != null; turns++) {
                begun.add(now.conversation());
                now =
                        (Played)
                                closed.advance(
                                        now.conversation(),
                                        answer(now, given(now.turn().asks(), chance)));
            }
        }
        Engine opened = Engine.of(open.requiringHelplines().with(confirmed()));
        assertFalse(opened.library().onlyTaps());
        for (Conversation each : begun) {
            Played now = (Played) opened.resume(each.log());
            assertEquals(each.open(), now.conversation().open());
            assertEquals(each.log(), now.conversation().log());
            assertFalse(now.turn().asks().onlyTaps());
        }
        Turn first = ((Played) opened.start("naming-fears", "en")).turn();
        assertEquals(((Played) Engine.of(open).start("naming-fears", "en")).turn(), first);
    }

    private Helplines confirmed() {
        Helplines lines = open.helplines();
        return new Helplines(
                lines.home(),
                lines.countries(),
                lines.lines().stream().map(OnlyTapsTest::confirmed).toList());
    }

    private static Helpline confirmed(Helpline line) {
        return line.standing(Helpline.Status.CONFIRMED, "somebody", LocalDate.of(2026, 1, 1));
    }

    @Test
    void unlessItIsAskedForNothingIsClosedByWhatIsNotConfirmed() {
        assertFalse(open.helplines().homeIsConfirmed());
        assertFalse(open.onlyTaps());
        assertTrue(closed.library().onlyTaps());
        assertTrue(closed.library().keeping(open).onlyTaps());
        assertTrue(open.keeping(closed.library()).onlyTaps());
    }
}
