package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// What is said comes in its own time, for visitors who asked for no stillness. The page's clock
/// stands and is turned by hand: nothing here waits for time to pass.
class MotionTest {
    private static final String LONG =
            "The quiet kind that shows up between two people, when one of them looks away and the other one waits.";
    private static final String LONGER = LONG + " " + LONG;

    /// Longer than any pause.
    private static final long PAUSE = 700;

    private static final long STEP = 10;

    /// Three things said, then a question.
    private static final String THREE =
            """
            {"says":["One.","Two.","%s"],"ask":{"id":"a%s","at":"f/a%s","type":"yesno","text":"Shall we go on?"},"can":["back","change","help"],"progress":0.4}
            """;

    private static String three(String name) {
        return THREE.formatted(LONG, name, name);
    }

    /// Turns the clock until all of it is said.
    private static void goOn(Visit v) {
        for (int said = 0; said < 4; said++) goOn(v, PAUSE);
    }

    /// A visitor whose clock stands.
    private static Visit standing(Screen screen, Talk talk) {
        Visit v = Visit.moving(screen, talk);
        v.page.clock().install(new Clock.InstallOptions().setTime(0));
        v.page.clock().pauseAt(1_000);
        return v.hearing().open();
    }

    /// Stands in the middle of what is said: one thing is there, the next is on its way.
    private static Visit amidst(Screen screen, Talk talk) {
        Visit v = standing(screen, talk);
        v.waitFor("One.");
        assertTrue(dots(v).isVisible());
        return v;
    }

    private static void goOn(Visit v, long millis) {
        v.page.clock().runFor(millis);
    }

    private static Locator dots(Visit v) {
        return v.page.locator(".dots");
    }

    /// Turns the clock until something stands there; how far.
    private static long until(Visit v, String text) {
        for (long passed = STEP; passed <= PAUSE; passed += STEP) {
            goOn(v, STEP);
            if (v.guide(text).count() > 0) return passed;
        }
        throw new AssertionError("not said: " + text);
    }

    @Test
    void oneThingIsSaidAfterTheOtherAndDotsStandForTheNext() {
        try (Visit v = amidst(Screen.LIGHT, new Talk().then(three("1")))) {
            List<String> expected = List.of("One.", "Two.", LONG, "Shall we go on?");
            for (int said = 1; said < expected.size(); said++) {
                assertTrue(dots(v).isVisible());
                assertEquals(expected.subList(0, said), v.page.locator(".guide").allTextContents());
                assertEquals(0, v.page.locator("form.ask").count());
                until(v, expected.get(said));
            }
            assertEquals(expected, v.page.locator(".guide").allTextContents());
            assertFalse(dots(v).isVisible());
            assertTrue(v.button("Yes").isVisible());
            assertEquals(
                    expected.stream().map(text -> "log: " + text).toList(), v.heard(), "announced");
        }
    }

    @Test
    void whatIsLongerTakesLongerButNothingTakesLong() {
        String turn =
                "{\"says\":[\"One.\",\"Two.\",\"%s\",\"%s\",\"%s!\"],\"ask\":{\"id\":\"a\",\"at\":\"f/a\",\"type\":\"yesno\",\"text\":\"And?\"}}";
        try (Visit v =
                amidst(
                        Screen.LIGHT,
                        new Talk().then(turn.formatted("A few more words.", LONG, LONGER)))) {
            long brief = until(v, "Two.");
            long more = until(v, "A few more words.");
            long most = until(v, LONG);
            long all = until(v, LONGER + "!");
            assertTrue(STEP < brief && brief < more && more < most, brief + " " + more);
            assertEquals(most, all);
        }
    }

    @Test
    void theDotsAreThereWhileAnAnswerIsOnItsWay() {
        try (Visit v =
                amidst(
                        Screen.LIGHT,
                        new Talk()
                                .then(three("1"))
                                .asks("Go on.", "\"type\":\"yesno\",\"text\":\"And?\""))) {
            goOn(v);
            v.talk.mute = true;
            v.button("Yes").click();
            v.page.locator(".visitor").waitFor();
            assertTrue(dots(v).isVisible());
            assertEquals(0, v.button("Yes").count());
        }
    }

    @Test
    void whoGoesBackDuringThePauseSeesWhatIsAskedThenAndNothingElse() {
        Talk talk =
                new Talk()
                        .asks("Hello.", "\"type\":\"yesno\",\"text\":\"May I?\"")
                        .then(three("1"))
                        .then(
                                "{\"says\":[\"Once more.\"],\"history\":[],\"ask\":{\"id\":\"again\",\"at\":\"flow/step0\",\"type\":\"yesno\",\"text\":\"May I?\",\"earlier\":\"yes\"},\"can\":[\"change\"]}");
        try (Visit v = standing(Screen.PHONE, talk)) {
            v.waitFor("Hello.");
            goOn(v, PAUSE);
            v.button("Yes").tap();
            v.waitFor("One.");
            assertEquals(0, v.guide("Two.").count());
            v.button("Change this answer: Yes").tap();
            v.page.waitForCondition(() -> v.talk.commands().equals(List.of("change")));
            v.guide("One.")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            goOn(v);
            assertEquals(
                    List.of("Once more.", "May I?"), v.page.locator(".guide").allTextContents());
            assertTrue(v.page.locator("button.chip[aria-current]").isVisible());
            assertEquals(1, v.page.locator("form.ask").count());
            assertFalse(dots(v).isVisible());
            assertEquals(List.of(), v.errors());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"LIGHT", "TINY"})
    void leavingDuringThePauseBlanksTheScreenAtOnce(Screen screen) {
        try (Visit v = amidst(screen, new Talk().then(three("1")))) {
            v.context()
                    .route(
                            Site.LEAVE + "**",
                            r -> r.fulfill(new Route.FulfillOptions().setBody("neutral")));
            v.button("Leave").click();
            assertEquals("", v.page.evaluate("document.body.innerText.trim()"));
            v.page.waitForCondition(() -> v.talk.commands().equals(List.of("erase")));
            goOn(v, PAUSE);
            v.page.waitForURL(Site.LEAVE);
            assertEquals(List.of(), v.errors());
        }
    }

