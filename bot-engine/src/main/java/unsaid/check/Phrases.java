package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Rule;

/// Words that the bot does not use. `*` stands for any one word.
final class Phrases {
    /// Why a phrase is not used.
    private enum Kind {
        PUSHES(Rule.BANNED_PHRASE, "pushes, or makes little of it"),
        PRETENDS(Rule.BANNED_PHRASE, "says that a program feels or knows"),
        PROMISES(Rule.BANNED_PHRASE, "promises what nobody can"),
        JUDGES(Rule.BANNED_PHRASE, "judges, or makes it larger than it is"),
        GENDERED(Rule.GENDERED, "gives somebody a gender");

        private final Rule rule;
        private final String why;

        Kind(Rule rule, String why) {
            this.rule = rule;
            this.why = why;
        }
    }

    /// @param rule what using it breaks
    /// @param why what is wrong with it
    record Phrase(List<String> words, Rule rule, String why) {}

    /// @param at index of its first word
    record Hit(Phrase phrase, int at) {
        String text() {
            return String.join(" ", phrase.words());
        }
    }

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    /// @param language one with a list: `en` or `de`
    /// @param more other phrases that are not used
    Phrases(String language, List<String> more) {
        for (String line : Lists.lines("phrases." + language + ".tsv")) {
            int tab = line.indexOf('\t');
            Kind kind = Kind.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT));
            for (String phrase : line.substring(tab + 1).split(" \\| ")) {
                add(phrase, kind.rule, kind.why);
            }
        }
        more.forEach(phrase -> add(phrase, Rule.BANNED_PHRASE, "is banned in tone.json"));
    }

    private void add(String phrase, Rule rule, String why) {
        List<String> words = List.of(phrase.split(" "));
        byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                .add(new Phrase(words, rule, why));
    }

    /// All phrases in a text.
    List<Hit> in(Prose prose) {
        List<Hit> hits = new ArrayList<>();
        List<String> words = prose.words();
        for (int at = 0; at < words.size(); at++) {
            List<Phrase> begun = byFirst.get(words.get(at));
            Hit hit = begun == null ? null : longest(begun, words, at);
            if (hit != null) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private static @Nullable Hit longest(List<Phrase> begun, List<String> words, int at) {
        Hit longest = null;
        for (Phrase phrase : begun) {
            boolean longer =
                    longest == null || phrase.words().size() > longest.phrase().words().size();
            if (longer && fits(phrase.words(), words, at)) {
                longest = new Hit(phrase, at);
            }
        }
        return longest;
    }

    private static boolean fits(List<String> phrase, List<String> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < phrase.size(); i++) {
            if (!phrase.get(i).equals("*") && !phrase.get(i).equals(words.get(at + i))) {
                return false;
            }
        }
        return true;
    }
}
