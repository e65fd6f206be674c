package unsaid.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Erases a conversation for a page that is going away and takes its socket with it: `POST /erase`
/// with the conversation's token as a bearer in the header `Authorization`, and no body. No page of
/// another origin can send that header. The answer is the same whether there was such a
/// conversation or not.
public final class Erasing {
    /// Where it is served.
    public static final String PATH = "/erase";

    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{1,100})");

    private final Predicate<String> mayAsk;
    private final Consumer<String> erase;

    /// @param mayAsk whether one more request may come from a [Network]
    /// @param erase forgets the conversation of a token, as it was sent; does nothing if there is
    ///   none
    public Erasing(Predicate<String> mayAsk, Consumer<String> erase) {
        this.mayAsk = mayAsk;
        this.erase = erase;
    }

    /// Adds the route.
    public void route(RoutesConfig routes) {
        route(routes, PATH);
    }

    /// Adds the route at another path.
    public void route(RoutesConfig routes, String path) {
        routes.post(path, this::erase);
    }

    private void erase(Context asked) {
        if (!Origins.isOwnOrNone(asked.header("Origin"), asked.host())) {
            asked.status(HttpStatus.FORBIDDEN);
        } else if (!mayAsk.test(Network.of(asked.ip()))) {
            asked.status(HttpStatus.TOO_MANY_REQUESTS);
        } else {
            String token = token(asked.header("Authorization"));
            if (token != null) {
                erase.accept(token);
            }
            asked.status(HttpStatus.NO_CONTENT);
        }
    }

    private static @Nullable String token(@Nullable String authorization) {
        var bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? bearer.group(1) : null;
    }
}
