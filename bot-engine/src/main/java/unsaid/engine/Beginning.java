package unsaid.engine;

import org.jspecify.annotations.Nullable;

/// Where a talk begins.
///
/// @param at node of the first step
record Beginning(Program program, int at) {
    /// @param door the step a page opens it at; the beginning if the flow has no such door
    static Beginning of(Program program, @Nullable String door) {
        Integer at =
                door != null && program.flow().doors().contains(door)
                        ? program.index().get(door)
                        : null;
        return new Beginning(program, at == null ? 0 : at);
    }

    /// The door it was opened by; null: the flow's beginning.
    @Nullable String door() {
        return at == 0 ? null : program.nodes()[at].step().id();
    }
}
