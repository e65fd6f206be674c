package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.web.widget.Visit.Screen;

/// The colours a talk can have.
class ThemesTest {
    private static final List<String> NAMES =
            List.of(
                    "paper",
                    "raised",
                    "ink",
                    "muted",
                    "line",
                    "hair",
                    "accent",
                    "on-accent",
                    "mine",
                    "warn");
    private static final List<String> TEXT =
            List.of(
                    "ink paper",
                    "ink raised",
                    "ink mine",
                    "ink hair",
                    "muted paper",
                    "muted raised",
                    "accent paper",
                    "accent raised",
                    "on-accent accent",
                    "warn paper",
                    "warn raised");
    private static final List<String> EDGES = List.of("line paper", "line raised");
    private static final Pattern THEME =
            Pattern.compile("(?m)^ {2}([a-z]+): \\[\"([^\"]+)\", \"([^\"]+)\"],$");
    private static final double AA_TEXT = 4.5;
    private static final double AA_EDGE = 3;

    @Test
    void everyThemeCanBeReadByDayAndByNight() throws IOException {
        Matcher theme =
                THEME.matcher(Files.readString(Path.of("src", "main", "widget", "themes.ts")));
        List<String> poor = new ArrayList<>();
        int count = 0;
        while (theme.find()) {
            count++;
            for (int time = 2; time <= 3; time++) {
                List<String> colours = List.of(theme.group(time).split(" "));
                assertEquals(NAMES.size(), colours.size());
                String where = theme.group(1) + (time == 2 ? " by day: " : " by night: ");
                TEXT.stream()
                        .filter(pair -> contrast(colours, pair) < AA_TEXT)
                        .forEach(pair -> poor.add(where + pair));
                EDGES.stream()
                        .filter(pair -> contrast(colours, pair) < AA_EDGE)
                        .forEach(pair -> poor.add(where + pair));
            }
        }
        assertEquals(6, count);
        assertEquals(List.of(), poor);
    }

    private static double contrast(List<String> colours, String pair) {
        double[] light =
                List.of(pair.split(" ")).stream()
                        .mapToDouble(name -> light(colours.get(NAMES.indexOf(name))))
                        .sorted()
                        .toArray();
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    /// Relative luminance, as WCAG defines it.
    private static double light(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    double part =
                            Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                    return weights[i]
                            * (part <= 0.04045
                                    ? part / 12.92
                                    : Math.pow((part + 0.055) / 1.055, 2.4));
                })
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, dusk", "DARK, clay", "FORCED, sea"})
    void aTalkWearsTheThemeThatThePageNames(Screen screen, String theme) throws IOException {
        String paper = paper(theme, screen == Screen.DARK);
        assertNotEquals(paper("paper", screen == Screen.DARK), paper);
        try (Visit v = talk(screen, "data-theme=\"" + theme + "\"", "")) {
            String given =
                    (String)
                            chat(v).locator("html")
                                    .evaluate(
                                            "html => getComputedStyle(html).getPropertyValue('--paper')");
            assertTrue(given.contains(paper), given);
            if (screen != Screen.FORCED) {
                assertEquals(
                        "rgb(%d, %d, %d)"
                                .formatted(
                                        Integer.parseInt(paper.substring(1, 3), 16),
                                        Integer.parseInt(paper.substring(3, 5), 16),
                                        Integer.parseInt(paper.substring(5, 7), 16)),
                        paper(v));
            }
            v.picture("theme-" + theme + "-" + screen);
            v.isAccessible("theme " + theme);
            assertTrue(v.site.asked.stream().anyMatch(path -> path.endsWith("/themes.js")));
        }
    }

    @Test
    void aPageGivesColoursOfItsOwnUnlessTheyCannotBeRead() {
        String readable =
                "<style>unsaid-chat { --unsaid-paper: #fff8f0; --unsaid-ink: #201010; }</style>";
        try (Visit v = talk(Screen.LIGHT, "", readable)) {
            v.page.waitForCondition(() -> paper(v).equals("rgb(255, 248, 240)"));
        }
        String poor =
                "<style>unsaid-chat { --unsaid-paper: #fff; --unsaid-ink: #bbb; --unsaid-accent: red;} x{ }</style>";
        try (Visit v = talk(Screen.LIGHT, "", poor)) {
            v.page.waitForCondition(
                    () -> v.site.asked.stream().anyMatch(path -> path.endsWith("/themes.js")));
            v.page.waitForTimeout(300);
            assertEquals("rgb(250, 246, 239)", paper(v));
        }
    }

    /// What a theme is painted on.
    private static String paper(String theme, boolean night) throws IOException {
        return THEME.matcher(Files.readString(Path.of("src", "main", "widget", "themes.ts")))
                .results()
                .filter(found -> found.group(1).equals(theme))
                .map(found -> found.group(night ? 3 : 2).split(" ")[0])
                .findFirst()
                .orElseThrow();
    }

    private static String paper(Visit v) {
        return String.valueOf(
                chat(v).locator("html").evaluate("html => getComputedStyle(html).backgroundColor"));
    }

    private static FrameLocator chat(Visit v) {
        return v.page.frameLocator("iframe");
    }

    private static Visit talk(Screen screen, String data, String head) {
        Visit v =
                new Visit(
                        screen,
                        new Talk()
                                .asks("Hello.", "\"type\":\"yesno\",\"text\":\"Shall we go on?\""));
        v.site.page(
                "/post",
                "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width><title>A blog</title>%s<main><h1>A post</h1></main><script async src=\"{{chat}}/unsaid.js\" data-flow=naming-fears %s></script></html>"
                        .formatted(head, data));
        v.page.navigate(v.site.blog("/post"));
        v.button("A quiet talk").click();
        chat(v).locator(".gate .chip").first().click();
        chat(v).getByText("Hello.").waitFor();
        return v;
    }
}
