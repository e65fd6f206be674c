package unsaid.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Item;
import unsaid.expression.Value;

/// Where a walk stands in an `each`: round `round` of the loop whose head is node `head`.
///
/// @param done rows of the rounds before
/// @param outer the loop around it; null: none
record Loop(int head, int round, List<Item> items, List<Value.Row> done, @Nullable Loop outer) {

    Item item() {
        return items.get(round);
    }

    /// `/2/0` for the third round of the outer and the first of the inner loop.
    String path() {
        return (outer == null ? "" : outer.path()) + "/" + round;
    }
}
