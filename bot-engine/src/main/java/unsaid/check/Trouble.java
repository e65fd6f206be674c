package unsaid.check;

import java.util.Locale;

/// Something that goes wrong in a talk.
///
/// @param at where: `flow/step`
/// @param message what is wrong, in an author's words
/// @param script the shortest talk found that leads there, as a test
public record Trouble(Kind kind, String at, String message, Script script) {

    /// What can go wrong. A closed set.
    public enum Kind {
        /// The engine broke.
        EXCEPTION,
        /// An answer that fits was refused.
        REFUSED,
        /// An answer that does not fit was taken.
        TAKEN,
        /// Nothing is asked, and the talk has not ended.
        STRANDED,
        /// However one answers, the same questions come again.
        LOOP,
        /// A question, an option or a bubble without words.
        EMPTY,
        /// A placeholder stands in a text as it was written.
        PLACEHOLDER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
