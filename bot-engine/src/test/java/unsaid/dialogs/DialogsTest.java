package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.format.Found;

/// The shipped conversations, held against their own conversation tests.
class DialogsTest {
    @Test
    void theShippedDialogsHaveNoError() {
        assertEquals(List.of(), Shipped.LOADED.findings().stream().filter(Found::isError).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyConversationTestPasses() {
        Engine engine = Shipped.engine();
        return Shipped.LOADED.tests().entrySet().stream()
                .flatMap(file ->
                        file.getValue().stream()
                                .map(script ->
                                        DynamicTest.dynamicTest(
                                                file.getKey() + ": " + script.name(),
                                                () -> {
                                                    assertEquals(
                                                            List.of(),
                                                            Rehearsal.of(engine, script).faults());
                                                })));
    }

    @TestFactory
    Stream<DynamicTest> theConversationTestsCoverEveryStepAndEveryOption() {
        Engine engine = Shipped.engine();
        Set<String> visited = new TreeSet<>();
        Set<String> tapped = new TreeSet<>();
        for (List<Script> scripts : Shipped.LOADED.tests().values()) {
            for (Script script : scripts) {
                Rehearsal.Result result = Rehearsal.of(engine, script);
                visited.addAll(result.visited());
                tapped.addAll(result.tapped());
            }
        }
        return engine.library().flows().stream()
                .sorted()
                .map(id ->
                        DynamicTest.dynamicTest(
                                id,
                                () -> {
                                    Flow flow = engine.library().flow(id);
                                    assertTrue(flow != null);
                                    List<String> missed = new ArrayList<>();
                                    for (Step step : flow.steps()) {
                                        String at = id + "/" + step.id();
                                        if (!visited.contains(at)) {
                                            missed.add(at);
                                        }
                                        if (step.kind() instanceof Kind.Ask ask) {
                                            boolean list =
                                                    ask.answer().choices().size() > 60
                                                            || step.id().equals("country");
                                            for (Option option : ask.answer().choices()) {
                                                if (!list
                                                        && canShow(engine, option)
                                                        && !tapped.contains(
                                                                at + "=" + option.value())) {
                                                    missed.add(at + "=" + option.value());
                                                }
                                            }
                                        }
                                    }
                                    assertEquals(
                                            List.of(),
                                            missed,
                                            "steps and options that no conversation test comes to");
                                }));
    }

    @Test
    void everyShippedFlowHasConversationTests() {
        for (String id : Shipped.engine().library().flows()) {
            assertFalse(
                    Shipped.LOADED.tests().keySet().stream()
                            .noneMatch(file -> file.startsWith(id + "/")),
                    id);
        }
    }

    /// An option that goes on to a flow which is not written yet is never shown.
    private static boolean canShow(Engine engine, Option option) {
        return option.suggest() == null || engine.library().flow(option.suggest()) != null;
    }
}
