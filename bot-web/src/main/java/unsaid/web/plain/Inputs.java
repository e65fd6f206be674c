package unsaid.web.plain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.web.plain.Html.Tag;

/// The fields of every kind of answer.
final class Inputs {
    /// Lines of a list that are shown at first; and how many more are added at a time.
    static final int ROWS = 5;

    private static final int LONG_TEXT = 200;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_DAY = 10;

    private final Words words;
    private final Before before;
    private final String describedBy;
    private final int rows;

    /// @param describedBy ids of what describes a field
    /// @param rows lines of a list to show
    Inputs(Words words, Before before, String describedBy, int rows) {
        this.words = words;
        this.before = before;
        this.describedBy = describedBy;
        this.rows = rows;
    }

    /// What the limits of an answer say in a line; may be empty.
    String hint(Wants wants) {
        return switch (wants) {
            case Wants.Multi(var options, _, int max) -> atMost(max, options.size());
            case Wants.Pick(var items, int min, int max) ->
                    min == 1 && max == 1 ? "" : atMost(max, items.size());
            case Wants.Scale scale ->
                    scale.labels().entrySet().stream()
                            .filter(label ->
                                    label.getKey() > scale.min() && label.getKey() < scale.max())
                            .sorted(Map.Entry.comparingByKey())
                            .map(label -> label.getKey() + ": " + label.getValue())
                            .collect(Collectors.joining(", "));
            case Wants.Number number ->
                    range(
                            number.min() == null ? null : Numbers.text(number.min()),
                            number.max() == null ? null : Numbers.text(number.max()));
            case Wants.Date(var min, var max) -> min == null || max == null ? "" : days(min, max);
            case Wants.Rank(var items, int top) ->
                    top > 1 && top < items.size() ? words.text("topOnly", top) : "";
            case Wants.Choice _, Wants.YesNo _, Wants.Confirm _ -> "";
            case Wants.Text _, Wants.Texts _, Wants.Sort _ -> "";
        };
    }

    private String atMost(int max, int all) {
        return max < all ? words.text("atMost", max) : "";
    }

    private String range(@Nullable String min, @Nullable String max) {
        if (min != null) {
            return max == null ? words.text("least", min) : words.text("between", min, max);
        }
        return max == null ? "" : words.text("most", max);
    }

    private String days(String min, String max) {
        return words.text("between", day(min), day(max));
    }

    private String day(String day) {
        return day(day, words);
    }

