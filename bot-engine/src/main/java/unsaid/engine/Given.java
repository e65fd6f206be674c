package unsaid.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a visitor gave to a question, as it is stored and sent: keys of options and items, numbers,
/// days, words.
public sealed interface Given {
    /// One option or one item by its key; `text` is what was added to it.
    record Chosen(String key, @Nullable String text) implements Given {}

    /// Several options or items, in the visitor's order.
    record Several(List<Chosen> chosen) implements Given {
        public Several {
            chosen = List.copyOf(chosen);
        }
    }

    /// A number, for scales too.
    record Amount(double number) implements Given {}

    /// One text: free words, or a day in ISO 8601.
    record Written(String text) implements Given {}

    /// Several short texts.
    record Lines(List<String> lines) implements Given {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// Bucket → keys of the items put there.
    record Piles(Map<String, List<String>> piles) implements Given {
        public Piles {
            piles = Collections.unmodifiableMap(new LinkedHashMap<>(piles));
        }
    }

    /// The question was skipped.
    record Skipped() implements Given {}

    /// "I don't know."
    record NotKnown() implements Given {}
}
