package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is heard in a text by itself, whichever step says it.
///
/// @param questions how many question marks are in it
/// @param longest words of its longest sentence
/// @param reading how hard it is to read
/// @param hits phrases that the bot does not use
/// @param rare words that are not everyday ones, each as often as it stands there
/// @param holes it shows where something was left out
/// @param loud what shouts in it; null: nothing
record Heard(
        Prose prose,
        int questions,
        int longest,
        Reading reading,
        List<Phrases.Hit> hits,
        List<String> rare,
        boolean holes,
        @Nullable String loud) {

    int words() {
        return prose.words().size();
    }

    /// Listens to the texts of one flow, to each once, however often it stands there.
    static final class Ear {
        private final @Nullable Speech speech;
        private final Map<String, Heard> heard = new HashMap<>();

        /// @param speech null where the language has no word lists
        Ear(@Nullable Speech speech) {
            this.speech = speech;
        }

        Heard hear(String text) {
            Heard known = heard.get(text);
            if (known == null) {
                known = listen(text);
                heard.put(text, known);
            }
            return known;
        }

        private Heard listen(String text) {
            Prose prose = Prose.of(text);
            List<String> rare = new ArrayList<>(0);
            if (speech != null) {
                prose.words().stream()
                        .filter(word -> !speech.everyday().contains(word))
                        .forEach(rare::add);
            }
            return new Heard(
                    prose,
                    prose.questions(),
                    prose.longestSentence(),
                    speech == null ? new Reading() : Reading.of(prose, speech.syllables()),
                    speech == null ? List.of() : speech.phrases().in(prose),
                    rare,
                    hasHoles(text),
                    loud(text));
        }
    }

    /// Whether a text shows where something was left out: two spaces, a space before a mark, empty
    /// quotes or brackets, a brace, or no end. An empty one is left out as a whole.
    private static boolean hasHoles(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        boolean bad = Character.isLetterOrDigit(last) || ",;-–{".indexOf(last) >= 0;
        for (int at = 0; at + 1 < text.length() && !bad; at++) {
            char c = text.charAt(at);
            char next = text.charAt(at + 1);
            bad =
                    switch (c) {
                        case ' ' -> " .,;:?".indexOf(next) >= 0;
                        case '“' -> next == '”';
                        case '„' -> next == '“';
                        case '(' -> next == ')';
                        case ',' -> ".?!,".indexOf(next) >= 0;
                        case '.' -> next == '.' && !text.startsWith("...", at);
                        default -> c == '{' || c == '}';
                    };
        }
        return bad || ".,;:?!".indexOf(text.charAt(0)) >= 0;
    }

    private static @Nullable String loud(String text) {
        if (text.indexOf('!') >= 0) {
            return "an exclamation mark";
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > 0x2100 && isEmoji(text.codePointAt(at))) {
                return "an emoji";
            }
            if (c <= 0x2100 && Character.isUpperCase(c) && capitals(text, at) >= 4) {
                return "a word in capitals";
            }
        }
        return null;
    }

    private static boolean isEmoji(int code) {
        return Character.isEmoji(code) && !Character.isDigit(code);
    }

    private static int capitals(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isUpperCase(text.charAt(at))) {
            at++;
        }
        return at - from;
    }
}
