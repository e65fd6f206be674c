package unsaid.web.studio;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import unsaid.web.RealServer;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// A workbench in a real browser, on a copy of the shipped dialogs.
final class Workbench implements AutoCloseable {
    private static final String LISTEN =
            "document.addEventListener('securitypolicyviolation', e => violated(e.violatedDirective + ' ' + e.blockedURI))";

    private final RealServer server;
    private final BrowserContext context;
    final Path folder;
    final Page page;

    /// What broke on the page, and what its policy forbade.
    final List<String> problems = new CopyOnWriteArrayList<>();

    /// Addresses asked for that are not the server's own.
    final List<String> strangers = new CopyOnWriteArrayList<>();

    Workbench(Path folder, ColorScheme scheme) throws IOException {
        this.folder = folder;
        Copy.of(Path.of("..", "dialogs"), folder);
        server = new RealServer("--dialogs=" + folder, "--store=memory", "--studio=true");
        context =
                Browsers.context(
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 800)
                                .setColorScheme(scheme));
        context.exposeBinding("violated", (source, what) -> problems.add(String.valueOf(what[0])));
        context.addInitScript(LISTEN);
        page = context.newPage();
        page.onPageError(problems::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(server.address("/"))
                    && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
    }

    Workbench open(String file) {
        page.navigate(server.address("/studio/#" + file));
        talk().locator(".place form, .place .ended").first().waitFor();
        return this;
    }

    /// The talk in its frame.
    FrameLocator talk() {
        return page.frameLocator(".frames iframe:not(.coming)");
    }

    Locator source() {
        return page.locator(".cm-content");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    String address(String path) {
        return server.address(path);
    }

    /// Finds words in the source and writes others in their place, with the keyboard alone.
    void replace(String words, String others) {
        source().click();
        page.keyboard().press("Control+f");
        Locator field = page.locator(".cm-search [name=search]");
        field.fill("");
        field.pressSequentially(words);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        page.keyboard().insertText(others);
    }

    /// What the file says on disk.
    String onDisk(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /// The rules that the page breaks.
    List<String> barriers() {
        return Axe.violations(page);
    }

    /// Keeps a picture in the build folder, for eyes.
    void picture(String name) {
        Pictures.keep(page, name);
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
