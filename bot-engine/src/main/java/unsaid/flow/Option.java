package unsaid.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that can be tapped.
///
/// @param value what is stored and matched, never the label; `[a-z0-9-]+`
/// @param label what the visitor sees
/// @param phrases other ways people say it
/// @param forms form name → the words to use in a sentence, for placeholders such as `{fear.me}`
/// @param condition the option is not shown unless this holds; null: always shown
/// @param go where choosing it leads; null: where the step leads
/// @param flag what choosing it says about danger; null: nothing
/// @param set name → expression, set when it is chosen
/// @param suggest a flow to offer at the end; null: none
/// @param times how often it may be chosen in one conversation; 0: no limit
/// @param more shown on request only
/// @param text longest text in characters that may be added to it; 0: none
/// @param act what the widget or the product does when it is chosen; null: nothing
public record Option(
        String value,
        String label,
        List<String> phrases,
        Map<String, String> forms,
        @Nullable String condition,
        @Nullable String go,
        @Nullable Flag flag,
        Map<String, String> set,
        @Nullable String suggest,
        int times,
        boolean more,
        int text,
        @Nullable Act act) {

    public Option {
        phrases = List.copyOf(phrases);
        forms = Map.copyOf(forms);
        set = Ordered.copy(set);
    }

    /// An option with a value and a label and nothing else.
    public static Option of(String value, String label) {
        return new Option(
                value, label, List.of(), Map.of(), null, null, null, Map.of(), null, 0, false, 0,
                null);
    }

    /// What happens outside the talk when an option is chosen (`"do"` in the file).
    public enum Act {
        /// The card's text goes to the clipboard.
        COPY,
        /// The card's text is saved as a file.
        SAVE,
        /// The card is printed.
        PRINT,
        /// All answers are forgotten.
        ERASE,
        /// The page is left at once and all answers are forgotten.
        LEAVE,
        /// The help card is opened; the talk goes on at `go` afterwards.
        HELP
    }
}
