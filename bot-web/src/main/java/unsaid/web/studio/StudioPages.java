package unsaid.web.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.web.graph.Svg;
import unsaid.web.http.File;
import unsaid.web.http.Network;
import unsaid.web.http.Template;

/// The workbench's page, its files, and the page that asks for the password.
final class StudioPages {
    /// Where its files are.
    static final String FILES = "/studio/files/";

    private static final Pattern NAME = Pattern.compile("studio\\.(js|css)");
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIELD = "password";

    private final @Nullable Passes passes;
    private final Predicate<String> mayTry;
    private final Template studio = Template.of("studio/studio.html");
    private final Template login = Template.of("studio/login.html");

    /// @param passes null: there is no password
    /// @param mayTry whether one more password may be tried from a [Network]
    StudioPages(@Nullable Passes passes, Predicate<String> mayTry) {
        this.passes = passes;
        this.mayTry = mayTry;
    }

    void route(RoutesConfig routes) {
        routes.get("/studio", this::studio);
        routes.get(FILES + "{name}", this::file);
        if (passes != null) {
            routes.get(Guard.LOGIN, answer -> login(answer, ""));
            routes.post(Guard.LOGIN, answer -> enter(answer, passes));
        }
    }

    /// Everything in the page is named relative to `/studio/`.
    private void studio(Context answer) {
        if (!answer.path().endsWith("/")) {
            answer.redirect("/studio/");
            return;
        }
        byte[] bits = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bits);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        String host = answer.host() == null ? "" : answer.host();
        policy(
                answer,
                "script-src 'self'; style-src 'self' 'nonce-"
                        + nonce
                        + "'; connect-src 'self' ws://"
                        + host
                        + " wss://"
                        + host
                        + "; img-src 'self' data:; frame-src 'self'");
        page(answer, studio.with(Map.of("nonce", nonce)));
    }

    private void login(Context answer, String problem) {
        policy(answer, "style-src 'self'; img-src data:; form-action 'self'");
        // a form of a page that tells no referrer at all is sent without an origin
        answer.header("Referrer-Policy", "same-origin");
        page(answer, login.with(Map.of("problem", problem)));
    }

    private void enter(Context answer, Passes passes) {
        if (!mayTry.test(Network.of(answer.ip()))) {
            answer.status(HttpStatus.TOO_MANY_REQUESTS);
            login(answer, "Too many tries. Please wait a minute.");
            return;
        }
        String typed = answer.formParam(FIELD);
        String pass = passes.ask(typed == null ? "" : typed);
        if (pass == null) {
            answer.status(HttpStatus.UNAUTHORIZED);
            login(answer, "That is not the password.");
            return;
        }
        answer.header(
                "Set-Cookie",
                Guard.COOKIE
                        + "="
                        + pass
                        + "; Path=/studio; HttpOnly; SameSite=Strict"
                        + ("https".equals(answer.scheme()) ? "; Secure" : ""));
        answer.redirect("/studio/", HttpStatus.SEE_OTHER);
    }

    private void file(Context answer) {
        String name = answer.pathParam("name");
        File file =
                name.equals("graph.css")
                        ? File.of(name, Svg.STYLE.getBytes(StandardCharsets.UTF_8))
                        : NAME.matcher(name).matches() ? File.of("studio/" + name) : null;
        if (file == null) {
            answer.status(HttpStatus.NOT_FOUND);
            return;
        }
        answer.header("Cache-Control", "no-cache").header("ETag", file.tag());
        if (file.tag().equals(answer.header("If-None-Match"))) {
            answer.status(HttpStatus.NOT_MODIFIED);
        } else {
            answer.contentType(file.type()).result(file.content());
        }
    }

    private static void policy(Context answer, String policy) {
        answer.header(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                        + (policy.contains("form-action") ? "" : "form-action 'none'; ")
                        + policy);
    }

    private static void page(Context answer, String html) {
        answer.contentType("text/html; charset=utf-8").result(html);
    }
}
