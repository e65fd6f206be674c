package unsaid.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names an expression may use.
public interface Names {
    /// @return null if there is no such name
    @Nullable Binding find(String name);

    /// All of them, for "did you mean".
    Set<String> all();

    /// What a step of that name does that has no answer, such as `only speaks`; null: there is no
    /// such step.
    default @Nullable String silent(String name) {
        return null;
    }

    /// The numbers that an answer can be; null: it is no number, or any.
    default @Nullable Range range(String name) {
        return null;
    }

    /// From `least` to `most`, both included.
    record Range(double least, double most) {}
}
