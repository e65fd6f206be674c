package unsaid.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Step.Ending;
import unsaid.safety.Met;

/// Where a conversation stands, at rest between two events.
///
/// @param frame innermost flow in progress, with the open question
/// @param entries what was answered; null: nothing yet
/// @param kept answers waiting for their question to come up again
/// @param met dangers met so far
/// @param skips skips in a row
/// @param lulls how often the lull was asked about
/// @param suggested flow to go on with; null: none
/// @param left the part of the talk left last; null: it is still in its first
/// @param ending how the talk ended; null: it goes on
record State(
        Frame frame,
        @Nullable Chain entries,
        List<Entry> kept,
        Met met,
        int skips,
        int lulls,
        @Nullable String suggested,
        @Nullable Past left,
        double progress,
        @Nullable Ending ending) {

    /// What no change of a flow may take back.
    Noted noted() {
        return Facts.noted(met, frame.values());
    }
}
