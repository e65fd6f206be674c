package unsaid.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Everyday English words and their forms.
final class Everyday {
    private static final Set<String> BUILT_IN = read();
    private static final List<String> ENDINGS =
            List.of(
                    "'s", "'t", "n't", "'re", "'ll", "'ve", "'d", "'m", "ingly", "ing", "edly",
                    "ed", "er", "est", "ly", "ness", "ful", "less", "es", "s", "d", "r", "n", "y",
                    "ing");

    private final Set<String> more;

    /// @param more other words to count among them
    Everyday(Set<String> more) {
        this.more = more;
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
        return word.indexOf('-') >= 0 || formed(word);
    }

    private boolean plain(String word) {
        return BUILT_IN.contains(word) || more.contains(word);
    }

    /// Whether an ending was added to an everyday word: `looked`, `loved`, `stopping`, `worries`.
    private boolean formed(String word) {
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

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        try (var in =
                        Objects.requireNonNull(
                                Everyday.class.getResourceAsStream("everyday.en.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Set.copyOf(words);
    }
}
