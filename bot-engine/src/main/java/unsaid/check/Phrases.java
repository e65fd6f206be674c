package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Rule;

/// Words that the bot does not use. `*` stands for any one word.
final class Phrases {
    private static final String[] PUSHES = {
        "you should",
        "you shouldn't",
        "you must",
        "you mustn't",
        "you need to",
        "you have to",
        "you ought to",
        "you had better",
        "why don't you",
        "why didn't you",
        "just * it",
        "at least",
        "calm down",
        "cheer up",
        "look on the bright side",
        "get over it",
        "move on from",
        "it could be worse",
        "others have it worse",
        "everything happens for a reason",
        "time heals",
        "stay positive",
        "think positive",
        "don't worry",
        "no need to"
    };
    private static final String[] PRETENDS = {
        "i understand",
        "i feel",
        "i know how you feel",
        "i care",
        "i love",
        "i worry",
        "i hope",
        "i'm sorry to hear",
        "i am sorry to hear",
        "i believe",
        "trust me"
    };
    private static final String[] PROMISES = {
        "i promise", "it will be fine", "it will be okay", "it will be ok", "it will get better",
        "you will feel better", "will be alright", "guaranteed", "you will be fine", "for sure"
    };
    private static final String[] JUDGES = {
        "toxic",
        "narcissist",
        "narcissistic",
        "codependent",
        "crazy",
        "needy",
        "clingy",
        "dysfunctional",
        "victim",
        "abuser",
        "fix",
        "fixed",
        "leave them",
        "leave your partner",
        "stay with your partner",
        "you always",
        "you never",
        "will always",
        "will never",
        "obviously",
        "simply",
        "normal people"
    };
    private static final String[] GENDERED = {
        "he", "she", "him", "his", "her", "hers", "himself", "herself", "husband", "wife",
        "boyfriend", "girlfriend", "man", "woman", "men", "women", "guy", "guys", "girl", "boy",
        "lady", "ladies", "gentleman", "mr", "mrs"
    };

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

    Phrases(List<String> more) {
        add(PUSHES, Rule.BANNED_PHRASE, "pushes, or makes little of it");
        add(PRETENDS, Rule.BANNED_PHRASE, "says that a program feels or knows");
        add(PROMISES, Rule.BANNED_PHRASE, "promises what nobody can");
        add(JUDGES, Rule.BANNED_PHRASE, "judges, or makes it larger than it is");
        add(more.toArray(String[]::new), Rule.BANNED_PHRASE, "is banned in tone.json");
        add(GENDERED, Rule.GENDERED, "gives somebody a gender");
    }

    private void add(String[] phrases, Rule rule, String why) {
        for (String phrase : phrases) {
            List<String> words = List.of(phrase.split(" "));
            byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                    .add(new Phrase(words, rule, why));
        }
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
