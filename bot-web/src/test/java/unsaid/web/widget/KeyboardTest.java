package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.web.widget.Visit.Screen;

/// The keyboard alone, and where the focus is.
class KeyboardTest {
    private static final String FOCUSED =
            "document.activeElement.tagName + ':' + (document.activeElement.textContent || document.activeElement.getAttribute('aria-label') || '').trim().slice(0, 30)";

    @Test
    void aWholeTalkCanBeHadWithTheKeyboard() {
        Talk talk =
                new Talk()
                        .asks(
                                "Hello.",
                                "\"type\":\"choice\",\"text\":\"Which?\",\"options\":[{\"value\":\"a\",\"label\":\"One\"},{\"value\":\"b\",\"label\":\"Two\"}]")
                        .asks(
                                "Next.",
                                "\"type\":\"scale\",\"text\":\"How much?\",\"min\":0,\"max\":4")
                        .asks("Now in words.", "\"type\":\"text\",\"text\":\"What happened?\"")
                        .asks(
                                "Which weighs more?",
                                "\"type\":\"rank\",\"text\":\"Order them.\",\"items\":[{\"value\":\"a\",\"label\":\"One\"},{\"value\":\"b\",\"label\":\"Two\"},{\"value\":\"c\",\"label\":\"Three\"}]");
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.waitFor("Hello.");
            tabTo(v, "One");
            press(v, "Tab", "Enter");
            v.waitFor("Next.");
            press(v, "Tab", "ArrowRight", "ArrowRight", "Tab", "Enter");
            v.waitFor("Now in words.");
            v.page.waitForCondition(
                    () -> v.page.evaluate("document.activeElement.tagName").equals("TEXTAREA"));
            v.page.keyboard().type("I went quiet.");
            press(v, "Control+Enter");
            v.waitFor("Which weighs more?");
            tabTo(v, "Move down: One");
            press(v, "Enter", "Enter");
            assertEquals(
                    "Move up: One",
                    v.page.evaluate("document.activeElement.getAttribute('aria-label')"));
            tabTo(v, "Continue");
            press(v, "Enter");
            v.waitFor("That was all.");
            assertEquals(
                    List.of("\"b\"", "2", "\"I went quiet.\"", "[\"b\",\"c\",\"a\"]"),
                    v.talk.answers());
            v.page.waitForCondition(() -> v.page.evaluate(FOCUSED).equals("BUTTON:Start again"));
        }
    }

    @Test
    void afterAnAnswerTheFocusIsInTheNextQuestion() {
        String ask = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", ask).asks("Next.", ask)).open()) {
            v.button("Yes").focus();
            press(v, "Enter");
            v.waitFor("Next.");
            v.page.waitForFunction("document.activeElement.tagName === 'FIELDSET'");
            press(v, "Tab");
            assertEquals("BUTTON:Yes", v.page.evaluate(FOCUSED));
        }
    }

    @Test
    void aMessageNeverTakesTheFocus() {
        String ask = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", ask).asks("Next.", ask)).open()) {
            v.waitFor("Hello.");
            assertEquals(
                    "FIELDSET",
                    v.page.evaluate("document.activeElement.tagName"),
                    "the yes that was tapped is gone: the focus is where it led");
            v.talk.mute = true;
            v.button("Yes").click();
            v.page.waitForCondition(() -> v.talk.counted.size() == 1);
            v.button("Leave").focus();
            v.talk.mute = false;
            v.talk.cut();
            v.waitFor("Next.");
            v.button("No").waitFor();
            assertEquals("BUTTON:Leave", v.page.evaluate(FOCUSED));
        }
    }

    @Test
    void theLogIsTheOnlyThingThatAnnounces() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks(
                                                "Hello.",
                                                "\"type\":\"list\",\"text\":\"What?\",\"max\":3"))
                        .open()) {
            v.waitFor("Hello.");
            assertEquals(
                    1,
                    v.page.locator(
                                    "[role=log], [role=status], [role=alert], [aria-live]:not([aria-live=off])")
                            .count());
            v.page.getByLabel("What?").fill("rain");
            press(v, "Enter");
            assertTrue(v.page.locator("[role=log]").textContent().contains("Added: rain"));
        }
    }

    @Test
    void escapeClosesTheHelpCardAndTheFocusIsBackOnHelp() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks(
                                                "Hello.",
                                                "\"type\":\"yesno\",\"text\":\"Shall we go on?\""))
                        .open()) {
            v.waitFor("Hello.");
            v.button("Help").focus();
            press(v, "Enter");
            v.page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("People you can reach"))
                    .waitFor();
            assertEquals("H1:People you can reach", v.page.evaluate(FOCUSED));
            press(v, "Escape");
            assertEquals("BUTTON:Help", v.page.evaluate(FOCUSED));
            assertTrue(v.guide("Hello.").isVisible());
        }
    }

    @Test
    void helpAndLeaveAreReachedByTabAtEveryKindOfQuestionAndAtTheEnd() {
        Talk talk =
                new Talk()
                        .asks("1.", "\"type\":\"yesno\",\"text\":\"Well?\"")
                        .asks(
                                "2.",
                                "\"type\":\"choice\",\"text\":\"Which?\",\"options\":[{\"value\":\"a\",\"label\":\"One\"},{\"value\":\"b\",\"label\":\"Two\"}]")
                        .asks("3.", "\"type\":\"scale\",\"text\":\"How much?\",\"min\":0,\"max\":4")
                        .asks("4.", "\"type\":\"text\",\"text\":\"What happened?\"")
                        .asks(
                                "5.",
                                "\"type\":\"rank\",\"text\":\"Order them.\",\"items\":[{\"value\":\"a\",\"label\":\"One\"},{\"value\":\"b\",\"label\":\"Two\"}]");
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            for (String said : List.of("1.", "2.", "3.", "4.", "5.")) {
                v.waitFor(said);
                tabTo(v, "Leave");
                tabTo(v, "Help");
                v.button("I don’t know").click();
            }
            v.waitFor("That was all.");
            tabTo(v, "Leave");
            tabTo(v, "Help");
        }
    }

    private static void press(Visit v, String... keys) {
        for (String key : keys) v.page.keyboard().press(key);
    }

    /// Presses Tab until the control of that name has the focus.
    private static void tabTo(Visit v, String name) {
        for (int i = 0; i < 40; i++) {
            v.page.keyboard().press("Tab");
            Object focused =
                    v.page.evaluate(
                            "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()");
            if (name.equals(focused)) return;
        }
        throw new AssertionError("Tab does not reach " + name);
    }
}
