package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.web.widget.Visit.Screen;

/// A day to come back, in a calendar of the visitor's own.
class ComingBackTest {
    private static final String LAST =
            "{\"says\":[\"Come back when you like.\"],\"end\":\"done\",\"again\":\"%s\",\"can\":[\"restart\"],\"progress\":1}";

    private static Visit ended(Screen screen, String after) {
        Visit v = new Visit(screen, new Talk().then(LAST.formatted(after))).open();
        v.waitFor("Come back when you like.");
        v.page.getByText("A day to come back").waitFor();
        return v;
    }

    @ParameterizedTest
    @CsvSource({"P3D, 3", "P2W, 14"})
    void theDayTheAuthorThoughtOfIsThere(String after, int days) {
        try (Visit v = ended(Screen.LIGHT, after)) {
            assertEquals(
                    LocalDate.now().plusDays(days).toString(),
                    v.page.locator("input[type=date]").inputValue());
        }
    }

    @Test
    void theEntryHoldsTheDayThatWasChosenAndNothingOfTheTalk() throws IOException {
        try (Visit v = ended(Screen.PHONE, "P1M")) {
            v.picture("coming-back");
            v.isAccessible("coming back");
            LocalDate day = LocalDate.now().plusDays(9);
            v.page.locator("input[type=date]").fill(day.toString());
            v.page.locator("input[type=time]").fill("07:05");
            Download saved = v.page.waitForDownload(() -> v.button("Save for my calendar").click());
            assertEquals("notes.ics", saved.suggestedFilename());
            String text = Files.readString(saved.path());
            List<String> lines = text.lines().toList();
            assertTrue(text.endsWith("\r\nEND:VCALENDAR\r\n"), text);
            assertEquals("BEGIN:VCALENDAR", lines.getFirst());
            assertTrue(
                    lines.contains("DTSTART:" + day.toString().replace("-", "") + "T070500"), text);
            assertTrue(lines.contains("SUMMARY:Time for me"), text);
            for (String telling : List.of("http", "unsaid", "chat", "fear", "127.0.0.1", "talk")) {
                assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains(telling), text);
            }
        }
    }

    @Test
    void withoutADayNothingIsSaved() {
        try (Visit v = ended(Screen.LIGHT, "P3D")) {
            v.page.locator("input[type=date]").fill("");
            v.button("Save for my calendar").click();
            assertEquals("date", v.page.evaluate("document.activeElement.type"));
        }
    }
}
