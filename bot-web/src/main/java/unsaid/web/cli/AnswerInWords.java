package unsaid.web.cli;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Answer;

/// Kinds of answers with their limits, as a reader understands them.
final class AnswerInWords {
    private AnswerInWords() {}

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Choice _ -> "one of";
            case Answer.Multi(_, int min, int max) -> min + " to " + max + " of";
            case Answer.YesNo _ -> "yes or no";
            case Answer.Confirm _ -> "right or not";
            case Answer.Scale(int min, int max, int step, var labels) ->
                    min
                            + " to "
                            + max
                            + (step == 1 ? "" : " by " + step)
                            + new TreeMap<>(labels)
                                    .entrySet().stream()
                                            .map(label ->
                                                    "; "
                                                            + label.getKey()
                                                            + " is “"
                                                            + label.getValue()
                                                            + "”")
                                            .collect(Collectors.joining());
            case Answer.Number(var min, var max, _, var unit) ->
                    "a number" + with(" from ", min) + with(" to ", max) + with(", in ", unit);
            case Answer.Date(var min, var max) -> "a day" + with(" from ", min) + with(" to ", max);
            case Answer.Text(int length, var placeholder) ->
                    "own words, up to " + length + " characters" + shown(placeholder);
            case Answer.Texts(int min, int max, int length, var another, var placeholder) ->
                    "%d to %d short texts, up to %d characters each".formatted(min, max, length)
                            + shown(another)
                            + shown(placeholder);
            case Answer.Rank(String from, int top) ->
                    "puts " + from + " in order" + (top == 0 ? "" : ", the first " + top);
            case Answer.Sort(String from, _) -> "puts each of " + from + " into one of";
            case Answer.Pick(String from, int min, int max) -> min + " to " + max + " of " + from;
        };
    }

    private static String with(String word, @Nullable Object limit) {
        return limit == null ? "" : word + limit;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : "; shows “" + text + "”";
    }
}
