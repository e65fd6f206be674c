package unsaid.flow;

/// Something an author should know about a flow, with its place and the way out.
///
/// @param rule id of a [Rule], such as `target-missing`
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

    public Finding {
        if (Rule.named(rule) == null) {
            throw new IllegalArgumentException("there is no rule \"" + rule + "\"");
        }
    }

    /// How bad it is.
    public enum Severity {
        /// Stops a flow from being used.
        ERROR,
        /// Worth a look.
        WARNING,
        /// Good to know; nothing has to be done.
        NOTE;

        /// As reports write it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Finding of(Rule rule, String pointer, String message, String wayOut) {
        return at(rule, pointer, -1, message, wayOut);
    }

    /// With the way out that the rule itself gives.
    public static Finding of(Rule rule, String pointer, String message) {
        return at(rule, pointer, -1, message, rule.wayOut());
    }

    /// @param offset characters into the text at `pointer`
    public static Finding at(Rule rule, String pointer, int offset, String message, String wayOut) {
        return new Finding(rule.severity(), rule.id(), pointer, false, offset, message, wayOut);
    }

    /// About a field's name.
    public static Finding onKey(Rule rule, Pointer place, String message, String wayOut) {
        return new Finding(rule.severity(), rule.id(), place.toString(), true, -1, message, wayOut);
    }

    public static Finding of(Rule rule, Pointer place, String message, String wayOut) {
        return of(rule, place.toString(), message, wayOut);
    }

    public static Finding of(Rule rule, Pointer place, String message) {
        return of(rule, place.toString(), message);
    }

    public static Finding at(Rule rule, Pointer place, int offset, String message, String wayOut) {
        return at(rule, place.toString(), offset, message, wayOut);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
