package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import unsaid.web.widget.Visit.Screen;

/// Networks that let no socket pass.
class NoLineTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
    private static final String SIMPLE = "Open the simple page";

    @Test
    void whereNoSocketOpensTheSimplePageIsOffered() {
        Talk talk = new Talk().asks("Hello.", YES_NO);
        talk.down = true;
        try (Visit v = new Visit(Screen.PHONE, talk).open()) {
            v.button(SIMPLE).waitFor();
            v.picture("no-line");
            v.isAccessible("no line");
            Locator form = v.page.locator("form:has-text('" + SIMPLE + "')");
            assertEquals("post", form.getAttribute("method"));
            assertEquals("naming-fears", form.getAttribute("action"));
            assertEquals("en", form.locator("input[name=language]").inputValue());
            talk.down = false;
            v.waitFor("Hello.");
            assertEquals(0, v.button(SIMPLE).count());
        }
    }

    @Test
    void whoWasThroughOnceIsNotSentElsewhere() {
        Talk talk = new Talk().asks("Hello.", YES_NO);
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.waitFor("Hello.");
            talk.down = true;
            talk.cut();
            v.page.waitForTimeout(2_500);
            assertFalse(v.button(SIMPLE).isVisible());
            assertEquals(1, v.page.locator(".offline:not([hidden])").count());
        }
    }
}
