package unsaid.flow;

/// Words that a `go` may use instead of a step's id. A step's id cannot start with `@`.
public final class Target {
    /// Back to the question that was interrupted, or to the flow that called this one.
    public static final String RETURN = "@return";

    /// On to the suggested flow, or to the choice of parts where nothing is suggested.
    public static final String NEXT = "@next";

    private Target() {}

    /// An id without what nobody can see in it: hard spaces, marks of no width, spaces around it.
    public static String visible(String id) {
        StringBuilder seen = new StringBuilder();
        id.codePoints()
                .filter(c ->
                        Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.CONTROL
                                && (c == ' ' || !Character.isSpaceChar(c)))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /// Whether `go` names no step.
    public static boolean isSpecial(String go) {
        return go.equals(RETURN) || go.equals(NEXT);
    }
}
