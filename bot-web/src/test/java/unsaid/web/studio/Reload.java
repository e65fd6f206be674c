package unsaid.web.studio;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

/// Measures how long it takes from the key that saves until the talk shows what was saved: a real
/// server, a real browser, a flow of 300 steps, and a talk in the middle of it. Prints Markdown.
public final class Reload {
    private static final int STEPS = 300;
    private static final int FROM = 150;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 100;
    private static final String LINE = "\"texts\": { \"word\": [ { \"else\": \"calm\" } ] },";
    private static final String AFTER_WORD = "\" } ] },";

    /// Runs from the key to the frame in which the new words are drawn.
    private static final String TIMED =
            """
            words => { window.took = new Promise(done => addEventListener('keydown', () => {
              const since = performance.now();
              const look = () => {
                const frame = document.querySelector('.frames iframe:not(.coming)');
                const question = frame?.contentDocument?.querySelector('fieldset.question, .question');
                if (question?.textContent.includes(words)) done(performance.now() - since); else requestAnimationFrame(look);
              };
              look();
            }, { once: true, capture: true })); }
            """;

    private Reload() {}

    public static void main(String[] none) throws IOException {
        Path folder = Files.createTempDirectory("reload");
        Files.createDirectories(folder.resolve("long"));
        Files.writeString(folder.resolve("long/flow.json"), flow());
        Files.writeString(
                folder.resolve("helplines.json"),
                "{\"home\": \"\", \"countries\": [], \"lines\": []}");
        try (RealServer server =
                        new RealServer("--dialogs=" + folder, "--store=memory", "--studio=true");
                BrowserContext context =
                        Browsers.context(
                                new Browser.NewContextOptions().setViewportSize(1280, 800))) {
            Page page = context.newPage();
            page.navigate(server.address("/studio/#long/flow.json"));
            print(measure(page));
        }
        System.exit(0);
    }

    private static double[] measure(Page page) {
        page.keyboard().press("Alt+3");
        page.locator("[data-step=s" + FROM + "]").dispatchEvent("click");
        page.frameLocator(".frames iframe:not(.coming)")
                .getByText("Question " + FROM)
                .first()
                .waitFor();
        page.keyboard().press("Alt+1");
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+Home");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("End");
        for (int i = 0; i < AFTER_WORD.length(); i++) {
            page.keyboard().press("ArrowLeft");
        }
        double[] took = new double[ROUNDS];
        String words = "calm";
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            words += (char) ('a' + Math.floorMod(round, 26));
            page.keyboard().insertText(words.substring(words.length() - 1));
            page.waitForTimeout(400); // an author's hand goes to the keys that save
            page.evaluate(TIMED, words + "?");
            page.keyboard().press("Control+s");
            double millis = ((Number) page.evaluate("() => window.took")).doubleValue();
            if (round >= 0) {
                took[round] = millis;
            }
        }
        return took;
    }

    private static void print(double[] took) {
        Arrays.sort(took);
        System.out.printf(
                "| saves | median ms | 95th percentile ms | longest ms |%n|---|---|---|---|%n| %d | %.0f | %.0f | %.0f |%n",
                took.length,
                took[took.length / 2],
                took[(int) Math.ceil(took.length * 0.95) - 1],
                took[took.length - 1]);
    }

    private static String flow() {
        StringBuilder text =
                new StringBuilder(
                        "{ \"flow\": \"long\", \"version\": 1, \"language\": \"en\", \"title\": \"Long\",\n  "
                                + LINE
                                + "\n  \"steps\": [\n");
        for (int i = 1; i < STEPS; i++) {
            text.append(
                    """
                        { "id": "s%d", "say": "This is step %d of many.", "ask": "Question %d, {word}?",
                          "answer": { "type": "choice", "options": [ { "value": "a", "label": "One" }, { "value": "b", "label": "Another" } ] } },
                    """
                            .formatted(i, i, i));
        }
        return text.append(
                        "    { \"id\": \"close\", \"end\": \"done\", \"say\": \"Thank you.\" } ] }\n")
                .toString();
    }
}
