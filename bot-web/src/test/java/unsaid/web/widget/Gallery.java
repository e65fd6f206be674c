package unsaid.web.widget;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import unsaid.web.widget.Visit.Screen;

/// Draws every kind of input in every mode into `target/gallery`, and a sheet of each mode, for
/// eyes: `mvn -q -pl bot-web -am test-compile exec:exec@gallery`.
public final class Gallery {
    private static final Path FOLDER = Path.of("target", "gallery");
    private static final String OPTIONS =
            "[{\"value\":\"a\",\"label\":\"When we are quiet or apart\"},{\"value\":\"b\",\"label\":\"When we disagree\"},{\"value\":\"c\",\"label\":\"When I need something\"},{\"value\":\"d\",\"label\":\"Another time, which I can name\",\"text\":60}]";
    private static final List<String> KINDS =
            List.of(
                    "choice\",\"text\":\"When does it show up most between you?\",\"options\":"
                            + OPTIONS,
                    "multi\",\"text\":\"When does it show up?\",\"max\":3,\"earlier\":[\"a\",\"b\"],\"options\":"
                            + OPTIONS,
                    "scale\",\"text\":\"How heavy do things feel right now?\",\"min\":0,\"max\":10,\"earlier\":6,\"labels\":{\"0\":\"light\",\"10\":\"very heavy\"}",
                    "yesno\",\"text\":\"Shall we go on?\"",
                    "text\",\"text\":\"What does it say to you?\",\"length\":200,\"earlier\":\"That I am too much, and that it would be easier without me. I know it is not all of the truth, but at night it sounds like it.\"",
                    "list\",\"text\":\"What do you do then?\",\"another\":\"Something else?\",\"earlier\":[\"I go quiet\",\"I tidy the kitchen\"]",
                    "rank\",\"text\":\"Which one is strongest?\",\"top\":2,\"items\":" + OPTIONS,
                    "sort\",\"text\":\"Which are yours to carry?\",\"items\":[{\"value\":\"a\",\"label\":\"The silence\"},{\"value\":\"b\",\"label\":\"The money\"}],\"buckets\":[{\"value\":\"m\",\"label\":\"Mine\"},{\"value\":\"o\",\"label\":\"Ours\"},{\"value\":\"n\",\"label\":\"Nobody’s\"}],\"earlier\":{\"m\":[\"a\"]}",
                    "number\",\"text\":\"How many evenings a week are yours together?\",\"whole\":true,\"min\":0,\"max\":7,\"unit\":\"evenings\"",
                    "date\",\"text\":\"Since when?\"",
                    "pick\",\"text\":\"Which of them shall we look at?\",\"max\":1,\"items\":[{\"value\":\"a\",\"label\":\"being left\"},{\"value\":\"b\",\"label\":\"the long silence\"}]");
    private static final String END =
            "{\"says\":[\"This is what you have so far.\"],\"card\":{\"title\":\"My notes\",\"lines\":[{\"label\":\"I am afraid of\",\"text\":\"being left, the long silence\"},{\"label\":\"It comes\",\"text\":\"when we are quiet or apart\"}]},\"end\":\"done\",\"can\":[\"restart\",\"export\"],\"progress\":1}";

    private record Mode(String name, Screen screen, String flow, String letters) {}

    private static final List<Mode> MODES =
            List.of(
                    new Mode("light", Screen.LIGHT, "talk", "100%"),
                    new Mode("dark", Screen.DARK, "talk", "100%"),
                    new Mode("forced-colours", Screen.FORCED, "talk", "100%"),
                    new Mode("phone", Screen.PHONE, "talk", "100%"),
                    new Mode("320x256", Screen.TINY, "talk", "100%"),
                    new Mode("320x256-twice-as-large", Screen.TINY_TWICE, "talk", "200%"),
                    new Mode("320x256-twice-as-large-german", Screen.TINY_TWICE, "talk-de", "200%"),
                    new Mode("right-to-left", Screen.PHONE, "talk-ar", "100%"),
                    new Mode("twice-as-large", Screen.LIGHT, "talk", "200%"));

    private Gallery() {}

    /// @param names of modes in one text; all without any
    public static void main(String... names) throws IOException {
        List<String> wanted = List.of(String.join(" ", names).strip().split(" "));
        for (Mode mode : MODES) {
            if (wanted.contains("") || wanted.contains(mode.name())) draw(mode);
        }
        System.exit(0);
    }

    private static void draw(Mode mode) throws IOException {
        Talk talk = new Talk();
        for (String kind : KINDS) talk.asks("Thank you. We can go slowly.", "\"type\":\"" + kind);
        talk.then(END);
        List<String> drawn = new ArrayList<>();
        try (Visit v = new Visit(mode.screen(), talk)) {
            v.page.navigate(v.site.chat("/chat/" + mode.flow()));
            v.page.locator(".gate .chip").first().waitFor();
            v.page.evaluate(
                    "size => document.documentElement.style.fontSize = size", mode.letters());
            shot(v, mode, drawn, "gate");
            v.page.locator(".gate .chip").first().click();
            for (String kind : KINDS) {
                v.page.locator(".place .ask:visible").waitFor();
                shot(v, mode, drawn, kind.substring(0, kind.indexOf('"')));
                v.page.locator(".quiet button").first().click();
                v.page.waitForTimeout(150);
            }
            v.page.locator(".card button").first().waitFor();
            shot(v, mode, drawn, "card");
            v.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            shot(v, mode, drawn, "paper");
            v.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            v.page.locator("header [aria-controls=people]").click();
            shot(v, mode, drawn, "help");
            v.page.locator("header [aria-controls=people]").click();
            v.page.locator("header .icon").first().click();
            v.page.locator(".people fieldset").first().waitFor();
            shot(v, mode, drawn, "looks");
        }
        sheet(mode, drawn);
    }

    private static void shot(Visit v, Mode mode, List<String> drawn, String kind) {
        v.page.waitForTimeout(120);
        String name = "%s-%02d-%s.png".formatted(mode.name(), drawn.size(), kind);
        v.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
        drawn.add(name);
    }

    /// All pictures of a mode on one sheet.
    private static void sheet(Mode mode, List<String> drawn) throws IOException {
        StringBuilder html = new StringBuilder("<body style='margin:8px;background:#999'>");
        drawn.forEach(name ->
                html.append("<img src='")
                        .append(name)
                        .append("' style='width:380px;margin:4px;vertical-align:top'>"));
        Path page = FOLDER.resolve(mode.name() + ".html");
        Files.writeString(page, html);
        try (BrowserContext context =
                Browsers.context(new Browser.NewContextOptions().setViewportSize(1580, 800))) {
            Page sheet = context.newPage();
            sheet.navigate(page.toAbsolutePath().toUri().toString());
            sheet.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(FOLDER.resolve("sheet-" + mode.name() + ".png")));
        }
    }
}
