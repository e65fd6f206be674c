package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import unsaid.web.widget.Visit.Screen;

/// The line is cut as soon as there is something to see: whatever can be tapped works, or says in
/// sight why it does not.
class CutLineTest {
    private static final Pattern PIECES = Pattern.compile(".*/widget/[0-9a-f]{10}/(?!chat\\.js).*");
    private static final String GONE = "The connection is gone.";
    private static final String CHOICE =
            "\"type\":\"choice\",\"text\":\"Which is it?\",\"options\":[{\"value\":\"a\",\"label\":\"A fear\"},{\"value\":\"b\",\"label\":\"Something else\",\"text\":40}]";

    private static Visit visit(Screen screen) {
        Visit v = new Visit(screen, new Talk().asks("Hello.", CHOICE).asks("Thank you.", CHOICE));
        v.context().route(PIECES, route -> route.abort());
        return v;
    }

    private static void cut(Visit v) {
        v.talk.down = true;
        v.context().setOffline(true);
    }

    private static boolean inSight(Locator line) {
        line.waitFor();
        return (boolean)
                line.evaluate(
                        "e => { const b = e.getBoundingClientRect(), s = document.querySelector('.scroller').getBoundingClientRect();"
                                + " return b.top >= s.top - 1 && b.bottom <= s.bottom + 1; }");
    }

    private static void says(Locator place) {
        Locator line = place.getByText(GONE);
        line.first().waitFor();
        assertEquals(1, line.count());
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"LIGHT", "PHONE", "TINY"})
    void atTheGate(Screen screen) {
        try (Visit v = visit(screen)) {
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.page.locator(".gate .chip").first().waitFor();
            cut(v);
            v.page.getByText("Tell me more").click();
            says(v.page.locator("details").first());
            v.page.getByText("I have a code").click();
            says(v.page.locator("details").nth(1));
            v.button("How it looks").click();
            assertTrue(inSight(v.page.locator(".told").getByText(GONE)));
            v.isAccessible("cut at the gate");
            v.button("Help").click();
            assertTrue(v.page.getByText("Call 999").first().isVisible());
            v.button("Back to the conversation").click();
            v.button("No").click();
            v.page.getByText("Nothing has been kept.").waitFor();
            v.button("Back").click();
            v.button("Yes, use my answers for this talk").click();
            v.page.locator(".offline").getByText(GONE).waitFor();
            assertEquals(List.of(), v.errors());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"LIGHT", "PHONE", "TINY"})
    void atTheFirstQuestion(Screen screen) {
        try (Visit v = visit(screen).open()) {
            v.waitFor("Hello.");
            cut(v);
            v.page.locator(".offline").getByText(GONE).waitFor();
            v.button("Something else").click();
            says(v.page.locator(".place"));
            v.picture("cut-" + screen);
            v.button("Write it instead").click();
            v.page.locator(".problem").getByText(GONE).waitFor();
            v.page.getByText("My words").click();
            says(v.page.locator("details"));
            v.button("How it looks").click();
            assertTrue(inSight(v.page.locator(".told").getByText(GONE)));
            v.button("Help").click();
            assertTrue(v.page.getByText("Call 999").first().isVisible());
            v.button("Back to the conversation").click();
            v.isAccessible("cut at a question");
            v.context().setOffline(false);
            v.context().unroute(PIECES);
            v.page.locator(".own input").fill("the silence");
            v.button("Send").click();
            v.page.locator(".visitor").getByText("the silence").waitFor();
            v.talk.down = false;
            v.waitFor("Thank you.");
            assertEquals(List.of("{\"value\":\"b\",\"text\":\"the silence\"}"), v.talk.answers());
            assertEquals(List.of(), v.errors());
        }
    }

    @Test
    void aLineThatIsCutIsToldBeforeAnythingIsSentAndNothingIsBeforeTheYes() {
        try (Visit v = visit(Screen.LIGHT)) {
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.page.locator(".gate .chip").first().waitFor();
            cut(v);
            v.context().setOffline(false);
            assertFalse(v.page.locator(".offline").isVisible());
            v.talk.down = false;
            v.button("Yes, use my answers for this talk").click();
            v.waitFor("Hello.");
            cut(v);
            v.page.locator(".offline").getByText(GONE).waitFor();
            assertEquals(List.of(), v.talk.answers());
            v.talk.down = false;
            v.context().setOffline(false);
            v.page.waitForCondition(() -> !v.page.locator(".offline").isVisible());
        }
    }

    @Test
    void whatTheServerIsAskedForIsWaitedForInTheTalk() {
        Talk talk = new Talk().asks("Hello.", CHOICE);
        try (Visit v = new Visit(Screen.PHONE, talk).open()) {
            v.waitFor("Hello.");
            v.page.getByText("My words").click();
            v.button("Keep for later").click();
            cut(v);
            v.button("Yes, keep it for later").click();
            assertTrue(inSight(v.page.locator(".offline").getByText(GONE)));
            v.context().setOffline(false);
            talk.down = false;
            v.page.locator(".code").waitFor();
        }
    }
}
