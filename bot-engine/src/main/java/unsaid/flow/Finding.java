package unsaid.flow;

/// Something an author should know about a flow, with its place and the way out.
///
/// @param rule id of the rule, such as `target-missing`
/// @param pointer JSON pointer (RFC 6901) of the place in the flow's file
/// @param onKey the place is the field's name, not its value
/// @param offset characters into the text at that place; -1: the place as a whole
/// @param message what is wrong, in an author's words
/// @param wayOut what to do about it
public record Finding(
        Severity severity,
        String rule,
        String pointer,
        boolean onKey,
        int offset,
        String message,
        String wayOut) {

    /// How bad it is: an error stops a flow from being used.
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String rule, String pointer, String message, String wayOut) {
        return new Finding(Severity.ERROR, rule, pointer, false, -1, message, wayOut);
    }

    public static Finding warning(String rule, String pointer, String message, String wayOut) {
        return new Finding(Severity.WARNING, rule, pointer, false, -1, message, wayOut);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
