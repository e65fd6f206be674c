package unsaid.web.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import unsaid.engine.Linked;
import unsaid.web.http.form.Form;
import unsaid.web.plain.Html.Tag;
import unsaid.web.turn.Standing;

/// The pages around a talk: before it, after it, and what belongs to the visitor.
///
/// @param site how long talks stay
record OtherPages(Words words, Fields fields, PlainChat.Site site) {
    /// Twelve letters and digits with what people put between them.
    private static final int LONGEST_CODE = 40;

    /// Stands before the talk. Nothing of the visitor's is stored before they say yes here.
    Html gate(String title, @Nullable String note) {
        Tag code =
                Html.tag("input")
                        .is("type", "text")
                        .is("id", "code")
                        .is("name", "code")
                        .is("maxlength", LONGEST_CODE)
                        .is("autocapitalize", "characters")
                        .is("autocomplete", "off")
                        .is("spellcheck", "false");
        List<Html> about = new ArrayList<>();
        words.texts("about", site.idle()).forEach(text -> about.add(hint(text)));
        about.add(hint(words.text("entries")));
        return Html.all(
                top(title),
                note(note),
                gate(
                        Html.all(words.texts("hello").stream().map(TalkPage::guide).toList()),
                        question(words.text("mayI")),
                        fields.form()
                                .is("class", "chips")
                                .add(
                                        Fields.deed(words.text("agree"), "start")
                                                .is("class", "chip"),
                                        Fields.deed(words.text("decline"), "decline")
                                                .is("class", "chip")),
                        fold("tellMore", Html.all(about)),
                        fold(
                                "haveCode",
                                fields.form()
                                        .is("class", "own")
                                        .add(
                                                noEnter(),
                                                Html.tag("label", words.text("yourCode"))
                                                        .is("for", "code"),
                                                Html.tag(
                                                                "div",
                                                                code,
                                                                Fields.deed(
                                                                        words.text("agree"),
                                                                        "start"))
                                                        .is("class", "row")))));
    }

    /// Keeps the Enter key from sending a form: a yes is a press of its own.
    private static Html noEnter() {
        return Html.tag("button").is("disabled", true).is("hidden", true);
    }

    private static Html gate(Html... inside) {
        return Html.tag("div", inside).is("class", "gate");
    }

    private Html fold(String summary, Html rest) {
        return Html.tag("details", Html.tag("summary", words.text(summary)), rest)
                .is("class", "rest");
    }

    private static Html top(String title) {
        return Html.tag("div", Html.tag("h1", title)).is("class", "top");
    }

    private static Html note(@Nullable String note) {
        return note == null
                ? Html.NOTHING
                : Html.tag("p", note).is("class", "told").is("role", "status");
    }

    private static Html hint(String text) {
        return Html.tag("p", text).is("class", "hint");
    }

    private static Html question(String text) {
        return Html.tag("p", text).is("class", "guide question");
    }

    Html declined(String title) {
        return Html.all(
                top(title),
                gate(
                        Html.all(words.texts("declined").stream().map(TalkPage::guide).toList()),
                        fields.form("gate")
                                .is("class", "row")
                                .add(Html.tag("button", words.text("back")))));
    }

    /// A code opened a talk. Whoever looks on learns nothing of it before the visitor says so.
    ///
    /// @param anew for a talk of its own
    Html held(String title, Fields anew) {
        return Html.all(
                top(title),
                gate(
                        question(words.text("goOnOr")),
                        hint(words.text("staysKept")),
                        Html.tag("div")
                                .is("class", "chips")
                                .add(
                                        fields.form("show").add(chip("goOn")),
                                        anew.form("start").add(chip("beginAnew")))));
    }

    private Html chip(String label) {
        return Html.tag("button", words.text(label)).is("class", "chip");
    }

    /// All is forgotten.
    ///
    /// @param says the last words
    /// @param links where some of them lead
    Html erased(String title, List<String> says, List<Linked> links) {
        return Html.all(
                top(title),
                Html.tag("div").is("class", "log").add(TalkPage.said(says, links, words)),
                fields.form("gate")
                        .is("class", "ended")
                        .add(
                                Html.tag("p", words.text("erased")),
                                Html.tag("button", words.text("restart")).is("class", "main")));
    }

