package unsaid.match;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the one candidate that words name. Two that fit equally well are none.
final class Naming {

    private static final int SHORTEST_START = 3;
    private static final int SHORTEST_MISTYPED = 5;

    private final List<Candidate> candidates;
    private final Tongue tongue;

    Naming(List<Candidate> candidates, Tongue tongue) {
        this.candidates = candidates;
        this.tongue = tongue;
    }

    /// The candidate called exactly so.
    @Nullable Candidate exactly(String key) {
        Candidate labelled = only(candidate -> candidate.label().equals(key));
        return labelled != null ? labelled : only(candidate -> candidate.isCalled(key));
    }

    /// The candidate meant: yes or no in other words, its number, its start, or one typing error.
    @Nullable Candidate loosely(String key) {
        Candidate found = yesOrNo(key);
        found = found != null ? found : numbered(key);
        found = found != null ? found : started(key);
        return found != null ? found : mistyped(key);
    }

    private @Nullable Candidate yesOrNo(String key) {
        if (tongue.yes().contains(key)) {
            return only(candidate -> candidate.key().equals("yes"));
        }
        return tongue.no().contains(key) ? only(candidate -> candidate.key().equals("no")) : null;
    }

    private @Nullable Candidate numbered(String key) {
        if (candidates.stream().anyMatch(candidate -> hasNumber(candidate.label()))) {
            return null;
        }
        String bare =
                key.replaceFirst("^(?:the|number|option|no|nr|nummer|die|der|das) ", "")
                        .replaceFirst("(?: one| option|\\)|\\.)$", "");
        Integer place = tongue.ordinals().get(bare);
        if (place == null
                && bare.length() <= 2
                && bare.chars().allMatch(c -> c >= '0' && c <= '9')
                && !bare.isEmpty()) {
            place = Integer.valueOf(bare);
        }
        if (place == null) {
            place = tongue.numbers().get(bare);
        }
        if (place == null) {
            return null;
        }
        int index = place < 0 ? candidates.size() - 1 : place - 1;
        return index >= 0 && index < candidates.size() ? candidates.get(index) : null;
    }

    private boolean hasNumber(String label) {
        for (String word : label.split("[ -]")) {
            if (tongue.numbers().containsKey(word)
                    || tongue.ordinals().containsKey(word)
                    || word.chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Candidate started(String key) {
        return Tidy.length(key) < SHORTEST_START
                ? null
                : only(candidate ->
                        candidate.names().stream().anyMatch(name -> name.startsWith(key)));
    }

    private @Nullable Candidate mistyped(String key) {
        return only(candidate -> candidate.names().stream().anyMatch(name -> nearly(name, key)));
    }

    /// The same number of words, each the same but for one typing error in a long one.
    private static boolean nearly(String name, String key) {
        String[] wanted = name.split(" ");
        String[] typed = key.split(" ");
        if (wanted.length != typed.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean fits =
                    wanted[i].equals(typed[i])
                            || (wanted[i].length() >= SHORTEST_MISTYPED
                                    && Typing.oneErrorApart(wanted[i], typed[i]));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Candidate only(Predicate<Candidate> fits) {
        Candidate found = null;
        for (Candidate candidate : candidates) {
            if (fits.test(candidate)) {
                if (found != null) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }
}
