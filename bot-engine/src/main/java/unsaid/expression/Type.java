package unsaid.expression;

import java.util.List;
import java.util.Map;
import unsaid.flow.Option;

/// What kind of value a name or an expression has. A closed set.
public sealed interface Type {
    /// True or false.
    record Truth() implements Type {}

    /// A number.
    record Num() implements Type {}

    /// Free text.
    record Words() implements Type {}

    /// A day.
    record Day() implements Type {}

    /// One option or item; no options: the visitor's own words.
    record One(List<Option> options) implements Type {
        public One {
            options = List.copyOf(options);
        }
    }

    /// Several options or items; no options: the visitor's own words.
    record Many(List<Option> options) implements Type {
        public Many {
            options = List.copyOf(options);
        }
    }

    /// Items sorted into buckets.
    record Sorted(List<Option> buckets, List<Option> options) implements Type {
        public Sorted {
            buckets = List.copyOf(buckets);
            options = List.copyOf(options);
        }
    }

    /// What an `each` step gathers.
    ///
    /// @param as what the loop calls its item
    /// @param item the item's type
    /// @param fields answers of the loop's questions
    record Rows(String as, One item, Map<String, Type> fields) implements Type {
        public Rows {
            fields = Map.copyOf(fields);
        }
    }

    /// One round of it.
    record Row(Rows rows) implements Type {}

    /// Never anything: what a flow would take from a part that this site does not have. It can be
    /// compared with whatever it is elsewhere, and nothing holds of it.
    record Nothing() implements Type {}

    /// What it is, in an author's words.
    default String word() {
        return switch (this) {
            case Truth _ -> "true or false";
            case Num _ -> "a number";
            case Words _ -> "a text";
            case Day _ -> "a day";
            case One _ -> "one option";
            case Many _ -> "a list";
            case Sorted _ -> "a sorting";
            case Rows _ -> "a loop's answers";
            case Row _ -> "one round of a loop";
            case Nothing _ -> "nothing, as that part is not here";
        };
    }
}
