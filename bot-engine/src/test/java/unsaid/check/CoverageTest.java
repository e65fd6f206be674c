package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unsaid.check.Coverage.Thing;
import unsaid.dialogs.Shipped;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.Uncovered;

/// What conversation tests come to.
class CoverageTest {
    private static final String FLOW =
            """
            {"flow":"test","version":1,"language":"en","title":"T","enough":"close","steps":[
             {"id":"mood","ask":"How heavy?","answer":{"type":"scale"},"retry":["Zero to ten.","A number."],
              "next":[{"if":"mood >= 9","go":"heavy"},{"else":"fears"}],"skip":{"go":"close"}},
             {"id":"heavy","say":"A lot."},
             {"id":"fears","ask":"What?","answer":{"type":"list"}},
             {"id":"note","say":"So many.","if":"size(fears) > 2"},
             {"id":"weigh","each":"fears","as":"fear","steps":[
               {"id":"strength","ask":"{fear}?","answer":{"type":"scale"}}]},
             {"id":"on","ask":"And now?","answer":{"type":"choice","options":[
               {"value":"next","label":"Go on","go":"@next"},
               {"value":"none","label":"Elsewhere","go":"@next","suggest":"unwritten"},
               {"value":"stop","label":"Stop","go":"close"}]}},
             {"id":"close","end":"done"}]}\
            """;
    private static final String HOME =
            """
            {"flow":"welcome","version":1,"language":"en","title":"W","steps":[{"id":"end","end":"done"}]}\
            """;

