package unsaid.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Given.Amount;
import unsaid.engine.Given.Chosen;
import unsaid.engine.Given.Lines;
import unsaid.engine.Given.Piles;
import unsaid.engine.Given.Several;
import unsaid.engine.Given.Written;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Tap;
import unsaid.expression.Item;
import unsaid.expression.Value;
import unsaid.flow.Answer;

/// Holds what was given against what the open question wants.
final class Taking {
    /// What came of it: a value with the options that were tapped and the free texts in it, or what
    /// is wrong.
    ///
    /// @param unfit null if the answer fits
    record Taken(@Nullable Value value, List<Tap> taps, List<String> texts, @Nullable Words unfit) {
        static Taken of(Value value) {
            return new Taken(value, List.of(), List.of(), null);
        }

        static Taken text(Value value, List<String> texts) {
            return new Taken(value, List.of(), texts, null);
        }

        static Taken unfit(Words why) {
            return new Taken(null, List.of(), List.of(), why);
        }
    }

    private Taking() {}

    static Taken take(Act.Ask ask, Given given, Walk walk) {
        return switch (ask.answer()) {
            case Answer.Choice _, Answer.YesNo _, Answer.Confirm _ ->
                    given instanceof Chosen chosen
                            ? one(ask, chosen, walk)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Multi(_, int min, int max) ->
                    given instanceof Several(var chosen)
                            ? several(ask, chosen, min, max, walk)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Scale scale ->
                    given instanceof Amount(double number)
                            ? scale(scale, number)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Number limits ->
                    given instanceof Amount(double number)
                            ? number(limits, number)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Date limits ->
                    given instanceof Written(String text)
                            ? day(limits, text)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Text(int length, _) ->
                    given instanceof Written(String text)
                            ? words(text, length)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Texts texts ->
                    given instanceof Lines(var lines)
                            ? lines(texts, lines)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Rank(_, int top) ->
                    given instanceof Several(var chosen)
                            ? rank(Asking.items(ask, walk), chosen, top)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Pick(_, int min, int max) ->
                    given instanceof Several(var chosen)
                            ? pick(Asking.items(ask, walk), chosen, min, max)
                            : Taken.unfit(Words.OTHER_KIND);
            case Answer.Sort _ ->
                    given instanceof Piles(var piles)
                            ? sort(ask, piles, walk)
                            : Taken.unfit(Words.OTHER_KIND);
        };
    }

    /// Whether an earlier answer can be shown in the open question: it fits, or its words can be
    /// made to.
    static boolean canShow(Act.Ask ask, Given given, Walk walk) {
        return switch (given) {
            case Given.Skipped _, Given.NotKnown _ -> true;
            case Chosen _, Several _, Amount _, Written _, Lines _, Piles _ -> {
                Words unfit = take(ask, given, walk).unfit();
                yield unfit == null || unfit == Words.TOO_LONG || unfit == Words.TOO_MANY;
            }
        };
    }

    private static Taken one(Act.Ask ask, Chosen chosen, Walk walk) {
        Tap tap = tap(ask, chosen.key(), walk);
        if (tap == null) {
            return Taken.unfit(Words.CHOOSE_ONE);
        }
        String text = chosen.text() == null ? null : tidy(chosen.text());
        if (text != null && length(text) > tap.option().text()) {
            return Taken.unfit(Words.TOO_LONG);
        }
        return new Taken(
                new Value.One(Item.of(tap.option(), text)),
                List.of(tap),
                text == null ? List.of() : List.of(text),
                null);
    }

    private static Taken several(Act.Ask ask, List<Chosen> chosen, int min, int max, Walk walk) {
        List<Tap> taps = new ArrayList<>(chosen.size());
        List<Item> items = new ArrayList<>(chosen.size());
        List<String> texts = new ArrayList<>();
        for (Chosen each : chosen) {
            Taken one = one(ask, each, walk);
            if (one.unfit() != null) {
                return one.unfit() == Words.CHOOSE_ONE ? Taken.unfit(Words.CHOOSE_SOME) : one;
            }
            if (taps.contains(one.taps().getFirst())) {
                return Taken.unfit(Words.CHOOSE_SOME);
            }
            taps.add(one.taps().getFirst());
            texts.addAll(one.texts());
            if (one.value() instanceof Value.One(var item)) {
                items.add(item);
            }
        }
        if (items.size() < min) {
            return Taken.unfit(items.isEmpty() ? Words.CHOOSE_SOME : Words.TOO_FEW);
        }
        return items.size() > max
                ? Taken.unfit(Words.TOO_MANY)
                : new Taken(new Value.Many(items), taps, texts, null);
    }

    private static Taken scale(Answer.Scale scale, double number) {
        boolean fits =
                number >= scale.min()
                        && number <= scale.max()
                        && number == Math.rint(number)
                        && (long) (number - scale.min()) % scale.step() == 0;
        return fits ? Taken.of(new Value.Num(number)) : Taken.unfit(Words.NUMBER);
    }

