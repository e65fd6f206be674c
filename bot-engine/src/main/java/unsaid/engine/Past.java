package unsaid.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Value;

/// A part of the talk that the visitor has left for another one, with the answers it ended with.
/// The array is never written again.
///
/// @param before the part left before this one; null: it was the first
record Past(Program program, @Nullable Value[] values, @Nullable Past before) {

    /// Where a name is taken from.
    ///
    /// @param flow id of an earlier part
    /// @param name what is known there
    record Source(String flow, String name) {
        static Source of(String from) {
            int slash = from.indexOf('/');
            return slash < 0
                    ? new Source(from, "")
                    : new Source(from.substring(0, slash), from.substring(slash + 1));
        }
    }

    /// Hands what `next` takes on to it: of each name the value it was given last. Names of the
    /// product are never taken, nor is anything of a flow that can only be finished.
    static void handOn(
            @Nullable Past last, Library library, Program next, @Nullable Value[] values) {
        for (Map.Entry<String, String> take : next.flow().takes().entrySet()) {
            Integer slot = next.slotOf().get(take.getKey());
            if (slot != null && slot >= Facts.COUNT) {
                values[slot] = find(last, library, Source.of(take.getValue()));
            }
        }
    }

    private static @Nullable Value find(@Nullable Past last, Library library, Source source) {
        Program known = library.offered(source.flow());
        for (Past past = last; past != null; past = past.before()) {
            Integer slot =
                    past.program() == known ? past.program().slotOf().get(source.name()) : null;
            Value value = slot == null ? null : past.values()[slot];
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
