package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.web.widget.Visit.Screen;

/// A screen of 320 by 256 with letters twice as large (WCAG 1.4.4 and 1.4.10 together), as somebody
/// has it who needs both: nothing is cut off, nothing goes past the edge, everything is reached by
/// keyboard and is in sight when it is.
class TinyScreenTest {
    private static final String ITEMS =
            "[{\"value\":\"a\",\"label\":\"When we are quiet or apart\"},{\"value\":\"b\",\"label\":\"Unverständlichkeiten\"},{\"value\":\"c\",\"label\":\"Another time, which I can name\",\"text\":60}]";
    private static final List<String> KINDS =
            List.of(
                    "choice\",\"text\":\"When does it show up most?\",\"options\":" + ITEMS,
                    "multi\",\"text\":\"When does it show up?\",\"earlier\":[\"c\"],\"options\":"
                            + ITEMS,
                    "scale\",\"text\":\"How heavy do things feel right now?\",\"min\":0,\"max\":10,\"labels\":{\"0\":\"light\",\"10\":\"very heavy\"}",
                    "text\",\"text\":\"What does it say to you?\",\"length\":200,\"earlier\":\"That I am too much.\"",
                    "list\",\"text\":\"What do you do then?\",\"earlier\":[\"I go quiet\",\"I tidy the kitchen\"]",
                    "rank\",\"text\":\"Which one is strongest?\",\"top\":2,\"items\":" + ITEMS,
                    "sort\",\"text\":\"Whose is it?\",\"items\":"
                            + ITEMS
                            + ",\"buckets\":[{\"value\":\"m\",\"label\":\"Mine\"},{\"value\":\"n\",\"label\":\"Nobody’s\"}]",
                    "number\",\"text\":\"How many evenings?\",\"unit\":\"evenings\"",
                    "date\",\"text\":\"Since when?\"");
    private static final String END =
            "{\"says\":[\"This is what you have so far.\"],\"card\":{\"title\":\"My notes\",\"lines\":[{\"label\":\"I am afraid of\",\"text\":\"being left, the long silence\"}]},\"end\":\"done\",\"again\":\"P3D\",\"can\":[\"restart\",\"export\"],\"progress\":1}";

    /// Boxes and words that go past an edge, or into a box that hides them.
    private static final String CUT =
            """
            () => { const past = b => b.width > 0 && (b.left < -1 || b.right > innerWidth + 1);
              return [...document.querySelectorAll('header *, .talk *, .people *')].filter(e => e.checkVisibility() && !e.closest('.unseen, svg, option'))
                .filter(e => past(e.getBoundingClientRect()) || getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && !e.matches('input, select, progress')
                  || [...e.childNodes].filter(n => n.nodeType === 3).some(n => { const words = document.createRange(); words.selectNodeContents(n); return [...words.getClientRects()].some(past); }))
                .map(e => e.outerHTML.slice(0, 120)); }
            """;

    /// What has the focus and is not in sight: less than a fingertip of it, below the header.
    private static final String HIDDEN =
            """
            () => { const e = document.activeElement, b = (e.closest('label') ?? e).getBoundingClientRect(), top = e.closest('header') ? 0 : document.querySelector('main').getBoundingClientRect().top;
              return Math.min(b.bottom, innerHeight) - Math.max(b.top, top) < Math.min(24, b.height) ? e.outerHTML.slice(0, 120) : ''; }
            """;

    /// What can be used: one of each group of radio buttons.
    private static final String CONTROLS =
            """
            () => { const names = new Set(); return [...document.querySelectorAll('header, .talk, .people')].filter(e => e.checkVisibility()).flatMap(e => [...e.querySelectorAll('a[href], button, input, select, textarea, summary')])
              .filter(e => e.checkVisibility() && !e.disabled && (e.type !== 'radio' || !names.has(e.name) && names.add(e.name))).length; }
            """;

    private static final String MARKED =
            "() => { const e = document.activeElement; const id = e.type === 'radio' ? e.name : e; const all = window.reached ??= new Set(); all.add(id); return [...all].filter(one => one !== document.body && (typeof one === 'string' || one.matches('a, button, input, select, textarea, summary'))).length; }";

    private static void look(Visit v, String state) {
        v.picture("tiny-twice/" + state);
        assertEquals(List.of(), v.page.evaluate(CUT), state);
        assertEquals(320, v.page.evaluate("document.documentElement.scrollWidth"), state);
        assertTrue(
                ((Number) v.page.evaluate("document.querySelector('main').clientHeight")).intValue()
                        >= 128,
                state + ": half of the screen belongs to the talk");
        v.isAccessible(state);
        int controls = ((Number) v.page.evaluate(CONTROLS)).intValue();
        v.page.evaluate("window.reached = undefined");
        int reached = 0;
        for (int tab = 0; tab < controls + 12 && reached < controls; tab++) {
            v.page.keyboard().press("Tab");
            reached = ((Number) v.page.evaluate(MARKED)).intValue();
            assertEquals("", v.page.evaluate(HIDDEN), state);
        }
        assertTrue(reached >= controls, state + ": " + reached + " of " + controls + " reached");
    }

    @ParameterizedTest
    @CsvSource({"talk", "talk-de", "talk-ar"})
    void everythingIsInSightAndInReach(String flow) {
        Talk talk = new Talk();
        for (String kind : KINDS) talk.asks("Thank you.", "\"type\":\"" + kind);
        talk.then(END);
        String name = flow + "-";
        try (Visit v = new Visit(Screen.TINY_TWICE, talk)) {
            v.page.navigate(v.site.chat("/chat/" + flow));
            v.page.locator(".gate .chip").first().waitFor();
            look(v, name + "gate");
            v.page.locator(".gate .chip").first().click();
            for (String kind : KINDS) {
                v.page.locator(".place .ask:visible").waitFor();
                look(v, name + kind.substring(0, kind.indexOf('"')));
                v.page.locator(".quiet button").first().click();
                v.page.waitForTimeout(150);
            }
            v.page.locator(".card button").first().waitFor();
            v.page.locator(".ended").waitFor();
            look(v, name + "card");
            v.page.locator("header [aria-controls=people]").click();
            look(v, name + "help");
            v.page.locator("header [aria-controls=people]").click();
            v.page.locator("header .icon").first().click();
            v.page.locator(".people fieldset").first().waitFor();
            look(v, name + "looks");
            assertEquals(List.of(), v.errors());
        }
    }
}
