package unsaid.engine;

import org.jspecify.annotations.Nullable;

/// Where a talk begins.
///
/// @param at node of the first step
/// @param onlyTaps nothing could be written then, so that the talk goes the ways of those who only
///   tap, to its end
record Beginning(Program program, int at, boolean onlyTaps) {
    /// How [Log#noted] says that nothing could be written.
    static final String ONLY_TAPS = "only-taps";

    /// @param door the step a page opens it at; the beginning if the flow has no such door
    static Beginning of(Program program, @Nullable String door, boolean onlyTaps) {
        Integer at =
                door != null && program.flow().doors().contains(door)
                        ? program.index().get(door)
                        : null;
        return new Beginning(program, at == null ? 0 : at, onlyTaps);
    }

    /// The door it was opened by; null: the flow's beginning.
    @Nullable String door() {
        return at == 0 ? null : program.nodes()[at].step().id();
    }
}
