package unsaid.web.blogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Hexo with a theme from npm.
///
/// @param theme such as `landscape`, the one it comes with
/// @param version of the theme
/// @param settings of the theme, in YAML
record Hexo(String theme, String version, String settings) implements Blog.Maker {
    @Override
    public Blog make(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("package.json"),
                "{\"private\":true,\"hexo\":{\"version\":\"7.3.0\"}}");
        Shell.npm(
                folder,
                "hexo@7.3.0",
                "hexo-renderer-marked@6.3.0",
                "hexo-renderer-ejs@2.0.0",
                "hexo-renderer-stylus@3.0.1",
                "hexo-theme-" + theme + "@" + version);
        Files.createDirectories(folder.resolve("scripts"));
        Files.copy(Path.of("embed/hexo/scripts/unsaid.js"), folder.resolve("scripts/unsaid.js"));
        Files.writeString(
                folder.resolve("_config.yml"),
                "title: Slow Hours\nlanguage: en\npermalink: :title/\ntheme: %s\nunsaid:\n  server: %s\n  flow: naming-fears\n%s"
                        .formatted(theme, server, settings));
        Files.createDirectories(folder.resolve("source/_posts"));
        Files.writeString(
                folder.resolve("source/_posts/post.md"),
                "---\ntitle: A post\ndate: 2026-01-01\n---\n"
                        + Blog.text("{% unsaid welcome \"A talk in the text\" %}"));
        Shell.run(folder, "node_modules/.bin/hexo", "generate");
        return Blog.of(folder.resolve("public"), server, port, theme);
    }
}
