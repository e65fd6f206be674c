package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// What belongs to the visitor: to be asked first, to see, save, keep and erase.
class RightsTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
    private static final String YES = "Yes, use my answers for this talk";

    private static Visit visit(Screen screen) {
        return new Visit(screen, new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO));
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void nothingIsSentOrStoredBeforeTheYes(Screen screen) {
        try (Visit v = visit(screen)) {
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.button(YES).waitFor();
            v.picture("gate-" + screen);
            v.isAccessible("gate");
            v.page.getByText("I have a code").click();
            v.page.getByText("Tell me more").click();
            v.page.getByText("30 minutes of silence").waitFor();
            v.picture("gate-open-" + screen);
            v.isAccessible("gate, all open");
            assertEquals(List.of(), v.talk.heard);
            assertEquals(0, v.page.evaluate("sessionStorage.length + localStorage.length"));
            v.button(YES).click();
            v.waitFor("Hello.");
            assertTrue(v.talk.heard.getFirst().path("agreed").asBoolean());
            assertFalse(v.talk.heard.getFirst().has("code"));
            assertEquals(0, v.page.locator(".gate:visible").count());
        }
    }

    @Test
    void aNoEndsItKindlyAndCanBeTakenBack() {
        try (Visit v = visit(Screen.LIGHT)) {
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.button("No").click();
            v.waitFor("Nothing has been kept.");
            v.picture("gate-no");
            v.isAccessible("a no");
            assertEquals(List.of(), v.talk.heard);
            assertEquals("Back", v.page.evaluate("document.activeElement.textContent"));
            v.button("Back").click();
            v.button(YES).click();
            v.waitFor("Hello.");
        }
    }

    @Test
    void byKeyboardAloneACodeIsTypedAndTheYesIsATapOfItsOwn() {
        try (Visit v = visit(Screen.LIGHT)) {
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.page.getByText("I have a code").focus();
            v.page.keyboard().press("Enter");
            v.page.waitForCondition(
                    () -> v.page.evaluate("document.activeElement.tagName").equals("INPUT"));
            v.page.keyboard().type("7k3m q0vx 94tb");
            v.page.keyboard().press("Enter");
            assertEquals(List.of(), v.talk.heard);
            assertEquals(YES, v.page.evaluate("document.activeElement.textContent"));
            v.page.keyboard().press("Enter");
            v.waitFor("Hello.");
            assertEquals("7k3m q0vx 94tb", v.talk.heard.getFirst().path("code").asString());
            assertEquals(
                    "Shall we go on?",
                    v.page.evaluate("document.activeElement.querySelector('legend').textContent"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whatWasWrittenCanBeSeenAndSavedInTwoFormsUnderNeutralNames(Screen screen)
            throws IOException {
        try (Visit v = visit(screen).open()) {
            v.page.getByText("My words").click();
            v.button("See or save").click();
            v.page.getByText("Others who use it may find it.").waitFor();
            v.picture("see-" + screen);
            v.isAccessible("see");
            Download text = v.page.waitForDownload(() -> v.button("Save as text").click());
            assertEquals("notes.txt", text.suggestedFilename());
            assertEquals("Notes\n\nFear\nbeing left\n", Files.readString(text.path()));
            Download json = v.page.waitForDownload(() -> v.button("Save as JSON").click());
            assertEquals("notes.json", json.suggestedFilename());
            String saved = Files.readString(json.path());
            assertTrue(saved.contains("being left") && saved.contains("\"use\": true"), saved);
            assertFalse(saved.contains("\"No\"") || saved.toLowerCase().contains("unsaid"), saved);
            v.page.getByLabel("Also save what is marked (1)").check();
            text = v.page.waitForDownload(() -> v.button("Save as text").click());
            assertEquals(
                    "Notes\n\nFear\nbeing left\n\nIs it safe?\nNo\n",
                    Files.readString(text.path()));
            json = v.page.waitForDownload(() -> v.button("Save as JSON").click());
            assertTrue(Files.readString(json.path()).contains("\"No\""));
            v.page.keyboard().press("Escape");
            assertTrue(v.button("Yes").isVisible());
            assertEquals("My words", v.page.evaluate("document.activeElement.textContent"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void keepingIsExplainedAgreedToAndGivesACodeOnce(Screen screen) {
        try (Visit v = visit(screen).open()) {
            v.page.getByText("My words").click();
            v.button("Keep for later").click();
            v.page.getByText("Your answers stay on the server for 30 days").waitFor();
            v.picture("keep-" + screen);
            v.isAccessible("keep");
            assertEquals(List.of(), v.talk.commands());
            v.button("Yes, keep it for later").click();
            v.page.getByText("7K3M-Q0VX-94TB").waitFor();
            v.page.getByText("December 24, 2026").waitFor();
            v.picture("code-" + screen);
            v.isAccessible("code");
            v.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            v.button("Copy").click();
            v.page.getByText("Copied").waitFor();
            assertEquals("7K3M-Q0VX-94TB", v.page.evaluate("navigator.clipboard.readText()"));
            assertFalse(
                    v.page.evaluate("JSON.stringify({...sessionStorage})")
                            .toString()
                            .contains("7K3M"));
            v.button("Back to the conversation").click();
            assertEquals(0, v.page.getByText("7K3M-Q0VX-94TB").count());
            v.button("Keep for later").click();
            v.page.getByText("This talk is kept until").waitFor();
            v.picture("kept-" + screen);
            v.isAccessible("kept");
            v.button("Do not keep").click();
            v.page.locator(".told").getByText("It is not kept any more.").waitFor();
            assertEquals(List.of("keep", "unkeep"), v.talk.commands());
            assertTrue(v.button("Yes").isVisible());
        }
    }

    @Test
    void aPanelThatCannotBeFetchedIsSaidToBeMissingAndTheTalkGoesOn() {
        try (Visit v = visit(Screen.LIGHT).open()) {
            v.waitFor("Hello.");
            v.site.close();
            v.page.getByText("My words").click();
            v.page.locator("details[open]").getByText("The connection is gone.").waitFor();
            assertTrue(v.button("Yes").isVisible());
        }
    }
}
