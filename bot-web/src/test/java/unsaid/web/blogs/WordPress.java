package unsaid.web.blogs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unsaid.web.widget.Browsers;
import unsaid.web.widget.Pictures;

/// WordPress of Debian with all the default themes that Debian has, on a MariaDB of its own that no
/// network reaches. Nothing of WordPress is installed: its packages are unpacked. The plugin is
/// switched on and set in its pages for administrators, as an owner would.
final class WordPress implements Blog.Maker {
    private static final List<String> PACKAGES =
            List.of("wordpress", "libjs-underscore", "libjs-cropper", "php-getid3");
    private static final String THEMES = "wordpress-theme-";
    private static final String PASSWORD = "a quiet password";

    /// Shows the theme that the address asks for.
    private static final String CHOOSE =
            """
            <?php
            foreach ( array( 'template', 'stylesheet' ) as $name ) {
                add_filter( "pre_option_$name", function ( $is ) {
                    return isset( $_GET['theme'] ) ? sanitize_key( $_GET['theme'] ) : $is;
                } );
            }
            """;

    private static final String CONFIG =
            """
            <?php
            define( 'DB_NAME', 'blog' );
            define( 'DB_USER', 'root' );
            define( 'DB_PASSWORD', '' );
            define( 'DB_HOST', 'localhost:{{socket}}' );
            define( 'DB_CHARSET', 'utf8mb4' );
            define( 'DB_COLLATE', '' );
            define( 'WP_HOME', '{{home}}' );
            define( 'WP_SITEURL', '{{home}}' );
            define( 'WP_HTTP_BLOCK_EXTERNAL', true );
            define( 'DISABLE_WP_CRON', true );
            define( 'AUTOMATIC_UPDATER_DISABLED', true );
            $table_prefix = 'wp_';
            defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
            require ABSPATH . 'wp-settings.php';
            """;

    private static final String INSTALL =
            """
            <?php
            define( 'WP_INSTALLING', true );
            ( new mysqli( 'localhost', 'root', '', '', 0, '{{socket}}' ) )->query( 'CREATE DATABASE blog' );
            function wp_new_blog_notification() {}
            require 'wp-load.php';
            require 'wp-admin/includes/upgrade.php';
            wp_install( 'Slow Hours', 'author', 'author@example.org', true, '', '{{password}}' );
            wp_insert_post( array( 'post_title' => 'A post', 'post_name' => 'post', 'post_status' => 'publish', 'post_author' => 1, 'post_content' => <<<'TEXT'
            <!-- wp:heading --><h2>The light in the kitchen</h2><!-- /wp:heading -->
            <!-- wp:paragraph --><p>She leaves the small lamp on when he works late.</p><!-- /wp:paragraph -->
            <!-- wp:shortcode -->[unsaid flow="welcome" label="A talk in the text"]<!-- /wp:shortcode -->
            <!-- wp:paragraph --><p>This has gone on for nine years.</p><!-- /wp:paragraph -->
            <!-- wp:quote --><blockquote class="wp-block-quote"><p>Closeness is not the absence of fear.</p></blockquote><!-- /wp:quote -->
            <!-- wp:list --><ul><li>one</li><li>two</li></ul><!-- /wp:list -->
            TEXT ) );
            """;

    @Override
    public Blog make(Path folder, String server, int port)
            throws IOException, InterruptedException {
        Shell.need(
                Shell.has("php") && Shell.run(folder, "php", "-m").contains("mysqli"),
                "php-cli",
                "php-mysql");
        Shell.need(Shell.has("mariadbd"), "mariadb-server-core");
        List<String> packages = new ArrayList<>(PACKAGES);
        packages.addAll(Shell.run(folder, "apt-cache", "pkgnames", THEMES).lines().toList());
        Shell.unpack(folder, packages);
        Path site = folder.resolve("usr/share/wordpress");
        // The path of a socket may not be long.
        Path data = Files.createTempDirectory("unsaid");
        Closeable database = database(data);
        Path socket = data.resolve("socket");
        String home = "http://localhost:" + port;
        write(site.resolve("wp-config.php"), CONFIG, socket, home);
        write(site.resolve("install.php"), INSTALL, socket, home);
        write(
                Files.createDirectories(site.resolve("wp-content/mu-plugins"))
                        .resolve("choose.php"),
                CHOOSE,
                socket,
                home);
        Shell.run(
                folder,
                "cp",
                "-R",
                Path.of("embed/wordpress/unsaid").toAbsolutePath().toString(),
                site.resolve("wp-content/plugins").toString());
        Shell.run(site, "php", "install.php");
        Blog.bare(site, server);
        Closeable serving =
                Shell.start(site, "php", "-S", "127.0.0.1:" + port, "-t", site.toString());
        Shell.await(() -> answers(port));
        set(home, server);
        return new Blog(
                themes(site),
                () -> {
                    serving.close();
                    database.close();
                    Shell.remove(data);
                });
    }

    /// A database in `data`, reached by the socket there and nowhere else. It has no tables of its
    /// own, and so knows no users.
    private static Closeable database(Path data) throws IOException, InterruptedException {
        Closeable database =
                Shell.start(
                        data,
                        "mariadbd",
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + Files.createDirectory(data.resolve("data")),
                        "--socket=" + data.resolve("socket"),
                        "--skip-networking",
                        "--skip-grant-tables");
        Shell.await(() -> Files.exists(data.resolve("socket")));
        return database;
    }

    private static boolean answers(int port) {
        try (Socket tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return tried.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path file, String text, Path socket, String home) throws IOException {
        Files.writeString(
                file,
                text.replace("{{socket}}", socket.toString())
                        .replace("{{home}}", home)
                        .replace("{{password}}", PASSWORD));
    }

    /// Switches the plugin on and tells it where the server is.
    private static void set(String home, String server) {
        try (BrowserContext context =
                Browsers.context(new Browser.NewContextOptions().setViewportSize(1000, 760))) {
            Page page = context.newPage();
            page.navigate(home + "/wp-login.php?redirect_to=" + home + "/wp-admin/plugins.php");
            page.getByLabel("Username or Email Address").fill("author");
            page.locator("#user_pass").fill(PASSWORD);
            page.locator("#wp-submit").click();
            page.locator("[data-slug=unsaid] .activate a").click();
            page.locator("[data-slug=unsaid] .deactivate a").waitFor();
            page.navigate(home + "/wp-admin/options-reading.php");
            page.getByLabel("Server, such as").fill(server + "/");
            page.getByLabel("Conversation in the corner").fill("naming-fears");
            page.getByLabel("Colours").scrollIntoViewIfNeeded();
            Pictures.keep(page, "blogs/wordpress-settings");
            page.locator("#submit").click();
            page.locator("#setting-error-settings_updated").waitFor();
        }
    }

    private static Map<String, String> themes(Path site) throws IOException {
        try (Stream<Path> themes = Files.list(site.resolve("wp-content/themes"))) {
            return themes.filter(Files::isDirectory)
                    .map(theme -> theme.getFileName().toString())
                    .collect(Collectors.toMap(name -> name, name -> "/?name=post&theme=" + name));
        }
    }
}
