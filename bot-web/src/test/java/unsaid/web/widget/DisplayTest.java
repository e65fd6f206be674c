package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// What a visitor can choose about the looks, and what becomes of the card on paper.
class DisplayTest {
    private static final String TEXT =
            "\"type\":\"text\",\"text\":\"What happened?\",\"length\":200";
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";

    private static void look(Visit v) {
        v.button("How it looks").click();
        v.page.locator(".people h1").getByText("How it looks").waitFor();
    }

    private static void choose(Visit v, String... labels) {
        for (String label : labels) {
            v.page.locator("label.chip")
                    .getByText(label, new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
    }

    private static Object style(Visit v, String element, String property) {
        return v.page.evaluate(
                "([element, property]) => getComputedStyle(document.querySelector(element))[property]",
                new String[] {element, property});
    }

    @Test
    void lettersAndLightFollowTheVisitorAndAreForgottenWithThePage() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            look(v);
            choose(v, "Very large", "Night");
            assertEquals("24px", style(v, "body", "fontSize"));
            assertEquals("rgb(26, 24, 22)", style(v, "html", "backgroundColor"));
            v.picture("looks");
            v.isAccessible("looks, large and dark");
            v.button("Back to the conversation").click();
            assertTrue(v.guide("Hello.").isVisible());
            assertEquals(
                    "How it looks",
                    v.page.evaluate("document.activeElement.getAttribute('aria-label')"));
            v.isAccessible("a talk, large and dark");
            assertEquals(
                    "[\"secret-token\"]",
                    v.page.evaluate("JSON.stringify(Object.values(sessionStorage))"));
            assertEquals(0, v.page.evaluate("localStorage.length"));
            v.page.reload();
            v.waitFor("Hello.");
            assertEquals("16px", style(v, "body", "fontSize"));
            assertEquals("rgb(250, 246, 239)", style(v, "html", "backgroundColor"));
        }
    }

    @Test
    void whatWasChosenIsStillChosenWhenTheRestOfTheTalkHasCome() {
        Talk talk = new Talk();
        for (int i = 0; i < 6; i++) talk.asks("Words " + i + ".", YES_NO);
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.waitFor("Words 0.");
            look(v);
            choose(v, "Larger", "Night", "Only tap, no typing");
            v.button("Back to the conversation").click();
            for (int i = 0; i < 5; i++) {
                v.waitFor("Words " + i + ".");
                v.button("Yes").click();
            }
            v.waitFor("Words 5.");
            v.page.waitForCondition(
                    () -> v.site.asked.stream().anyMatch(path -> path.endsWith("/all.js")));
            v.page.waitForLoadState(LoadState.NETWORKIDLE);
            look(v);
            assertEquals(
                    List.of("Larger", "Night", "Only tap, no typing"),
                    v.page.locator(".people .chip:has(:checked)").allTextContents());
            choose(v, "Day");
            assertEquals("20px", style(v, "body", "fontSize"));
        }
    }

    @Test
    void aDarkDeviceCanHaveADayPage() {
        try (Visit v = new Visit(Screen.DARK, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            assertEquals("rgb(26, 24, 22)", style(v, "html", "backgroundColor"));
            look(v);
            choose(v, "Day");
            assertEquals("rgb(250, 246, 239)", style(v, "html", "backgroundColor"));
            choose(v, "As on this device");
            assertEquals("rgb(26, 24, 22)", style(v, "html", "backgroundColor"));
        }
    }

    @Test
    void aBrowserThatShowsABarToScrollWithShowsItOnThePaper() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            for (String place : new String[] {".scroller", ".people"}) {
                assertEquals(
                        "rgb(138, 128, 117) rgba(0, 0, 0, 0)", style(v, place, "scrollbarColor"));
                assertEquals("thin", style(v, place, "scrollbarWidth"));
            }
        }
    }

    @Test
    void wordsCanBeHiddenFromOthersAndTypingPutAway() {
        try (Visit v = new Visit(Screen.PHONE, new Talk().asks("Hello.", YES_NO)).open()) {
            v.waitFor("Hello.");
            assertTrue(v.button("Write it instead").isVisible());
            look(v);
            choose(v, "Blur the words", "Only tap, no typing");
            v.button("Back to the conversation").click();
            v.picture("hidden-words");
            assertEquals("blur(9px)", style(v, ".talk", "filter"));
            assertFalse(v.button("Write it instead").isVisible());
            assertTrue(v.button("Leave").isVisible());
            look(v);
            choose(v, "Blur the words", "Only tap, no typing");
            v.button("Back to the conversation").click();
            assertEquals("none", style(v, ".talk", "filter"));
            assertTrue(v.button("Write it instead").isVisible());
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void lettersTwiceAsLargeFitOnEveryScreen(Screen screen) {
        try (Visit v = new Visit(screen, new Talk().asks("Hello.", TEXT))) {
            v.page.addInitScript(Screen.TWICE);
            v.open();
            v.waitFor("Hello.");
            v.page.locator("textarea").waitFor();
            assertEquals("32px", style(v, "body", "fontSize"));
            assertEquals(
                    v.page.evaluate("document.documentElement.clientWidth"),
                    v.page.evaluate("document.documentElement.scrollWidth"));
            assertTrue(v.button("Leave").isVisible());
            v.isAccessible("200 % " + screen);
            v.picture("twice-" + screen);
        }
    }

    @Test
    void theCardFillsOneSheetOfPaperAndNothingElseIsOnIt() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            lines.append(i == 1 ? "" : ",")
                    .append("{\"label\":\"What I noticed, part ")
                    .append(i)
                    .append(
                            "\",\"text\":\"It comes when we are quiet or apart, and then I wait for a word that does not come.\"}");
        }
        Talk talk =
                new Talk()
                        .asks("Hello. This line is not for paper.", TEXT)
                        .then(
                                "{\"says\":[\"This is what you have so far.\"],\"card\":{\"title\":\"My notes\",\"lines\":["
                                        + lines
                                        + "]},\"end\":\"done\",\"can\":[\"restart\",\"export\"],\"progress\":1}");
        try (Visit v = new Visit(Screen.DARK, talk).open()) {
            v.page.getByLabel("What happened?").fill("I went quiet. ".repeat(14));
            v.button("Send").click();
            v.button("Print").waitFor();
            byte[] sheet =
                    v.page.pdf(
                            new Page.PdfOptions()
                                    .setFormat("A4")
                                    .setPath(Path.of("target", "pictures", "card.pdf")));
            assertEquals(
                    1,
                    Pattern.compile("/Type\\s*/Page\\b")
                            .matcher(new String(sheet, StandardCharsets.ISO_8859_1))
                            .results()
                            .count());
            v.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertFalse(v.guide("Hello. This line").isVisible());
            assertFalse(v.button("Print").isVisible());
            assertTrue(v.page.getByText("What I noticed, part 9").isVisible());
            assertEquals("rgb(0, 0, 0)", style(v, ".card", "color"));
            assertTrue(Files.size(Path.of("target", "pictures", "card.pdf")) > 0);
        }
    }
}
