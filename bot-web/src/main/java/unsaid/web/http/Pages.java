package unsaid.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.flow.Flow;

/// Pages and files over plain HTTP. None of them says anything about a visitor.
public final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final int LOADER_SECONDS = 300;
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{10}/)?[A-Za-z0-9-]{1,60}\\.(js|css|svg)");

    /// Named after its content by the build: what is there stays as it is.
    private static final Pattern LASTING =
            Pattern.compile("[0-9a-f]{10}/[A-Za-z0-9-]+\\.(js|css)|.*-[0-9a-f]{10}\\.(js|css)");

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{10}");
    private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9-]{1,60}\\.js");
    private static final Pattern DOOR = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String MISSING =
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Notes</title><p>There is no page here.</p></html>";
    private static final String SAID = "unsaid.said";

    private final BiFunction<String, String, @Nullable Flow> flows;
    private final Site site;
    private final Headers headers;
    private final Uninvited uninvited;
    private final Misspelt misspelt;
    private final UnaryOperator<String> cards;
    private final Map<String, Template> chats = new ConcurrentHashMap<>();
    private final Brotli brotli = new Brotli();
    private final Template demo = Template.of("demo.html");
    private final Map<String, File> files = new ConcurrentHashMap<>();

    /// What the owner says about the site.
    ///
    /// @param flow id of the flow that the example page offers
    /// @param leave address of a neutral page, for those who leave in a hurry
    /// @param idle minutes of silence after which a conversation is forgotten
    /// @param kept days for which one is kept whose visitor wants that
    /// @param simple language → the words that lead visitors without scripts to the simple page, by
    ///   their places in the chat's page
    public record Site(
            Origins origins,
            String flow,
            String leave,
            int idle,
            int kept,
            Function<String, Map<String, String>> simple) {}

    /// @param flows id and the language wished → flow as it is now, in its own language where it
    ///   does not speak that one; null if there is none
    /// @param ids those of all flows as they are now
    /// @param cards language → markup of the cards of people who help, as they are now
    public Pages(
            BiFunction<String, String, @Nullable Flow> flows,
            Supplier<? extends Collection<String>> ids,
            UnaryOperator<String> cards,
            Site site) {
        this.flows = flows;
        this.site = site;
        this.headers = new Headers(site.origins());
        this.uninvited = new Uninvited(site.origins());
        this.misspelt = new Misspelt(ids);
        this.cards = cards;
    }

    /// Adds every route.
    public void route(RoutesConfig routes) {
        routes.before(headers::everywhere);
        routes.get("/", this::demo);
        routes.get("/chat/{flow}", this::talk);
        routes.get("/unsaid.js", this::loader);
        routes.get("/unsaid-{version}.js", this::version);
        routes.get("/widget/{name}", this::widget);
        routes.get("/widget/{version}/{name}", this::piece);
        missing(routes);
    }

    private void missing(RoutesConfig routes) {
        routes.error(
                HttpStatus.NOT_FOUND.getCode(),
                answer -> {
                    if (answer.attribute(SAID) == null) {
                        page(answer, MISSING);
                    }
                });
        routes.exception(Exception.class, this::failed);
    }

    /// Says of an answer that its body tells what is missing: it is not replaced by the page for
    /// addresses that are not there.
    public static void said(Context answer) {
        answer.attribute(SAID, true);
    }

    /// Adds the chat alone, once more, below another path.
    ///
    /// @param path such as `/studio`
    public void chatBelow(RoutesConfig routes, String path) {
        routes.get(path + "/chat/{flow}", this::chat);
        routes.get(path + "/widget/{name}", this::widget);
        routes.get(path + "/widget/{version}/{name}", this::piece);
    }

    private void demo(Context answer) {
        headers.host(answer);
        page(
                answer,
                demo.with(
                        Map.of(
                                "flow",
                                site.flow(),
                                "home",
                                site.leave(),
                                "language",
                                "en",
                                "title",
                                "")));
    }

    private void talk(Context answer) {
        chat(answer);
        if (answer.status() == HttpStatus.NOT_FOUND) {
            misspelt.look(answer.pathParam("flow"));
        }
    }

    private void chat(Context answer) {
        String wish = answer.queryParam("lang");
        Flow flow = flows.apply(answer.pathParam("flow"), wish == null ? "" : wish);
        if (flow == null) {
            answer.status(HttpStatus.NOT_FOUND);
            return;
        }
        headers.chat(answer);
        Map<String, String> words = new HashMap<>(site.simple().apply(flow.language()));
        words.put("flow", flow.id());
        words.put("title", flow.title());
        words.put("language", flow.language());
        String door = door(answer.queryParam("start"));
        words.put("door", door);
        words.put("home", site.leave());
        words.put("idle", String.valueOf(site.idle()));
        words.put("kept", String.valueOf(site.kept()));
        Map<String, String> markup = Map.of("cards", cards.apply(flow.language()));
        String html = chat(flow.language()).with(words, markup);
        page(answer, html);
        // Of pages that a stranger can think of there is no end.
        if (door.isEmpty() || flow.doors().contains(door)) {
            pack(answer, html);
        }
    }

    /// What is not packed here is packed by gzip on its way.
    private void pack(Context answer, String html) {
        byte[] packed =
                Packing.BROTLI.suits(answer.header("Accept-Encoding")) ? brotli.pack(html) : null;
        if (packed != null) {
            answer.header("Content-Encoding", Packing.BROTLI.coding);
            answer.header("Vary", "Accept-Encoding");
            answer.res().setContentLength(packed.length);
            answer.result(packed);
        }
    }

    /// The door that the page around opens the talk at; empty if it names none.
    private static String door(@Nullable String start) {
        return start != null && DOOR.matcher(start).matches() ? start : "";
    }

    /// The page in the flow's language, or in English where the widget does not speak it.
    private Template chat(String language) {
        String spoken = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        String page = "chat-" + spoken + ".html";
        return chats.computeIfAbsent(
                spoken, _ -> Template.of(file(page) == null ? "chat-en.html" : page));
    }

    private static void page(Context answer, String html) {
        answer.contentType("text/html; charset=utf-8").result(html);
    }

    private void loader(Context answer) {
        uninvited.look(answer);
        headers.keep(answer, LOADER_SECONDS);
        headers.elsewhere(answer);
        send(answer, file("unsaid.js"));
    }

    /// The loader by its content, so that a page can pin it.
    private void version(Context answer) {
        uninvited.look(answer);
        headers.elsewhere(answer);
        widget(answer, "unsaid-" + answer.pathParam("version") + ".js", "");
    }

    private void widget(Context answer) {
        String name = answer.pathParam("name");
        if (name.startsWith("part-")) {
            headers.elsewhere(answer);
        }
        widget(answer, name, "widget/");
    }

    /// A file of the chat in one language.
    private void piece(Context answer) {
        String version = answer.pathParam("version");
        String name = answer.pathParam("name");
        String instead = VERSION.matcher(version).matches() ? instead(version, name) : null;
        if (instead == null) {
            widget(answer, version + "/" + name, "widget/");
        } else {
            answer.header("Cache-Control", "no-store");
            send(answer, file(instead));
        }
    }

    /// What a page gets that was open before an update and asks for a piece of its own version:
    /// what loads it again, and the styles that there are now. Nothing can stand in for the first
    /// file: its page says what it must be.
    private @Nullable String instead(String version, String name) {
        boolean known = file("widget/" + version + "/chat.js") != null;
        return known || name.equals("chat.js")
                ? null
                : name.equals("later.css")
                        ? "widget/later.css"
                        : PIECE.matcher(name).matches() ? "widget/renewed.js" : null;
    }

    private void widget(Context answer, String name, String folder) {
        if (LASTING.matcher(name).matches()) {
            headers.keepForEver(answer);
        } else {
            headers.keep(answer, 0);
        }
        send(answer, NAME.matcher(name).matches() ? file(folder + name) : null);
    }

    private @Nullable File file(String path) {
        return files.computeIfAbsent(path, File::of);
    }

    private static void send(Context answer, @Nullable File file) {
        if (file == null) {
            answer.status(HttpStatus.NOT_FOUND).header("Cache-Control", "no-store");
            return;
        }
        Packing packing = file.packing(answer.header("Accept-Encoding"));
        String tag =
                packing == null
                        ? file.tag()
                        : file.tag().replaceFirst("\"$", "-" + packing.coding + "\"");
        answer.header("ETag", tag);
        if (!file.packed().isEmpty()) {
            answer.header("Vary", "Accept-Encoding");
        }
        if (tag.equals(answer.header("If-None-Match"))) {
            answer.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        byte[] content = file.content();
        if (packing != null) {
            answer.header("Content-Encoding", packing.coding);
            content = Objects.requireNonNull(file.packed().get(packing));
        }
        // In one piece: a length that is told saves the marks between pieces.
        answer.res().setContentLength(content.length);
        answer.contentType(file.type()).result(content);
    }

    private void failed(Exception problem, Context answer) {
        LOG.error("A page could not be served.", problem);
        page(answer.status(HttpStatus.INTERNAL_SERVER_ERROR), MISSING);
    }
}
