package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.engine.Turn;

/// Looks over the texts of a turn. Pure.
public final class Spoken {
    private static final Pattern RAW = Pattern.compile("\\{\\s*[A-Za-z][\\w.-]*\\s*[,}]");

    /// @param text what is wrong with it
    record Slip(Trouble.Kind kind, String message) {}

    private Spoken() {}

    /// What is wrong with the texts of a turn; null: nothing.
    static @Nullable Slip slip(Turn turn) {
        Question asks = turn.asks();
        if (asks != null && asks.text().isBlank()) {
            return new Slip(Trouble.Kind.EMPTY, "the question has no words");
        }
        if (turn.says().stream().anyMatch(String::isBlank)) {
            return new Slip(Trouble.Kind.EMPTY, "a bubble has no words");
        }
        if (asks != null && taps(asks.wants()).stream().anyMatch(tap -> tap.label().isBlank())) {
            return new Slip(Trouble.Kind.EMPTY, "an option has no words");
        }
        return raw(texts(turn));
    }

    /// A placeholder left in one of some texts; null: none.
    static @Nullable Slip raw(List<String> texts) {
        return texts.stream()
                .filter(text -> RAW.matcher(text).find())
                .findFirst()
                .map(text ->
                        new Slip(
                                Trouble.Kind.PLACEHOLDER,
                                "a placeholder is not filled in: “" + text + "”"))
                .orElse(null);
    }

    /// Everything of a turn that somebody reads: what is said, the question with all its input
    /// shows, and the card.
    public static List<String> texts(Turn turn) {
        List<String> texts = new ArrayList<>(turn.says());
        Question asks = turn.asks();
        if (asks != null) {
            texts.add(asks.text());
            add(texts, asks.hint());
            add(texts, asks.idle() == null ? null : asks.idle().text());
            taps(asks.wants()).forEach(tap -> texts.add(tap.label()));
            around(asks.wants()).forEach(text -> add(texts, text));
        }
        if (turn.card() != null) {
            turn.card()
                    .lines()
                    .forEach(line -> {
                        texts.add(line.text());
                        add(texts, line.label());
                    });
        }
        return texts;
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    private static List<@Nullable String> around(Wants wants) {
        return switch (wants) {
            case Wants.Scale(_, _, _, var labels) -> new ArrayList<>(labels.values());
            case Wants.Number(_, _, _, String unit) -> one(unit);
            case Wants.Text(_, String placeholder) -> one(placeholder);
            case Wants.Texts(_, _, _, String another, String placeholder) -> {
                List<@Nullable String> both = one(another);
                both.add(placeholder);
                yield both;
            }
            case Wants.Choice _,
                    Wants.Multi _,
                    Wants.YesNo _,
                    Wants.Confirm _,
                    Wants.Date _,
                    Wants.Rank _,
                    Wants.Sort _,
                    Wants.Pick _ ->
                    one(null);
        };
    }

    private static List<@Nullable String> one(@Nullable String text) {
        List<@Nullable String> list = new ArrayList<>();
        list.add(text);
        return list;
    }

    static List<Tap> taps(Wants wants) {
        return switch (wants) {
            case Wants.Choice(var all) -> all;
            case Wants.Multi(var all, _, _) -> all;
            case Wants.YesNo(var all) -> all;
            case Wants.Confirm(var all) -> all;
            case Wants.Rank(var all, _) -> all;
            case Wants.Pick(var all, _, _) -> all;
            case Wants.Sort(var items, var buckets) ->
                    Stream.concat(items.stream(), buckets.stream()).toList();
            case Wants.Scale _, Wants.Number _, Wants.Date _, Wants.Text _, Wants.Texts _ ->
                    List.of();
        };
    }
}
