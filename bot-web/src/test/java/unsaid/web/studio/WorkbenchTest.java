package unsaid.web.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.check.Rehearsal;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// Authors at work, in a real browser.
class WorkbenchTest {
    private static final String FLOW = "naming-fears/flow.json";
    private static final String FIRST = "Yes, and I have about 8 minutes";
    private static final String SECOND = "How heavy do things feel right now?";

    @TempDir private Path folder = Path.of("");

    private Workbench open() throws Exception {
        return new Workbench(folder, ColorScheme.LIGHT).open(FLOW);
    }

    @Test
    void aMistakeIsToldWhileTypingInTheWordsOfTheCheckAndAPressLeadsThere() throws Exception {
        try (Workbench bench = open()) {
            String before = bench.onDisk(FLOW);
            bench.replace("\"go\": \"lull\"", "\"go\": \"lulll\"");
            Locator told = bench.page.locator(".findings .error");
            assertThat(told).hasCount(1);
            Found found = check(before.replace("\"go\": \"lull\"", "\"go\": \"lulll\""));
            assertThat(told).containsText(found.line() + ":" + found.column());
            assertThat(told).containsText(found.finding().message());
            assertThat(told).containsText(found.finding().wayOut());
            assertThat(told).containsText(found.finding().rule());
            assertThat(bench.page.locator(".cm-lintRange-error").first()).containsText("lulll");
            bench.page.keyboard().press("Control+End");
            told.click();
            assertThat(bench.page.locator(".cm-activeLine")).containsText("lulll");
            assertThat(bench.source()).isFocused();
            assertEquals(before, bench.onDisk(FLOW));
        }
    }

