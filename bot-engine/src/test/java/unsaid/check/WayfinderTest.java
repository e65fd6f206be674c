package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unsaid.dialogs.Shipped;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.flow.Step;
import unsaid.format.Dialogs;

class WayfinderTest {
    private static Engine engine(String flow) {
        Library library =
                Dialogs.read(
                                Map.of(
                                        "talk/flow.json",
                                        flow,
                                        "helplines.json",
                                        "{\"home\": \"\", \"countries\": [], \"lines\": []}"),
                                "")
                        .library();
        assertNotNull(library);
        return Engine.of(library);
    }

    /// Steps that nobody comes to who begins at the flow: only what another part of the talk knows
    /// leads there, or a danger and the help between, as in all of the safety flow that does not
    /// open by the button.
    private static final Map<String, List<String>> FROM_ELSEWHERE =
            Map.of(
                    "check-in", List.of("layer"),
                    "closeness", List.of("brief", "after-anger", "gently2"),
                    "hard-moments",
                            List.of(
                                    "brief",
                                    "take-quiet",
                                    "take-idk",
                                    "take-fine",
                                    "take-walks",
                                    "take-angry",
                                    "take-scared",
                                    "known"),
                    "naming-fears", List.of("mood-known", "brief"),
                    "naming-hopes", List.of("brief", "bring", "gather-fresh"),
                    "roots", List.of("heavy-known", "brief", "known"),
                    "welcome", List.of("known"),
                    "safety",
                            List.of(
                                    "soft",
                                    "mis",
                                    "dv",
                                    "now",
                                    "hurt",
                                    "selfharm",
                                    "stay",
                                    "child",
                                    "minor",
                                    "own"));

    @TestFactory
    Stream<DynamicTest> everyStepOfEveryShippedFlowIsFound() {
        Engine engine = Shipped.engine();
        return engine.library().flows().stream()
                .sorted()
                .map(flow ->
                        DynamicTest.dynamicTest(
                                flow,
                                () -> {
                                    List<String> missing = new ArrayList<>();
                                    for (Step step : steps(engine, flow)) {
                                        Wayfinder.Way way = Wayfinder.to(engine, flow, step.id());
                                        if (way == null
                                                || !way.conversation()
                                                        .trail()
                                                        .contains(flow + "/" + step.id())) {
                                            missing.add(step.id());
                                        }
                                    }
                                    assertEquals(
                                            FROM_ELSEWHERE.getOrDefault(flow, List.of()), missing);
                                }));
    }

    private static List<Step> steps(Engine engine, String flow) {
        var found = engine.library().flow(flow);
        assertNotNull(found);
        List<Step> steps = new ArrayList<>();
        found.steps()
                .forEach(step -> {
                    steps.add(step);
                    if (step.kind() instanceof Step.Kind.Each each) {
                        steps.addAll(each.steps());
                    }
                });
        return steps;
    }

    @Test
    void aWayLeadsPastQuestionsThatTakeOneThingAlone() {
        Engine engine =
                engine(
                        """
                        {"flow":"talk","version":1,"language":"en","title":"T","steps":[
                         {"id":"one","private":true,"ask":"One?","answer":{"type":"list","of":"text","min":1,"max":1}},
                         {"id":"seven","if":"one is not empty","ask":"Seven?","answer":{"type":"number","min":7,"max":7}},
                         {"id":"there","if":"seven is set","say":"There."},
                         {"id":"end","end":"done"}]}\
                        """);
        assertNotNull(Wayfinder.to(engine, "talk", "there"));
    }

    @Test
    void theSameFlowGivesTheSameTalk() {
        Engine engine = Shipped.engine();
        var one = Wayfinder.to(engine, "naming-fears", "close");
        var other = Wayfinder.to(engine, "naming-fears", "close");
        assertNotNull(one);
        assertNotNull(other);
        assertEquals(one.conversation().log(), other.conversation().log());
    }

    @Test
    void aStepBehindANarrowConditionIsFound() {
        Engine engine =
                engine(
                        """
                        {"flow": "talk", "version": 1, "language": "en", "title": "T", "steps": [
                          {"id": "one", "ask": "One?", "answer": {"type": "scale", "min": 0, "max": 10}},
                          {"id": "two", "ask": "Two?", "answer": {"type": "choice", "options": [
                            {"value": "a", "label": "A"}, {"value": "b", "label": "B"}]}},
                          {"id": "three", "ask": "Three?", "answer": {"type": "list", "max": 3},
                            "next": [{"if": "one is 7 and two is b and size(three) > 2", "go": "deep"}, {"else": "close"}]},
                          {"id": "deep", "say": "Here."},
                          {"id": "close", "end": "done", "say": "Bye."}]}
                        """);
        var way = Wayfinder.to(engine, "talk", "deep");
        assertNotNull(way);
        assertTrue(way.turn().says().contains("Here."), way.turn().toString());
    }

    @Test
    void aStepBehindAListOfOneAndANarrowNumberIsFound() {
        Engine engine =
                engine(
                        """
                        {"flow": "talk", "version": 1, "language": "en", "title": "T", "steps": [
                          {"id": "one", "ask": "One?", "answer": {"type": "list", "max": 1}},
                          {"id": "two", "ask": "Two?", "answer": {"type": "number", "min": 0, "max": 1}},
                          {"id": "deep", "say": "Here.", "if": "two is 1 and one is not empty"},
                          {"id": "close", "end": "done", "say": "Bye."}]}
                        """);
        assertNotNull(Wayfinder.to(engine, "talk", "deep"));
    }

    @Test
    void whereNoWayLeadsNoneIsFound() {
        Engine engine =
                engine(
                        """
                        {"flow": "talk", "version": 1, "language": "en", "title": "T", "steps": [
                          {"id": "one", "ask": "One?", "answer": {"type": "scale", "min": 0, "max": 10}},
                          {"id": "never", "say": "Never.", "if": "one > 20"},
                          {"id": "close", "end": "done", "say": "Bye."}]}
                        """);
        assertNull(Wayfinder.to(engine, "talk", "never"));
        assertNull(Wayfinder.to(engine, "talk", "no-such-step"));
        assertNull(Wayfinder.to(engine, "no-such-flow", "one"));
    }
}
