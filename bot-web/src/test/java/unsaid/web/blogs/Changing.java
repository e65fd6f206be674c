package unsaid.web.blogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A visitor on pages that change without loading anew: follows links and comes back, with a talk
/// in the corner and others in the texts. The server says how many sockets are open.
final class Changing {
    private static final Pattern OPEN = Pattern.compile("(?m)^unsaid_connections (\\d+)");
    private static final String LINK = "A talk in the text";

    private final Page page;
    private final URI metrics;
    private final List<String> errors = new ArrayList<>();

    /// @param metrics the port of the server's own numbers
    Changing(BrowserContext context, int metrics) {
        this.metrics = URI.create("http://127.0.0.1:" + metrics + "/metrics");
        page = context.newPage();
        page.onPageError(errors::add);
    }

    /// @param address the post
    /// @throws AssertionError which says what is wrong
    void at(String address) {
        page.navigate(address);
        page.evaluate("window.same = true");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A quiet talk"))
                .click();
        agree(corner());
        String question = corner().locator(".guide.question").last().textContent();
        sockets(1);
        for (int round = 0; round < 2; round++) {
            follow("Another post", "/other/");
            inTheText();
            sockets(2);
            follow("A post", "/post/");
            sockets(1);
            inTheText();
            sockets(2);
            page.goBack();
            arrived("/other/");
            sockets(1);
            assertTrue(link().isVisible(), "a page that comes back has its link again");
            page.goForward();
            arrived("/post/");
            sockets(1);
        }
        assertEquals(question, corner().locator(".guide.question").last().textContent());
        corner().locator("form.ask .chip").first().click();
        corner().locator(".visitor").first().waitFor();
        assertEquals(List.of(), errors);
        page.close();
        sockets(0);
    }

    private FrameLocator corner() {
        return page.frameLocator("html > unsaid-chat iframe");
    }

    private Locator link() {
        return page.getByText(LINK);
    }

    private static void agree(FrameLocator chat) {
        chat.locator(".gate .chip").first().click();
        chat.locator("form.ask").waitFor();
    }

    private void follow(String name, String path) {
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
        arrived(path);
    }

    /// The other page is there, and it is the same document.
    private void arrived(String path) {
        page.waitForURL("**" + path);
        page.locator("h1")
                .getByText(path.equals("/post/") ? "The light in the kitchen" : "Nine years")
                .waitFor();
        assertEquals(true, page.evaluate("window.same === true"), "not loaded anew");
        assertEquals(1, page.locator("html > unsaid-chat").count());
        assertTrue(corner().locator("form.ask").isVisible(), "the open talk stays");
    }

    /// Opens the talk that the text offers, and says yes unless it was said before.
    private void inTheText() {
        link().click();
        FrameLocator chat = page.frameLocator("[data-unsaid] iframe");
        Locator gate = chat.locator(".gate .chip").first();
        gate.or(chat.locator("form.ask").first()).first().waitFor();
        if (gate.isVisible()) {
            gate.click();
        }
        chat.locator(".place form.ask").waitFor();
    }

    /// Waits until so many are open; a leak would keep it waiting.
    private void sockets(int count) {
        if (page.isClosed()) {
            for (int i = 0; open() != count && i < 100; i++) {
                pause();
            }
            assertEquals(count, open(), "sockets");
            return;
        }
        page.waitForCondition(() -> open() == count);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int open() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text =
                    http.send(
                                    HttpRequest.newBuilder(metrics).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            Matcher open = OPEN.matcher(text);
            return open.find() ? Integer.parseInt(open.group(1)) : -1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
