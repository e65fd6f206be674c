package unsaid.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as it is kept: everything needed to stand at the same place again.
///
/// @param flow id of the flow it began with
/// @param door the step it was opened at; null: at the beginning
/// @param version that flow's version when it was last walked
/// @param language BCP 47 tag
/// @param turns how many turns were played; never falls, so that a question's id is never used
///   twice
/// @param entries the answers in order
/// @param kept answers given before an earlier one was changed, waiting for their question to come
///   up again
/// @param open place of the question that stood open, as in [Entry#at]; [#ENDED] once the talk had
///   ended; null: not known
/// @param noted what no change of a flow may take back: the dangers met, the locks that followed
///   from them, the country, and whether nothing could be written when it began; in words of the
///   product
public record Log(
        String flow,
        @Nullable String door,
        int version,
        String language,
        int turns,
        List<Entry> entries,
        List<Entry> kept,
        @Nullable String open,
        List<String> noted) {
    /// No question stood open: the talk had ended.
    public static final String ENDED = "@end";

    public Log {
        entries = List.copyOf(entries);
        kept = List.copyOf(kept);
        noted = List.copyOf(noted);
    }
}