    private static Taken number(Answer.Number limits, double number) {
        boolean fits =
                Double.isFinite(number)
                        && (limits.min() == null || number >= limits.min())
                        && (limits.max() == null || number <= limits.max())
                        && (!limits.whole() || number == Math.rint(number));
        return fits ? Taken.of(new Value.Num(number)) : Taken.unfit(Words.NUMBER);
    }

    private static Taken day(Answer.Date limits, String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            boolean fits =
                    (limits.min() == null || !day.isBefore(LocalDate.parse(limits.min())))
                            && (limits.max() == null
                                    || !day.isAfter(LocalDate.parse(limits.max())));
            return fits ? Taken.of(new Value.Day(day)) : Taken.unfit(Words.DAY);
        } catch (DateTimeException e) {
            return Taken.unfit(Words.DAY);
        }
    }

    private static Taken words(String text, int length) {
        String tidy = tidy(text);
        if (tidy.isEmpty()) {
            return Taken.unfit(Words.EMPTY);
        }
        return length(tidy) > Math.min(length, Limits.TEXT)
                ? Taken.unfit(Words.TOO_LONG)
                : Taken.text(new Value.Words(tidy), List.of(tidy));
    }

    private static Taken lines(Answer.Texts limits, List<String> lines) {
        Set<String> kept = new LinkedHashSet<>();
        for (String line : lines) {
            String tidy = tidy(line);
            if (length(tidy) > Math.min(limits.length(), Limits.TEXT)) {
                return Taken.unfit(Words.TOO_LONG);
            }
            if (!tidy.isEmpty()) {
                kept.add(tidy);
            }
        }
        if (kept.size() < limits.min()) {
            return Taken.unfit(Words.EMPTY);
        }
        if (kept.size() > Math.min(limits.max(), Limits.ITEMS)) {
            return Taken.unfit(Words.TOO_MANY);
        }
        return Taken.text(new Value.Many(kept.stream().map(Item::of).toList()), List.copyOf(kept));
    }

    private static Taken rank(List<Item> items, List<Chosen> order, int top) {
        List<Item> ranked = found(items, order);
        if (ranked == null || ranked.isEmpty()) {
            return Taken.unfit(Words.CHOOSE_SOME);
        }
        for (Item item : items) {
            if (!ranked.contains(item)) {
                ranked.add(item);
            }
        }
        return Taken.of(
                new Value.Many(top > 0 && top < ranked.size() ? ranked.subList(0, top) : ranked));
    }

    private static Taken pick(List<Item> items, List<Chosen> chosen, int min, int max) {
        List<Item> picked = found(items, chosen);
        if (picked == null || picked.size() < Math.min(min, items.size())) {
            return Taken.unfit(
                    picked == null || picked.isEmpty() ? Words.CHOOSE_SOME : Words.TOO_FEW);
        }
        return picked.size() > max ? Taken.unfit(Words.TOO_MANY) : Taken.of(new Value.Many(picked));
    }

    private static Taken sort(Act.Ask ask, Map<String, List<String>> piles, Walk walk) {
        Map<String, Item> left = new LinkedHashMap<>();
        Asking.items(ask, walk).forEach(item -> left.put(item.key(), item));
        Map<String, Value.Many> sorted = new LinkedHashMap<>();
        int known = 0;
        for (Tap bucket : ask.taps()) {
            List<Item> items = new ArrayList<>();
            List<String> keys = piles.get(bucket.option().value());
            known += keys == null ? 0 : 1;
            for (String key : keys == null ? List.<String>of() : keys) {
                Item item = left.remove(key);
                if (item == null) {
                    return Taken.unfit(Words.CHOOSE_SOME);
                }
                items.add(item);
            }
            sorted.put(bucket.option().value(), new Value.Many(items));
        }
        if (known < piles.size()) {
            return Taken.unfit(Words.CHOOSE_SOME);
        }
        return left.isEmpty() ? Taken.of(new Value.Sorted(sorted)) : Taken.unfit(Words.SORT_ALL);
    }

    /// The named items in the order named; null if one is unknown or named twice.
    private static @Nullable List<Item> found(List<Item> items, List<Chosen> chosen) {
        List<Item> found = new ArrayList<>();
        for (Chosen each : chosen) {
            Item item =
                    items.stream().filter(i -> i.key().equals(each.key())).findFirst().orElse(null);
            if (item == null || found.contains(item)) {
                return null;
            }
            found.add(item);
        }
        return found;
    }

    private static @Nullable Tap tap(Act.Ask ask, String key, Walk walk) {
        for (Tap tap : ask.taps()) {
            if (tap.option().value().equals(key)) {
                return ask.fixed() != null || walk.shows(tap) ? tap : null;
            }
        }
        return null;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Without control characters (line breaks stay) and without space at the ends.
    private static String tidy(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\n'
                                || !Character.isISOControl(c)
                                        && !isBidiControl(c)
                                        && (c < 0xD800 || c > 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /// Marks that turn the direction of the text around them and so could disguise it (UAX #9).
    private static boolean isBidiControl(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