    /// The server has no time: the form is sent again as it was.
    Html later(Form form) {
        Tag again = Html.tag("form").is("method", "post").is("action", fields.flow());
        for (String name : form.names()) {
            form.all(name).forEach(value -> again.add(Fields.hidden(name, value)));
        }
        return Html.all(
                note(words.text("later")),
                again.is("class", "row")
                        .add(Html.tag("button", words.text("sendAgain")).is("class", "main")));
    }

    // ---- the visitor's own

    /// All that the visitor wrote. What is marked comes into a file only if they say so.
    Html summary(JsonNode summary) {
        Tag list = Html.tag("dl");
        boolean marked = false;
        for (JsonNode line : summary.path("lines")) {
            boolean apart = line.path("apart").asBoolean(false);
            marked |= apart;
            list.add(
                    Html.tag("dt", line.path("label").asString(""))
                            .add(
                                    apart
                                            ? Html.tag("small", words.text("apart"))
                                                    .is("class", "apart")
                                            : Html.NOTHING),
                    Html.tag("dd", line.path("text").asString("")));
        }
        Tag saving = fields.form();
        if (marked) {
            saving.add(
                    Html.tag(
                                    "label",
                                    Html.tag("input").is("type", "checkbox").is("name", "whole"),
                                    Html.tag("span", words.text("alsoMarked")))
                            .is("class", "chip"));
        }
        saving.add(
                row(
                        Fields.deed(words.text("asText"), "text").is("class", "main"),
                        Fields.deed(words.text("asJson"), "json")));
        boolean empty = summary.path("lines").isEmpty();
        return own(
                "wrote",
                Html.tag("p", words.text("found")),
                saving,
                Html.tag("div", empty ? Html.text(words.text("nothing")) : list)
                        .is("class", "card"),
                fields.form()
                        .add(
                                row(
                                        Fields.deed(words.text("return"), "show"),
                                        Fields.deed(words.text("erase"), "ask-erase"))));
    }

    private Html own(String heading, Html... inside) {
        return Html.tag("section", Html.tag("h1", words.text(heading)))
                .is("class", "own-page")
                .add(inside);
    }

    private static Html row(Html... inside) {
        return Html.tag("div", inside).is("class", "row");
    }

    /// What keeping means, and the press that agrees to it.
    Html offer(Standing standing) {
        var until = standing.started().until();
        return until == null
                ? own(
                        "keep",
                        Html.tag("p", words.text("keepFor", site.kept())),
                        Html.tag("p", words.text("lose")),
                        fields.form()
                                .add(
                                        row(
                                                Fields.deed(words.text("keepYes"), "keep")
                                                        .is("class", "main"),
                                                Fields.deed(words.text("return"), "show"))))
                : own(
                        "keep",
                        Html.tag("p", words.text("until", Inputs.day(until.toString(), words))),
                        fields.form()
                                .add(
                                        row(
                                                Fields.deed(words.text("return"), "show")
                                                        .is("class", "main"),
                                                Fields.deed(words.text("unkeep"), "unkeep")),
                                        row(
                                                Fields.deed(words.text("another"), "keep"),
                                                Html.tag("small", words.text("ends")))));
    }

    /// The code, once.
    Html code(String code, String until) {
        return own(
                "code",
                Html.tag("p", code).is("class", "code").is("translate", "no"),
                Html.tag("p", words.text("note", Inputs.day(until, words))),
                fields.form()
                        .add(
                                row(
                                        Fields.deed(words.text("return"), "show")
                                                .is("class", "main"),
                                        Fields.deed(words.text("unkeep"), "unkeep"))));
    }

    /// One more press before everything goes.
    Html askErase(boolean isKept) {
        String also = isKept ? " " + words.text("eraseKept") : "";
        return own(
                "eraseAsk",
                Html.tag("p", words.text("eraseSay") + also),
                fields.form()
                        .add(
                                row(
                                        Fields.deed(words.text("erase"), "erase")
                                                .is("class", "main"),
                                        Fields.deed(words.text("return"), "show"))));
    }
}
