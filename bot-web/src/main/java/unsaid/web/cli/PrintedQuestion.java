package unsaid.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// A question with its options, as lines of a [Sheet].
final class PrintedQuestion {
    private final Sheet sheet;

    PrintedQuestion(Sheet sheet) {
        this.sheet = sheet;
    }

    void ask(Kind.Ask ask) {
        sheet.line(Sheet.BOX + "Asks: **" + ask.question() + "**");
        if (ask.hint() != null) {
            sheet.line(Sheet.BOX + "Hint: " + Sheet.quoted(ask.hint()));
        }
        show(ask.show());
        sheet.line("- Answer: " + AnswerInWords.of(ask.answer()));
        for (Option option : ask.answer().offered()) {
            sheet.line("  " + Sheet.BOX + Sheet.quoted(option.label()) + option(option));
        }
        for (String retry : ask.retry()) {
            sheet.line(Sheet.BOX + "To an answer that does not fit: " + Sheet.quoted(retry));
        }
        if (ask.idle() != null) {
            sheet.line(
                    Sheet.BOX
                            + "After "
                            + ask.idle().seconds()
                            + " seconds without an answer: "
                            + Sheet.quoted(ask.idle().text()));
        }
        way("Skip", ask.skip());
        way("“I don't know”", ask.unsure());
    }

    private String option(Option option) {
        List<String> more = new ArrayList<>();
        if (option.go() != null) {
            more.add("leads to " + InWords.target(option.go()));
        }
        if (option.condition() != null) {
            more.add("only " + sheet.when(option.condition(), ""));
        }
        if (option.flag() != null) {
            more.add(
                    (option.flag().hint() ? "a hint of danger: " : "says danger: ")
                            + option.flag().family().word());
        }
        if (!option.set().isEmpty()) {
            more.add("sets " + option.set().toString().replaceAll("[{}]", ""));
        }
        if (option.suggest() != null) {
            more.add("suggests `" + option.suggest() + "`");
        }
        if (option.act() != null) {
            more.add("does: " + option.act().name().toLowerCase(Locale.ROOT));
        }
        if (option.times() > 0) {
            more.add("at most " + option.times() + " times");
        }
        if (option.more()) {
            more.add("on request only");
        }
        if (option.text() > 0) {
            more.add("with own words, up to " + option.text() + " characters");
        }
        if (!option.phrases().isEmpty()) {
            more.add("also understood: " + String.join(", ", option.phrases()));
        }
        new TreeMap<>(option.forms())
                .forEach((form, text) ->
                        more.add("in a sentence (" + form + "): " + Sheet.quoted(text)));
        return more.isEmpty() ? "" : " – " + String.join("; ", more);
    }

    void show(List<Step.Show> show) {
        for (Step.Show line : show) {
            sheet.line(
                    Sheet.BOX
                            + "Card"
                            + (line.condition() == null
                                    ? ""
                                    : ", " + sheet.when(line.condition(), ""))
                            + ": "
                            + (line.label() == null ? "" : line.label() + ": ")
                            + Sheet.quoted(line.text()));
        }
    }

    private void way(String name, Step.@Nullable Way way) {
        if (way != null) {
            sheet.line(
                    "- "
                            + name
                            + (way.go() == null ? "" : " leads to " + InWords.target(way.go()))
                            + (way.flag() == null
                                    ? ""
                                    : ", a sign of " + way.flag().family().word()));
        }
    }
}
