package unsaid.web.plain;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Option.Act;
import unsaid.safety.Helplines;
import unsaid.web.http.Headers;
import unsaid.web.http.Network;
import unsaid.web.http.Origins;
import unsaid.web.http.form.BadFormException;
import unsaid.web.http.form.Form;
import unsaid.web.plain.Visit.Sent;
import unsaid.web.session.Token;
import unsaid.web.turn.FrameMeters;
import unsaid.web.turn.Pace;
import unsaid.web.turn.Request;
import unsaid.web.turn.Seat;
import unsaid.web.turn.Turns;
import unsaid.web.turn.Visited;

/// The talk for browsers without scripts or without sockets: forms come in by `POST` at the chat's
/// own address, pages go out. A page is made anew of where the visitor stands, and nothing of it is
/// kept. Safe for use by any thread.
public final class PlainChat {
    private static final String CHAT = "/chat/";

    /// Where those who leave come past: it is blank, and leads on to a neutral page. The chat's own
    /// policy lets no form lead to another site.
    private static final String LEFT = "/left";

    private final BiFunction<String, String, @Nullable Flow> flows;
    private final Supplier<Helplines> helplines;
    private final Turns turns;
    private final Pace pace;
    private final FrameMeters meters;
    private final LongSupplier nanos;
    private final Headers headers;
    private final Site site;

    /// What the owner says about the site.
    ///
    /// @param leave address of a neutral page, for those who leave in a hurry
    /// @param idle minutes of silence after which a conversation is forgotten
    /// @param kept days for which one is kept whose visitor wants that
    public record Site(Origins origins, String leave, int idle, int kept) {}

    /// @param flows id → flow as it is now, null if there is none
    /// @param helplines as they are now
    /// @param nanos a clock in nanoseconds that never goes back
    public PlainChat(
            BiFunction<String, String, @Nullable Flow> flows,
            Supplier<Helplines> helplines,
            Turns turns,
            Pace pace,
            FrameMeters meters,
            LongSupplier nanos,
            Site site) {
        this.flows = flows;
        this.helplines = helplines;
        this.turns = turns;
        this.pace = pace;
        this.meters = meters;
        this.nanos = nanos;
        this.headers = new Headers(site.origins());
        this.site = site;
    }

    /// The words that lead to the simple page, and the way a language is written, by their places
    /// in the chat's page.
    public static Map<String, String> invitation(String language) {
        Words words = Words.in(language);
        return Map.of(
                "simple",
                words.text("simple"),
                "open",
                words.text("open"),
                "way",
                Words.isRightToLeft(language) ? "rtl" : "ltr");
    }

    /// Whether a request may be a form of a visitor's.
    public static boolean isForm(org.eclipse.jetty.server.Request request) {
        return request.getMethod().equals("POST")
                && org.eclipse.jetty.server.Request.getPathInContext(request).startsWith(CHAT);
    }

    /// Adds every route.
    public void route(RoutesConfig routes) {
        routes.post(CHAT + "{flow}", this::take);
        routes.get(LEFT, this::left);
    }

    private void take(Context asked) {
        Flow flow = flows.apply(asked.pathParam("flow"), "");
        if (flow == null) {
            asked.status(HttpStatus.NOT_FOUND);
            return;
        }
        headers.plain(asked);
        Words words = Words.in(flow.language());
        if (!Origins.isOwnForm(asked)) {
            refuse(asked, HttpStatus.FORBIDDEN, words.text("strange"));
        } else if (!Form.isOne(asked.header("Content-Type"))) {
            refuse(asked, HttpStatus.UNSUPPORTED_MEDIA_TYPE, words.text("notRead"));
        } else {
            take(asked, flow, words);
        }
    }

