package unsaid.web.blogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two pages with Turbo from npm: a link changes the page without loading it anew.
final class Turbo implements Blog.Maker {
    private static final String VERSION = "8.0.23";
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title>
            <script src="/turbo.js"></script></head>
            <body><nav><a href="/post/">A post</a> <a href="/other/">Another post</a></nav><main><h1>%1$s</h1><p>She leaves the small lamp on.</p>
            <div data-unsaid="welcome"><a href="%2$s/chat/welcome">A talk in the text</a></div></main>
            <script async src="%2$s/unsaid.js" data-flow="naming-fears"></script></body></html>
            """;

    @Override
    public Blog make(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        Shell.npm(folder, "@hotwired/turbo@" + VERSION);
        Path site = Files.createDirectories(folder.resolve("public"));
        Files.copy(
                folder.resolve("node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"),
                site.resolve("turbo.js"));
        page(site, "post", "The light in the kitchen", server);
        page(site, "other", "Nine years", server);
        return Blog.of(site, server, port, "turbo");
    }

    private static void page(Path site, String name, String title, String server)
            throws IOException {
        Path folder = Files.createDirectories(site.resolve(name));
        Files.writeString(folder.resolve("index.html"), PAGE.formatted(title, server));
    }
}
