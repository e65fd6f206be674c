package unsaid.web.studio;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import unsaid.web.http.BareError;
import unsaid.web.http.Origins;

/// Stands before everything below `/studio`, sockets too. Without a password only this machine
/// comes in, under a name that nobody can take over, and through no proxy. With one, whoever has
/// typed it. In both cases no page of another origin gets anything done or read.
public final class Guard extends Handler.Wrapper {
    /// The cookie that carries a pass.
    static final String COOKIE = "studio";

    static final String LOGIN = "/studio/login";

    private static final Pattern OURS =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
    private static final List<String> PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> BEFORE_LOGIN =
            List.of(LOGIN, StudioPages.FILES + "studio.css");

    private static final List<String> DOORS = List.of("/studio", "/studio/", HelplinesPage.PATH);

    private final @Nullable Passes passes;

    /// @param passes null: there is no password
    Guard(@Nullable Passes passes) {
        this.passes = passes;
    }

    /// Whether a request is for the workbench.
    public static boolean isFor(Request request) {
        return isBelow(Request.getPathInContext(request))
                || isBelow(String.valueOf(request.getHttpURI().getPath()));
    }

    private static boolean isBelow(String path) {
        return path.equals("/studio") || path.startsWith("/studio/");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isFor(request)) {
            return super.handle(request, response, callback);
        }
        if (isStrange(request)) {
            BareError.send(
                    response,
                    callback,
                    HttpStatus.FORBIDDEN_403,
                    "The workbench takes this from its own pages only.");
        } else if (passes == null && !isFromHere(request)) {
            BareError.send(
                    response,
                    callback,
                    HttpStatus.FORBIDDEN_403,
                    "The workbench is for this machine alone. Its owner can set studio.password.");
        } else if (passes != null && !hasPass(request, passes)) {
            turnAway(request, response, callback);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    /// Whether another site's page may have sent this: such pages may lead here, and nothing else.
    private static boolean isStrange(Request request) {
        HttpFields headers = request.getHeaders();
        String origin = headers.get(HttpHeader.ORIGIN);
        String host = headers.get(HttpHeader.HOST);
        boolean reads =
                READING.contains(request.getMethod()) && !headers.contains(HttpHeader.UPGRADE);
        if (origin == null ? !reads : !Origins.isOwn(origin, host)) {
            return true;
        }
        String site = headers.get("Sec-Fetch-Site");
        boolean own = site == null || site.equals("same-origin") || site.equals("none");
        return !own
                && !(reads
                        && "navigate".equals(headers.get("Sec-Fetch-Mode"))
                        && "document".equals(headers.get("Sec-Fetch-Dest")));
    }

    private static boolean isFromHere(Request request) {
        HttpFields headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        return host != null
                && OURS.matcher(host).matches()
                && PROXIES.stream().noneMatch(headers::contains)
                && isLoopback(Request.getRemoteAddr(request));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasPass(Request request, Passes passes) {
        if (BEFORE_LOGIN.contains(Request.getPathInContext(request))) {
            return true;
        }
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(COOKIE) && passes.isGood(cookie.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static void turnAway(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (DOORS.contains(path) && READING.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.LOCATION, LOGIN);
            BareError.send(response, callback, HttpStatus.SEE_OTHER_303);
        } else {
            BareError.send(response, callback, HttpStatus.UNAUTHORIZED_401);
        }
    }
}
