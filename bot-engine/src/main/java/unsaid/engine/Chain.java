package unsaid.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a log, newest first, so that adding one shares all the others.
record Chain(Entry entry, @Nullable Chain before, int size) {

    static Chain of(@Nullable Chain before, Entry entry) {
        return new Chain(entry, before, before == null ? 1 : before.size + 1);
    }

    /// Whether there is anything in it that a visitor could take back.
    static boolean holdsAnswers(@Nullable Chain chain) {
        for (Chain at = chain; at != null; at = at.before) {
            if (!at.entry.at().equals(Entry.NOTED)) {
                return true;
            }
        }
        return false;
    }

    /// Oldest first.
    static List<Entry> list(@Nullable Chain chain) {
        Deque<Entry> entries = new ArrayDeque<>();
        for (Chain at = chain; at != null; at = at.before) {
            entries.addFirst(at.entry);
        }
        return List.copyOf(entries);
    }
}
