package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import unsaid.web.widget.Visit.Screen;

/// The interface in each of its languages.
class LanguagesTest {
    private static final Path WORDS = Path.of("src/main/widget/words");
    private static final Pattern NAME = Pattern.compile("^(?:export const | +)(\\w+)(?: =|:)");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final List<String> LANGUAGES = Site.LANGUAGES;

    @ParameterizedTest
    @CsvSource({"'', 40", "-more, 40", "-renewed, 4"})
    void noLanguageLacksATextOrAPlaceInOne(String part, int least) throws IOException {
        Map<String, List<String>> english = places("en" + part);
        assertTrue(english.size() > least, english::toString);
        for (String language : LANGUAGES) {
            assertEquals(english, places(language + part), language);
        }
    }

    @Test
    void everyTextIsTranslated() throws IOException {
        Map<String, String> english = texts("en");
        assertEquals(
                List.of(),
                texts("ar").entrySet().stream()
                        .filter(text -> text.getValue().equals(english.get(text.getKey())))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aLanguageIsLoadedAlone(String language) throws IOException {
        try (Visit v =
                new Visit(Screen.PHONE, new Talk().asks("…", "\"type\":\"text\",\"text\":\"?\""))) {
            v.open("talk-" + language);
            v.page.locator("textarea").waitFor();
            assertTrue(v.button(text(language, "leave")).isVisible());
            assertEquals(
                    text(language, "skip"), v.page.locator(".quiet button").first().textContent());
            String first = v.page.locator("script").getAttribute("src");
            String folder = first.substring(first.indexOf("/widget/"), first.lastIndexOf('/') + 1);
            assertEquals(
                    List.of(),
                    v.site.asked.stream()
                            .filter(path -> path.endsWith(".js"))
                            .filter(path -> !path.startsWith(folder))
                            .toList());
            assertEquals(
                    "plaintext",
                    v.page.evaluate(
                            "getComputedStyle(document.querySelector('textarea')).unicodeBidi"));
            v.isAccessible(language);
            v.picture("language-" + language);
        }
    }

    @Test
    void countriesOfTheLanguageAreOfferedFirstAndNoneIsTaken() throws IOException {
        try (Visit v =
                new Visit(Screen.PHONE, new Talk().asks("…", "\"type\":\"text\",\"text\":\"?\""))) {
            v.open("talk-de");
            v.page.locator("textarea").waitFor();
            v.button(text("de", "help")).click();
            Locator places = v.page.locator(".country select");
            assertEquals("de", places.locator("option").nth(1).getAttribute("value"));
            assertEquals("gb", places.inputValue());
        }
    }

    @Test
    void arabicIsMirrored() throws IOException {
        String scale =
                "\"type\":\"scale\",\"text\":\"كم؟\",\"min\":0,\"max\":10,\"labels\":{\"0\":\"خفيف\",\"10\":\"ثقيل\"}";
        String list = "\"type\":\"list\",\"text\":\"ماذا؟\"";
        try (Visit v =
                new Visit(Screen.PHONE, new Talk().asks("أهلا.", scale).asks("نعم.", list))) {
            v.open("talk-ar");
            v.waitFor("أهلا.");
            assertEquals("rtl", v.page.evaluate("document.documentElement.dir"));
            assertTrue(left(v.page.locator("header .leave")) < 60, "Leave is at the far end");
            assertTrue(
                    left(v.page.locator(".point").first()) > left(v.page.locator(".point").nth(1)),
                    "a scale begins at the right");
            v.page.locator(".point").nth(4).click();
            v.picture("right-to-left-scale");
            v.button(text("ar", "go")).click();
            Locator mine = v.page.locator(".visitor p");
            mine.waitFor();
            assertTrue(left(mine) < 60, "what the visitor said stands at the left");
            v.page.locator("input[type=text]").fill("الصمت");
            v.page.locator("input[type=text]").press("Enter");
            v.page.locator(".items li").waitFor();
            v.picture("right-to-left");
            assertEquals(
                    v.page.evaluate("document.documentElement.clientWidth"),
                    v.page.evaluate("document.documentElement.scrollWidth"));
            v.isAccessible("right to left");
        }
    }

    @Test
    void aLongTalkFromRightToLeftIsAccessibleFromItsFirstWordToItsCard() throws IOException {
        String yesno = "\"type\":\"yesno\",\"text\":\"هل نكمل؟\"";
        String sort =
                "\"type\":\"sort\",\"text\":\"أين؟\",\"items\":[{\"value\":\"1\",\"label\":\"الصمت\"}],\"buckets\":[{\"value\":\"k\",\"label\":\"يبقى\"},{\"value\":\"l\",\"label\":\"يذهب\"}]";
        String end =
                """
                {"says":["هذا ما لديك."],"helplines":["emergency"],"card":{"title":"ملاحظاتي","lines":[{"label":"أخاف من","text":"الصمت الطويل"}]},"end":"done","can":["restart","export"],"progress":1}
                """;
        Talk talk =
                new Talk()
                        .asks("أهلا. سنتحدث بهدوء عن الخوف بين شخصين.", yesno)
                        .asks("شكرا لك على هذه الكلمات.", yesno)
                        .asks("وماذا عن هذا؟", sort)
                        .then(end);
        try (Visit v = new Visit(Screen.PHONE, talk)) {
            v.open("talk-ar");
            for (int i = 0; i < 2; i++) {
                v.page.locator(".place .chips button.chip").first().click();
                v.page.locator(".visitor").nth(i).waitFor();
            }
            v.page.locator("fieldset.sort input").first().check();
            v.isAccessible("right to left, sorting");
            v.page.locator(".place .main").click();
            v.page.locator(".log .card dt, .log .card h2").first().waitFor();
            v.page.locator(".ended").waitFor();
            v.picture("right-to-left-end");
            v.isAccessible("right to left, end");
            assertEquals(
                    v.page.evaluate("document.documentElement.clientWidth"),
                    v.page.evaluate("document.documentElement.scrollWidth"));
        }
    }

    private static double left(Locator place) {
        return place.boundingBox().x;
    }

    private static String text(String language, String name) throws IOException {
        return texts(language).getOrDefault(name, "");
    }

    /// The places for values in every text of a file.
    private static Map<String, List<String>> places(String file) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        texts(file)
                .forEach((name, text) ->
                        places.put(
                                name,
                                PLACE.matcher(text)
                                        .results()
                                        .map(MatchResult::group)
                                        .sorted()
                                        .toList()));
        return places;
    }

    /// Every text of a file by its name; lists and tables line by line.
    private static Map<String, String> texts(String file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        String above = "";
        int row = 0;
        for (String line : Files.readAllLines(WORDS.resolve(file + ".ts"))) {
            Matcher name = NAME.matcher(line);
            boolean top = line.startsWith("export");
            boolean named = name.find();
            if (top) above = name.group(1);
            if (top) row = 0;
            int from = line.indexOf('"');
            if (from < 0) continue;
            String key = top ? above : above + "." + (named ? name.group(1) : row++);
            texts.put(key, line.substring(from + 1, line.lastIndexOf('"')));
        }
        return texts;
    }
}
