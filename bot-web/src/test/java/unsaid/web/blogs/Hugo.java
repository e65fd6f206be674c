package unsaid.web.blogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Hugo of Debian.
final class Hugo {
    private static final Path EMBED = Path.of("embed", "hugo");
    private static final String PARAMS = "server = \"%s\"\nflow = \"naming-fears\"\n";

    private Hugo() {}

    /// With the theme that Hugo itself begins one with: bare layouts, no style at all.
    static Blog bare(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Shell.need(Shell.has("hugo"), "hugo");
        Shell.run(folder, "hugo", "new", "site", "site");
        Path site = folder.resolve("site");
        Shell.run(site, "hugo", "new", "theme", "stock");
        Files.writeString(
                site.resolve("themes/stock/layouts/_default/single.html"),
                "{{ define \"main\" }}<main><h1>{{ .Title }}</h1>{{ .Content }}</main>{{ end }}\n");
        Files.deleteIfExists(site.resolve("config.toml"));
        Files.writeString(
                site.resolve("hugo.toml"),
                "title = \"Slow Hours\"\ntheme = \"stock\"\n[params.unsaid]\n"
                        + PARAMS.formatted(server));
        embed(site, site.resolve("themes/stock/layouts/_default/baseof.html"));
        return built(site, site.resolve("content/post.md"), server, port, "bare");
    }

    /// With Doks, a theme from npm on Bootstrap, which is a site of its own. It is built as its
    /// authors do while they write, and without the diagrams.
    static Blog doks(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Shell.need(Shell.has("hugo"), "hugo");
        Shell.npm(
                Files.createDirectories(folder.resolve("npm")),
                "@hyas/doks@0.5.0",
                "@hyas/images@0.2.3",
                "bootstrap@5.2.3",
                "clipboard@2.0.11",
                "flexsearch@0.7.21",
                "highlight.js@11.5.1",
                "instant.page@5.1.1",
                "katex@0.16.0",
                "lazysizes@5.3.2");
        Path site = folder.resolve("site");
        Shell.run(folder, "cp", "-R", "npm/node_modules/@hyas/doks", "site");
        Files.move(folder.resolve("npm/node_modules"), site.resolve("node_modules"));
        Files.writeString(site.resolve("assets/js/mermaid.js"), "");
        Files.writeString(
                site.resolve("config/_default/params.toml"),
                "\n[unsaid]\n" + PARAMS.formatted(server),
                StandardOpenOption.APPEND);
        embed(site, site.resolve("layouts/_default/baseof.html"));
        return built(site, site.resolve("content/en/post.md"), server, port, "doks");
    }

    /// What the guide says.
    private static void embed(Path site, Path layout) throws IOException {
        for (String file :
                new String[] {"layouts/partials/unsaid.html", "layouts/shortcodes/unsaid.html"}) {
            Path to = site.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(EMBED.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                layout,
                Files.readString(layout)
                        .replace("</body>", "{{ partial \"unsaid.html\" . }}\n</body>"));
    }

    private static Blog built(Path site, Path post, String server, int port, String theme)
            throws IOException, InterruptedException {
        Files.writeString(
                post,
                "---\ntitle: A post\n---\n"
                        + Blog.text(
                                "{{< unsaid flow=\"welcome\" label=\"A talk in the text\" >}}"));
        Shell.run(
                site,
                "hugo",
                "--environment",
                "development",
                "--baseURL",
                "http://localhost:" + port + "/");
        return Blog.of(site.resolve("public"), server, port, theme);
    }
}
