package unsaid.web.blogs;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A blog that is served, with a post in it that offers a talk in its text and in the corner.
///
/// @param posts the path of the post, by the name of what it looks like
/// @param serving stops serving it
record Blog(Map<String, String> posts, Closeable serving) implements Closeable {
    /// Where a page is that has nothing on it but the bubble.
    static final String BARE = "/bare.html";

    Blog {
        posts = Map.copyOf(posts);
    }

    /// The text of the post, in Markdown.
    ///
    /// @param talk what puts a talk into it
    static String text(String talk) {
        return """
        # The light in the kitchen

        She leaves the small lamp on when he works late.

        %s

        This has gone on for nine years.

        > Closeness is not the absence of fear.

        - one
        - two
        """
                .formatted(talk);
    }

    /// Makes a blog.
    interface Maker {
        /// @param folder an empty one, for all it needs
        /// @param server the address of the server of the talks, without a slash at the end
        /// @param port where on this machine it is to be served
        Blog make(Path folder, String server, int port) throws IOException, InterruptedException;
    }

    /// Puts that page among the files of the blog.
    static void bare(Path files, String server) throws IOException {
        Files.writeString(
                Path.of(files + BARE),
                "<!doctype html><html lang=en><meta name=viewport content=width=device-width><title>x</title><script async src=\"%s/unsaid.js\" data-flow=naming-fears></script>"
                        .formatted(server));
    }

    /// Serves the files of a folder.
    static Blog of(Path folder, String server, int port, String theme) throws IOException {
        bare(folder, server);
        HttpServer files =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        files.createContext("/", SimpleFileServer.createFileHandler(folder));
        files.start();
        return new Blog(Map.of(theme, "/post/"), () -> files.stop(0));
    }

    @Override
    public void close() throws IOException {
        serving.close();
    }
}
