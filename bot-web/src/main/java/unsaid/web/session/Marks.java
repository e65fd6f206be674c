package unsaid.web.session;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has been counted of one conversation, so that nothing of it counts twice. Gone with it.
/// Safe for use by any thread.
public final class Marks {
    private @Nullable Set<String> made;

    Marks() {}

    /// Whether this happens for the first time.
    public synchronized boolean first(String what) {
        if (made == null) {
            made = new HashSet<>(2);
        }
        return made.add(what);
    }
}
