package unsaid.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unsaid.engine.Given;
import unsaid.engine.Limits;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;

/// The answers at the edges of what a question takes: each option, the smallest and the largest
/// number, the shortest and the longest text, the shortest and the longest list, "Skip", "I don't
/// know", and one that does not fit. What is tried first is what a test reads best.
final class Boundary {
    private static final String SHORT = "x";
    private static final String WORD = "word ";
    private static final String DAY = "2026-02-28";

    /// Numbers that the flow's conditions compare with.
    private final Set<Double> turning;

    Boundary(Set<Double> turning) {
        this.turning = Set.copyOf(turning);
    }

    /// Answers that fit.
    List<Given> fitting(Question question) {
        Set<Given> all = new LinkedHashSet<>();
        switch (question.wants()) {
            case Wants.Choice(var options) -> each(options, all);
            case Wants.YesNo(var options) -> each(options, all);
            case Wants.Confirm(var options) -> each(options, all);
            case Wants.Multi(var options, int min, int max) -> some(options, min, max, all);
            case Wants.Pick(var items, int min, int max) -> some(items, min, max, all);
            case Wants.Rank(var items, _) -> {
                all.add(several(items));
                all.add(several(items.reversed()));
            }
            case Wants.Scale(int min, int max, int step, _) -> {
                for (double number : numbers(min, max)) {
                    if (number == Math.rint(number) && (long) (number - min) % step == 0) {
                        all.add(new Given.Amount(number));
                    }
                }
                all.add(new Given.Amount(max - (max - min) % step));
            }
            case Wants.Number(Double min, Double max, boolean whole, _) -> {
                double from = min == null ? 0 : whole ? Math.ceil(min) : min;
                double to = max == null ? from + 1000 : whole ? Math.floor(max) : max;
                for (double number : numbers(from, to)) {
                    if (!whole || number == Math.rint(number)) {
                        all.add(new Given.Amount(number));
                    }
                }
            }
            case Wants.Date(String min, String max) -> {
                all.add(new Given.Written(min != null ? min : max != null ? max : DAY));
                all.add(new Given.Written(max != null ? max : min != null ? min : DAY));
            }
            case Wants.Text(int length, _) -> {
                all.add(new Given.Written(SHORT));
                all.add(new Given.Written(longest(length)));
            }
            case Wants.Texts(int min, int max, int length, _, _) -> {
                all.add(new Given.Lines(lines(Math.max(1, min), 1)));
                if (min == 0) {
                    all.add(new Given.Lines(List.of()));
                }
                all.add(new Given.Lines(lines(Math.min(max, Limits.ITEMS), length)));
            }
            case Wants.Sort(var items, var buckets) -> {
                for (Tap bucket : buckets) {
                    all.add(pile(items, bucket));
                }
            }
        }
        all.add(new Given.Skipped());
        all.add(new Given.NotKnown());
        return List.copyOf(all);
    }

    /// An answer that does not fit.
    static Given unfit(Question question) {
        return switch (question.wants()) {
            case Wants.Choice _, Wants.YesNo _, Wants.Confirm _ -> new Given.Chosen("", null);
            case Wants.Multi _, Wants.Pick _, Wants.Rank _ ->
                    new Given.Several(List.of(new Given.Chosen("", null)));
            case Wants.Scale(_, int max, _, _) -> new Given.Amount(max + 1.0);
            case Wants.Number(_, Double max, _, _) ->
                    new Given.Amount(max == null ? Double.NaN : max + 1);
            case Wants.Date _ -> new Given.Written("someday");
            case Wants.Text _ -> new Given.Written(" ");
            case Wants.Texts(_, _, int length, _, _) ->
                    new Given.Lines(List.of(SHORT.repeat(length + 1)));
            case Wants.Sort _ -> new Given.Piles(Map.of("", List.of()));
        };
    }

    private static void each(List<Tap> options, Set<Given> all) {
        options.forEach(tap -> all.add(new Given.Chosen(tap.value(), null)));
        for (Tap tap : options) {
            if (tap.text() > 0) {
                all.add(new Given.Chosen(tap.value(), longest(tap.text())));
            }
        }
    }

    private static void some(List<Tap> options, int min, int max, Set<Given> all) {
        int most = Math.min(max, options.size());
        int least = Math.min(Math.max(min, 0), most);
        if (least <= 1 && most >= 1) {
            options.forEach(tap -> all.add(several(List.of(tap))));
        } else {
            for (Tap tap : options) {
                List<Tap> with = new ArrayList<>(List.of(tap));
                options.stream().filter(other -> other != tap).limit(least - 1L).forEach(with::add);
                all.add(several(with));
            }
        }
        all.add(several(options.subList(0, least)));
        all.add(several(options.subList(0, most)));
        all.add(several(options.subList(options.size() - most, options.size())));
    }

    private static Given several(List<Tap> taps) {
        return new Given.Several(
                taps.stream().map(tap -> new Given.Chosen(tap.value(), null)).toList());
    }

    private Set<Double> numbers(double min, double max) {
        Set<Double> numbers = new LinkedHashSet<>(List.of(min, max, Math.rint((min + max) / 2)));
        for (double number : turning) {
            for (double near : new double[] {number - 1, number, number + 1}) {
                if (near >= min && near <= max) {
                    numbers.add(near);
                }
            }
        }
        return numbers;
    }

    private static List<String> lines(int count, int length) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String number = String.valueOf(i);
            lines.add(
                    length <= number.length() + 1
                            ? number
                            : longest(length - number.length() - 1) + " " + number);
        }
        return lines;
    }

    private static String longest(int length) {
        int room = Math.max(1, Math.min(length, Limits.TEXT));
        return (WORD.repeat(room / WORD.length()) + SHORT.repeat(room % WORD.length()))
                .substring(0, room)
                .replaceAll(" $", SHORT);
    }

    private static Given pile(List<Tap> items, Tap bucket) {
        Map<String, List<String>> piles = new LinkedHashMap<>();
        piles.put(bucket.value(), items.stream().map(Tap::value).toList());
        return new Given.Piles(piles);
    }
}
