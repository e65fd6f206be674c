package unsaid.match;

import java.time.LocalDate;
import java.util.List;

/// What somebody typed, as a value. A closed set.
public sealed interface Reading {

    /// Options or items, by their keys, in the order they were named.
    record Keys(List<String> keys) implements Reading {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /// A number; for a scale one of its points.
    record Amount(double amount) implements Reading {}

    /// A day.
    record Day(LocalDate day) implements Reading {}

    /// Free text, cleaned of what cannot be seen.
    record Words(String words) implements Reading {}

    /// Several free texts.
    record Lines(List<String> lines) implements Reading {
        public Lines {
            lines = List.copyOf(lines);
        }
    }
}
