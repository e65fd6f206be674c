package unsaid.web.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the owner of pages that load the button but may not show the talk: the browser shows their
/// readers a grey box, and only its console says why. A page is named once, by its origin and
/// nothing else of its address. Safe for use by any thread.
final class Uninvited {
    /// So many pages are told of, whoever makes up more.
    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Uninvited.class);

    private final Origins origins;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Uninvited(Origins origins) {
        this.origins = origins;
    }

    /// Looks at who asks for the button's script.
    void look(Context asked) {
        String origin = origin(asked.header("Referer"));
        if (origin != null
                && !origins.welcome(origin, asked.host())
                && told.size() < MOST
                && told.add(origin)) {
            LOG.warn(
                    "A page of {} loads the button but may not show the talk. If it is yours, name it in site.origins.",
                    origin);
        }
    }

    /// Null where a browser names no page, or a page of no site.
    private static @Nullable String origin(@Nullable String referer) {
        try {
            URI page = URI.create(referer == null ? "" : referer);
            String origin = page.getScheme() + "://" + page.getRawAuthority();
            return Origins.isOne(origin) ? origin : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
