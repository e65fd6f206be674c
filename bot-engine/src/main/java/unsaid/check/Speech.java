package unsaid.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What the texts of one language are held against.
///
/// @param phrases what the bot does not say
/// @param everyday plain words
/// @param advice verbs that advise at the beginning of a sentence
/// @param syllables of a word in small letters
/// @param grade the year of school that reading takes
record Speech(
        Phrases phrases,
        Everyday everyday,
        Set<String> advice,
        ToIntFunction<String> syllables,
        ToDoubleFunction<Reading> grade) {

    private static final Set<String> ENGLISH =
            Set.of(
                    "try",
                    "tell",
                    "ask",
                    "write",
                    "talk",
                    "breathe",
                    "notice",
                    "consider",
                    "avoid",
                    "practise",
                    "practice",
                    "listen",
                    "share",
                    "apologise",
                    "apologize",
                    "forgive",
                    "focus",
                    "accept",
                    "stop");
    private static final Set<String> GERMAN =
            Set.of(
                    "versuch",
                    "versuche",
                    "probier",
                    "erzähl",
                    "erzähle",
                    "sag",
                    "sage",
                    "frag",
                    "schreib",
                    "schreibe",
                    "sprich",
                    "rede",
                    "atme",
                    "achte",
                    "beachte",
                    "bedenke",
                    "vermeide",
                    "meide",
                    "übe",
                    "hör",
                    "höre",
                    "teil",
                    "teile",
                    "entschuldige",
                    "verzeih",
                    "vergib",
                    "akzeptiere",
                    "stopp");

    /// @param language BCP 47 tag
    /// @return null where there are no lists
    static @Nullable Speech of(String language, Tone tone) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "en" ->
                    new Speech(
                            new Phrases("en", tone.banned()),
                            Everyday.english(tone.words()),
                            ENGLISH,
                            Syllables::english,
                            Reading::fleschKincaid);
            case "de" ->
                    new Speech(
                            new Phrases("de", tone.banned()),
                            Everyday.german(tone.words()),
                            GERMAN,
                            Syllables::german,
                            Reading::wiener);
            default -> null;
        };
    }
}
