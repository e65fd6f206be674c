package unsaid.check;

import java.util.List;
import java.util.Set;

/// How many syllables a word has, by rule: right for most words. Words are in small letters.
final class Syllables {
    private static final Set<String> ONE_SOUND =
            Set.of("ei", "ai", "ey", "ay", "au", "eu", "äu", "ie", "aa", "ee", "oo", "ou");

    private Syllables() {}

    /// Groups of vowels that are one sound; every other vowel is a syllable of its own.
    static int german(String word) {
        int count = 0;
        for (int at = 0; at < word.length(); at++) {
            boolean silent = word.charAt(at) == 'u' && at > 0 && word.charAt(at - 1) == 'q'; // quer
            if (silent || "aeiouäöüy".indexOf(word.charAt(at)) < 0) {
                continue;
            }
            count++;
            boolean pair = at + 1 < word.length() && ONE_SOUND.contains(word.substring(at, at + 2));
            boolean familie = pair && word.startsWith("ie", at) && word.startsWith("famil");
            if (pair && !familie && !parts(word, at)) {
                at++;
            }
        }
        return Math.max(1, count);
    }

    /// Between `be` or `ge` and what they stand before, two vowels never are one sound: `beeilen`.
    private static boolean parts(String word, int at) {
        return at == 1
                && (word.startsWith("bee") || word.startsWith("geeh") || word.startsWith("beu"));
    }

    /// Groups of vowels, without an `e` at the end that is not heard; at least one.
    static int english(String word) {
        int length = word.length();
        int count = 0;
        boolean before = false;
        for (int i = 0; i < length; i++) {
            boolean vowel = isVowel(word, i);
            count += vowel && !before ? 1 : 0;
            before = vowel;
        }
        return Math.max(1, count - silent(word) - inside(word) + parted(word));
    }

    private static boolean isVowel(String word, int at) {
        char c = word.charAt(at);
        return "aeiou".indexOf(c) >= 0 || c == 'y' && at > 0;
    }

    /// An `e`, `es` or `ed` at the end that makes no syllable of its own.
    private static int silent(String word) {
        int length = word.length();
        if (length > 2
                && word.endsWith("e")
                && !word.endsWith("ee")
                && !isVowel(word, length - 2)) {
            return word.endsWith("le") && length > 3 && !isVowel(word, length - 3) ? 0 : 1;
        }
        if (length > 3 && word.endsWith("ed") && "td".indexOf(word.charAt(length - 3)) < 0) {
            return isVowel(word, length - 3) ? 0 : 1;
        }
        if (length > 3 && word.endsWith("es") && !isVowel(word, length - 3)) {
            return "sxzhcg".indexOf(word.charAt(length - 3)) < 0 ? 1 : 0;
        }
        return 0;
    }

    /// An `e` that is not heard although something follows: `something`, `lonely`, `careful`.
    private static int inside(String word) {
        if (word.startsWith("some") && word.length() > 4) {
            return 1;
        }
        for (String ending : List.of("ely", "eful", "eless", "eness")) {
            int at = word.length() - ending.length();
            if (at > 1 && word.endsWith(ending) && !isVowel(word, at - 1)) {
                return 1;
            }
        }
        return 0;
    }

    /// Two vowels side by side that are two syllables.
    private static int parted(String word) {
        int more = 0;
        for (String pair : List.of("ia", "io", "eo", "iet", "ying", "eing", "ien")) {
            int at = word.indexOf(pair);
            boolean soft =
                    at > 0 && "tcsg".indexOf(word.charAt(at - 1)) >= 0 && pair.charAt(0) == 'i';
            boolean people = word.startsWith("people");
            more += at >= 0 && !soft && !people ? 1 : 0;
        }
        return more;
    }
}