    @Test
    void helpDuringThePauseOpensAtOnceAndTheTalkGoesOnBehindIt() {
        try (Visit v = amidst(Screen.PHONE, new Talk().then(three("1")))) {
            v.button("Help").click();
            assertTrue(v.page.locator(".people h1").isVisible());
            goOn(v);
            assertEquals("H1", v.page.evaluate("document.activeElement.tagName"));
            v.button("Back to the conversation").click();
            assertTrue(v.guide(LONG).isVisible());
            assertTrue(v.button("Yes").isVisible());
        }
    }

    @Test
    void whatAReloadBringsBackStandsThereAtOnceAndIsNotAnnounced() {
        Talk talk =
                new Talk()
                        .asks("Hello.", "\"type\":\"yesno\",\"text\":\"May I?\"")
                        .then(three("1"));
        try (Visit v = standing(Screen.LIGHT, talk)) {
            v.waitFor("Hello.");
            goOn(v, PAUSE);
            v.button("Yes").click();
            v.waitFor("One.");
            v.page.reload();
            v.button("Yes").waitFor();
            assertEquals(
                    List.of("Earlier words.", "One.", "Two.", LONG, "Shall we go on?"),
                    v.page.locator(".guide").allTextContents());
            assertFalse(dots(v).isVisible());
            goOn(v);
            assertEquals(List.of(), v.heard());
            assertEquals(1, v.page.locator("[role=log]:not([aria-live])").count());
            v.button("Yes").click();
            v.waitFor("That was all.");
            assertEquals("log: That was all.", v.heard().getLast());
        }
    }

    @Test
    void whoIsTypingLosesNoKeyWhenAllOfItComesAgain() {
        String text = "\"type\":\"text\",\"text\":\"What happened?\"";
        try (Visit v = standing(Screen.LIGHT, new Talk().asks("Hello.", text))) {
            v.waitFor("Hello.");
            goOn(v);
            v.page.getByLabel("What happened?").pressSequentially("I we");
            v.talk.send(
                    """
                    {"type":"turn","seq":2,"says":["Hello again.","It goes on."],"history":[{"at":"flow/a","says":["Before."],"answer":"Yes"}],
                    "ask":{"id":"other","at":"flow/step0",%s},"can":["skip"]}
                    """
                            .formatted(text));
            v.waitFor("It goes on.");
            v.page.keyboard().type("nt quiet.");
            assertEquals("I went quiet.", v.page.getByLabel("What happened?").inputValue());
        }
    }

    @Test
    void theFocusWaitsForTheQuestionAndIsNeverTakenFromWhoWentOn() {
        Talk talk = new Talk().then(three("1"), three("2"), three("3"));
        try (Visit v = amidst(Screen.LIGHT, talk)) {
            goOn(v);
            v.button("Yes").focus();
            v.page.keyboard().press("Enter");
            v.page.waitForCondition(() -> v.page.locator(".guide").count() == 5);
            assertEquals("place", v.page.evaluate("document.activeElement.className"));
            goOn(v);
            assertEquals("FIELDSET", v.page.evaluate("document.activeElement.tagName"));
            v.button("Yes").focus();
            v.page.keyboard().press("Enter");
            v.page.waitForCondition(() -> v.page.locator(".guide").count() == 9);
            v.button("Help").focus();
            goOn(v);
            assertTrue(v.button("Yes").isVisible());
            assertEquals("Help", v.page.evaluate("document.activeElement.textContent"));
        }
    }

    /// Here the clock runs: axe needs one.
    @ParameterizedTest
    @EnumSource(Screen.class)
    void thePauseIsAccessible(Screen screen) {
        try (Visit v =
                Visit.moving(
                                screen,
                                new Talk().asks("Hello.", "\"type\":\"yesno\",\"text\":\"And?\""))
                        .open()) {
            v.button("Yes").waitFor();
            v.talk.mute = true;
            v.button("Yes").click();
            v.page.locator(".visitor").waitFor();
            v.page.evaluate(
                    "Promise.all(document.getAnimations().filter(a => a.animationName === 'appear').map(a => a.finished)).then(() => 0)");
            assertTrue(dots(v).isVisible());
            v.picture("pause-" + screen);
            v.isAccessible("pause");
        }
    }
}
