package unsaid.web.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Which pages may hold the chat in a frame and open its socket: the server's own, and those of the
/// owner's sites.
///
/// @param allowed origins as browsers write them, such as `https://blog.example` or
///   `http://localhost:3000`
public record Origins(Set<String> allowed) {
    private static final Pattern FORM =
            Pattern.compile(
                    "https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    public Origins {
        allowed = Set.copyOf(allowed);
        for (String origin : allowed) {
            if (!isOne(origin)) {
                throw new IllegalArgumentException("not an origin");
            }
        }
    }

    /// Whether a text is an origin: scheme, host and perhaps port, in small letters, without a
    /// path.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// Whether the page that asks for a socket may have one. A client that names no origin is no
    /// browser, and could name any.
    public boolean welcome(Request request) {
        List<String> named = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        String host = request.getHeaders().get(HttpHeader.HOST);
        return named.stream().allMatch(origin -> welcome(origin, host));
    }

    boolean welcome(String origin, @Nullable String host) {
        return allowed.contains(origin) || isOwn(origin, host);
    }

    /// Whether a request comes from a page of this server's own, or from no browser.
    static boolean isOwnOrNone(@Nullable String origin, @Nullable String host) {
        return origin == null || isOwn(origin, host);
    }

    /// Whether a form was sent by a page of this server's own, or by no browser. Pages that tell no
    /// address to others send `null` as their origin; then the browser's own word counts where it
    /// gives one, as all do over HTTPS. Over plain HTTP whoever is on the way can read everything
    /// anyway.
    public static boolean isOwnForm(Context asked) {
        String site = asked.header("Sec-Fetch-Site");
        String origin = asked.header("Origin");
        if (site != null) {
            return (site.equals("same-origin") || site.equals("none"))
                    && ("null".equals(origin) || isOwnOrNone(origin, asked.host()));
        }
        return isOwnOrNone(origin, asked.host())
                || "null".equals(origin) && asked.scheme().equals("http");
    }

    /// Whether a page belongs to this server. A proxy may speak HTTPS to the visitor and HTTP to
    /// us, so the scheme does not count.
    public static boolean isOwn(String origin, @Nullable String host) {
        return host != null
                && isOne(origin)
                && origin.substring(origin.indexOf("//") + 2).equals(host.toLowerCase(Locale.ROOT));
    }

    /// For a policy's `frame-ancestors`, in a stable order.
    List<String> sorted() {
        return allowed.stream().sorted().toList();
    }
}
