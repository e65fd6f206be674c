package unsaid.web.blogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Pictures;

/// A visitor on a post with a talk in the corner and one in its text.
final class Look {
    private static final String LOADER = "**/unsaid.js";
    private static final String LINK = "A talk in the text";
    private static final String FIRST = "Is this a private moment for you?";
    private static final String TYPED = "I went quiet";
    private static final int TRIES = 50;

    /// The page comes to rest: its letters are there, and what moves has arrived.
    private static final String REST =
            """
            () => document.fonts.ready.then(() => document.getAnimations().forEach(one => { try { one.finish(); } catch { one.cancel(); } }))
            """;

    /// Everything that is shown of the page itself: where it is and how it looks.
    private static final String PAGE =
            """
            () => [...document.querySelectorAll("html, body, body *:not(script)")].filter(one => one.checkVisibility()).map(one => {
              const style = getComputedStyle(one);
              return [one.localName, one.className, JSON.stringify(one.getBoundingClientRect()), ...[...style].map(name => name + ":" + style.getPropertyValue(name))].join(" ");
            })
            """;

    /// How the bubble and its frame look, how far they are from the corner, and what is on top of
    /// their middle.
    private static final String BUBBLE =
            """
            () => [...document.querySelector("html > unsaid-chat").shadowRoot.querySelectorAll("button, iframe")].flatMap(one => {
              const style = getComputedStyle(one), box = one.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return [...[...style].filter(name => !/^(--|inset|left|right|top|bottom)/.test(name)).map(name => name + ": " + style.getPropertyValue(name)),
                "place: " + [document.documentElement.clientWidth - box.right, innerHeight - box.bottom, box.width, box.height].map(Math.round), "below: " + top?.localName];
            })
            """;

    private final Page page;
    private final String name;
    private final List<String> errors = new ArrayList<>();

    /// @param name of the pictures that are kept
    Look(BrowserContext context, String name) {
        this.name = name;
        context.route(address -> !here(address), Route::abort);
        page = context.newPage();
        page.onPageError(errors::add);
    }

    private static boolean here(String address) {
        String host = URI.create(address).getHost();
        return host == null || host.equals("localhost") || host.equals("127.0.0.1");
    }

    /// @param address the post
    /// @throws AssertionError which says what is wrong
    void at(String address) {
        page.navigate(URI.create(address).resolve(Blog.BARE).toString());
        open();
        List<?> bare = (List<?>) page.evaluate(BUBBLE);

        page.route(LOADER, Route::abort);
        go(address);
        List<?> without = (List<?>) page.evaluate(PAGE);
        Set<String> flaws = Axe.all(page);
        List<String> own = List.copyOf(errors);
        errors.clear();

        page.unroute(LOADER);
        go(address);
        Eavesdropper script = new Eavesdropper(page);
        bubble().waitFor();
        unchanged(without);
        keep("closed");
        open();
        same(
                bare,
                (List<?>) page.evaluate(BUBBLE),
                "the bubble on a page with nothing else, and here");
        unchanged(without);
        talk();
        keep("open");
        assertEquals(
                List.of(),
                Axe.all(page).stream().filter(each -> !flaws.contains(each)).toList(),
                "what axe finds with the bubble only");
        onAPhone();
        inTheText();
        script.got(FIRST, TYPED);
        errors.removeIf(Pictures::tells);
        assertEquals(own, errors);
    }

    private void go(String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(REST);
    }

    private Locator bubble() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A quiet talk"));
    }

    private FrameLocator frame() {
        return page.frameLocator("html > unsaid-chat iframe");
    }

    private void open() {
        bubble().click();
        frame().locator(".gate .chip").first().waitFor();
        page.mouse().move(1, 1);
    }

    private void unchanged(List<?> without) {
        List<?> now = List.of();
        for (int i = 0; i < TRIES; i++) {
            now = (List<?>) page.evaluate(PAGE);
            if (now.equals(without)) {
                return;
            }
            page.waitForTimeout(100);
        }
        same(without, now, "the page without the bubble, and with it");
    }

    /// Tells the first that is different, not all of them.
    private static void same(List<?> expected, List<?> found, String what) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), what);
        }
        assertEquals(expected.size(), found.size(), what);
    }

    private void talk() {
        frame().locator(".gate .chip").first().click();
        frame().locator(".guide.question").getByText(FIRST).waitFor();
        frame().getByText("Yes, and I have about 8 minutes").click();
        frame().locator(".scale").waitFor();
        frame().getByText("Write it instead").click();
        frame().locator("textarea").pressSequentially(TYPED);
    }

    private void onAPhone() {
        page.setViewportSize(360, 740);
        assertEquals(
                page.evaluate(
                        "[0, 0, document.documentElement.clientWidth, document.documentElement.clientHeight].join()"),
                page.evaluate(
                        "(b => [b.x, b.y, b.width, b.height].join())(document.querySelector('html > unsaid-chat').shadowRoot.querySelector('iframe').getBoundingClientRect())"),
                "on a phone");
        keep("phone-open");
        page.evaluate("unsaid.close()");
        keep("phone");
        page.setViewportSize(1000, 760);
    }

    private void inTheText() {
        page.getByText(LINK).click();
        page.frameLocator("[data-unsaid] iframe").locator("form.ask").waitFor();
        assertFalse(page.getByText(LINK).isVisible(), "the link is still there");
        List<Double> place = box("[data-unsaid]");
        List<Double> frame = box("[data-unsaid] iframe");
        assertEquals(place.get(0), frame.get(0), "where the text begins");
        assertEquals(place.get(2), frame.get(2), "as wide as the text");
        assertTrue(frame.get(2) > 300, "wide enough to be read: " + frame);
        page.locator("[data-unsaid]").scrollIntoViewIfNeeded();
        keep("text");
    }

    private List<Double> box(String selector) {
        var box = page.locator(selector).boundingBox();
        return List.of(box.x, box.y, box.width, box.height);
    }

    private void keep(String moment) {
        Pictures.keep(page, "blogs/" + name + "-" + moment);
    }
}
