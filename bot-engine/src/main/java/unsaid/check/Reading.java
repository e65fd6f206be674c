package unsaid.check;

import java.util.List;

/// How hard an English text is to read: the grade of Flesch and Kincaid (Kincaid and others 1975),
/// `0.39 · words/sentences + 11.8 · syllables/words − 15.59`. Syllables are counted by rule, so a
/// grade is right to about half a year.
final class Reading {
    private int words;
    private int sentences;
    private int syllables;

    void add(Heard heard) {
        words += heard.words();
        sentences += heard.prose().ends().size();
        syllables += heard.syllables();
    }

    void add(Reading other) {
        words += other.words;
        sentences += other.sentences;
        syllables += other.syllables;
    }

    int words() {
        return words;
    }

    /// 0 for a text without words.
    double grade() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    static double grade(List<String> texts) {
        Heard.Ear ear = new Heard.Ear(null, null);
        Reading reading = new Reading();
        texts.forEach(text -> reading.add(ear.hear(text)));
        return reading.grade();
    }

    /// Groups of vowels, without an `e` at the end that is not heard; at least one.
    static int syllables(String word) {
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
