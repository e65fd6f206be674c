package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One visitor's browser with a talk behind it.
final class Visit implements AutoCloseable {
    /// The ways a screen can be.
    enum Screen {
        LIGHT(o -> {}),
        DARK(o -> o.setColorScheme(ColorScheme.DARK)),
        FORCED(o -> o.setForcedColors(ForcedColors.ACTIVE)),
        PHONE(o ->
                o.setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setColorScheme(ColorScheme.DARK)),
        TINY(o -> o.setViewportSize(320, 256)),
        /// The least that WCAG names for a screen, and the most for letters, together.
        TINY_TWICE(o -> o.setViewportSize(320, 256));

        /// Makes letters twice as large on every page, as a browser can.
        static final String TWICE =
                "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })";

        private final Consumer<Browser.NewContextOptions> options;

        Screen(Consumer<Browser.NewContextOptions> options) {
            this.options = options;
        }

        /// The same options, with this screen.
        Browser.NewContextOptions options(Browser.NewContextOptions given) {
            options.accept(given);
            return given;
        }
    }

    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    final Site site = new Site();
    final Talk talk;
    final Page page;

    Visit(Screen screen, Talk talk) {
        this(screen, talk, Browsers::context);
    }

    /// One that sees things move.
    static Visit moving(Screen screen, Talk talk) {
        return new Visit(screen, talk, Browsers::moving);
    }

    private Visit(
            Screen screen,
            Talk talk,
            Function<Browser.NewContextOptions, BrowserContext> browsers) {
        this.talk = talk;
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(1000, 760);
        screen.options(options);
        context = browsers.apply(options);
        if (screen == Screen.TINY_TWICE) context.addInitScript(Screen.TWICE);
        talk.serve(context);
        page = context.newPage();
        page.onPageError(errors::add);
    }

    /// Notes what is announced; before anything is opened.
    Visit hearing() {
        page.addInitScript(ReadAloud.EAR);
        return this;
    }

    /// What was announced on this page so far.
    List<String> heard() {
        return ((List<?>) page.evaluate("window.__heard")).stream().map(String::valueOf).toList();
    }

    /// Opens the chat as a page of its own, and says yes to the use of the answers.
    Visit open() {
        return open("naming-fears");
    }

    /// @param flow its last letters may name a language
    Visit open(String flow) {
        page.navigate(site.chat("/chat/" + flow));
        page.locator(".gate .chip").first().click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator guide(String text) {
        return page.locator(".guide").getByText(text);
    }

    void waitFor(String text) {
        guide(text).first().waitFor();
    }

    /// Demands that axe finds nothing, on the page or in the named part of it.
    void isAccessible(String where, String... parts) {
        assertEquals(List.of(), Axe.violations(page, parts), where);
    }

    /// Keeps a picture in the build folder, for eyes.
    void picture(String name) {
        Pictures.keep(page, name);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        site.close();
    }
}
