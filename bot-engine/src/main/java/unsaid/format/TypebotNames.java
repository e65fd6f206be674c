package unsaid.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Ids of steps and options, made from the words of a Typebot export.
final class TypebotNames {
    private static final int LENGTH = 30;

    private final Set<String> used = new HashSet<>();
    private final Map<String, String> variables = new HashMap<>();

    /// Words as an id: small letters, digits and hyphens; `other` if there are none.
    static String slug(String words, String other) {
        String plain =
                Normalizer.normalize(words, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String cut =
                plain.length() > LENGTH
                        ? plain.substring(0, LENGTH).replaceAll("-[^-]*$", "")
                        : plain;
        return cut.isEmpty() ? other : cut.matches("[0-9].*") ? other + "-" + cut : cut;
    }

    /// An id that no step has yet.
    String fresh(String words, String other) {
        String id = slug(words, other);
        String free = id;
        for (int i = 2; !used.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /// The name of a variable: always the same one.
    String variable(String id, String words) {
        return variables.computeIfAbsent(id, _ -> fresh(words, "answer"));
    }
}
