package unsaid.check;

import java.util.List;
import java.util.Set;

/// How a flow should sound, as limits. What goes over one is a warning, never an error.
///
/// @param bubble longest bubble, in characters
/// @param sentence longest sentence, in words
/// @param turnWords most words between two answers
/// @param turnBubbles most bubbles between two answers, the question counted
/// @param options most options in sight
/// @param label longest label, in characters
/// @param turnGrade highest reading grade of one turn of [#GRADED] words or more
/// @param flowGrade highest reading grade of a whole flow
/// @param rareWords most words that are not everyday ones, in percent of all
/// @param takenUp least share of free answers that are taken up before the next question, in
///   percent
/// @param longest most questions on any way
/// @param usual most questions that half of those are asked who answer everything
/// @param skipping most questions for somebody who skips everything
/// @param copied fewest words in a row that count as taken from a source
/// @param words everyday words besides the built-in ones, in small letters
/// @param banned phrases besides the built-in ones, in small letters
public record Tone(
        int bubble,
        int sentence,
        int turnWords,
        int turnBubbles,
        int options,
        int label,
        double turnGrade,
        double flowGrade,
        double rareWords,
        int takenUp,
        int longest,
        int usual,
        int skipping,
        int copied,
        Set<String> words,
        List<String> banned) {

    /// Fewest words a turn must have for its reading grade to mean anything.
    public static final int GRADED = 10;

    public static final Tone DEFAULT =
            new Tone(160, 20, 50, 4, 8, 45, 7, 5, 3, 90, 40, 20, 12, 6, Set.of(), List.of());

    public Tone {
        words = Set.copyOf(words);
        banned = List.copyOf(banned);
    }
}
