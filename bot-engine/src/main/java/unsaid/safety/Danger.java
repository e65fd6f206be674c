package unsaid.safety;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import unsaid.flow.Flag;
import unsaid.safety.Patterns.Rule;

/// Finds danger in free text by families of expressions. It misses things and says so: what it
/// finds is a reason to ask, never a finding about a person. Immutable; the same text gives the
/// same flags.
public final class Danger {

    /// The most characters of a text that are looked at.
    public static final int TEXT_LIMIT = 4_000;

    private final Patterns patterns;

    private Danger(Patterns patterns) {
        this.patterns = patterns;
    }

    /// For a language tag such as `en` or `de-AT`; English for one that is not known.
    public static Danger of(String language) {
        return new Danger(Patterns.of(language));
    }

    /// What a text says about danger; empty where nothing was found. Never fails.
    public Set<Flag> scan(String freeText) {
        return scan(freeText, UnaryOperator.identity());
    }

    /// @param watched wraps what the expressions read, so that a test can count the reading
    Set<Flag> scan(String freeText, UnaryOperator<CharSequence> watched) {
        Set<Flag> found = new LinkedHashSet<>();
        for (String sentence : Plain.sentences(freeText, TEXT_LIMIT)) {
            scanSentence(sentence, watched, found);
        }
        found.removeIf(flag -> flag.hint() && found.contains(new Flag(flag.family(), false)));
        return Collections.unmodifiableSet(found);
    }

    /// A hint is found in the sentence as it is, a firm finding only in what is left without
    /// idioms.
    private void scanSentence(
            String sentence, UnaryOperator<CharSequence> watched, Set<Flag> found) {
        CharSequence whole = watched.apply(sentence);
        CharSequence meant = watched.apply(withoutIdioms(sentence, watched));
        boolean past = patterns.past().stream().anyMatch(pattern -> pattern.matcher(whole).find());
        for (Rule rule : patterns.families()) {
            Flag flag = past ? new Flag(rule.flag().family(), true) : rule.flag();
            if (!found.contains(flag)
                    && rule.pattern().matcher(rule.flag().hint() ? whole : meant).find()) {
                found.add(flag);
            }
        }
    }

    private String withoutIdioms(String sentence, UnaryOperator<CharSequence> watched) {
        String meant = sentence;
        for (Pattern idiom : patterns.idioms()) {
            meant = idiom.matcher(watched.apply(meant)).replaceAll(" , ");
        }
        return meant;
    }

    /// How many expressions look at each sentence.
    int size() {
        return patterns.idioms().size() + patterns.past().size() + patterns.families().size();
    }
}
