package unsaid.web.blogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two pages of Astro from npm, with the router of its own that changes a page in place.
final class Astro implements Blog.Maker {
    private static final String VERSION = "5.18.2";
    private static final String PAGE =
            """
            ---
            import { ClientRouter } from "astro:transitions";
            ---
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title><ClientRouter /></head>
            <body><nav><a href="/post/">A post</a> <a href="/other/">Another post</a></nav><main><h1>%1$s</h1><p>She leaves the small lamp on.</p>
            <div data-unsaid="welcome"><a href="%2$s/chat/welcome">A talk in the text</a></div></main>
            <script is:inline async src="%2$s/unsaid.js" data-flow="naming-fears"></script></body></html>
            """;

    @Override
    public Blog make(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
        Shell.npm(folder, "astro@" + VERSION);
        Path pages = Files.createDirectories(folder.resolve("src/pages"));
        Files.writeString(
                pages.resolve("post.astro"), PAGE.formatted("The light in the kitchen", server));
        Files.writeString(pages.resolve("other.astro"), PAGE.formatted("Nine years", server));
        Shell.run(folder, "sh", "-c", "ASTRO_TELEMETRY_DISABLED=1 node_modules/.bin/astro build");
        return Blog.of(folder.resolve("dist"), server, port, "astro");
    }
}
