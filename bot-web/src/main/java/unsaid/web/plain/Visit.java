package unsaid.web.plain;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.flow.Option.Act;
import unsaid.safety.Helplines;
import unsaid.web.http.form.Form;
import unsaid.web.plain.Wish.Panel;
import unsaid.web.session.Token;
import unsaid.web.turn.Request;
import unsaid.web.turn.Standing;
import unsaid.web.turn.Visited;

/// One form of a visitor: what it wants, and what is shown for what came of it.
final class Visit {
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");

    private final Form form;
    private final Flow flow;
    private final Helplines helplines;
    private final PlainChat.Site site;
    private final Wishes wishes;
    private final Wish wish;
    private final Token token;
    private final String language;

    Visit(Form form, Flow flow, Helplines helplines, PlainChat.Site site) {
        this.form = form;
        this.flow = flow;
        this.helplines = helplines;
        this.site = site;
        String wished = form.get(Fields.LANGUAGE);
        language = LANGUAGE.matcher(wished).matches() ? wished : flow.language();
        wishes = new Wishes(form, flow.id(), language);
        wish = wishes.read();
        token = Objects.requireNonNullElseGet(Token.of(form.get(Fields.TOKEN)), Token::fresh);
    }

    /// What is sent for a form.
    sealed interface Sent {
        record Page(String html) implements Sent {}

        record Saved(Files file) implements Sent {}

        /// The server has no time: the form can be sent again as it was.
        record Busy(String html) implements Sent {}
    }

    Wish wish() {
        return wish;
    }

    /// Whose talk it is about; one that nobody has yet, if the form named none.
    Token token() {
        return token;
    }

    /// Number of the turn on the page that it came from.
    int seen() {
        return wishes.seen();
    }

    /// The frame to be played; null: none, only where the visitor stands.
    @Nullable Request request() {
        return switch (wish) {
            case Wish.Play(Request request) -> request;
            case Wish.SaveWords(Request request, _, _) -> request;
            case Wish.Show _, Wish.Unready _, Wish.SaveCard _, Wish.Leave _ -> null;
        };
    }

    /// What an option did that takes the talk away with it; null: nothing of the kind.
    @Nullable Act farewell(Visited visited) {
        Standing standing = visited.standing();
        Act act = standing == null ? null : standing.turned().turn().act();
        boolean answered =
                wish instanceof Wish.Play(Request request) && request instanceof Request.Answer;
        return answered && (act == Act.ERASE || act == Act.LEAVE) ? act : null;
    }

    // ---- without a talk

    Sent gate(@Nullable String note) {
        return page(null, Token.fresh(), false, pages -> pages.gate(flow.title(), note));
    }

    Sent declined() {
        return page(null, Token.fresh(), false, pages -> pages.declined(flow.title()));
    }

    Sent later() {
        return new Sent.Busy(screen(null, token, false).page(pages(token, null).later(form)));
    }

    // ---- what came of it

    Sent shown(Visited visited) {
        Standing standing = visited.standing();
        return switch (News.of(visited.replies())) {
            case News.Problem problem ->
                    switch (problem.code()) {
                        case "full", "unavailable", "too-fast" -> later();
                        default ->
                                standing == null
                                        ? noTalk(problem.code())
                                        : problem(
                                                standing,
                                                visited,
                                                problem.code(),
                                                problem.message());
                    };
            case News.Erased(var says, var links) ->
                    page(
                            null,
                            Token.fresh(),
                            false,
                            pages -> pages.erased(flow.title(), says, links));
            case News.Summary(var summary) ->
                    wish instanceof Wish.SaveWords(_, boolean whole, boolean json)
                            ? new Sent.Saved(Files.words(summary, whole, json))
                            : page(standing, pages -> pages.summary(summary));
            case News.Kept(String code, String until) ->
                    page(standing, pages -> pages.code(code, until));
            case News.NotKept() ->
                    standing == null ? noTalk("") : talk(standing, visited, text("unkept"));
            case News.Nothing() -> standing == null ? noTalk("") : panel(standing, visited);
        };
    }

    private String text(String name) {
        return Words.in(language).text(name);
    }

    private Sent noTalk(String code) {
        if (wish instanceof Wish.Show(Panel panel) && panel == Panel.HELP) {
            return page(null, token, true, pages -> pages.gate(flow.title(), null));
        }
        return gate(code.equals("unknown-flow") ? null : text("again"));
    }

