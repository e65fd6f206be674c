package unsaid.flow;

import java.util.List;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What kind of answer a question wants, with its limits. A closed set.
public sealed interface Answer {

    /// Exactly one option.
    record Choice(List<Option> options) implements Answer {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// Between `min` and `max` options.
    record Multi(List<Option> options, int min, int max) implements Answer {
        public Multi {
            options = List.copyOf(options);
        }
    }

    /// Yes or no, with the product's labels. `options` has exactly the values `yes` and `no`.
    record YesNo(List<Option> options) implements Answer {
        public YesNo {
            options = List.copyOf(options);
        }
    }

    /// "Is that right?": options whose labels the author may word; `yes` and `no` by default.
    record Confirm(List<Option> options) implements Answer {
        public Confirm {
            options = List.copyOf(options);
        }
    }

    /// A whole number from `min` to `max`, with words for some of them.
    record Scale(int min, int max, int step, Map<Integer, String> labels) implements Answer {
        public Scale {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }
    }

    /// A number. `unit` is shown behind the field.
    record Number(@Nullable Double min, @Nullable Double max, boolean whole, @Nullable String unit)
            implements Answer {}

    /// A day (ISO 8601). `min` and `max` are days too.
    record Date(@Nullable String min, @Nullable String max) implements Answer {}

    /// Free text of at most `length` characters (code points).
    record Text(int length, @Nullable String placeholder) implements Answer {}

    /// Several short free texts.
    record Texts(
            int min, int max, int length, @Nullable String another, @Nullable String placeholder)
            implements Answer {}

    /// The items of `from`, put in order; only the first `top` count. 0: all.
    record Rank(String from, int top) implements Answer {}

    /// The items of `from`, each put into one of the buckets.
    record Sort(String from, List<Option> buckets) implements Answer {
        public Sort {
            buckets = List.copyOf(buckets);
        }
    }

    /// Between `min` and `max` of the items of `from`.
    record Pick(String from, int min, int max) implements Answer {}

    /// The options a visitor can tap; empty where there are none.
    default List<Option> choices() {
        return switch (this) {
            case Choice(var options) -> options;
            case Multi(var options, _, _) -> options;
            case YesNo(var options) -> options;
            case Confirm(var options) -> options;
            case Scale _, Number _, Date _, Text _, Texts _, Rank _, Sort _, Pick _ -> List.of();
        };
    }

    /// What stands there under a label: the options a visitor can tap, or the buckets to sort into.
    default List<Option> offered() {
        return this instanceof Sort(_, var buckets) ? buckets : choices();
    }
}