    /// A day as people write it.
    static String day(String day, Words words) {
        try {
            return LocalDate.parse(day)
                    .format(
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(Locale.forLanguageTag(words.language())));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    private Tag input(String type, String name, String value) {
        return Html.tag("input").is("type", type).is("name", name).is("value", value);
    }

    /// A field that no browser service reads along with.
    private static Tag discreet(Tag field) {
        return field.is("autocomplete", "off").is("autocorrect", "off").is("spellcheck", "false");
    }

    private Tag labelled(Tag field) {
        return discreet(field)
                .is("aria-labelledby", "question")
                .is("aria-describedby", describedBy);
    }

    private static Tag div(String kind, Html... inside) {
        return Html.tag("div", inside).is("class", kind);
    }

    // ---- picking

    Html fold(Html rest, boolean open) {
        return Html.tag("details", Html.tag("summary", words.text("more")), rest)
                .is("class", "rest")
                .is("open", open);
    }

    Html boxes(List<Tap> options) {
        Tag chips = div("chips");
        Tag more = div("chips");
        boolean folds = options.stream().anyMatch(tap -> !tap.more());
        boolean folded = false;
        boolean opens = false;
        for (Tap tap : options) {
            boolean under = folds && tap.more();
            (under ? more : chips).add(box(tap));
            folded |= under;
            opens |= under && before.has(tap.value());
        }
        return folded ? Html.all(chips, fold(more, opens)) : chips;
    }

    private Html box(Tap tap) {
        Tag tick =
                input("checkbox", Fields.VALUE, tap.value()).is("checked", before.has(tap.value()));
        Tag chip = Html.tag("label", tick, Html.tag("span", tap.label())).is("class", "chip");
        return tap.text() == 0
                ? chip
                : div(
                        "with-text",
                        chip,
                        discreet(
                                        input(
                                                "text",
                                                Fields.WORDS + tap.value(),
                                                before.words(tap.value())))
                                .is("maxlength", tap.text())
                                .is("aria-label", tap.label()));
    }

    /// The field and the button of an option that takes words.
    Html words(Tap tap, String id) {
        return div(
                "own",
                Html.tag("label", tap.label()).is("for", id + "w"),
                div(
                        "row",
                        discreet(
                                        input(
                                                "text",
                                                Fields.WORDS + tap.value(),
                                                before.words(tap.value())))
                                .is("id", id + "w")
                                .is("maxlength", tap.text()),
                        Html.tag("button", words.text("send")).is("class", "main")));
    }

    Html scale(Wants.Scale scale) {
        Tag points = div("scale");
        for (int value = scale.min(); value <= scale.max(); value += Math.max(1, scale.step())) {
            String label = scale.labels().get(value);
            String number = Integer.toString(value);
            points.add(
                    Html.tag(
                                    "label",
                                    input("radio", Fields.LINE, number)
                                            .is("checked", before.line(0).equals(number)),
                                    Html.tag("span", number)
                                            .add(
                                                    label == null
                                                            ? Html.NOTHING
                                                            : Html.tag("span", ", " + label)
                                                                    .is("class", "unseen")))
                            .is("class", "point"));
        }
        return Html.all(ends(scale), points);
    }

    private static Html ends(Wants.Scale scale) {
        String first = scale.labels().get(scale.min());
        String last = scale.labels().get(scale.max());
        return first == null && last == null
                ? Html.NOTHING
                : div(
                                "ends",
                                Html.tag("span", first == null ? "" : scale.min() + " " + first),
                                Html.tag("span", last == null ? "" : scale.max() + " " + last))
                        .is("aria-hidden", "true");
    }

    // ---- writing

    Html number(Wants.Number number) {
        return div(
                "row",
                labelled(input("text", Fields.LINE, before.line(0)))
                        .is("class", "short")
                        .is("inputmode", number.whole() ? "numeric" : "decimal")
                        .is("maxlength", LONGEST_NUMBER),
                number.unit() == null
                        ? Html.NOTHING
                        : Html.tag("span", number.unit()).is("class", "unit"));
    }

    Html date(Wants.Date date) {
        Tag field =
                labelled(input("date", Fields.LINE, before.line(0)))
                        .is("class", "short")
                        .is("maxlength", LONGEST_DAY);
        if (date.min() != null) {
            field.is("min", date.min());
        }
        if (date.max() != null) {
            field.is("max", date.max());
        }
        return div("row", field);
    }

    Html text(Wants.Text text) {
        return area(
                before.line(0),
                text.length(),
                text.length() > LONG_TEXT ? 4 : 2,
                text.placeholder());
    }

    Html area(String typed, int length, int lines, @Nullable String placeholder) {
        Tag area =
                labelled(Html.tag("textarea", "\n" + typed)) // HTML leaves out the first line's end
                        .is("name", Fields.LINE)
                        .is("rows", lines)
                        .is("maxlength", length);
        return placeholder == null ? area : area.is("placeholder", placeholder);
    }

    Html lines(Wants.Texts texts) {
        Tag lines = div("lines");
        for (int i = 0; i < shown(texts); i++) {
            lines.add(
                    discreet(input("text", Fields.LINE, before.line(i)))
                            .is("maxlength", texts.length())
                            .is("aria-label", words.text("line", i + 1))
                            .is(
                                    "placeholder",
                                    i == 0 && texts.placeholder() != null
                                            ? texts.placeholder()
                                            : ""));
        }
        return texts.another() == null
                ? lines
                : Html.all(lines, Html.tag("p", texts.another()).is("class", "hint"));
    }

    private int shown(Wants.Texts texts) {
        return Math.min(texts.max(), Math.max(rows, Math.max(texts.min(), before.lines().size())));
    }

    /// Whether a list can have more lines than are shown.
    boolean canGrow(Wants wants) {
        return wants instanceof Wants.Texts texts && shown(texts) < texts.max();
    }

    // ---- arranging

    /// For every place that counts, what stands there.
    Html places(List<Tap> items, int top) {
        int places = top == 0 ? items.size() : Math.min(top, items.size());
        Tag list = Html.tag("ol").is("class", "places");
        for (int i = 0; i < places; i++) {
            String chosen = before.line(i).isEmpty() ? before.at(i) : before.line(i);
            Tag select =
                    Html.tag("select", Html.tag("option", words.text("choose")).is("value", ""))
                            .is("name", Fields.LINE)
                            .is("aria-label", words.text("place", i + 1));
            for (Tap item : items) {
                select.add(
                        Html.tag("option", item.label())
                                .is("value", item.value())
                                .is("selected", item.value().equals(chosen)));
            }
            list.add(Html.tag("li", select));
        }
        return list;
    }

    Html piles(List<Tap> items, List<Tap> piles) {
        return Html.all(
                items.stream()
                        .map(item -> {
                            Tag chips = div("chips");
                            for (Tap pile : piles) {
                                chips.add(
                                        Html.tag(
                                                        "label",
                                                        input(
                                                                        "radio",
                                                                        Fields.PILE + item.value(),
                                                                        pile.value())
                                                                .is(
                                                                        "checked",
                                                                        pile.value()
                                                                                .equals(
                                                                                        before.piles()
                                                                                                .get(
                                                                                                        item
                                                                                                                .value()))),
                                                        Html.tag("span", pile.label()))
                                                .is("class", "chip"));
                            }
                            return Html.tag("fieldset", Html.tag("legend", item.label()), chips)
                                    .is("class", "sort");
                        })
                        .toList());
    }
}
