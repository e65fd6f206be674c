package unsaid.web.blogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Jekyll with the theme "minima", as Debian has them.
final class Jekyll implements Blog.Maker {
    private static final String THEME = "print Gem::Specification.find_by_name('minima').gem_dir";

    @Override
    public Blog make(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Shell.need(Shell.has("jekyll"), "jekyll", "jekyll-theme-minima");
        Path theme = Path.of(Shell.run(folder, "ruby", "-e", THEME));
        Files.createDirectories(folder.resolve("_includes"));
        Files.createDirectories(folder.resolve("_layouts"));
        Files.copy(
                Path.of("embed/jekyll/_includes/unsaid.html"),
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
                        + Blog.text(
                                "{% include unsaid.html flow=\"welcome\" label=\"A talk in the text\" %}"));
        Shell.run(folder, "jekyll", "build", "--disable-disk-cache");
        return Blog.of(folder.resolve("_site"), server, port, "minima");
    }
}
