package unsaid.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names an expression may use.
public interface Names {
    /// @return null if there is no such name
    @Nullable Binding find(String name);

    /// All of them, for "did you mean".
    Set<String> all();
}
