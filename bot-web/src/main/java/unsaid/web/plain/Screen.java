package unsaid.web.plain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Turn;
import unsaid.safety.Helpline;
import unsaid.web.http.Template;
import unsaid.web.plain.Html.Tag;
import unsaid.web.turn.Standing;

/// What is around every page: how far along it is, Help and Leave, which are always there.
///
/// @param standing null: there is no talk
/// @param helps whether the card of people who help is open
record Screen(Words words, Fields fields, Help help, @Nullable Standing standing, boolean helps) {
    private static final String HEAD = Template.of("plain.html").with(Map.of());

    /// A whole page.
    String page(Html content) {
        StringBuilder page = new StringBuilder(8_192).append("<!doctype html>\n");
        Html.tag("html", head(), Html.tag("body", all(content)).is("class", "plain"))
                .is("lang", fields.language())
                .is("dir", Words.isRightToLeft(fields.language()) ? "rtl" : "ltr")
                .write(page);
        return page.append('\n').toString();
    }

    private static Html head() {
        return new Html.Fixed("<head>\n" + HEAD + "</head>\n");
    }

    private Html all(Html content) {
        return Html.tag(
                        "div",
                        header(),
                        Html.tag(
                                        "main",
                                        Html.tag(
                                                        "div",
                                                        Html.tag("div", content)
                                                                .is("class", "talk"))
                                                .is("class", "scroller"))
                                .is("aria-label", words.text("log")))
                .is("id", "chat");
    }

    private Html header() {
        double progress = standing == null ? 0 : standing.turned().turn().progress();
        boolean asks = standing != null && standing.turned().turn().asks() != null;
        return Html.tag(
                "header",
                asks
                        ? Html.tag("a", words.text("skipTo"))
                                .is("class", "skip")
                                .is("href", "#question")
                        : Html.NOTHING,
                Html.tag("progress")
                        .is("max", 1)
                        .is("value", String.valueOf(Math.round(progress * 100) / 100.0))
                        .is("aria-label", words.text("progress")),
                people(),
                leave());
    }

    private Html people() {
        Turn turn = standing == null ? null : standing.turned().turn();
        return Html.tag("details")
                .is("class", "help")
                .is("open", helps)
                .add(
                        Html.tag("summary", words.text("help")),
                        Html.tag("section")
                                .is("class", "card")
                                .is("tabindex", "0")
                                .is("aria-label", words.text("helpTitle"))
                                .add(
                                        Html.tag("h2", words.text("helpTitle")),
                                        Html.tag("p", words.text("helpSay")),
                                        help.chooser(fields),
                                        help.card(Helpline.TOPICS, "h3"),
                                        Html.when(
                                                turn != null && turn.can().contains(Turn.Can.HELP),
                                                () ->
                                                        fields.form("help")
                                                                .is("class", "row")
                                                                .add(
                                                                        Html.tag(
                                                                                "button",
                                                                                words.text(
                                                                                        "helpTalk"))))));
    }

    /// Out of a frame, the whole window leaves.
    private Html leave() {
        Tag form = fields.form("leave").is("target", "_top");
        if (isKept()) {
            form.add(Fields.hidden("kept", "1"));
        }
        return form.add(Html.tag("button", words.text("leave")).is("class", "leave"));
    }

    boolean isKept() {
        return standing != null && standing.started().until() != null;
    }
}