    private Sent panel(Standing standing, Visited visited) {
        if (standing.started().kept()) {
            Fields anew = fields(Token.fresh(), null);
            return page(standing, pages -> pages.held(flow.title(), anew));
        }
        return switch (wish) {
            case Wish.Show(Panel panel) ->
                    switch (panel) {
                        case OFFER -> page(standing, pages -> pages.offer(standing));
                        case ERASE -> {
                            boolean kept = standing.started().until() != null;
                            yield page(standing, pages -> pages.askErase(kept));
                        }
                        case ROWS -> {
                            int rows = form.all(Fields.LINE).size() + Inputs.ROWS;
                            yield isOpen(standing)
                                    ? question(standing, visited, null, rows)
                                    : talk(standing, visited, text("late"));
                        }
                        case HELP, TALK, GATE, DECLINED -> talk(standing, visited, null);
                    };
            case Wish.Unready(String problem) ->
                    isOpen(standing)
                            ? question(standing, visited, text(problem), Inputs.ROWS)
                            : talk(standing, visited, text("late"));
            case Wish.Play _, Wish.SaveWords _, Wish.SaveCard _, Wish.Leave _ ->
                    talk(standing, visited, null);
        };
    }

    private Sent problem(Standing standing, Visited visited, String code, String message) {
        if (code.equals("late")) {
            return talk(standing, visited, text("late"));
        }
        return isOpen(standing)
                ? question(standing, visited, message, Inputs.ROWS)
                : talk(standing, visited, message);
    }

    /// Whether the form was about the question that is open.
    private boolean isOpen(Standing standing) {
        var asks = standing.turned().turn().asks();
        return asks != null && asks.id().equals(form.get(Fields.TO));
    }

    /// The talk with the question as the visitor has filled it in.
    private Sent question(Standing standing, Visited visited, @Nullable String problem, int rows) {
        return talk(standing, page -> card(page, visited).html(Before.of(form), problem, rows));
    }

    private Sent talk(Standing standing, Visited visited, @Nullable String note) {
        return talk(standing, page -> card(page.note(note), visited).html(null, null, Inputs.ROWS));
    }

    /// An option that saves shows its card once more, to be saved.
    private static TalkPage card(TalkPage page, Visited visited) {
        Standing standing = visited.standing();
        Turn turn = standing == null ? null : standing.turned().turn();
        boolean saves =
                turn != null
                        && turn.card() == null
                        && (turn.act() == Act.SAVE
                                || turn.act() == Act.COPY
                                || turn.act() == Act.PRINT);
        return page.card(saves ? visited.card() : null);
    }

    private interface Drawing<P> {
        Html draw(P page);
    }

    private Sent talk(Standing standing, Drawing<TalkPage> drawing) {
        Token whose = standing.started().token();
        Screen screen = screen(standing, whose, helps(standing));
        TalkPage page = new TalkPage(screen.words(), screen.fields(), screen.help(), standing);
        return new Sent.Page(screen.page(drawing.draw(page)));
    }

    private boolean helps(Standing standing) {
        boolean asked = wish instanceof Wish.Show(Panel panel) && panel == Panel.HELP;
        return asked || standing.turned().turn().act() == Act.HELP;
    }

    private Sent page(@Nullable Standing standing, Drawing<OtherPages> drawing) {
        Token whose = standing == null ? token : standing.started().token();
        return page(standing, whose, false, drawing);
    }

    private Sent page(
            @Nullable Standing standing, Token whose, boolean helps, Drawing<OtherPages> drawing) {
        return new Sent.Page(
                screen(standing, whose, helps).page(drawing.draw(pages(whose, standing))));
    }

    private OtherPages pages(Token whose, @Nullable Standing standing) {
        Fields fields = fields(whose, standing);
        return new OtherPages(Words.in(fields.language()), fields, site);
    }

    private Screen screen(@Nullable Standing standing, Token whose, boolean helps) {
        Fields fields = fields(whose, standing);
        Words words = Words.in(fields.language());
        return new Screen(
                words, fields, Help.near(helplines, words, fields.country()), standing, helps);
    }

    private Fields fields(Token whose, @Nullable Standing standing) {
        String chosen = form.has("place") ? form.get("place") : form.get(Fields.COUNTRY);
        String told = standing == null ? null : standing.turned().country();
        String country = COUNTRY.matcher(chosen).matches() ? chosen : told == null ? "" : told;
        return new Fields(
                flow.id(),
                whose.text(),
                page,
                standing == null ? 0 : standing.turned().turn().number(),
                standing == null ? language : standing.started().language(),
                country,
                standing == null ? form.get(Fields.DOOR) : "");
    }

    /// One name for all forms of the page that is made here.
    private final String page = Fields.freshPage();
}
