package unsaid.engine;

import java.util.List;

/// A conversation as it is kept: everything needed to stand at the same place again.
///
/// @param flow id of the flow it began with
/// @param version that flow's version when it was last walked
/// @param language BCP 47 tag
/// @param turns how many turns were played; never falls, so that a question's id is never used
///   twice
/// @param entries the answers in order
/// @param kept answers given before an earlier one was changed, waiting for their question to come
///   up again
public record Log(
        String flow,
        int version,
        String language,
        int turns,
        List<Entry> entries,
        List<Entry> kept) {
    public Log {
        entries = List.copyOf(entries);
        kept = List.copyOf(kept);
    }
}
