package unsaid.web.blogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;

/// A script of the blog that listens to all it can.
final class Eavesdropper {
    private static final String LISTEN =
            """
            () => {
              window.heard = [];
              addEventListener("message", event => heard.push(event.data), true);
              for (const name of ["keydown", "keyup", "beforeinput", "input", "click", "focusin", "selectionchange"])
                addEventListener(name, event => heard.push([name, event.key, event.data, event.target.textContent, event.target.value]), true);
            }
            """;

    /// What came by message, without what only says that the message is one.
    private static final String MESSAGES =
            """
            () => heard.filter(one => one.unsaid).map(({ unsaid, type, ...more }) => [type, ...Object.keys(more), ...Object.values(more).map(value => typeof value)].join(" "))
            """;

    private static final String FINDS =
            """
            () => {
              const hosts = [...document.querySelectorAll("unsaid-chat, [data-unsaid]")];
              const frames = hosts.map(host => host.shadowRoot?.querySelector("iframe")).filter(frame => frame);
              const tries = frames.flatMap(frame => [
                () => frame.contentDocument?.documentElement.outerHTML,
                () => frame.contentWindow.document.documentElement.outerHTML,
                () => ({ ...frame.contentWindow.sessionStorage }),
                () => frame.contentWindow.location.href,
                () => frame.contentWindow.getSelection().toString(),
                () => Object.values(frame.contentWindow).map(String),
              ]);
              return JSON.stringify([
                ...tries.map(one => { try { return one(); } catch (error) { return error.name; } }),
                heard, document.documentElement.outerHTML, hosts.map(host => host.shadowRoot?.innerHTML), document.title, location.href,
                { ...sessionStorage }, { ...localStorage }, document.cookie, performance.getEntries().map(entry => entry.name),
              ]);
            }
            """;

    private final Page page;

    /// Begins to listen on `page`.
    Eavesdropper(Page page) {
        this.page = page;
        page.evaluate(LISTEN);
    }

    /// Demands that it got no word of these, and nothing by message but what has no content.
    void got(String... words) {
        String found = (String) page.evaluate(FINDS);
        assertTrue(found.contains("SecurityError"), found);
        for (String word : words) {
            assertFalse(found.contains(word), found);
        }
        List<?> messages = (List<?>) page.evaluate(MESSAGES);
        assertTrue(messages.contains("ready"), messages.toString());
        assertEquals(
                List.of(),
                messages.stream()
                        .filter(each ->
                                !List.of("ready", "close of undefined", "size of number")
                                        .contains(each))
                        .toList());
    }
}
