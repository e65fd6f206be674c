package unsaid.web.widget;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import unsaid.web.RealServer;

/// Builds journals with site generators of Debian and themes that nobody here wrote, puts the talk
/// on them as the owner's guide says, and looks at them in a browser: `mvn -q -pl bot-web -am
/// test-compile exec:exec@pages`. What is missing is installed where that is allowed. Prints a line
/// for each page and fails if one is wrong. Pictures are in `target/pictures`.
final class RealPages {
    private static final Path WORK = Path.of("target", "pages").toAbsolutePath();
    private static final Path EMBED = Path.of("embed").toAbsolutePath();
    private static final long MINUTES = 8;
    private static final String TEXT =
            "# The light in the kitchen\n\nShe leaves the small lamp on when he works late.\n\n%s\n\nThis has gone on for nine years.\n\n> Closeness is not the absence of fear.\n\n- one\n- two\n";

    /// Everything of the page itself: where it is and how it looks.
    private static final String LOOKS =
            """
            () => [...document.querySelectorAll("body, body *:not(script)")].map(e => [e.localName, JSON.stringify(e.getBoundingClientRect()),
              ...["color", "fontSize", "fontFamily", "lineHeight", "display", "backgroundColor"].map(n => getComputedStyle(e)[n])].join(" ")).join("\\n")
            """;

    private static final String IN_PLACE =
            """
            () => {
              const button = document.querySelector("html > unsaid-chat").shadowRoot.querySelector("button");
              const box = button.getBoundingClientRect(), style = getComputedStyle(button);
              const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return [innerWidth - box.right, innerHeight - box.bottom, over.localName, style.fontSize, style.color, style.letterSpacing].join(" ");
            }
            """;
    private static final String EXPECTED = "16 16 unsaid-chat 16px rgb(255, 255, 255) normal";

    private RealPages() {}

    private interface Maker {
        /// Builds a site and returns the folder to serve.
        Path make(Path folder, String server) throws IOException, InterruptedException;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        boolean fine = page("jekyll", RealPages::jekyll) & page("hugo", RealPages::hugo);
        System.exit(fine ? 0 : 1);
    }

