package unsaid.web.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;
import unsaid.web.plain.Fields.Kind;
import unsaid.web.plain.Html.Tag;

/// One question: its input, what is missing, and the ways around it.
final class Asking {
    /// Characters of an answer in the visitor's own words where options can be tapped.
    static final int OWN_WORDS = 500;

    private static final String QUESTION = "question";
    private static final String HINT = "hint";
    private static final String PROBLEM = "problem";

    private final Question question;
    private final Words words;
    private final Fields fields;
    private final Before before;
    private final @Nullable String problem;
    private final Inputs inputs;

    /// @param before what stands in its fields
    /// @param problem what keeps the answer from going on; null: nothing
    Asking(
            Question question,
            Words words,
            Fields fields,
            Before before,
            @Nullable String problem,
            int rows) {
        this.question = question;
        this.words = words;
        this.fields = fields;
        this.before = before;
        this.problem = problem;
        this.inputs = new Inputs(words, before, describedBy(), rows);
    }

    private String describedBy() {
        return HINT + " " + PROBLEM;
    }

    Html html(Set<Turn.Can> can, Html rest) {
        String text = question.text().isEmpty() ? words.text("answer") : question.text();
        Tag group =
                Html.tag("fieldset")
                        .is("class", "question")
                        .is("aria-describedby", describedBy())
                        .add(
                                Html.tag("legend", text)
                                        .is("class", "guide question")
                                        .is("id", QUESTION),
                                hint(),
                                problem());
        return Html.tag("div")
                .is("class", "ask")
                .add(group.add(input()), write(), quiet(can, rest));
    }

    private Html hint() {
        List<String> all = new ArrayList<>();
        if (question.hint() != null) {
            all.add(question.hint());
        }
        all.add(inputs.hint(question.wants()));
        return Html.tag("p", String.join(" ", all).strip()).is("class", "hint").is("id", HINT);
    }

    private Html problem() {
        return Html.tag("p", problem == null ? "" : problem)
                .is("class", "problem")
                .is("id", PROBLEM)
                .is("role", "alert")
                .is("tabindex", "-1")
                .is("autofocus", problem != null);
    }

    private Html input() {
        return switch (question.wants()) {
            case Wants.Choice(var options) -> taps(options, Kind.ONE);
            case Wants.YesNo(var options) -> taps(orYesNo(options), Kind.ONE);
            case Wants.Confirm(var options) -> taps(orYesNo(options), Kind.ONE);
            case Wants.Multi(var options, _, _) ->
                    answer(Kind.SEVERAL, inputs.boxes(options), "go");
            case Wants.Pick(var items, int min, int max) ->
                    min == 1 && max == 1
                            ? taps(items, Kind.SEVERAL)
                            : answer(Kind.SEVERAL, inputs.boxes(items), "go");
            case Wants.Scale scale -> answer(Kind.AMOUNT, inputs.scale(scale), "go");
            case Wants.Number number -> answer(Kind.AMOUNT, inputs.number(number), "send");
            case Wants.Date date -> answer(Kind.WRITTEN, inputs.date(date), "send");
            case Wants.Text text -> answer(Kind.WRITTEN, inputs.text(text), "send");
            case Wants.Texts texts -> answer(Kind.LINES, inputs.lines(texts), "done");
            case Wants.Rank(var items, int top) ->
                    top == 1
                            ? taps(items, Kind.SEVERAL)
                            : answer(Kind.ORDER, inputs.places(items, top), "go");
            case Wants.Sort(var items, var piles) ->
                    answer(Kind.PILES, inputs.piles(items, piles), "go");
        };
    }

    private List<Tap> orYesNo(List<Tap> options) {
        return options.isEmpty()
                ? List.of(
                        new Tap("yes", words.text("yes"), false, 0, null),
                        new Tap("no", words.text("no"), false, 0, null))
                : options;
    }

    private Tag form(String id, Kind kind) {
        return fields.form()
                .is("id", id)
                .add(
                        Fields.hidden(Fields.TO, question.id()),
                        Fields.hidden(Fields.KIND, kind.name().toLowerCase(Locale.ROOT)));
    }

