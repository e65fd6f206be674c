package unsaid.expression;

import org.jspecify.annotations.Nullable;

/// The values of names while a conversation runs.
public interface Env {
    /// @return null while the name is unset
    @Nullable Value get(int slot);
}
