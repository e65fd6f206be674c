package unsaid.flow;

/// Words that a `go` may use instead of a step's id. A step's id cannot start with `@`.
public final class Target {
    /// Back to the question that was interrupted, or to the flow that called this one.
    public static final String RETURN = "@return";

    /// On to the suggested flow, or to the choice of parts where nothing is suggested.
    public static final String NEXT = "@next";

    private Target() {}

    /// Whether `go` names no step.
    public static boolean isSpecial(String go) {
        return go.equals(RETURN) || go.equals(NEXT);
    }
}
