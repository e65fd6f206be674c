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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The browsers that tests share. Each is found by the system property `unsaid.chromium` or
/// `unsaid.firefox`, or the environment variable `UNSAID_CHROMIUM` or `UNSAID_FIREFOX`, at the
/// usual places, by installing Debian's package when we may, or by Playwright's own download.
public final class Browsers {
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

    private static final Map<Kind, Browser> running = new EnumMap<>(Kind.class);
    private static @Nullable Playwright playwright;

    private enum Kind {
        /// First of all without a window around its pages, as Debian packs it: about half the work.
        CHROMIUM(
                List.of("chromium-headless-shell", "chromium"),
                "/usr/bin/chromium-headless-shell",
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        FIREFOX(
                List.of("firefox-esr"),
                "/usr/bin/firefox-esr",
                "/usr/bin/firefox",
                "/Applications/Firefox.app/Contents/MacOS/firefox");

        /// Debian's packages, each enough by itself.
        private final List<String> packages;

        private final List<String> places;

        Kind(List<String> packages, String... places) {
            this.packages = packages;
            this.places = List.of(places);
        }

        Browser launch(Playwright playwright, BrowserType.LaunchOptions options) {
            return switch (this) {
                case CHROMIUM -> playwright.chromium().launch(options.setArgs(FLAGS));
                // Firefox as everybody has it, by WebDriver BiDi. That cannot say how much may
                // move, and points at frames of other sites only in one process.
                case FIREFOX ->
                        playwright
                                .firefox()
                                .launch(
                                        options.setChannel("moz-firefox")
                                                .setFirefoxUserPrefs(
                                                        Map.of(
                                                                "ui.prefersReducedMotion",
                                                                1,
                                                                "fission.webContentIsolationStrategy",
                                                                0)));
            };
        }

        Optional<Path> find() {
            String name = name().toLowerCase(Locale.ROOT);
            Stream<@Nullable String> named =
                    Stream.of(
                            System.getProperty("unsaid." + name),
                            System.getenv("UNSAID_" + name()));
            return Stream.concat(named, places.stream())
                    .filter(Objects::nonNull)
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private Browsers() {}

    /// The running Chromium; started by the first caller and closed with the JVM. Playwright is not
    /// thread-safe: call it from the test's thread only.
    public static Browser chromium() {
        return browser(Kind.CHROMIUM);
    }

    /// The running Firefox, in the same way.
    public static Browser firefox() {
        return browser(Kind.FIREFOX);
    }

    /// A visitor's Chromium: nothing stored, animations off, and patient enough for a machine that
    /// has other work, for a wait that fails is a test that fails. Close it after use.
    public static BrowserContext context(Browser.NewContextOptions options) {
        return context(chromium(), options);
    }

    /// The same of another browser.
    public static BrowserContext context(Browser browser, Browser.NewContextOptions options) {
        return patient(browser, options.setReducedMotion(ReducedMotion.REDUCE));
    }

    /// The Chromium of a visitor who asked for no stillness, as most have it: things move, and what
    /// is said comes in its own time.
    public static BrowserContext moving(Browser.NewContextOptions options) {
        return patient(chromium(), options.setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    private static BrowserContext patient(Browser browser, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static synchronized Browser browser(Kind kind) {
        return running.computeIfAbsent(kind, Browsers::launch);
    }

    private static Browser launch(Kind kind) {
        Optional<Path> installed = kind.find().or(() -> install(kind));
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true);
            installed.ifPresent(options::setExecutablePath);
            return kind.launch(playwright(installed.isPresent()), options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "No %1$s: install it (Debian: apt-get install %2$s) or name it with UNSAID_%1$s=/path/to/%2$s"
                            .formatted(kind, kind.packages.getLast()),
                    e);
        }
    }

    private static Playwright playwright(boolean installed) {
        Playwright started = playwright;
        if (started == null) {
            Map<String, String> env =
                    installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
            started = Playwright.create(new Playwright.CreateOptions().setEnv(env));
            playwright = started;
        }
        return started;
    }

    private static Optional<Path> install(Kind kind) {
        if (!"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) return Optional.empty();
        run("apt-get", "update", "-qq");
        for (String each : kind.packages) {
            if (kind.find().isEmpty()) run("apt-get", "install", "-y", "-qq", each);
        }
        return kind.find();
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
