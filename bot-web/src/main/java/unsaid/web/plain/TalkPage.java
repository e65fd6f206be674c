package unsaid.web.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Linked;
import unsaid.engine.Said;
import unsaid.engine.Turn;
import unsaid.flow.Step;
import unsaid.web.plain.Html.Tag;
import unsaid.web.turn.Standing;

/// A talk where it stands: what was said before, folded away; what is said now; what is asked.
final class TalkPage {
    private final Words words;
    private final Fields fields;
    private final Help help;
    private final Standing standing;
    private final Turn turn;
    private @Nullable String note;
    private Html asked = Html.NOTHING;

    TalkPage(Words words, Fields fields, Help help, Standing standing) {
        this.words = words;
        this.fields = fields;
        this.help = help;
        this.standing = standing;
        this.turn = standing.turned().turn();
    }

    /// Tells something above what is said now.
    TalkPage note(@Nullable String note) {
        this.note = note;
        return this;
    }

    /// Offers a card as a file, though the present turn shows none.
    TalkPage card(Turn.@Nullable Card card) {
        this.asked = card == null ? Html.NOTHING : card(card, words, fields);
        return this;
    }

    /// @param before what stands in the fields; null: an earlier answer, or nothing
    /// @param problem what keeps the answer from going on; null: nothing
    /// @param rows lines of a list to show
    Html html(@Nullable Before before, @Nullable String problem, int rows) {
        Tag log = Html.tag("div").is("class", "log");
        log.add(lastAnswer());
        if (note != null) {
            log.add(Html.tag("p", note).is("class", "told").is("role", "status"));
        }
        log.add(said(turn.says(), turn.links(), words));
        if (turn.card() != null) {
            log.add(card(turn.card(), words, fields));
        }
        log.add(asked);
        if (!turn.helplines().isEmpty()) {
            log.add(
                    Html.tag("div", Html.tag("h2", words.text("helpTitle")))
                            .is("class", "card")
                            .add(help.card(turn.helplines(), "h3")));
        }
        return Html.all(top(standing, words), earlier(), log, place(before, problem, rows));
    }

    static Html top(Standing standing, Words words) {
        return Html.tag("div", Html.tag("h1", standing.started().title()))
                .is("class", "top")
                .add(
                        standing.started().reviewed()
                                ? Html.NOTHING
                                : Html.tag("p", words.text("preview")).is("class", "hint"));
    }

    static Html guide(String text) {
        return Html.tag("p", text).is("class", "guide");
    }

    /// What was said, bubble by bubble, with where some of it leads.
    static List<Html> said(List<String> says, List<Linked> links, Words words) {
        List<Html> all = new ArrayList<>();
        says.forEach(text -> all.add(guide(text)));
        for (Linked link : links) {
            all.set(link.say(), guide(says.get(link.say()), link.to(), words));
        }
        return all;
    }

    private static Html guide(String text, Step.Link to, Words words) {
        return Html.tag(
                        "p",
                        Html.tag("a", text)
                                .is("href", to.address())
                                .is("rel", "noreferrer noopener")
                                .is("target", "_blank"),
                        Html.text(to.paid() ? " (" + words.text("paid") + ")" : ""))
                .is("class", "guide");
    }

    private Html lastAnswer() {
        String last = standing.history().isEmpty() ? "" : standing.history().getLast().answer();
        return last.isEmpty() ? Html.NOTHING : visitor(last, Html.NOTHING);
    }

    private Html visitor(String answer, Html change) {
        return Html.tag("div")
                .is("class", "visitor")
                .add(
                        change,
                        Html.tag("p", Html.tag("span", words.text("you")).is("class", "unseen"))
                                .add(Html.text(answer)));
    }

    private Html earlier() {
        List<Said> history = standing.history();
        if (history.isEmpty()) {
            return Html.NOTHING;
        }
        boolean changes = turn.can().contains(Turn.Can.CHANGE);
        Tag log = fields.form().is("class", "log");
        for (Said said : history) {
            log.add(said(said.says(), said.links(), words));
            if (!said.answer().isEmpty()) {
                log.add(
                        visitor(
                                said.answer(),
                                changes && said.at().contains("/") ? change(said) : Html.NOTHING));
            }
        }
        return Html.tag("details", Html.tag("summary", words.text("said")), log)
                .is("class", "rest said");
    }

    private Html change(Said said) {
        return Html.tag("button", words.text("changing"))
                .is("class", "edit")
                .is("name", "at")
                .is("value", said.at())
                .is("aria-label", words.text("change", said.answer()));
    }

    private Html place(@Nullable Before before, @Nullable String problem, int rows) {
        Tag place = Html.tag("div").is("class", "place");
        if (turn.asks() != null) {
            Before shown = before == null ? Before.of(turn.asks().earlier()) : before;
            return place.add(
                    new Asking(turn.asks(), words, fields, shown, problem, rows)
                            .html(turn.can(), menu()));
        }
        return place.add(
                fields.form("restart")
                        .is("class", "ended")
                        .add(Html.tag("button", words.text("restart")).is("class", "main")),
                menu());
    }

    /// What is seldom wanted, folded away.
    private Html menu() {
        Tag row =
                fields.form()
                        .is("class", "quiet")
                        .add(
                                Fields.deed(words.text("exported"), "export"),
                                Fields.deed(words.text("keep"), "offer"));
        if (turn.can().contains(Turn.Can.RESTART)) {
            row.add(Fields.deed(words.text("restart"), "restart"));
        }
        row.add(Fields.deed(words.text("erase"), "ask-erase"));
        return Html.tag("details", Html.tag("summary", words.text("menu")), row)
                .is("class", "rest");
    }

    static Html card(Turn.Card card, Words words, Fields fields) {
        Tag lines = Html.tag("dl");
        StringBuilder text = new StringBuilder(card.title()).append('\n');
        for (Turn.Card.Line line : card.lines()) {
            boolean labelled = line.label() != null;
            lines.add(
                    Html.tag("dt", labelled ? String.valueOf(line.label()) : "–")
                            .is("class", labelled ? "" : "unseen"),
                    Html.tag("dd", line.text()));
            text.append('\n')
                    .append(labelled ? line.label() + "\n" : "")
                    .append(line.text())
                    .append('\n');
        }
        return Html.tag("div", Html.tag("h2", card.title()), lines)
                .is("class", "card")
                .add(
                        fields.form("card")
                                .is("class", "row")
                                .add(
                                        Fields.hidden("text", text.toString()),
                                        Html.tag("button", words.text("save"))));
    }
}
