package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Tap;
import unsaid.engine.Question.Wants;
import unsaid.expression.Item;
import unsaid.expression.Value;
import unsaid.flow.Answer;
import unsaid.flow.Option;

/// What an open question wants, as it stands now: hidden options left out, lists filled in.
final class Asking {
    private Asking() {}

    /// The wants of a question in which nothing depends on the talk; null if something does.
    static @Nullable Wants fixed(Answer answer, Tap[] taps) {
        for (Tap tap : taps) {
            boolean always =
                    tap.condition() == null
                            && tap.label().isConstant()
                            && tap.option().times() == 0
                            && tap.option().suggest() == null
                            && tap.go() == Tap.AS_STEP;
            if (!always) {
                return null;
            }
        }
        if (answer instanceof Answer.Rank
                || answer instanceof Answer.Pick
                || answer instanceof Answer.Sort) {
            return null;
        }
        List<Question.Tap> shown = new ArrayList<>();
        for (Tap tap : taps) {
            shown.add(shown(tap.option(), tap.option().label()));
        }
        return wants(answer, List.copyOf(shown), List.of());
    }

    static Wants now(Act.Ask ask, Walk walk) {
        Wants wants = asked(ask, walk);
        return walk.onlyTaps() ? tapped(wants) : wants;
    }

    /// Whether a question is answered in the visitor's own words and in no other way.
    static boolean wantsWords(Act.Ask ask) {
        return ask.answer() instanceof Answer.Text || ask.answer() instanceof Answer.Texts;
    }

    /// The same where nothing can be written: what wants words can be skipped.
    private static Wants tapped(Wants wants) {
        return switch (wants) {
            case Wants.Choice(var options) -> new Wants.Choice(wordless(options));
            case Wants.YesNo(var options) -> new Wants.YesNo(wordless(options));
            case Wants.Confirm(var options) -> new Wants.Confirm(wordless(options));
            case Wants.Multi(var options, int min, int max) ->
                    new Wants.Multi(wordless(options), min, max);
            case Wants.Text _, Wants.Texts _ -> new Wants.Choice(List.of());
            case Wants.Scale _, Wants.Number _, Wants.Date _ -> wants;
            case Wants.Rank _, Wants.Sort _, Wants.Pick _ -> wants;
        };
    }

    private static List<Question.Tap> wordless(List<Question.Tap> taps) {
        return taps.stream()
                .map(tap -> new Question.Tap(tap.value(), tap.label(), tap.more(), 0, tap.act()))
                .toList();
    }

    private static Wants asked(Act.Ask ask, Walk walk) {
        if (ask.fixed() != null) {
            return ask.fixed();
        }
        List<Question.Tap> shown = new ArrayList<>(ask.taps().length);
        for (Tap tap : ask.taps()) {
            if (walk.shows(tap)) {
                shown.add(
                        tap.shown() != null
                                ? tap.shown()
                                : shown(tap.option(), walk.render(tap.label())));
            }
        }
        List<Question.Tap> items =
                ask.from() == null
                        ? List.of()
                        : items(ask, walk).stream()
                                .map(item ->
                                        new Question.Tap(item.key(), item.words(), false, 0, null))
                                .toList();
        return wants(ask.answer(), shown, items);
    }

    /// What a rank, sort or pick is about; empty for other kinds.
    static List<Item> items(Act.Ask ask, Walk walk) {
        if (ask.from() == null || !(ask.from().value(walk) instanceof Value.Many(var items))) {
            return List.of();
        }
        return items.size() <= Limits.ITEMS ? items : items.subList(0, Limits.ITEMS);
    }

    /// Whether there is anything to answer with.
    static boolean hasChoice(Act.Ask ask, Walk walk) {
        return switch (ask.answer()) {
            case Answer.Choice _, Answer.Multi _, Answer.YesNo _, Answer.Confirm _ -> {
                if (ask.fixed() != null) {
                    yield true;
                }
                for (Tap tap : ask.taps()) {
                    if (walk.shows(tap)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Answer.Rank _, Answer.Sort _, Answer.Pick _ -> !items(ask, walk).isEmpty();
            case Answer.Scale _, Answer.Number _, Answer.Date _, Answer.Text _, Answer.Texts _ ->
                    true;
        };
    }

    static Question.Tap shown(Option option, String label) {
        return new Question.Tap(option.value(), label, option.more(), option.text(), option.act());
    }

    private static Wants wants(Answer answer, List<Question.Tap> taps, List<Question.Tap> items) {
        return switch (answer) {
            case Answer.Choice _ -> new Wants.Choice(taps);
            case Answer.YesNo _ -> new Wants.YesNo(taps);
            case Answer.Confirm _ -> new Wants.Confirm(taps);
            case Answer.Multi(_, int min, int max) ->
                    new Wants.Multi(taps, Math.min(min, taps.size()), Math.min(max, taps.size()));
            case Answer.Scale(int min, int max, int step, var labels) ->
                    new Wants.Scale(min, max, step, labels);
            case Answer.Number(var min, var max, boolean whole, var unit) ->
                    new Wants.Number(min, max, whole, unit);
            case Answer.Date(var min, var max) -> new Wants.Date(min, max);
            case Answer.Text(int length, var placeholder) ->
                    new Wants.Text(Math.min(length, Limits.TEXT), placeholder);
            case Answer.Texts(int min, int max, int length, var another, var placeholder) ->
                    new Wants.Texts(
                            min,
                            Math.min(max, Limits.ITEMS),
                            Math.min(length, Limits.TEXT),
                            another,
                            placeholder);
            case Answer.Rank(_, int top) -> new Wants.Rank(items, top);
            case Answer.Sort _ -> new Wants.Sort(items, taps);
            case Answer.Pick(_, int min, int max) ->
                    new Wants.Pick(items, Math.min(min, items.size()), Math.min(max, items.size()));
        };
    }
}