    /// A form with one way to send it.
    private Html answer(Kind kind, Html input, String send) {
        Tag row =
                Html.tag("div")
                        .is("class", "row end")
                        .add(Fields.deed(words.text(send), "answer").is("class", "main"));
        if (kind == Kind.LINES && inputs.canGrow(question.wants())) {
            row.add(Fields.deed(words.text("rows"), "rows"));
        }
        return form("a", kind).add(input, row);
    }

    /// One press is the answer. An option that takes words has a form of its own, so that Enter in
    /// its field sends it and no other.
    private Html taps(List<Tap> options, Kind kind) {
        Tag chips = Html.tag("div").is("class", "chips");
        Tag more = Html.tag("div").is("class", "chips");
        boolean folds = options.stream().anyMatch(tap -> !tap.more());
        boolean opens = false;
        boolean folded = false;
        int place = 0;
        for (Tap tap : options) {
            boolean under = folds && tap.more();
            (under ? more : chips).add(tap.text() > 0 ? worded(tap, kind, place++) : chip(tap));
            folded |= under;
            opens |= under && before.has(tap.value());
        }
        Html rest = folded ? inputs.fold(more, opens) : Html.NOTHING;
        return Html.all(
                form("a", kind).add(Fields.hidden(Fields.DO, "answer")),
                fields.form("leave").is("id", "l").is("target", "_top"),
                chips,
                rest);
    }

    private Html chip(Tap tap) {
        boolean leaves = tap.act() == unsaid.flow.Option.Act.LEAVE;
        Tag chip =
                Html.tag("button", tap.label())
                        .is("class", "chip")
                        .is("form", leaves ? "l" : "a")
                        .is("name", Fields.VALUE)
                        .is("value", tap.value());
        return before.has(tap.value())
                ? chip.is("aria-current", "true")
                        .add(
                                Html.tag("span", " (" + words.text("earlier") + ")")
                                        .is("class", "unseen"))
                : chip;
    }

    private Html worded(Tap tap, Kind kind, int place) {
        String id = "t" + place;
        return Html.tag("details")
                .is("class", "worded")
                .is("open", before.has(tap.value()))
                .add(
                        Html.tag("summary", tap.label()).is("class", "chip"),
                        form(id, kind)
                                .add(
                                        Fields.hidden(Fields.DO, "answer"),
                                        Fields.hidden(Fields.VALUE, tap.value()),
                                        inputs.words(tap, id)));
    }

    /// Questions that are tapped can be answered in one's own words too.
    private Html write() {
        boolean tapped =
                switch (question.wants()) {
                    case Wants.Choice _, Wants.Multi _, Wants.YesNo _ -> true;
                    case Wants.Scale _, Wants.Pick _ -> true;
                    case Wants.Confirm _, Wants.Number _, Wants.Date _, Wants.Text _ -> false;
                    case Wants.Texts _, Wants.Rank _, Wants.Sort _ -> false;
                };
        if (!tapped || question.onlyTaps()) {
            return Html.NOTHING;
        }
        String typed = before.line(0);
        boolean open = problem != null && before.picked().isEmpty() && !typed.isEmpty();
        return Html.tag("details")
                .is("class", "rest write")
                .is("open", open)
                .add(
                        Html.tag("summary", words.text("write")),
                        form("w", Kind.WRITTEN)
                                .add(
                                        Fields.hidden(Fields.DO, "write"),
                                        inputs.area(open ? typed : "", OWN_WORDS, 2, null),
                                        Html.tag("div")
                                                .is("class", "row end")
                                                .add(
                                                        Html.tag("button", words.text("send"))
                                                                .is("class", "main"))));
    }

    private Html quiet(Set<Turn.Can> can, Html rest) {
        Tag row = fields.form().is("class", "quiet").add(Fields.hidden(Fields.TO, question.id()));
        for (Turn.Can each :
                List.of(Turn.Can.SKIP, Turn.Can.UNSURE, Turn.Can.BACK, Turn.Can.ENOUGH)) {
            if (can.contains(each)) {
                String name = each.name().toLowerCase(Locale.ROOT);
                row.add(Fields.deed(words.text(name), name));
            }
        }
        return Html.all(row, rest);
    }
}
