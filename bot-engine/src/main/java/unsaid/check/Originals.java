package unsaid.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts by others, and the runs of words that another text shares with them. Case, quotes and
/// punctuation do not count. Takes time and memory linear in the texts. Immutable.
public final class Originals {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}\\p{N}]+)*");

    /// What is no text in HTML, and the address of a link in Markdown.
    private static final Pattern MARKUP =
            Pattern.compile("</?[A-Za-z!][^<>]*>|\\]\\([^()\\s]*\\)|&[A-Za-z]+;|&#(\\d{1,6});");

    private static final Map<String, String> ENTITIES =
            Map.of(
                    "&rsquo;",
                    "’",
                    "&apos;",
                    "'",
                    "&auml;",
                    "ä",
                    "&ouml;",
                    "ö",
                    "&uuml;",
                    "ü",
                    "&Auml;",
                    "Ä",
                    "&Ouml;",
                    "Ö",
                    "&Uuml;",
                    "Ü",
                    "&szlig;",
                    "ß",
                    "&eacute;",
                    "é");

    private final int least;
    private final Map<String, String> runs = new HashMap<>();

    /// @param sources what each is called → its text; plain, HTML or Markdown
    /// @param least fewest words in a row that count as shared, at least 1
    public Originals(Map<String, String> sources, int least) {
        this.least = least;
        sources.forEach((name, text) -> {
            List<Word> words = words(plain(text));
            for (int i = 0; i + least <= words.size(); i++) {
                runs.putIfAbsent(run(words, i), name);
            }
        });
    }

    /// @param at index of its first character
    /// @param text as it stands in the text that shares it
    /// @param source what the other text is called
    public record Run(int at, String text, String source) {}

    private record Word(int from, int to, String text) {}

    /// The first run of words that a text shares with one of the sources, as long as it goes on. No
    /// run goes over a placeholder.
    ///
    /// @return null if there is none
    public @Nullable Run in(String text) {
        List<Word> words = words(text);
        for (int i = 0; i + least <= words.size(); i++) {
            String source = shared(text, words, i);
            if (source != null) {
                int last = i;
                while (last + 1 + least <= words.size() && shared(text, words, last + 1) != null) {
                    last++;
                }
                int from = words.get(i).from();
                return new Run(
                        from, text.substring(from, words.get(last + least - 1).to()), source);
            }
        }
        return null;
    }

    private @Nullable String shared(String text, List<Word> words, int at) {
        String source = runs.get(run(words, at));
        boolean whole =
                source != null
                        && text.substring(words.get(at).from(), words.get(at + least - 1).to())
                                .chars()
                                .noneMatch(c -> c == '{' || c == '}');
        return whole ? source : null;
    }

    private String run(List<Word> words, int at) {
        StringBuilder run = new StringBuilder();
        words.subList(at, at + least).forEach(word -> run.append(word.text()).append(' '));
        return run.toString();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        WORD.matcher(text)
                .results()
                .forEach(
                        word -> words.add(new Word(word.start(), word.end(), alike(word.group()))));
        return words;
    }

    private static String alike(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    private static String plain(String text) {
        return MARKUP.matcher(text)
                .replaceAll(found -> {
                    String number = found.group(1);
                    return number == null
                            ? ENTITIES.getOrDefault(found.group(), " ")
                            : java.util.regex.Matcher.quoteReplacement(
                                    Character.isValidCodePoint(Integer.parseInt(number))
                                            ? Character.toString(Integer.parseInt(number))
                                            : " ");
                });
    }
}
