package unsaid.engine;

import org.jspecify.annotations.Nullable;
import unsaid.expression.Value;

/// A flow in progress, at rest between two events. The arrays are never written once a frame is
/// made.
///
/// @param at the open question, or where to go on once the flow above returns
/// @param values by slot
/// @param visits how often each node was come to in this stay
/// @param taken how often each option was chosen
/// @param loop innermost loop that `at` is in; null: none
/// @param pause where to go on after the lull; null: no lull is being asked about
/// @param reask the question at `at` stood open already and is only asked again
/// @param below the flow that called or was interrupted; null: this is the visitor's flow
record Frame(
        Program program,
        Role role,
        int at,
        @Nullable Value[] values,
        byte[] visits,
        byte[] taken,
        @Nullable Loop loop,
        @Nullable Pause pause,
        boolean reask,
        @Nullable Frame below) {

    enum Role {
        ROOT,
        CALLED,
        SAFETY
    }

    /// A place to go on at.
    record Pause(int at, @Nullable Loop loop) {}

    int depth() {
        return below == null ? 1 : below.depth() + 1;
    }
}
