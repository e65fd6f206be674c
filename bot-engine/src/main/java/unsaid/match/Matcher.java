package unsaid.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Item;
import unsaid.flow.Answer;
import unsaid.flow.Option;
import unsaid.match.Match.Command;
import unsaid.match.Match.Fits;
import unsaid.match.Match.Unclear;

/// Reads what somebody typed at a question. Total: any text, however odd, comes to a [Match].
/// Immutable; the same words at the same question always come to the same.
///
/// What an option is called wins over a command, a command over a guess. A command is the whole
/// utterance; where any words are an answer, only those count that cannot be one.
public final class Matcher {

    /// Longer utterances are [Unclear], in characters (UTF-16 units).
    public static final int UTTERANCE_LIMIT = 4_000;

    /// Longer parts between commas name nothing, in characters.
    static final int PART_LIMIT = 400;

    private static final Set<String> BUTTONS =
            Set.of(
                    "i dont know",
                    "enough for today",
                    "go back",
                    "start again",
                    "ich weiß es nicht",
                    "genug für heute",
                    "von vorn beginnen");
    private static final Match UNCLEAR = new Unclear();
    private static final Pattern COMMA = Pattern.compile(" ?[,;/&+\n] ?");

    private final Tongue tongue;

    private Matcher(Tongue tongue) {
        this.tongue = tongue;
    }

    /// For a language tag such as `en` or `de-AT`; English for one that is not known.
    public static Matcher of(String language) {
        return new Matcher(Tongue.of(language));
    }

    /// Whether a label reads like one of the buttons that stand at every question, or is a single
    /// word that is taken for one of them.
    public boolean isCommand(String label) {
        String key = Tidy.key(label);
        boolean known = tongue.clear().containsKey(key) || tongue.loose().containsKey(key);
        return known && (key.indexOf(' ') < 0 || BUTTONS.contains(key));
    }

    /// @param utterance what was typed
    /// @param answer what the question wants
    /// @param visible the options on screen, in order; for a sorting question its buckets or
    ///   nothing
    /// @param items the items on screen, in order, of a ranking, picking or sorting question
    public Match read(String utterance, Answer answer, List<Option> visible, List<Item> items) {
        if (utterance.length() > UTTERANCE_LIMIT) {
            return UNCLEAR;
        }
        String key = Tidy.key(utterance);
        return switch (answer) {
            case Answer.Choice _, Answer.YesNo _, Answer.Confirm _ ->
                    one(key, Candidate.ofOptions(visible));
            case Answer.Multi(_, int min, int max) ->
                    several(utterance, key, Candidate.ofOptions(visible), min, max);
            case Answer.Pick(_, int min, int max) ->
                    several(utterance, key, Candidate.ofItems(items), min, max);
            case Answer.Rank(_, int top) -> ranked(utterance, key, Candidate.ofItems(items), top);
            case Answer.Scale scale -> scale(key, scale);
            case Answer.Number number -> number(key, number);
            case Answer.Date date -> date(key, date);
            case Answer.Text(int length, _) -> words(utterance, key, length);
            case Answer.Texts texts -> lines(utterance, key, texts);
            case Answer.Sort _ -> commandOrUnclear(key);
        };
    }

    private Match one(String key, List<Candidate> candidates) {
        Naming naming = new Naming(candidates, tongue);
        Candidate exact = naming.exactly(key);
        if (exact != null) {
            return keys(List.of(exact.key()));
        }
        Word word = command(key);
        if (word != null) {
            return new Command(word);
        }
        Candidate loose = naming.loosely(key);
        return loose == null ? UNCLEAR : keys(List.of(loose.key()));
    }

    private Match several(
            String utterance, String key, List<Candidate> candidates, int min, int max) {
        Match whole = one(key, candidates);
        if (whole instanceof Command) {
            return whole;
        }
        if (min == 0 && whole instanceof Unclear && tongue.none().contains(key)) {
            return keys(List.of());
        }
        List<String> keys =
                whole instanceof Fits(Reading.Keys(var named))
                        ? named
                        : named(utterance, candidates);
        boolean tooMany = max > 0 && keys.size() > max;
        return keys.isEmpty() || keys.size() < min || tooMany ? UNCLEAR : keys(keys);
    }

    /// The first `top` places; where one item is left over, its place is clear.
    private Match ranked(String utterance, String key, List<Candidate> candidates, int top) {
        int wanted = top == 0 ? candidates.size() : Math.min(top, candidates.size());
        Match match = several(utterance, key, candidates, 1, 0);
        if (!(match instanceof Fits(Reading.Keys(var named)))) {
            return match;
        }
        List<String> order = new ArrayList<>(named);
        if (order.size() == candidates.size() - 1 && wanted == candidates.size()) {
            candidates.stream()
                    .map(Candidate::key)
                    .filter(one -> !order.contains(one))
                    .forEach(order::add);
        }
        return order.size() == wanted ? keys(order) : UNCLEAR;
    }