    private static Dialogs.Loaded load(String... talks) {
        String tests =
                "{\"tests\":["
                        + String.join(",", List.of(talks).stream().map(CoverageTest::test).toList())
                        + "]}";
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                FLOW,
                                "welcome/flow.json",
                                HOME,
                                "test/a.test.json",
                                tests.replace('\'', '"')),
                        Dialogs.PRIVACY);
        Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString());
        return loaded;
    }

    private static String test(String talk) {
        return "{'test':'T','flow':'test','talk':[" + talk + "]}";
    }

    private static List<Rehearsal.Result> results(Dialogs.Loaded loaded) {
        Engine engine = Engine.of(Objects.requireNonNull(loaded.library()));
        return loaded.tests().values().stream()
                .flatMap(List::stream)
                .map(script -> Rehearsal.of(engine, script))
                .toList();
    }

    private static Coverage.OfFlow covered(String... talks) {
        Dialogs.Loaded loaded = load(talks);
        List<Rehearsal.Result> results = results(loaded);
        results.forEach(result -> assertEquals(List.of(), result.faults()));
        return Coverage.of(
                        Objects.requireNonNull(loaded.library()),
                        List.of("test"),
                        Map.of("test", Set.of("de")),
                        results)
                .flows()
                .getFirst();
    }

    private static List<String> covered(Coverage.OfFlow flow, Thing thing) {
        return flow.of(thing).stream()
                .filter(Coverage.Part::covered)
                .map(Coverage.Part::id)
                .toList();
    }

    @Test
    void aTalkCoversTheStepsWaysAndOptionsItComesTo() {
        Coverage.OfFlow flow =
                covered(
                        "{'value':9},{'value':['one','two']},{'value':1},{'value':2},{'choose':'Stop'}");
        assertEquals(
                List.of("mood", "heavy", "fears", "weigh", "strength", "on", "close"),
                covered(flow, Thing.STEP));
        assertEquals(
                List.of(
                        "mood>heavy",
                        "heavy>fears",
                        "fears>note",
                        "note>weigh",
                        "weigh>strength",
                        "strength>weigh",
                        "weigh>on",
                        "on>close"),
                covered(flow, Thing.WAY));
        assertEquals(List.of("on=stop"), covered(flow, Thing.OPTION));
        assertEquals(List.of(), covered(flow, Thing.RETRY));
        assertEquals(List.of("en"), covered(flow, Thing.LANGUAGE));
    }

    @Test
    void waysOutAndTheWayOfSkipAreCoveredOnlyByTakingThem() {
        assertEquals(List.of("mood>close"), covered(covered("{'do':'skip'}"), Thing.WAY));
        Coverage.OfFlow on = covered("{'value':1},{'value':['x']},{'value':1},{'choose':'next'}");
        assertTrue(covered(on, Thing.WAY).contains("on>@next"));
        Coverage.OfFlow enough = covered("{'do':'enough'}");
        assertEquals(List.of(), covered(enough, Thing.WAY));
        assertEquals(List.of("mood", "close"), covered(enough, Thing.STEP));
    }

    @Test
    void aTestMayHearWhatIsSaidToAnAnswerThatDoesNotFit() {
        Coverage.OfFlow flow =
                covered("{'value':11},{'bot':'Zero to ten.'},{'value':-1},{'bot':'A number.'}");
        assertEquals(List.of("mood#0", "mood#1"), covered(flow, Thing.RETRY));
        assertEquals(
                List.of("mood#0"),
                covered(covered("{'value':11},{'bot':'Zero'},{'value':1}"), Thing.RETRY));
    }

    @Test
    void anAnswerThatDoesNotFitStillFailsATestThatDoesNotExpectIt() {
        for (String talk :
                List.of(
                        "{'value':11}",
                        "{'value':11},{'value':1}",
                        "{'value':11},{'bot':'Thank you'}")) {
            assertEquals(
                    List.of("/talk/0"),
                    results(load(talk)).getFirst().faults().stream()
                            .map(Rehearsal.Fault::pointer)
                            .toList(),
                    talk);
        }
    }

    @Test
    void anOptionThatIsNeverShownIsNotMissed() {
        assertEquals(
                List.of("on=next", "on=stop"),
                covered("").of(Thing.OPTION).stream().map(Coverage.Part::id).toList());
    }

    @Test
    void ofTheCountriesOneIsEnough() {
        Coverage.OfFlow safety =
                shipped().flows().stream()
                        .filter(flow -> flow.flow().equals("safety"))
                        .findFirst()
                        .orElseThrow();
        List<Coverage.Part> countries =
                safety.of(Thing.OPTION).stream()
                        .filter(part -> part.step().equals("country"))
                        .toList();
        assertEquals(2, countries.size());
        assertTrue(countries.getFirst().words().startsWith("any of "));
    }

    @Test
    void whatIsMissedIsToldWithItsPlace() {
        Dialogs.Loaded loaded = load("{'value':9}");
        Coverage.OfFlow flow =
                Coverage.of(
                                Objects.requireNonNull(loaded.library()),
                                List.of("test"),
                                Map.of(),
                                results(loaded))
                        .flows()
                        .getFirst();
        List<String> told =
                Uncovered.of(
                                "test/flow.json",
                                FLOW,
                                Objects.requireNonNull(loaded.library().flow("test")),
                                flow)
                        .stream()
                        .map(Found::toString)
                        .map(each -> each.lines().findFirst().orElseThrow())
                        .toList();
        assertEquals(flow.missed().size(), told.size());
        assertTrue(
                told.contains(
                        "test/flow.json:6:2  warning step-uncovered  no test comes to \"note\""),
                told.toString());
        assertTrue(
                told.contains(
                        "test/flow.json:12:4  warning option-uncovered  no test taps “Stop” at \"on\""),
                told.toString());
        assertTrue(
                told.contains(
                        "test/flow.json:2:2  warning way-uncovered  no test goes from \"mood\" to \"close\""),
                told.toString());
        assertTrue(
                told.stream().anyMatch(each -> each.contains("retry-uncovered")), told.toString());
    }

    @Test
    void theTestsOfTheShippedFlowsComeToEveryStepAndOption() {
        for (Coverage.OfFlow flow : shipped().flows()) {
            for (Thing thing : List.of(Thing.STEP, Thing.OPTION, Thing.RETRY, Thing.LANGUAGE)) {
                assertEquals(
                        List.of(),
                        flow.missed().stream().filter(part -> part.thing() == thing).toList(),
                        flow.flow());
            }
            assertTrue(flow.percent() >= 80, flow.flow() + " " + flow.missed());
        }
    }

    private static Coverage shipped() {
        Engine engine = Shipped.engine();
        List<Rehearsal.Result> results = new ArrayList<>();
        for (List<Script> scripts : Shipped.LOADED.tests().values()) {
            scripts.forEach(script -> results.add(Rehearsal.of(engine, script)));
        }
        return Coverage.of(
                engine.library(),
                engine.library().flows().stream().sorted().toList(),
                Map.of(),
                results);
    }

    @Test
    void whoComesToTheSecondStepHasPassedAFirstThatIsLeftOut() {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                """
                                {"flow":"test","version":1,"language":"en","title":"T","steps":[
                                 {"id":"again","if":"arrived","say":"Back again.","next":"end"},
                                 {"id":"also","if":"tapOnly","say":"Tap."},
                                 {"id":"mood","ask":"How heavy?","answer":{"type":"scale"}},
                                 {"id":"end","end":"done"}]}\
                                """,
                                "test/a.test.json",
                                test("{'do':'skip'}").replace('\'', '"')),
                        Dialogs.PRIVACY);
        assertEquals(
                Set.of("test/again>also", "test/also>mood", "test/mood>end"),
                results(loaded).getFirst().ways());
    }
}
