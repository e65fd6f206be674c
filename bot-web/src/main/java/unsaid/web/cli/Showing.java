package unsaid.web.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;

/// Turns as lines of a terminal.
final class Showing {
    private final Screen screen;

    Showing(Screen screen) {
        this.screen = screen;
    }

    void turn(Turn turn) {
        line("");
        turn.says().forEach(this::line);
        turn.links().forEach(link -> faint("(a link: " + Sheet.address(link.to()) + ")"));
        if (!turn.helplines().isEmpty()) {
            faint("(the card with helplines: " + String.join(", ", turn.helplines()) + ")");
        }
        card(turn.card());
        if (turn.act() != null) {
            faint("(the page does this now: " + turn.act().name().toLowerCase(Locale.ROOT) + ")");
        }
        if (turn.asks() != null) {
            question(turn.asks(), false);
        }
        if (turn.ending() != null) {
            faint("(the talk has ended: " + turn.ending().name().toLowerCase(Locale.ROOT) + ")");
        }
    }

    /// @param all with the options that are shown on request only
    void question(Question question, boolean all) {
        line(screen.ink(Ink.BOLD, question.text()));
        if (question.hint() != null) {
            faint(question.hint());
        }
        switch (question.wants()) {
            case Wants.Choice(var taps) -> taps(taps, all);
            case Wants.YesNo(var taps) -> taps(taps, all);
            case Wants.Confirm(var taps) -> taps(taps, all);
            case Wants.Multi(var taps, int min, int max) -> {
                taps(taps, all);
                faint("(" + span(min, max) + " of them, such as: 1 3)");
            }
            case Wants.Pick(var taps, int min, int max) -> {
                taps(taps, all);
                faint("(" + span(min, max) + " of them, such as: 1 3)");
            }
            case Wants.Rank(var taps, _) -> {
                taps(taps, all);
                faint("(in your order, such as: 2 1)");
            }
            case Wants.Sort(var items, var buckets) -> {
                items.forEach(item -> line("   " + item.label()));
                taps(buckets, true);
                faint("(a box for each of them, in order, such as: 1 2 1)");
            }
            case Wants.Scale(int min, int max, _, var labels) ->
                    faint(
                            "("
                                    + min
                                    + " to "
                                    + max
                                    + labels.entrySet().stream()
                                            .map(label -> label.getKey() + " " + label.getValue())
                                            .collect(Collectors.joining(", ", ": ", ""))
                                            .replaceFirst("^: $", "")
                                    + ")");
            case Wants.Number(var min, var max, _, var unit) ->
                    faint(
                            "(a number"
                                    + limit(" from ", min)
                                    + limit(" to ", max)
                                    + (unit == null ? "" : ", in " + unit)
                                    + ")");
            case Wants.Date(var min, var max) ->
                    faint(
                            "(a day, such as 2026-01-31"
                                    + limit(", from ", min)
                                    + limit(", to ", max)
                                    + ")");
            case Wants.Text _ -> faint("(in your own words)");
            case Wants.Texts(int min, int max, _, _, _) ->
                    faint("(one a line, an empty line at the end; " + span(min, max) + ")");
        }
    }

    private void taps(List<Tap> taps, boolean all) {
        long hidden = all ? 0 : taps.stream().filter(Tap::more).count();
        for (int i = 0; i < taps.size(); i++) {
            if (all || !taps.get(i).more()) {
                line(screen.ink(Ink.FAINT, "%3d".formatted(i + 1)) + " " + taps.get(i).label());
            }
        }
        if (hidden > 0) {
            faint("    (/more shows " + hidden + " more)");
        }
    }

    private void card(Turn.@Nullable Card card) {
        if (card != null) {
            line("  ┌ " + screen.ink(Ink.BOLD, card.title()));
            card.lines().forEach(line -> line("  │ " + text(line)));
            line("  └");
        }
    }

    /// A line of a card as tests see it.
    static String text(Turn.Card.Line line) {
        return (line.label() == null ? "" : line.label() + ": ") + line.text();
    }

    private static String span(int min, int max) {
        return min == max ? String.valueOf(min) : min + " to " + max;
    }

    private static String limit(String word, @Nullable Object limit) {
        return limit == null
                ? ""
                : word
                        + (limit instanceof Double d && d == Math.rint(d)
                                ? (long) (double) d
                                : limit);
    }

    void faint(String text) {
        line(screen.ink(Ink.FAINT, text));
    }

    private void line(String text) {
        screen.out().println(text);
    }
}
