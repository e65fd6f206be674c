package unsaid.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Everyday words of a language and their forms.
final class Everyday {
    private static final Set<String> ENGLISH = read("everyday.en.txt");
    private static final Set<String> GERMAN = read("everyday.de.txt");
    private static final List<String> ENDINGS =
            List.of(
                    "'s", "'t", "n't", "'re", "'ll", "'ve", "'d", "'m", "ingly", "ing", "edly",
                    "ed", "er", "est", "ly", "ness", "ful", "less", "es", "s", "d", "r", "n", "y",
                    "ing");
    private static final List<String> GERMAN_ENDINGS =
            List.of(
                    "", "e", "en", "em", "er", "es", "n", "s", "r", "m", "t", "st", "te", "ten",
                    "tet", "test", "et", "est", "ste", "sten", "ere", "eren", "erer", "eres", "end",
                    "ende", "enden", "ender", "endes", "ung", "ungen", "heit", "keit", "lich",
                    "liche", "lichen", "licher", "liches", "ig", "ige", "igen", "iger", "iges",
                    "los", "lose", "losen", "chen", "in", "innen", "nis");
    private static final List<String> GERMAN_BEGINNINGS =
            List.of(
                    "ge",
                    "be",
                    "ver",
                    "zer",
                    "er",
                    "ent",
                    "un",
                    "an",
                    "auf",
                    "aus",
                    "ab",
                    "ein",
                    "mit",
                    "nach",
                    "vor",
                    "weg",
                    "zurück",
                    "hin",
                    "her",
                    "um",
                    "zu",
                    "weiter",
                    "zusammen",
                    "da",
                    "los",
                    "fest",
                    "wieder",
                    "über",
                    "unter",
                    "durch",
                    "vorbei",
                    "herein",
                    "hinein",
                    "hinaus",
                    "hinaus",
                    "heraus",
                    "miteinander",
                    "auseinander");

    /// Letters that each part of a word made of two has, or more.
    private static final int PART = 4;

    private final Set<String> builtIn;
    private final Set<String> more;
    private final Predicate<String> formed;

    private Everyday(Set<String> builtIn, Set<String> more, boolean german) {
        this.builtIn = builtIn;
        this.more = more;
        this.formed = german ? word -> isGerman(word, true) : this::isEnglish;
    }

    /// @param more other words to count among them
    static Everyday english(Set<String> more) {
        return new Everyday(ENGLISH, more, false);
    }

    /// @param more other words to count among them
    static Everyday german(Set<String> more) {
        return new Everyday(GERMAN, more, true);
    }

    boolean contains(String word) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0)) || plain(word)) {
            return true;
        }
        for (String part : word.indexOf('-') < 0 ? List.<String>of() : List.of(word.split("-"))) {
            if (!contains(part)) {
                return false;
            }
        }
        return word.indexOf('-') >= 0 || formed.test(word);
    }

    private boolean plain(String word) {
        return builtIn.contains(word) || more.contains(word);
    }

    /// Whether an ending was added to an everyday word: `looked`, `loved`, `stopping`, `worries`.
    private boolean isEnglish(String word) {
        if (word.startsWith("un") && word.length() > 4 && contains(word.substring(2))) {
            return true;
        }
        for (String ending : ENDINGS) {
            if (!word.endsWith(ending) || word.length() - ending.length() < 2) {
                continue;
            }
            String stem = word.substring(0, word.length() - ending.length());
            int last = stem.length() - 1;
            boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
            if (plain(stem)
                    || plain(stem + "e")
                    || doubled && plain(stem.substring(0, last))
                    || stem.endsWith("i") && plain(stem.substring(0, last) + "y")
                    || ending.equals("ly") && plain(stem + "le")) {
                return true;
            }
        }
        return false;
    }

    /// Whether an everyday word was bent, lengthened or put together: `hörst`, `aufzuhören`,
    /// `Ängste`, `Hilfetelefon`.
    private boolean isGerman(String word, boolean together) {
        if (isBent(word)) {
            return true;
        }
        for (String beginning : GERMAN_BEGINNINGS) {
            String rest = without(beginning, word);
            if (rest != null && (isBent(rest) || isGerman(rest, false))) {
                return true;
            }
        }
        for (int at = PART; together && at <= word.length() - PART; at++) {
            String first = word.substring(0, at);
            if (isGerman(word.substring(at), false)
                    && (isGerman(first, false)
                            || first.endsWith("s")
                                    && plain(first.substring(0, first.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String without(String beginning, String word) {
        return word.startsWith(beginning) && word.length() - beginning.length() >= 3
                ? word.substring(beginning.length())
                : null;
    }

    /// An ending was added, to the word or to the stem of a verb, and a vowel perhaps changed.
    private boolean isBent(String word) {
        for (String ending : GERMAN_ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 2) {
                String stem = word.substring(0, word.length() - ending.length());
                String plain =
                        stem.replace("äu", "au")
                                .replace('ä', 'a')
                                .replace('ö', 'o')
                                .replace('ü', 'u');
                if (isStem(stem) || !plain.equals(stem) && isStem(plain)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isStem(String stem) {
        return plain(stem)
                || plain(stem + "e")
                || stem.length() >= 3 && (plain(stem + "en") || plain(stem + "n"));
    }

    private static Set<String> read(String file) {
        Set<String> words = new HashSet<>();
        Lists.lines(file).forEach(line -> words.addAll(List.of(line.split(" +"))));
        return Set.copyOf(words);
    }
}
