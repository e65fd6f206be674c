package unsaid.web.widget;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one Chromium that all browser tests share. It is found by the system property or environment
/// variable below, at the usual places, by installing Debian's package when we may, or by
/// Playwright's own download.
public final class Browsers {
    private static final String PROPERTY = "unsaid.chromium";
    private static final String VARIABLE = "UNSAID_CHROMIUM";

    /// Chromium without a window around its pages, as Debian packs it: about half the work.
    private static final String SHELL = "/usr/bin/chromium-headless-shell";

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final long INSTALL_MINUTES = 8;
    private static final int PATIENCE_MILLIS = 30_000;

    private static @Nullable Browser browser;

    private Browsers() {}

    /// The running browser; started by the first caller and closed with the JVM. Playwright is not
    /// thread-safe: call it from the test's thread only.
    public static synchronized Browser chromium() {
        if (browser == null) browser = launch();
        return browser;
    }

    /// A visitor's browser: nothing stored, animations off, and patient enough for a machine that
    /// has other work, for a wait that fails is a test that fails. Close it after use.
    public static BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context =
                chromium().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static Browser launch() {
        Optional<Path> installed = find().or(Browsers::install);
        Map<String, String> env =
                installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
            installed.ifPresent(options::setExecutablePath);
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "No Chromium: install it (Debian: apt-get install chromium) or name it with "
                            + VARIABLE
                            + "=/path/to/chromium",
                    e);
        }
    }

    private static Optional<Path> find() {
        Stream<@Nullable String> named =
                Stream.of(
                        System.getProperty(PROPERTY),
                        System.getenv(VARIABLE),
                        SHELL,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        return named.filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) return Optional.empty();
        run("apt-get", "update", "-qq");
        run("apt-get", "install", "-y", "-qq", "chromium-headless-shell");
        if (find().isEmpty()) run("apt-get", "install", "-y", "-qq", "chromium");
        return find();
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
        } catch (IOException e) {
            // Not installed then: the launch says what to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
