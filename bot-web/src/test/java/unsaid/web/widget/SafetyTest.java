package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.safety.Helplines;
import unsaid.web.widget.Visit.Screen;

/// Help and Leave: there in every state, with or without a server.
class SafetyTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";

    /// Notes when the screen went blank, counted from the last press.
    private static final String WATCH =
            """
            let from;
            const look = () => document.body.innerText.trim() === '' ? window.blankAfter = performance.now() - from : setTimeout(look, 1);
            for (const press of ['click', 'keyup']) addEventListener(press, () => { from = performance.now(); look() }, true)
            """;

    @Test
    void leavingErasesAndGoesToANeutralPage() {
        try (Visit v = new Visit(Screen.PHONE, new Talk().asks("Hello.", YES_NO)).open()) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.waitFor("Hello.");
            v.button("Leave").click();
            v.page.waitForURL(Site.LEAVE);
            assertEquals(List.of("erase"), v.talk.commands());
        }
    }

    @Test
    void leavingBlanksTheScreenAtOnceWithoutANetwork() {
        try (Visit v = new Visit(Screen.PHONE, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            blanks(v, () -> v.button("Leave").click());
        }
    }

    @Test
    void shiftThreeTimesBlanksTheScreenAtOnceWithoutANetwork() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            blanks(
                    v,
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            v.page.keyboard().press("Shift");
                        }
                    });
        }
    }

    /// The neutral page never comes, so that what is on the screen until then can be looked at.
    private static void blanks(Visit v, Runnable leave) {
        v.context().route(Site.LEAVE + "**", r -> {});
        v.talk.down = true;
        v.talk.cut();
        v.site.close();
        v.page.evaluate(WATCH);
        leave.run();
        v.page.waitForCondition(() -> v.page.evaluate("window.blankAfter ?? null") != null);
        double after = ((Number) v.page.evaluate("window.blankAfter")).doubleValue();
        assertTrue(after < 100, "blank after " + after + " ms");
    }

    @Test
    void leavingWorksWithoutALine() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO)).open()) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.waitFor("Hello.");
            v.talk.down = true;
            v.talk.cut();
            v.button("Leave").click();
            v.page.waitForURL(Site.LEAVE);
        }
    }

    @Test
    void shiftThreeTimesLeaves() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks(
                                                "Hello.",
                                                "\"type\":\"text\",\"text\":\"What happened?\""))
                        .open()) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.waitFor("Hello.");
            v.page.getByLabel("What happened?").focus();
            v.page.keyboard().press("Shift");
            v.page.keyboard().press("Shift");
            assertEquals(2, v.page.locator(".steps .on").count());
            assertTrue(
                    v.page.locator("[role=log]")
                            .textContent()
                            .contains("Press Shift once more to leave"));
            v.page.keyboard().press("Shift");
            v.page.waitForURL(Site.LEAVE);
            assertEquals(List.of("erase"), v.talk.commands());
        }
    }

    @Test
    void capitalLettersAreNotMistakenForLeaving() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks(
                                                "Hello.",
                                                "\"type\":\"text\",\"text\":\"What happened?\""))
                        .open()) {
            v.waitFor("Hello.");
            v.page.getByLabel("What happened?").focus();
            for (String key : List.of("Shift+A", "Shift+B", "Shift+C", "Shift+D"))
                v.page.keyboard().press(key);
            assertEquals("ABCD", v.page.getByLabel("What happened?").inputValue());
            assertTrue(v.guide("Hello.").isVisible());
        }
    }

    @Test
    void anOptionThatLeavesWaitsForNobody() {
        String ask =
                "\"type\":\"choice\",\"text\":\"What now?\",\"options\":[{\"value\":\"go\",\"label\":\"Leave this page\",\"do\":\"leave\"}]";
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", ask)).open()) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.button("Leave this page").click();
            v.page.waitForURL(Site.LEAVE);
            assertEquals(List.of(), v.talk.answers());
        }
    }

    @Test
    void theHelpCardWorksWithTheServerGone() {
        try (Visit v = new Visit(Screen.PHONE, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            v.talk.down = true;
            v.talk.cut();
            v.site.close();
            v.button("Help").click();
            v.page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("People you can reach"))
                    .waitFor();
            assertEquals(
                    "Emergency (United Kingdom)",
                    v.page.locator(".people h2").first().textContent());
            assertEquals("tel:999", v.page.locator(".people a").first().getAttribute("href"));
            assertTrue(v.page.getByText("(not checked by this site yet)").first().isVisible());
            assertEquals("sms:00000", v.page.getByText("Text 00000: HELLO").getAttribute("href"));
            assertFalse(v.page.getByText("Closed line").isVisible());
            assertFalse(v.page.getByText("European line").isVisible());
            assertEquals(0, v.page.locator(".people a:not([rel~=noreferrer])").count());
            v.picture("people");
            v.isAccessible("help");
            v.page.getByLabel("Country").selectOption("de");
            assertEquals("tel:110", v.page.locator(".people a").first().getAttribute("href"));
            assertTrue(v.page.getByText("European line").isVisible());
            v.page.getByLabel("Country").selectOption("");
            assertTrue(v.page.getByText("112 works in Europe").isVisible());
        }
    }

    @Test
    void theHelpCardIsNeverEmpty() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO))) {
            v.site.helplines = Helplines.international();
            v.open();
            v.waitFor("Hello.");
            v.button("Help").click();
            assertTrue(v.page.getByText("112 works in Europe").isVisible());
            assertTrue(
                    v.page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions()
                                            .setName("Website: findahelpline.com"))
                            .isVisible());
            v.isAccessible("the least help");
        }
    }

    @Test
    void helpCanBeTalkedAbout() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk().asks("Hello.", YES_NO).asks("I am here.", YES_NO))
                        .open()) {
            v.waitFor("Hello.");
            v.button("Help").click();
            v.button("Talk about it here").click();
            v.waitFor("I am here.");
            assertEquals(List.of("help"), v.talk.commands());
        }
    }
}
