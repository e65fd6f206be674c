package unsaid.web.widget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.format.Dialogs;
import unsaid.safety.Helplines;
import unsaid.web.plain.Cards;

/// A small web server: the widget's files, and pages of a test's own. Reached as `127.0.0.1` it is
/// the chat's origin, as `localhost` a blog of another origin.
final class Site implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    private static final Map<String, String> TYPES =
            Map.of(
                    "js",
                    "text/javascript; charset=utf-8",
                    "css",
                    "text/css; charset=utf-8",
                    "html",
                    "text/html; charset=utf-8",
                    "json",
                    "application/json");

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=([a-z]{2})");

    /// The languages of the interface.
    static final List<String> LANGUAGES = List.of("ar", "de", "en", "es", "fr");

    /// Where a visitor who leaves is taken.
    static final String LEAVE = "https://neutral.example/";

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    /// What the pages have of people who help.
    Helplines helplines = read("/unsaid/web/widget/helplines.json");

    /// The paths asked for, in order.
    final List<String> asked = new CopyOnWriteArrayList<>();

    Site() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    String chat(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String blog(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /// Puts a page at a path. In it `{{chat}}` is the chat's origin.
    void page(String path, String html) {
        pages.put(path, html.replace("{{chat}}", chat("")));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String page = pages.get(path);
            if (page != null) send(exchange, "html", page.getBytes(StandardCharsets.UTF_8));
            else if (path.equals("/")) page(exchange, "demo.html", "naming-fears");
            else if (path.startsWith("/chat/"))
                chatPage(exchange, path.substring(6), exchange.getRequestURI().getQuery());
            else file(exchange, path);
        }
    }

    private void chatPage(HttpExchange exchange, String flow, @Nullable String query)
            throws IOException {
        exchange.getResponseHeaders().set("content-security-policy", POLICY);
        Matcher asked = LANGUAGE.matcher(query == null ? "" : query);
        String language = asked.find() ? language("-" + asked.group(1)) : language(flow);
        page(exchange, "chat-" + language + ".html", flow, language);
    }

    private void page(HttpExchange exchange, String name, String flow) throws IOException {
        page(exchange, name, flow, language(flow));
    }

    /// Fills a template as the server does.
    private void page(HttpExchange exchange, String name, String flow, String language)
            throws IOException {
        String page = new String(resource("/web/" + name), StandardCharsets.UTF_8);
        page =
                page.replace("{{flow}}", flow)
                        .replace("{{title}}", "A quiet talk")
                        .replace("{{language}}", language)
                        .replace("{{home}}", LEAVE)
                        .replace("{{idle}}", "30")
                        .replace("{{kept}}", "30")
                        .replace("{{way}}", language.equals("ar") ? "rtl" : "ltr")
                        .replace("{{cards}}", new Cards(() -> helplines).in(language));
        send(exchange, "html", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String language(String flow) {
        String ending = flow.substring(flow.lastIndexOf('-') + 1);
        return LANGUAGES.contains(ending) ? ending : "en";
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        byte[] bytes = resource("/web" + path);
        if (bytes.length == 0) exchange.sendResponseHeaders(404, -1);
        else send(exchange, path.substring(path.lastIndexOf('.') + 1), bytes);
    }

    private static void send(HttpExchange exchange, String kind, byte[] bytes) throws IOException {
        exchange.getResponseHeaders()
                .set("content-type", TYPES.getOrDefault(kind, "application/octet-stream"));
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.getResponseHeaders().set("access-control-allow-origin", "*");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Helplines read(String file) {
        try {
            String text = new String(resource(file), StandardCharsets.UTF_8);
            return Objects.requireNonNull(
                    Dialogs.read(Map.of("helplines.json", text), Dialogs.PRIVACY).helplines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
