package unsaid.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// "Did you mean …": the known word that takes the fewest keystrokes to get to (Damerau 1964,
/// insertion, deletion, substitution and transposition of neighbours).
public final class Nearest {
    private Nearest() {}

    /// @return the nearest word; among equals one that only lost or gained letters, as hands do
    ///   more often than they take others, then the first in the alphabet; if none is near, the one
    ///   that `word` begins with; null if there is none
    public static @Nullable String to(String word, Collection<String> known) {
        String best = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : new TreeSet<>(known)) {
            if (Math.abs(candidate.length() - word.length()) > least) {
                continue;
            }
            int distance =
                    distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least || distance == least && isBetter(best, candidate, word)) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? begun(word, known) : best;
    }

    private static boolean isBetter(@Nullable String best, String candidate, String word) {
        return best != null && !sameLetters(best, word) && sameLetters(candidate, word);
    }

    /// Whether one has all letters of the other in their order, and some more.
    private static boolean sameLetters(String one, String other) {
        String less = one.length() < other.length() ? one : other;
        String more = one.length() < other.length() ? other : one;
        int found = 0;
        for (int i = 0; i < more.length() && found < less.length(); i++) {
            found += more.charAt(i) == less.charAt(found) ? 1 : 0;
        }
        return found == less.length();
    }

    /// `go` for `goto`, `option` for `options`: the longest known word that this one begins with.
    private static @Nullable String begun(String word, Collection<String> known) {
        return known.stream()
                .filter(begun ->
                        begun.length() > 1
                                && word.length() <= 2 * begun.length()
                                && word.startsWith(begun))
                .max(Comparator.comparing(String::length))
                .orElse(null);
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(
                                Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, d[i - 2][j - 2] + 1);
                }
                d[i][j] = least;
            }
        }
        return d[a.length()][b.length()];
    }
}