    /// Every part must name a candidate, otherwise none counts: half an answer would be a guess.
    private List<String> named(String utterance, List<Candidate> candidates) {
        Naming naming = new Naming(candidates, tongue);
        Set<String> keys = new LinkedHashSet<>();
        for (String part : COMMA.split(utterance)) {
            if (Tidy.key(part).isEmpty()) {
                continue;
            }
            List<String> parts = inPart(Tidy.key(part), naming);
            if (parts.isEmpty()) {
                return List.of();
            }
            keys.addAll(parts);
        }
        return List.copyOf(keys);
    }

    /// A part between commas: one candidate, or several joined by "and". A label may hold an "and"
    /// itself.
    private List<String> inPart(String part, Naming naming) {
        if (part.length() > PART_LIMIT) {
            return List.of();
        }
        String trimmed = withoutAnd(part);
        Candidate whole = find(naming, trimmed);
        if (whole != null) {
            return List.of(whole.key());
        }
        for (String and : tongue.and()) {
            for (int at = trimmed.indexOf(" " + and + " ");
                    at >= 0;
                    at = trimmed.indexOf(" " + and + " ", at + 1)) {
                Candidate head = find(naming, trimmed.substring(0, at));
                if (head != null) {
                    List<String> rest = inPart(trimmed.substring(at + and.length() + 2), naming);
                    if (!rest.isEmpty()) {
                        List<String> all = new ArrayList<>(List.of(head.key()));
                        all.addAll(rest);
                        return all;
                    }
                }
            }
        }
        return List.of();
    }

    private String withoutAnd(String part) {
        for (String and : tongue.and()) {
            if (part.startsWith(and + " ")) {
                return part.substring(and.length() + 1);
            }
        }
        return part;
    }

    private static @Nullable Candidate find(Naming naming, String key) {
        Candidate exact = naming.exactly(key);
        return exact != null ? exact : naming.loosely(key);
    }

    private Match scale(String key, Answer.Scale scale) {
        List<Candidate> labelled =
                scale.labels().entrySet().stream()
                        .map(label ->
                                new Candidate(
                                        label.getKey().toString(),
                                        List.of(Tidy.key(label.getValue()))))
                        .toList();
        Naming naming = new Naming(labelled, tongue);
        Candidate exact = naming.exactly(key);
        if (exact != null) {
            return amount(Double.parseDouble(exact.key()));
        }
        OptionalDouble number = Numbers.read(key, null, tongue);
        if (number.isPresent()) {
            return onScale(number.getAsDouble(), scale) ? amount(number.getAsDouble()) : UNCLEAR;
        }
        return commandOrUnclear(key);
    }

    private static boolean onScale(double number, Answer.Scale scale) {
        boolean inside =
                number >= scale.min() && number <= scale.max() && number == Math.rint(number);
        return inside && (scale.step() <= 1 || ((long) number - scale.min()) % scale.step() == 0);
    }

    private Match number(String key, Answer.Number number) {
        OptionalDouble read = Numbers.read(key, number.unit(), tongue);
        if (read.isEmpty()) {
            return commandOrUnclear(key);
        }
        double value = read.getAsDouble();
        Double min = number.min();
        Double max = number.max();
        boolean fits =
                (min == null || value >= min)
                        && (max == null || value <= max)
                        && (!number.whole() || value == Math.rint(value));
        return fits ? amount(value) : UNCLEAR;
    }

    private Match date(String key, Answer.Date date) {
        Optional<LocalDate> day = Days.read(key, tongue.months());
        if (day.isEmpty()) {
            return commandOrUnclear(key);
        }
        LocalDate min = bound(date.min());
        LocalDate max = bound(date.max());
        boolean fits =
                (min == null || !day.get().isBefore(min))
                        && (max == null || !day.get().isAfter(max));
        return fits ? new Fits(new Reading.Day(day.get())) : UNCLEAR;
    }

    private static @Nullable LocalDate bound(@Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private Match words(String utterance, String key, int length) {
        Word word = tongue.clear().get(key);
        if (word != null) {
            return new Command(word);
        }
        String words = Tidy.kept(utterance);
        return words.isEmpty() || Tidy.length(words) > length
                ? UNCLEAR
                : new Fits(new Reading.Words(words));
    }

    private Match lines(String utterance, String key, Answer.Texts texts) {
        Word word = tongue.clear().get(key);
        if (word != null) {
            return new Command(word);
        }
        List<String> lines = Tidy.lines(utterance);
        boolean fits =
                !lines.isEmpty()
                        && lines.size() >= texts.min()
                        && lines.size() <= texts.max()
                        && lines.stream().allMatch(line -> Tidy.length(line) <= texts.length());
        return fits ? new Fits(new Reading.Lines(lines)) : UNCLEAR;
    }

    private Match commandOrUnclear(String key) {
        Word word = command(key);
        return word == null ? UNCLEAR : new Command(word);
    }

    private @Nullable Word command(String key) {
        Map<String, Word> clear = tongue.clear();
        Word word = clear.get(key);
        return word != null ? word : tongue.loose().get(key);
    }

    private static Match keys(List<String> keys) {
        return new Fits(new Reading.Keys(keys));
    }

    private static Match amount(double amount) {
        return new Fits(new Reading.Amount(amount));
    }
}
