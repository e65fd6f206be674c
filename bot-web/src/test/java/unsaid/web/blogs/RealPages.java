package unsaid.web.blogs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import unsaid.web.RealServer;
import unsaid.web.widget.Browsers;

/// Makes blogs with programs and themes that nobody here wrote, puts the talk on them as the
/// owner's guide says, and looks at them in Chromium and Firefox: `mvn -q -pl bot-web -am
/// test-compile exec:exec@pages`, or some of them by `-Dpages="hexo wordpress"`. What is missing is
/// installed where that is allowed. Prints a line for each page and browser, and fails if one is
/// wrong. Pictures are in `target/pictures/blogs`.
final class RealPages {
    private static final Path WORK = Path.of("target", "blogs");
    private static final String NEXT = "theme_config:\n  motion:\n    enable: false\n";

    /// Those whose pages change without loading anew.
    private static final Set<String> CHANGING = Set.of("turbo", "astro");

    private RealPages() {}

    /// @param args names of those that are wanted; all if there are none
    public static void main(String... args) throws Exception {
        Map<String, Blog.Maker> makers = new LinkedHashMap<>();
        makers.put("jekyll", new Jekyll());
        makers.put("hugo", Hugo::bare);
        makers.put("hugo-doks", Hugo::doks);
        makers.put("hexo", new Hexo("landscape", "1.1.0", ""));
        makers.put("hexo-next", new Hexo("next", "8.29.0", NEXT));
        makers.put("wordpress", new WordPress());
        makers.put("turbo", new Turbo());
        makers.put("astro", new Astro());
        List<String> wanted = List.of(String.join(" ", args).strip().split(" +"));
        boolean fine = true;
        for (Map.Entry<String, Blog.Maker> each : makers.entrySet()) {
            if (wanted.contains("") || wanted.contains(each.getKey())) {
                fine &= blog(each.getKey(), each.getValue());
            }
        }
        System.exit(fine ? 0 : 1);
    }

    private static boolean blog(String name, Blog.Maker maker) throws Exception {
        int port = freePort();
        int metrics = freePort();
        String origin = "http://localhost:" + port;
        Path folder = WORK.resolve(name);
        Shell.remove(folder);
        Files.createDirectories(folder);
        try (RealServer server =
                        new RealServer("--site.origins=" + origin, "--metrics.port=" + metrics);
                Blog blog = maker.make(folder.toAbsolutePath(), server.address(""), port)) {
            boolean fine = !blog.posts().isEmpty();
            for (Map.Entry<String, String> post : new TreeMap<>(blog.posts()).entrySet()) {
                String page = name + " " + post.getKey();
                String address = origin + post.getValue();
                for (Browser browser : List.of(Browsers.chromium(), Browsers.firefox())) {
                    String in = browser.browserType().name();
                    fine &=
                            fine(
                                    browser,
                                    page,
                                    context ->
                                            new Look(context, page.replace(' ', '-') + "-" + in)
                                                    .at(address));
                    if (CHANGING.contains(name)) {
                        fine &=
                                fine(
                                        browser,
                                        name + " from page to page",
                                        context -> new Changing(context, metrics).at(address));
                    }
                }
            }
            return fine;
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static boolean fine(Browser browser, String page, Consumer<BrowserContext> visit) {
        String in = browser.browserType().name();
        String wrong = "";
        long began = System.nanoTime();
        try (BrowserContext context =
                Browsers.context(
                        browser, new Browser.NewContextOptions().setViewportSize(1000, 760))) {
            visit.accept(context);
        } catch (AssertionError | PlaywrightException e) {
            wrong = String.valueOf(e.getMessage());
        }
        System.out.printf(
                "%-28s %-9s %s (%.0f s)%n",
                page, in, wrong.isEmpty() ? "fine" : wrong, (System.nanoTime() - began) / 1e9);
        return wrong.isEmpty();
    }
}
