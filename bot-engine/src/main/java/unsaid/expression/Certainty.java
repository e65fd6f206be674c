package unsaid.expression;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/// What can be known of names without knowing their values.
final class Certainty {
    private Certainty() {}

    /// Slots that surely hold something where the condition is `outcome`.
    static Set<Integer> settled(Node node, boolean outcome) {
        return switch (node) {
            case Node.And(Node left, Node right) -> both(left, right, outcome, outcome);
            case Node.Or(Node left, Node right) -> both(left, right, outcome, !outcome);
            case Node.Not(Node inner) -> settled(inner, !outcome);
            case Node.Empty(Node inner) -> outcome ? Set.of() : needed(inner);
            case Node.IsSet(Node inner) -> outcome ? needed(inner) : Set.of();
            case Node.IsOption(Node left, _) -> outcome ? needed(left) : Set.of();
            case Node.ContainsOption(Node left, _) -> outcome ? needed(left) : Set.of();
            case Node.Same(Node left, Node right) ->
                    outcome ? union(needed(left), needed(right)) : Set.of();
            case Node.Contains(Node left, Node right) ->
                    outcome ? union(needed(left), needed(right)) : Set.of();
            case Node.Compare compare -> outcome ? compared(compare) : Set.of();
            case Node.Name(_, int slot) -> outcome ? Set.of(slot) : Set.of();
            case Node.Constant _,
                    Node.Add _,
                    Node.Size _,
                    Node.First _,
                    Node.Join _,
                    Node.RowField _,
                    Node.Count _,
                    Node.Sum _,
                    Node.Extreme _,
                    Node.Bucket _ ->
                    Set.of();
        };
    }

    private static Set<Integer> both(Node left, Node right, boolean outcome, boolean all) {
        Set<Integer> a = settled(left, outcome);
        Set<Integer> b = settled(right, outcome);
        if (all) {
            return union(a, b);
        }
        Set<Integer> shared = new HashSet<>(a);
        shared.retainAll(b);
        return shared;
    }

    private static Set<Integer> compared(Node.Compare compare) {
        if (compare.left() instanceof Node.Size(Node list)
                && compare.right() instanceof Node.Constant(_, Value.Num(double least))) {
            return switch (compare.order()) {
                case MORE -> least >= 0 ? needed(list) : Set.of();
                case MORE_OR_SAME -> least > 0 ? needed(list) : Set.of();
                case LESS, LESS_OR_SAME -> Set.of();
            };
        }
        return union(needed(compare.left()), needed(compare.right()));
    }

    /// Slots without which there is nothing in it.
    private static Set<Integer> needed(Node node) {
        return switch (node) {
            case Node.Name(_, int slot) -> Set.of(slot);
            case Node.First(_, Node list) -> needed(list);
            case Node.Extreme extreme -> needed(extreme.list());
            case Node.Bucket(_, Node sorted, _) -> needed(sorted);
            case Node.Add(Node left, _, Node right) -> union(needed(left), needed(right));
            case Node.Join(_, var parts) -> parts.size() == 1 ? needed(parts.getFirst()) : Set.of();
            case Node.Constant _,
                    Node.Test _,
                    Node.Size _,
                    Node.RowField _,
                    Node.Count _,
                    Node.Sum _ ->
                    Set.of();
        };
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Set<Integer> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    /// Whether there is surely something in it, given the slots that surely hold something.
    static boolean certain(Node node, IntPredicate held) {
        return switch (node) {
            case Node.Constant(_, Value value) -> value != null;
            case Node.Name(_, int slot) -> held.test(slot);
            case Node.Test _, Node.Size _, Node.Count _, Node.Sum _ -> true;
            case Node.Add(Node left, _, Node right) -> certain(left, held) && certain(right, held);
            case Node.First(_, Node list) -> certain(list, held);
            case Node.Join(_, var parts) -> parts.stream().anyMatch(part -> certain(part, held));
            case Node.RowField _, Node.Extreme _, Node.Bucket _ -> false;
        };
    }
}
