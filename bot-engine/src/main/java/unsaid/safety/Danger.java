package unsaid.safety;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import unsaid.flow.Flag;
import unsaid.safety.Patterns.Rule;

/// Finds danger in free text by families of expressions. It misses things and says so: what it
/// finds is a reason to ask, never a finding about a person. Whatever language a talk is in, all
/// known ones are listened for: people change over to their own when it gets hard. The expressions
/// are read when the first text is: starting a server should not wait for them. Immutable; the same
/// text gives the same flags.
public final class Danger {

    /// The most characters of a text that are looked at.
    public static final int TEXT_LIMIT = 4_000;

    private final List<String> tongues;

    private Danger(List<String> tongues) {
        this.tongues = List.copyOf(tongues);
    }

    /// In all languages.
    public static Danger ofAll() {
        return new Danger(Patterns.LANGUAGES);
    }

    /// For a language tag such as `en` or `de-AT` alone; English for one that is not known.
    static Danger of(String language) {
        return new Danger(List.of(language));
    }

    /// What a text says about danger; empty where nothing was found. Never fails.
    public Set<Flag> scan(String freeText) {
        return scan(freeText, UnaryOperator.identity());
    }

    /// @param watched wraps what the expressions read, so that a test can count the reading
    Set<Flag> scan(String freeText, UnaryOperator<CharSequence> watched) {
        Set<Flag> found = new LinkedHashSet<>();
        for (String sentence : Plain.sentences(freeText, TEXT_LIMIT)) {
            for (String tongue : tongues) {
                Patterns patterns = Patterns.of(tongue);
                scanSentence(patterns, patterns.spelling().right(sentence), watched, found);
            }
        }
        found.removeIf(flag -> flag.hint() && found.contains(new Flag(flag.family(), false)));
        return Collections.unmodifiableSet(found);
    }

    /// A hint is found in the sentence as it is, a firm finding only in what is left without
    /// idioms.
    private static void scanSentence(
            Patterns patterns,
            String sentence,
            UnaryOperator<CharSequence> watched,
            Set<Flag> found) {
        BitSet possible = patterns.sieve().possible(sentence);
        int firstPast = patterns.idioms().size();
        int firstFamily = firstPast + patterns.past().size();
        if (possible.nextSetBit(firstFamily) < 0) {
            return;
        }
        CharSequence whole = watched.apply(sentence);
        boolean past = false;
        for (int place : places(possible, firstPast, firstFamily)) {
            past |= patterns.past().get(place - firstPast).isIn(whole);
        }
        String left = sentence;
        for (int place : places(possible, 0, firstPast)) {
            left = patterns.idioms().get(place).replacedIn(watched.apply(left), " , ");
        }
        CharSequence meant = watched.apply(left);
        for (int place : places(possible, firstFamily, patterns.size())) {
            Rule rule = patterns.families().get(place - firstFamily);
            Flag flag = past ? new Flag(rule.flag().family(), true) : rule.flag();
            if (!found.contains(flag)
                    && rule.expression().isIn(rule.flag().hint() ? whole : meant)) {
                found.add(flag);
            }
        }
    }

    private static int[] places(BitSet possible, int from, int to) {
        return possible.stream().filter(place -> place >= from && place < to).toArray();
    }

    /// How many expressions there are.
    int size() {
        return tongues.stream().map(Patterns::of).mapToInt(Patterns::size).sum();
    }
}
