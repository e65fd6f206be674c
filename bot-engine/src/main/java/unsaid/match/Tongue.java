package unsaid.match;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of one language that mean the same at every question. All as [Tidy#key] makes them.
///
/// @param yes says yes
/// @param no says no
/// @param none chooses nothing
/// @param and parts one choice from the next
/// @param about may stand before a number
/// @param numbers number words
/// @param ordinals "first" and so on; `-1` is the last
/// @param months full and short names, 1 to 12
/// @param clear commands that are no answer to anything
/// @param loose commands that might be an answer where any words are one
record Tongue(
        Set<String> yes,
        Set<String> no,
        Set<String> none,
        Set<String> and,
        Set<String> about,
        Map<String, Integer> numbers,
        Map<String, Integer> ordinals,
        Map<String, Integer> months,
        Map<String, Word> clear,
        Map<String, Word> loose) {

    private static final Tongue ENGLISH =
            new Tongue(
                    Set.of(
                            "yes",
                            "y",
                            "yeah",
                            "yep",
                            "yup",
                            "yes please",
                            "sure",
                            "of course",
                            "ok",
                            "okay",
                            "right",
                            "correct",
                            "exactly",
                            "thats right",
                            "true",
                            "definitely",
                            "absolutely",
                            "i do",
                            "i am",
                            "it is",
                            "aye",
                            "yea"),
                    Set.of(
                            "no",
                            "n",
                            "nope",
                            "nah",
                            "no thanks",
                            "no thank you",
                            "not really",
                            "wrong",
                            "not right",
                            "false",
                            "never",
                            "not at all",
                            "i dont",
                            "i do not",
                            "im not",
                            "i am not",
                            "it isnt",
                            "definitely not"),
                    Set.of("none", "nothing", "none of them", "none of these"),
                    Set.of("and", "also", "plus"),
                    Set.of(
                            "about",
                            "around",
                            "maybe",
                            "roughly",
                            "probably",
                            "a",
                            "an",
                            "like",
                            "id say",
                            "i would say",
                            "its",
                            "it is",
                            "i think"),
                    counted("zero one two three four five six seven eight nine ten eleven twelve"),
                    ordinals(
                            "first second third fourth fifth sixth seventh eighth ninth tenth",
                            "last"),
                    months(
                            "january february march april may june july august september october november december"),
                    commands(
                            Map.of(
                                    Word.SKIP,
                                            "skip|skip it|skip this|skip this one|skip this question|skip that|skip the question"
                                                    + "|i want to skip this|lets skip this|can i skip this|id rather not say|i would rather not say"
                                                    + "|prefer not to say|i prefer not to say|i dont want to answer|i dont want to answer that",
                                    Word.UNSURE,
                                            "i dont know|i do not know|dont know|dunno|i dunno|no idea|i have no idea|idk|not sure"
                                                    + "|im not sure|i am not sure|no clue|i have no clue|i really dont know|hard to say"
                                                    + "|i cant say|i dont know yet",
                                    Word.BACK,
                                            "go back|one step back|go one step back|previous question|can i go back|take me back",
                                    Word.ENOUGH,
                                            "enough for today|thats enough for today|that is enough for today|thats enough for now"
                                                    + "|that is enough for now|enough for now|i want to stop|i want to stop here|lets stop here"
                                                    + "|can we stop|i need to stop|i need a break|stop for today",
                                    Word.HELP,
                                            "help|help me|i need help|please help|i need help now|get help|show help",
                                    Word.RESTART,
                                            "start over from the beginning|restart the conversation|restart the chat"
                                                    + "|start this conversation again|start again from the beginning")),
                    commands(
                            Map.of(
                                    Word.SKIP,
                                            "pass|next|next question|next please|no answer|no comment",
                                    Word.UNSURE, "unsure|no opinion|who knows|?|??|???",
                                    Word.BACK, "back|previous|undo",
                                    Word.ENOUGH,
                                            "enough|stop|quit|exit|thats enough|that is enough|bye|goodbye|end|im done|i am done",
                                    Word.RESTART,
                                            "restart|start over|start again|begin again|reset|from the beginning")));

    private static final Tongue GERMAN =
            new Tongue(
                    Set.of(
                            "ja",
                            "j",
                            "jo",
                            "jep",
                            "jup",
                            "klar",
                            "ja bitte",
                            "genau",
                            "stimmt",
                            "richtig",
                            "sicher",
                            "gern",
                            "gerne",
                            "auf jeden fall",
                            "natürlich",
                            "doch",
                            "ja genau",
                            "das stimmt"),
                    Set.of(
                            "nein",
                            "ne",
                            "nee",
                            "nö",
                            "nein danke",
                            "nicht wirklich",
                            "falsch",
                            "stimmt nicht",
                            "gar nicht",
                            "überhaupt nicht",
                            "auf keinen fall",
                            "niemals",
                            "das stimmt nicht",
                            "eher nicht"),
                    Set.of(
                            "keine",
                            "keins",
                            "nichts",
                            "keines",
                            "keiner",
                            "nichts davon",
                            "keine davon"),
                    Set.of("und", "sowie", "auch"),
                    Set.of(
                            "etwa",
                            "ungefähr",
                            "circa",
                            "ca",
                            "vielleicht",
                            "so",
                            "eine",
                            "ein",
                            "ich würde sagen",
                            "wohl"),
                    counted("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
                    ordinals(
                            "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
                            "letzte"),
                    months(
                            "januar februar märz april mai juni juli august september oktober november dezember"),
                    commands(
                            Map.of(
                                    Word.SKIP,
                                    "überspringen|frage überspringen|das überspringen|diese frage überspringen"
                                            + "|möchte ich nicht sagen|das möchte ich nicht sagen|keine angabe|will ich nicht sagen",
                                    Word.UNSURE,
                                    "weiß nicht|weiss nicht|ich weiß nicht|ich weiss nicht|ich weiß es nicht"
                                            + "|ich weiss es nicht|weiß ich nicht|weiss ich nicht|keine ahnung|ich habe keine ahnung"
                                            + "|k a|ka|bin nicht sicher|ich bin nicht sicher|ich bin mir nicht sicher|schwer zu sagen",
                                    Word.BACK,
                                    "zurück bitte|einen schritt zurück|geh zurück|vorherige frage",
                                    Word.ENOUGH,
                                    "genug für heute|das reicht für heute|reicht für heute|ich möchte aufhören"
                                            + "|ich will aufhören|lass uns aufhören|schluss für heute",
                                    Word.HELP,
                                    "hilfe|ich brauche hilfe|bitte hilf mir|hilf mir|hilfe bitte",
                                    Word.RESTART,
                                    "noch einmal von vorn|nochmal von vorn|noch einmal von vorne|nochmal von vorne")),
                    commands(
                            Map.of(
                                    Word.SKIP, "weiter|nächste frage|nächste|passe",
                                    Word.UNSURE, "unsicher|unklar|wer weiß|wer weiss",
                                    Word.BACK, "zurück|zurueck",
                                    Word.ENOUGH,
                                            "genug|stopp|stop|schluss|aufhören|das reicht|reicht|ende|tschüss",
                                    Word.RESTART,
                                            "neustart|von vorn|von vorne|neu anfangen|neu beginnen")));

    /// The words for a language tag. English words are understood in every language; where the two
    /// disagree, the language of the conversation wins.
    static Tongue of(String language) {
        String main = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return main.equals("de") ? GERMAN.over(ENGLISH) : ENGLISH;
    }

    private Tongue over(Tongue other) {
        return new Tongue(
                union(yes, other.yes),
                union(no, other.no),
                union(none, other.none),
                union(and, other.and),
                union(about, other.about),
                union(numbers, other.numbers),
                union(ordinals, other.ordinals),
                union(months, other.months),
                union(clear, other.clear),
                union(loose, other.loose));
    }

    private static Set<String> union(Set<String> ours, Set<String> theirs) {
        Set<String> all = new java.util.HashSet<>(theirs);
        all.addAll(ours);
        return Set.copyOf(all);
    }

    private static <T> Map<String, T> union(Map<String, T> ours, Map<String, T> theirs) {
        Map<String, T> all = new HashMap<>(theirs);
        all.putAll(ours);
        return Map.copyOf(all);
    }

    private static Map<String, Integer> counted(String fromZero) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String word : fromZero.split(" ")) {
            numbers.put(word, numbers.size());
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, Integer> ordinals(String fromOne, String last) {
        Map<String, Integer> ordinals = new HashMap<>();
        for (String word : fromOne.split(" ")) {
            ordinals.put(word, ordinals.size() + 1);
        }
        ordinals.put(last, -1);
        return Map.copyOf(ordinals);
    }

    private static Map<String, Integer> months(String names) {
        Map<String, Integer> months = new HashMap<>();
        List<String> all = List.of(names.split(" "));
        for (int month = 1; month <= all.size(); month++) {
            months.put(all.get(month - 1), month);
            months.putIfAbsent(all.get(month - 1).substring(0, 3), month);
        }
        return Map.copyOf(months);
    }

    private static Map<String, Word> commands(Map<Word, String> wordings) {
        Map<String, Word> commands = new HashMap<>();
        wordings.forEach((word, all) -> {
            for (String wording : all.split("\\|")) {
                commands.put(wording, word);
            }
        });
        return Map.copyOf(commands);
    }
}