    private void take(Context asked, Flow flow, Words words) {
        Form form;
        try {
            form = Form.read(asked.bodyAsBytes());
        } catch (BadFormException e) {
            refuse(asked, HttpStatus.BAD_REQUEST, words.text("notRead"));
            return;
        }
        Flow spoken = flows.apply(flow.id(), form.get(Fields.LANGUAGE));
        Visit visit = new Visit(form, spoken == null ? flow : spoken, helplines.get(), site);
        switch (visit.wish()) {
            case Wish.Leave(boolean kept) -> leave(asked, kept ? null : visit.token());
            case Wish.SaveCard(String text) -> send(asked, new Sent.Saved(Files.text(text)));
            case Wish.Show(Wish.Panel panel) when panel == Wish.Panel.GATE ->
                    send(asked, visit.gate(null));
            case Wish.Show(Wish.Panel panel) when panel == Wish.Panel.DECLINED ->
                    send(asked, visit.declined());
            case Wish.Show _, Wish.Unready _, Wish.Play _, Wish.SaveWords _ -> talk(asked, visit);
        }
    }

    private static void refuse(Context answer, HttpStatus status, String words) {
        answer.status(status).contentType("text/plain; charset=utf-8").result(words + "\n");
    }

    private void talk(Context asked, Visit visit) {
        Request request = visit.request();
        if (!mayGoOn(Network.of(asked.ip()), visit.token(), request)) {
            send(asked.status(HttpStatus.TOO_MANY_REQUESTS), visit.later());
            return;
        }
        Visited visited =
                request == null
                        ? turns.look(visit.token())
                        : play(request, visit.token(), visit.seen());
        Act farewell = visit.farewell(visited);
        if (farewell == null) {
            send(asked, visit.shown(visited));
        } else if (farewell == Act.LEAVE) {
            leave(asked, visit.token());
        } else {
            Request erase = new Request.Command("erase", Request.Name.ERASE);
            send(asked, visit.shown(play(erase, visit.token(), visit.seen())));
        }
    }

    private boolean mayGoOn(String address, Token token, @Nullable Request request) {
        return pace.maySend(address)
                && pace.mayTalk(new Seat(token.id(), null))
                && (request == null || pace.mayGreet(address, request));
    }

    private Visited play(Request request, Token token, int seen) {
        long begun = nanos.getAsLong();
        meters.came(request);
        Visited visited = turns.visit(request, token, seen);
        meters.played(request, visited.before(), visited.after(), nanos.getAsLong() - begun);
        return visited;
    }

    private static void send(Context answer, Sent sent) {
        switch (sent) {
            case Sent.Page(String html) -> page(answer, html);
            case Sent.Busy(String html) -> {
                if (answer.status() == HttpStatus.OK) {
                    answer.status(HttpStatus.SERVICE_UNAVAILABLE);
                }
                page(answer, html);
            }
            case Sent.Saved(Files file) ->
                    answer.contentType(file.type())
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename=\"" + file.name() + "\"")
                            .result(file.content());
        }
    }

    private static void page(Context answer, String html) {
        answer.contentType("text/html; charset=utf-8").result(html);
    }

    // ---- leaving

    /// @param token of the talk to erase; null: it is kept
    private void leave(Context asked, @Nullable Token token) {
        if (token != null) {
            turns.erase(token.text());
        }
        asked.status(HttpStatus.SEE_OTHER).header("Location", ".." + LEFT);
    }

    /// A blank page that goes on to the owner's neutral one by itself.
    private void left(Context answer) {
        String host = java.net.URI.create(site.leave()).getHost();
        StringBuilder page = new StringBuilder("<!doctype html>\n");
        Html.tag(
                        "html",
                        Html.tag(
                                "head",
                                Html.tag("meta").is("charset", "utf-8"),
                                Html.tag("meta")
                                        .is("http-equiv", "refresh")
                                        .is("content", "0; url=" + site.leave()),
                                Html.tag("title", "Notes")),
                        Html.tag(
                                "body",
                                Html.tag("a", host == null ? "" : host)
                                        .is("href", site.leave())
                                        .is("rel", "noreferrer")))
                .is("lang", "en")
                .write(page);
        page(answer, page.toString());
    }
}
