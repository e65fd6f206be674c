package unsaid.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import unsaid.engine.Given;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;

/// Answers worth trying at a question: each option, the ends and the middle of a range, few and
/// many of a list; then skipping and not knowing.
final class Trying {
    /// A scale with no more points than this has each of them tried.
    private static final int FEW = 12;

    private static final String WORDS = "a few words";

    private Trying() {}

    static List<Given> at(Question question) {
        List<Given> answers = new ArrayList<>(fitting(question.wants()));
        answers.add(new Given.Skipped());
        answers.add(new Given.NotKnown());
        return answers;
    }

    private static List<? extends Given> fitting(Wants wants) {
        return switch (wants) {
            case Wants.Choice(var options) -> each(options);
            case Wants.YesNo(var options) -> each(options);
            case Wants.Confirm(var options) -> each(options);
            case Wants.Multi(var options, int min, int max) -> several(options, min, max);
            case Wants.Pick(var items, int min, int max) -> several(items, min, max);
            case Wants.Rank(var items, _) -> List.of(new Given.Several(all(items)));
            case Wants.Scale(int min, int max, int step, _) -> points(min, max, step);
            case Wants.Number(Double min, Double max, _, _) -> {
                double from = min == null ? 0 : Math.ceil(min);
                double to = max == null ? from + 10 : Math.floor(max);
                yield amounts(new LinkedHashSet<>(List.of(from, Math.floor((from + to) / 2), to)));
            }
            case Wants.Date(String min, String max) ->
                    List.of(
                            new Given.Written(
                                    min != null ? min : max != null ? max : "2026-02-28"));
            case Wants.Text(int length, _) -> List.of(new Given.Written(words(length)));
            case Wants.Texts(int min, int max, int length, _, _) ->
                    IntStream.of(Math.max(1, min), max)
                            .distinct()
                            .sorted()
                            .mapToObj(count -> new Given.Lines(lines(count, length)))
                            .toList();
            case Wants.Sort(var items, var buckets) ->
                    buckets.stream().map(bucket -> piles(items, bucket)).toList();
        };
    }

    private static List<Given> each(List<Tap> options) {
        return options.stream().<Given>map(Trying::chosen).toList();
    }

    private static List<Given> several(List<Tap> options, int min, int max) {
        List<Given> answers = new ArrayList<>();
        int most = Math.min(max, options.size());
        if (min <= 1) {
            options.forEach(option -> answers.add(new Given.Several(List.of(chosen(option)))));
        }
        for (int count : new LinkedHashSet<>(List.of(min, most))) {
            if (count != 1 && count >= min && count <= most) {
                answers.add(new Given.Several(all(options.subList(0, count))));
            }
        }
        return answers;
    }

    private static List<Given> points(int min, int max, int step) {
        int points = (max - min) / step;
        return points < FEW
                ? IntStream.rangeClosed(0, points)
                        .<Given>mapToObj(at -> new Given.Amount(min + at * step))
                        .toList()
                : amounts(
                        Set.of(
                                (double) min,
                                (double) (min + points / 2 * step),
                                (double) (min + points * step)));
    }

    private static List<Given> amounts(Set<Double> numbers) {
        return numbers.stream().sorted().<Given>map(Given.Amount::new).toList();
    }

    private static List<String> lines(int count, int length) {
        return IntStream.range(0, Math.min(count, FEW))
                .mapToObj(at -> words(length - 3) + " " + at)
                .toList();
    }

    private static Given piles(List<Tap> items, Tap bucket) {
        Map<String, List<String>> piles = new LinkedHashMap<>();
        piles.put(bucket.value(), items.stream().map(Tap::value).toList());
        return new Given.Piles(piles);
    }

    private static List<Given.Chosen> all(List<Tap> options) {
        return options.stream().map(Trying::chosen).toList();
    }

    private static Given.Chosen chosen(Tap option) {
        return new Given.Chosen(option.value(), null);
    }

    private static String words(int length) {
        return length >= WORDS.length() ? WORDS : "x";
    }
}