    private static boolean page(String name, Maker maker) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpServer blog =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String origin = "http://localhost:" + blog.getAddress().getPort();
        try (RealServer server = new RealServer("--site.origins=" + origin)) {
            Path folder = Files.createTempDirectory(Files.createDirectories(WORK), name);
            Path served = maker.make(folder, server.address(""));
            blog.createContext("/", SimpleFileServer.createFileHandler(served));
            blog.start();
            String wrong = look(name, origin + "/post/");
            System.out.printf(
                    "%-8s %s (%.0f s)%n",
                    name, wrong.isEmpty() ? "fine" : wrong, (System.nanoTime() - began) / 1e9);
            return wrong.isEmpty();
        } finally {
            blog.stop(0);
        }
    }

    /// What is wrong; empty if nothing is.
    private static String look(String name, String address) {
        try (BrowserContext context =
                Browsers.context(new Browser.NewContextOptions().setViewportSize(1000, 760))) {
            Page page = context.newPage();
            page.route("**/unsaid.js", route -> route.abort());
            page.navigate(address);
            Object without = page.evaluate(LOOKS);
            page.unroute("**/unsaid.js");
            page.navigate(address);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A quiet talk"))
                    .waitFor();
            if (!without.equals(page.evaluate(LOOKS))) {
                return "the page looks different with the bubble";
            }
            String place = String.valueOf(page.evaluate(IN_PLACE));
            if (!place.equals(EXPECTED)) {
                return "the bubble is at " + place;
            }
            picture(page, name);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A quiet talk"))
                    .click();
            FrameLocator bubble = page.frameLocator("html > unsaid-chat iframe");
            bubble.locator("form.ask").waitFor();
            picture(page, name + "-open");
            page.evaluate("unsaid.close()");
            page.getByText("A talk in the text").click();
            page.frameLocator("[data-unsaid] iframe").locator("form.ask").waitFor();
            page.waitForTimeout(300);
            picture(page, name + "-text");
            return page.getByText("A talk in the text").isVisible()
                    ? "the link is still there"
                    : "";
        }
    }

    private static void picture(Page page, String name) {
        Pictures.keep(page, "real-" + name);
    }

    /// The theme "minima", as Debian has it.
    private static Path jekyll(Path folder, String server)
            throws IOException, InterruptedException {
        need("jekyll", "jekyll", "jekyll-theme-minima");
        Path theme =
                Path.of(
                        output(
                                folder,
                                "ruby",
                                "-e",
                                "print Gem::Specification.find_by_name('minima').gem_dir"));
        Files.createDirectories(folder.resolve("_includes"));
        Files.createDirectories(folder.resolve("_layouts"));
        Files.copy(
                EMBED.resolve("jekyll/_includes/unsaid.html"),
                folder.resolve("_includes/unsaid.html"));
        Files.writeString(
                folder.resolve("_layouts/default.html"),
                Files.readString(theme.resolve("_layouts/default.html"))
                        .replace("</body>", "{% include unsaid.html %}\n</body>"));
        Files.writeString(
                folder.resolve("_config.yml"),
                "title: Slow Hours\ntheme: minima\nunsaid:\n  server: %s\n  flow: naming-fears\n"
                        .formatted(server));
        Files.writeString(
                folder.resolve("post.md"),
                "---\nlayout: page\ntitle: A post\npermalink: /post/\n---\n"
                        + TEXT.formatted(
                                "{% include unsaid.html flow=\"welcome\" label=\"A talk in the text\" %}"));
        run(folder, "jekyll", "build", "--disable-disk-cache");
        return folder.resolve("_site");
    }

    /// Hugo's own layouts are bare; the page is as plain as a theme begins.
    private static Path hugo(Path folder, String server) throws IOException, InterruptedException {
        need("hugo", "hugo");
        run(folder, "hugo", "new", "site", "site");
        Path site = folder.resolve("site");
        run(site, "hugo", "new", "theme", "stock");
        Path base = site.resolve("themes/stock/layouts/_default/baseof.html");
        Files.writeString(
                base,
                Files.readString(base)
                        .replace("</body>", "{{ partial \"unsaid.html\" . }}\n</body>"));
        Files.writeString(
                site.resolve("themes/stock/layouts/_default/single.html"),
                "{{ define \"main\" }}<main><h1>{{ .Title }}</h1>{{ .Content }}</main>{{ end }}\n");
        copy("hugo/layouts/partials/unsaid.html", site);
        copy("hugo/layouts/shortcodes/unsaid.html", site);
        Files.deleteIfExists(site.resolve("config.toml"));
        Files.writeString(
                site.resolve("hugo.toml"),
                "baseURL = \"/\"\ntitle = \"Slow Hours\"\ntheme = \"stock\"\n[params.unsaid]\nserver = \"%s\"\nflow = \"naming-fears\"\n"
                        .formatted(server));
        Files.writeString(
                site.resolve("content/post.md"),
                "---\ntitle: A post\n---\n"
                        + TEXT.formatted(
                                "{{< unsaid flow=\"welcome\" label=\"A talk in the text\" >}}"));
        run(site, "hugo");
        return site.resolve("public");
    }

    private static void copy(String file, Path site) throws IOException {
        Path to = site.resolve(file.substring("hugo/".length()));
        Files.createDirectories(to.getParent());
        Files.copy(EMBED.resolve(file), to);
    }

    private static void need(String program, String... packages)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin", program))) {
            run(WORK, "apt-get", "update", "-qq");
            List<String> install =
                    new java.util.ArrayList<>(
                            List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
            install.addAll(List.of(packages));
            run(WORK, install.toArray(String[]::new));
        }
    }

    private static void run(Path folder, String... command)
            throws IOException, InterruptedException {
        output(folder, command);
    }

    private static String output(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
