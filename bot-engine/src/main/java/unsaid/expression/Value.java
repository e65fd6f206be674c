package unsaid.expression;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a name stands for while a conversation runs. An unset name is `null`, never a value.
public sealed interface Value {
    /// True or false.
    record Truth(boolean is) implements Value {
        public static final Truth YES = new Truth(true);
        public static final Truth NO = new Truth(false);

        public static Truth of(boolean is) {
            return is ? YES : NO;
        }
    }

    /// A number. There is one nought: -0 is 0.
    record Num(double number) implements Value {
        public Num {
            number += 0.0;
        }
    }

    /// Free text.
    record Words(String text) implements Value {}

    /// A day.
    record Day(LocalDate date) implements Value {}

    /// One chosen option or one item.
    record One(Item item) implements Value {}

    /// Several items in their order: a multi choice, a list, a ranking, a pick.
    record Many(List<Item> items) implements Value {
        public Many {
            items = List.copyOf(items);
        }
    }

    /// Bucket → the items put there, in the buckets' order.
    record Sorted(Map<String, Many> buckets) implements Value {
        public Sorted {
            buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
        }
    }

    /// What an `each` step gathered: a row for every item.
    record Rows(List<Row> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// @param item what the row is about
    /// @param fields answers given inside the loop, by name; unanswered ones are absent
    record Row(Item item, Map<String, Value> fields) {
        public Row {
            fields = Map.copyOf(fields);
        }
    }
}
