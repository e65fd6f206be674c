package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void everyStepOfEveryShippedFlowThatVisitorsBeginIsFound() {
        Engine engine = Shipped.engine();
        List<String> missing = new ArrayList<>();
        for (String flow : List.of("welcome", "naming-fears")) {
            for (Step step : steps(engine, flow)) {
                Wayfinder.Way way = Wayfinder.to(engine, flow, step.id());
                if (way == null || !way.conversation().trail().contains(flow + "/" + step.id())) {
                    missing.add(flow + "/" + step.id());
                }
            }
        }
        // Only who comes from another part comes to them, and brings what is known from there.
        assertEquals(
                List.of("welcome/known", "naming-fears/mood-known", "naming-fears/brief"), missing);
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