    private Found check(String text) throws Exception {
        Map<String, String> files = new TreeMap<>(Dialogs.files(folder));
        files.put(FLOW, text);
        return Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                .filter(Found::isError)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSavedIsHeardInTheTalkWhichStaysWhereItWas() throws Exception {
        try (Workbench bench = open()) {
            bench.talk().getByText(FIRST).first().click();
            bench.talk().getByText(SECOND).first().waitFor();
            bench.replace(SECOND, "How heavy is it today?");
            assertThat(bench.button("Save")).isEnabled();
            bench.page.keyboard().press("Control+s");
            assertThat(bench.talk().locator(".question").last())
                    .containsText("How heavy is it today?");
            assertThat(bench.talk().locator(".visitor")).containsText(FIRST);
            assertTrue(bench.onDisk(FLOW).contains("How heavy is it today?"));
            assertThat(bench.button("Save")).isDisabled();
        }
    }

    @Test
    void whatIsSavedWithAnErrorLeavesTheTalkWithTheVersionBefore() throws Exception {
        try (Workbench bench = open()) {
            bench.replace("\"go\": \"lull\"", "\"go\": \"lulll\"");
            bench.page.keyboard().press("Control+s");
            assertThat(bench.page.locator(".status")).containsText("Saved with errors");
            assertThat(bench.page.locator(".flow[aria-current] .state")).containsText("1 error");
            assertThat(bench.page.locator(".flow[aria-current] .state")).containsText("waiting");
            bench.talk().getByText(FIRST).first().click();
            bench.talk().getByText(SECOND).first().waitFor();
        }
    }

    @Test
    void aStepInTheGraphIsTalkedFromAndShownInTheSourceAndBack() throws Exception {
        try (Workbench bench = open()) {
            bench.page.keyboard().press("Alt+2");
            bench.page.locator("[data-step=heavy]").click();
            assertThat(bench.talk().locator(".question").last())
                    .containsText("Are you safe right now?");
            assertThat(bench.page.locator(".step.chosen")).hasAttribute("data-step", "heavy");
            assertThat(bench.page.locator(".chosen-step").nth(1)).containsText("\"heavy\"");
            assertThat(bench.page.locator(".from")).containsText("heavy");
            bench.replace("\"id\": \"mood\"", "\"id\": \"mood\"");
            assertThat(bench.page.locator(".step.chosen")).hasAttribute("data-step", "mood");
            assertThat(bench.page.locator(".chosen-step").nth(1)).containsText("\"mood\"");
        }
    }

    @Test
    void theGraphShowsWhatTestsComeToAndWhatMadeUpTalksComeTo() throws Exception {
        try (Workbench bench = open()) {
            bench.page.keyboard().press("Alt+3");
            Locator start = bench.page.locator("[data-step=start]");
            bench.button("Tests").click();
            assertThat(start).hasClass(Pattern.compile("\\b(full|part)\\b"));
            bench.button("Drop-off").click();
            assertThat(start).containsText("100%");
            assertThat(bench.page.locator(".legend")).containsText("Visitors are not counted");
        }
    }

    @Test
    void aTalkIsSavedAsATestThatPasses() throws Exception {
        try (Workbench bench = open()) {
            bench.talk().getByText(FIRST).first().click();
            bench.talk().getByText(SECOND).first().waitFor();
            bench.talk().locator(".point").nth(4).click();
            Locator send = bench.talk().locator(".place button.main");
            if (send.count() > 0) {
                send.first().click();
            }
            assertThat(bench.talk().locator(".visitor")).hasCount(2);
            bench.button("Save as a test").click();
            bench.page.keyboard().type("A usual evening begins");
            bench.page.keyboard().press("Enter");
            assertThat(bench.page.locator(".status"))
                    .containsText("a-usual-evening-begins.test.json");
            Dialogs.Loaded loaded = Dialogs.load(folder);
            assertNotNull(loaded.library());
            var tests = loaded.tests().get("naming-fears/a-usual-evening-begins.test.json");
            assertNotNull(tests);
            assertEquals("A usual evening begins", tests.getFirst().name());
            assertEquals(
                    List.of(),
                    Rehearsal.of(Engine.of(loaded.library()), tests.getFirst()).faults());
        }
    }

    @Test
    void whatAnotherEditorSavedIsTakenOverAndNeverOverwritten() throws Exception {
        try (Workbench bench = open()) {
            String first = bench.onDisk(FLOW);
            String theirs = first.replace(SECOND, "How heavy, they ask?");
            Files.writeString(folder.resolve(FLOW), theirs);
            assertThat(bench.page.locator(".status")).containsText("Changed elsewhere");
            bench.replace("How heavy, they ask?", "How heavy, I ask?");
            String again = first.replace(SECOND, "How heavy, they ask again?");
            Files.writeString(folder.resolve(FLOW), again);
            assertThat(bench.page.locator(".conflict")).containsText("changed elsewhere too");
            bench.source().click();
            bench.page.keyboard().press("Control+s");
            assertThat(bench.page.locator(".conflict")).isVisible();
            assertEquals(again, bench.onDisk(FLOW));
            bench.button("Keep mine").click();
            assertThat(bench.page.locator(".conflict")).isHidden();
            assertThat(bench.button("Save")).isDisabled();
            assertTrue(bench.onDisk(FLOW).contains("How heavy, I ask?"));
        }
    }

    @Test
    void fieldsAndStepsAreCompletedFromTheSchema() throws Exception {
        try (Workbench bench = open()) {
            bench.replace("\"minutes\": 8,", "\"minutes\": 8, ");
            bench.page.keyboard().type("\"mo");
            Locator offered = bench.page.locator(".cm-tooltip-autocomplete");
            assertThat(offered).containsText("moved");
            bench.page.keyboard().press("Escape");
            bench.replace("\"unsure\": { \"go\": \"where\"", "\"unsure\": { \"go\": ");
            bench.page.keyboard().type("\"hea");
            assertThat(offered).containsText("heavy");
            offered.getByText("heavy").first().click();
            assertThat(bench.page.locator(".cm-activeLine")).containsText("\"go\": \"heavy\"");
        }
    }

    @Test
    void everythingCanBeReachedByKeyboardAndNothingHoldsIt() throws Exception {
        try (Workbench bench = open()) {
            bench.page.keyboard().press("Alt+2");
            bench.page.locator("[data-step]").first().waitFor();
            bench.page.keyboard().press("F6");
            assertEquals("flows", pane(bench));
            bench.page.keyboard().press("F6");
            assertEquals("source", pane(bench));
            bench.page.keyboard().press("Tab");
            assertNotEquals("source", pane(bench));
            bench.page.keyboard().press("Shift+Tab");
            bench.page.keyboard().press("F6");
            assertEquals("graph", pane(bench));
            String before = step(bench);
            bench.page.keyboard().press("ArrowDown");
            assertNotEquals(before, step(bench));
            for (int i = 0; i < 10 && !"start".equals(step(bench)); i++) {
                bench.page
                        .keyboard()
                        .press("ArrowDown"); // past those that only other parts lead to
            }
            bench.page.keyboard().press("Enter");
            assertThat(bench.page.locator(".from")).containsText("made-up answers");
            bench.page.keyboard().press("F6");
            assertEquals("findings", pane(bench));
            bench.page.keyboard().press("F6");
            assertEquals("talks", pane(bench));
            bench.page.keyboard().press("F6");
            assertEquals("flows", pane(bench));
        }
    }

    private static String pane(Workbench bench) {
        return String.valueOf(
                bench.page.evaluate(
                        "() => document.activeElement.closest('.flows,.source,.graph,.findings,.talks')?.className.split(' ')[0] ?? ''"));
    }

    private static String step(Workbench bench) {
        return String.valueOf(
                bench.page.evaluate("() => document.activeElement.dataset.step ?? ''"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void itHasNoBarriersAsksNoStrangerAndBreaksNoPolicyInAnyLight(ColorScheme scheme)
            throws Exception {
        try (Workbench bench = new Workbench(folder, scheme).open(FLOW)) {
            String look = scheme.name().toLowerCase(Locale.ROOT);
            bench.page.locator(".findings button").first().waitFor();
            assertEquals(List.of(), bench.barriers());
            bench.picture("workbench-source-" + look);
            bench.page.keyboard().press("Alt+2");
            bench.page.locator("[data-step=heavy]").click();
            assertThat(bench.talk().locator(".question").last())
                    .containsText("Are you safe right now?");
            assertEquals(List.of(), bench.barriers());
            bench.picture("workbench-both-" + look);
            bench.page.keyboard().press("Alt+3");
            bench.button("Drop-off").click();
            bench.page.locator(".badge").first().waitFor();
            bench.button("Fit").click();
            bench.picture("workbench-graph-" + look);
            bench.page.keyboard().press("Alt+1");
            bench.replace("\"go\": \"lull\"", "\"go\": \"lulll\"");
            bench.page.locator(".findings .error").waitFor();
            bench.picture("workbench-error-" + look);
            bench.button("Keyboard").click();
            assertEquals(List.of(), bench.barriers());
            bench.picture("workbench-keyboard-" + look);
            assertEquals(List.of(), bench.problems);
            assertEquals(List.of(), bench.strangers);
            assertFalse(bench.page.context().cookies().stream().anyMatch(any -> true));
        }
    }
}
