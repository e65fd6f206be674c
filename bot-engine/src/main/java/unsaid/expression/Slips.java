package unsaid.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Lexer.Token;
import unsaid.flow.Option;

/// What people write into a condition who know another way of writing it, and what it is here.
final class Slips {
    /// Longer ones before those they begin with.
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("=<", "<="),
                    Map.entry("=>", ">="),
                    Map.entry("≤", "<="),
                    Map.entry("≥", ">="),
                    Map.entry("!=", "is not"),
                    Map.entry("<>", "is not"),
                    Map.entry("≠", "is not"),
                    Map.entry("==", "is"),
                    Map.entry("&&", "and"),
                    Map.entry("||", "or"),
                    Map.entry("&", "and"),
                    Map.entry("|", "or"),
                    Map.entry("!", "not"),
                    Map.entry("“", "'"),
                    Map.entry("”", "'"),
                    Map.entry("‘", "'"),
                    Map.entry("’", "'"),
                    Map.entry("\"", "'"),
                    Map.entry("–", "-"));

    private static final Set<String> SET =
            Set.of("answered", "given", "known", "filled", "there", "present", "defined");
    private static final Set<String> UNSET =
            Set.of("unset", "missing", "unanswered", "unknown", "null", "undefined", "skipped");

    private Slips() {}

    /// A sign that is another one here.
    ///
    /// @param meant what to write
    record Sign(String written, String meant) {
        Fault fault(int at) {
            return new Fault(
                    at,
                    written.length(),
                    "syntax",
                    "“" + written + "” has no meaning here",
                    "write “" + meant + "” in its place");
        }
    }

    /// @return null if what stands there is no sign that is known from elsewhere
    static @Nullable Sign sign(String source, int at) {
        for (int length = 2; length > 0; length--) {
            if (at + length <= source.length()) {
                String written = source.substring(at, at + length);
                String meant = SIGNS.get(written);
                if (meant != null) {
                    return meant.equals("'") ? quoted(source, at) : new Sign(written, meant);
                }
            }
        }
        return null;
    }

    /// A text between quotes of another kind.
    private static Sign quoted(String source, int at) {
        int end = at + 1;
        while (end < source.length() && "'“”‘’\"".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        return end == source.length()
                ? new Sign(source.substring(at, at + 1), "'")
                : new Sign(
                        source.substring(at, end + 1), "'" + source.substring(at + 1, end) + "'");
    }

    /// Words of the language in capitals.
    static List<Fault> capitals(List<Token> tokens, Names names, Set<String> words) {
        List<Fault> faults = new ArrayList<>();
        for (Token token : tokens) {
            String small = token.text().toLowerCase(Locale.ROOT);
            if (token.kind() == Lexer.Kind.WORD
                    && !small.equals(token.text())
                    && words.contains(small)
                    && names.find(token.text()) == null) {
                faults.add(
                        new Fault(
                                token.offset(),
                                token.length(),
                                "syntax",
                                "“" + token.text() + "” has no meaning here",
                                "write it small: " + small));
            }
        }
        return faults;
    }

    /// `is answered` for `is set`; null if the word means something else.
    static @Nullable String set(String word, boolean not) {
        if (SET.contains(word)) {
            return not ? "is not set" : "is set";
        }
        if (UNSET.contains(word)) {
            return not ? "is set" : "is not set";
        }
        return null;
    }

    /// The option whose label begins here in the source; the longest of several.
    static @Nullable Option labelled(List<Option> options, String source, int at) {
        Option found = null;
        for (Option option : options) {
            String label = option.label().strip();
            int end = at + label.length();
            boolean whole =
                    !label.isEmpty()
                            && source.regionMatches(true, at, label, 0, label.length())
                            && (end == source.length()
                                    || !Character.isLetterOrDigit(source.charAt(end)));
            if (whole && (found == null || label.length() > found.label().strip().length())) {
                found = option;
            }
        }
        return found;
    }

    /// Such as `5`, not `5.0`.
    static String written(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
