package unsaid.web.whole;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;

/// Where a talk could leave something for whoever looks at the device later: what a page shows of
/// itself, and what is stored for it.
///
/// @param page address, title, length of the history, icons, and everything that is stored but the
///   session's
/// @param cookies of all sites
/// @param session names of what is stored until the page is closed
record Traces(String page, List<String> cookies, List<String> session) {
    private static final String PAGE =
            """
            async () => JSON.stringify([location.href, document.title, history.length, history.state,
              [...document.querySelectorAll("link[rel~=icon]")].map(icon => icon.outerHTML),
              Object.entries(localStorage), await indexedDB.databases(), await caches.keys(), document.cookie,
              (await navigator.serviceWorker?.getRegistrations() ?? []).length, window.name])
            """;

    static Traces of(Page page) {
        return of(page.mainFrame());
    }

    static Traces of(Frame frame) {
        BrowserContext context = frame.page().context();
        return new Traces(
                (String) frame.evaluate(PAGE),
                context.cookies().stream().map(cookie -> cookie.name).toList(),
                ((List<?>) frame.evaluate("Object.keys(sessionStorage)"))
                        .stream().map(String::valueOf).toList());
    }

    /// The same but for what lasts as long as the page.
    Traces lasting() {
        return new Traces(page, cookies, List.of());
    }
}
