package unsaid.web.widget;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.Locale;

/// Pictures of pages in the build folder, for eyes. No test compares them.
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    /// The style that Playwright puts into a page for a moment, as Firefox names it.
    private static final String CAMERA = "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA=";

    private Pictures() {}

    /// Whether an error of a page tells only that a picture was taken of it.
    public static boolean tells(String error) {
        return error.contains(CAMERA);
    }

    /// Keeps a picture of what the screen shows.
    ///
    /// @param name the file below the folder of pictures, without its ending
    public static void keep(Page page, String name) {
        keep(page, name, new Page.ScreenshotOptions());
    }

    /// Keeps a picture of the whole page, however long it is.
    ///
    /// @param name the file below the folder of pictures, without its ending
    public static void keepWhole(Page page, String name) {
        keep(page, name, new Page.ScreenshotOptions().setFullPage(true));
    }

    /// Chromium under load now and then refuses a picture, and takes the same when asked again.
    private static void keep(Page page, String name, Page.ScreenshotOptions options) {
        options.setPath(FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".png"));
        try {
            page.screenshot(options);
        } catch (PlaywrightException refused) {
            if (!String.valueOf(refused.getMessage()).contains("Unable to capture screenshot")) {
                throw refused;
            }
            page.screenshot(options);
        }
    }
}
