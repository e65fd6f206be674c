package unsaid.web.http;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The headers that keep a page to itself.
final class Headers {
    private static final String CSP = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private final Origins origins;

    Headers(Origins origins) {
        this.origins = origins;
    }

    /// For every answer, errors too.
    void everywhere(Context answer) {
        answer.header("X-Content-Type-Options", "nosniff");
        answer.header("Referrer-Policy", "no-referrer");
        answer.header(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()");
        answer.header(CSP, "default-src 'none'; frame-ancestors 'none'");
        answer.header(CACHE, "no-store");
        if ("https".equals(answer.scheme())) {
            answer.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /// For the chat: only our own files, only our own socket, only the owner's pages around it.
    void chat(Context answer) {
        answer.header(
                CSP,
                page(answer)
                        + "; trusted-types 'none'; frame-ancestors "
                        + String.join(" ", ancestors()));
    }

    /// For a page of ours that holds the chat in a frame.
    void host(Context answer) {
        answer.header(
                CSP,
                page(answer) + "; trusted-types unsaid; frame-src 'self'; frame-ancestors 'none'");
    }

    /// For a file that a browser may keep for so long.
    void keep(Context answer, int seconds) {
        answer.header(CACHE, seconds == 0 ? "no-cache" : "public, max-age=" + seconds);
    }

    /// For a file whose name changes with its content.
    void keepForEver(Context answer) {
        answer.header(CACHE, "public, max-age=31536000, immutable");
    }

    /// For a file that the owner's pages load, and may hold to what it must be.
    void elsewhere(Context answer) {
        answer.header("Cross-Origin-Resource-Policy", "cross-origin");
        answer.header("Access-Control-Allow-Origin", "*");
    }

    private static String page(Context answer) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                + socket(answer.host())
                + "; img-src 'self' data:; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";
    }

    /// Older browsers do not count a socket as `'self'`.
    private static String socket(@Nullable String host) {
        return host != null && HOST.matcher(host).matches()
                ? " ws://" + host + " wss://" + host
                : "";
    }

    private String[] ancestors() {
        return Stream.concat(Stream.of("'self'"), origins.sorted().stream()).toArray(String[]::new);
    }
}
