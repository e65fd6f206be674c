package unsaid.web.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Replies that were not what they had to be. For one thread.
final class Faults {
    private static final int EXAMPLES = 5;
    private static final int LONGEST = 600;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> examples = new ArrayList<>();

    enum Kind {
        /// Not the text that the engine says.
        WRONG,
        /// None came, or the connection broke.
        MISSING,
        /// The answer to a frame that was answered before.
        DOUBLED,
        /// The answer to another connection's frame.
        FOREIGN
    }

    /// @param what for whoever looks for the cause; visitors are made up here
    void add(Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        if (examples.size() < EXAMPLES) {
            examples.add(
                    kind + ": " + (what.length() > LONGEST ? what.substring(0, LONGEST) : what));
        }
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    boolean any() {
        return !counts.isEmpty();
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    @Override
    public String toString() {
        return java.util.Arrays.stream(Kind.values())
                .map(kind -> count(kind) + " " + kind.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
