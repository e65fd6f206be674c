package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// What an owner offers to read.
class LinksTest {
    private static final String BOOK = "https://reading.example/book?a=1";
    private static final String ASK =
            "\"ask\":{\"id\":\"q\",\"at\":\"f/s\",\"type\":\"yesno\",\"text\":\"Go on?\"}";

    private static Talk talk() {
        return new Talk()
                .then(
                        """
                        {"says":["Hello.","A <b>book</b>","A page","A trap"],"links":[{"say":1,"href":"%s","paid":true},
                          {"say":2,"href":"https://reading.example/page"},{"say":3,"href":"javascript:alert(1)"}],%s}
                        """
                                .formatted(BOOK, ASK))
                .then(
                        """
                        {"says":["Back."],"history":[{"at":"f/s","says":["Hello.","A <b>book</b>"],
                          "links":[{"say":1,"href":"%s","paid":true}],"answer":"Yes"}],%s}
                        """
                                .formatted(BOOK, ASK));
    }

    private static List<String> links(Visit v) {
        return v.page.locator(".guide a").all().stream()
                .map(a ->
                        a.getAttribute("href")
                                + " "
                                + a.getAttribute("rel")
                                + " "
                                + a.getAttribute("target"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aTextThatLeadsSomewhereIsALinkAndSaysIfItIsPaid(Screen screen) {
        try (Visit v = new Visit(screen, talk()).open()) {
            v.waitFor("Go on?");
            v.page.locator(".guide a").nth(1).waitFor();
            assertEquals(
                    List.of("Hello.", "A <b>book</b> (paid link)", "A page", "A trap", "Go on?"),
                    v.page.locator(".log .guide").allTextContents());
            assertEquals(
                    List.of(
                            BOOK + " noreferrer noopener _blank",
                            "https://reading.example/page noreferrer noopener _blank"),
                    links(v));
            assertEquals(1, v.context().pages().size());
            v.isAccessible("links");
            v.picture("links-" + screen);
        }
    }

    @Test
    void theTranscriptLinksThereToo() {
        try (Visit v = new Visit(Screen.LIGHT, talk()).open()) {
            v.button("Yes").click();
            v.waitFor("Back.");
            v.page.locator(".guide a").waitFor();
            assertEquals(List.of(BOOK + " noreferrer noopener _blank"), links(v));
        }
    }

    @Test
    void aPressOpensItInAnotherTabWithoutAReferrerAndTheTalkStays() {
        try (Visit v = new Visit(Screen.LIGHT, talk()).open()) {
            String[] referrer = {"not asked"};
            v.context()
                    .route(
                            "https://reading.example/**",
                            route -> {
                                referrer[0] = route.request().headerValue("referer");
                                route.fulfill(
                                        new com.microsoft.playwright.Route.FulfillOptions()
                                                .setContentType("text/html")
                                                .setBody("<p>A book"));
                            });
            Locator book = v.page.locator(".guide a").first();
            Page tab = v.context().waitForPage(book::click);
            tab.getByText("A book").waitFor();
            assertEquals(null, referrer[0]);
            assertEquals(true, tab.evaluate("opener === null"));
            assertEquals(BOOK, tab.url());
            v.button("Yes").click();
            v.waitFor("Back.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, bezahlter Link",
        "fr, lien rémunéré",
        "es, enlace remunerado",
        "ar, رابط مدفوع"
    })
    void everyLanguageSaysThatALinkIsPaid(String language, String words) {
        try (Visit v = new Visit(Screen.PHONE, talk()).open("talk-" + language)) {
            v.page.locator(".guide a").nth(1).waitFor();
            assertEquals(
                    "A <b>book</b> (" + words + ")",
                    v.page.locator(".log .guide").nth(1).textContent());
        }
    }
}
