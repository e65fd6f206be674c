package unsaid.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Value.Many;
import unsaid.expression.Value.Num;
import unsaid.expression.Value.One;
import unsaid.expression.Value.Row;
import unsaid.expression.Value.Rows;
import unsaid.expression.Value.Truth;

/// A part of a checked expression. Types fit: the parser saw to it.
sealed interface Node {
    Type type();

    @Nullable Value value(Env env);

    default boolean holds(Env env) {
        return value(env) instanceof Truth(boolean is) && is;
    }

    /// A part that is true or false.
    sealed interface Test extends Node {
        Type TRUTH = new Type.Truth();

        @Override
        default Type type() {
            return TRUTH;
        }

        @Override
        default Value value(Env env) {
            return Truth.of(holds(env));
        }

        @Override
        boolean holds(Env env);
    }

    record Constant(Type type, @Nullable Value value) implements Node {
        @Override
        public @Nullable Value value(Env env) {
            return value;
        }
    }

    record Name(Type type, int slot) implements Node {
        @Override
        public @Nullable Value value(Env env) {
            return env.get(slot);
        }
    }

    record And(Node left, Node right) implements Test {
        @Override
        public boolean holds(Env env) {
            return left.holds(env) && right.holds(env);
        }
    }

    record Or(Node left, Node right) implements Test {
        @Override
        public boolean holds(Env env) {
            return left.holds(env) || right.holds(env);
        }
    }

    record Not(Node inner) implements Test {
        @Override
        public boolean holds(Env env) {
            return !inner.holds(env);
        }
    }

    /// `x is left`: one option, or a list of exactly that option.
    record IsOption(Node left, String key) implements Test {
        @Override
        public boolean holds(Env env) {
            return switch (left.value(env)) {
                case One(Item item) -> item.key().equals(key);
                case Many(var items) -> items.size() == 1 && items.getFirst().key().equals(key);
                case null, default -> false;
            };
        }
    }

    record Same(Node left, Node right) implements Test {
        @Override
        public boolean holds(Env env) {
            Value a = left.value(env);
            Value b = right.value(env);
            if (a instanceof One(Item x) && b instanceof One(Item y)) {
                return x.key().equals(y.key());
            }
            if (a instanceof One(Item x) && b instanceof Value.Words(String text)) {
                return x.key().equals(text) || x.words().equals(text);
            }
            return a != null && a.equals(b);
        }
    }

    record ContainsOption(Node left, String key) implements Test {
        @Override
        public boolean holds(Env env) {
            if (left.value(env) instanceof Many(var items)) {
                for (Item item : items) {
                    if (item.key().equals(key)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    record Contains(Node left, Node right) implements Test {
        @Override
        public boolean holds(Env env) {
            Value inner = right.value(env);
            return switch (left.value(env)) {
                case Many(var items) ->
                        switch (inner) {
                            case One(Item item) ->
                                    items.stream().anyMatch(each -> each.key().equals(item.key()));
                            case Value.Words(String text) ->
                                    items.stream().anyMatch(each -> each.words().equals(text));
                            case null, default -> false;
                        };
                case Value.Words(String all) ->
                        inner instanceof Value.Words(String part) && all.contains(part);
                case null, default -> false;
            };
        }
    }

    record Empty(Node inner) implements Test {
        @Override
        public boolean holds(Env env) {
            return switch (inner.value(env)) {
                case null -> true;
                case Many(var items) -> items.isEmpty();
                case Rows(var rows) -> rows.isEmpty();
                case Value.Words(String text) -> text.isEmpty();
                case Value.Sorted(var buckets) ->
                        buckets.values().stream().allMatch(pile -> pile.items().isEmpty());
                case Truth _, Num _, Value.Day _, One _ -> false;
            };
        }
    }

    record IsSet(Node inner) implements Test {
        @Override
        public boolean holds(Env env) {
            return inner.value(env) != null;
        }
    }

    enum Order {
        MORE,
        MORE_OR_SAME,
        LESS,
        LESS_OR_SAME;

        boolean fits(int compared) {
            return switch (this) {
                case MORE -> compared > 0;
                case MORE_OR_SAME -> compared >= 0;
                case LESS -> compared < 0;
                case LESS_OR_SAME -> compared <= 0;
            };
        }
    }

    record Compare(Node left, Order order, Node right) implements Test {
        @Override
        public boolean holds(Env env) {
            Value a = left.value(env);
            Value b = right.value(env);
            if (a instanceof Num(double x) && b instanceof Num(double y)) {
                return order.fits(Double.compare(x, y));
            }
            return a instanceof Value.Day(var x)
                    && b instanceof Value.Day(var y)
                    && order.fits(x.compareTo(y));
        }
    }

    /// `sign` is 1 or -1.
    record Add(Node left, int sign, Node right) implements Node {
        @Override
        public Type type() {
            return new Type.Num();
        }

        @Override
        public @Nullable Value value(Env env) {
            return left.value(env) instanceof Num(double a)
                            && right.value(env) instanceof Num(double b)
                    ? new Num(a + sign * b)
                    : null;
        }
    }

    record Size(Node inner) implements Node {
        @Override
        public Type type() {
            return new Type.Num();
        }

        @Override
        public Value value(Env env) {
            return new Num(
                    switch (inner.value(env)) {
                        case Many(var items) -> items.size();
                        case Rows(var rows) -> rows.size();
                        case One _ -> 1;
                        case Value.Sorted(var buckets) ->
                                buckets.values().stream()
                                        .mapToInt(pile -> pile.items().size())
                                        .sum();
                        case null, default -> 0;
                    });
        }
    }

    record First(Type type, Node list) implements Node {
        @Override
        public @Nullable Value value(Env env) {
            return list.value(env) instanceof Many(var items) && !items.isEmpty()
                    ? new One(items.getFirst())
                    : null;
        }
    }

    record Join(Type type, List<Node> parts) implements Node {
        @Override
        public Value value(Env env) {
            List<Item> all = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (Node part : parts) {
                List<Item> items =
                        switch (part.value(env)) {
                            case Many(var many) -> many;
                            case One(Item one) -> List.of(one);
                            case null, default -> List.of();
                        };
                for (Item item : items) {
                    if (keys.add(item.key())) {
                        all.add(item);
                    }
                }
            }
            return new Many(all);
        }
    }

    /// A row's field while a condition is held against each row.
    record RowField(Type type, String name, String as) implements Node {
        @Override
        public @Nullable Value value(Env env) {
            return env instanceof RowEnv(_, Row row) ? field(row, name, as) : null;
        }
    }

    record RowEnv(Env outer, Row row) implements Env {
        @Override
        public @Nullable Value get(int slot) {
            return outer.get(slot);
        }
    }

    static @Nullable Value field(Row row, String name, String as) {
        return name.equals(as) ? new One(row.item()) : row.fields().get(name);
    }

    record Count(Node list, Node condition) implements Node {
        @Override
        public Type type() {
            return new Type.Num();
        }

        @Override
        public Value value(Env env) {
            int count = 0;
            if (list.value(env) instanceof Rows(var rows)) {
                for (Row row : rows) {
                    count += condition.holds(new RowEnv(env, row)) ? 1 : 0;
                }
            }
            return new Num(count);
        }
    }

    record Sum(Node list, String name, String as) implements Node {
        @Override
        public Type type() {
            return new Type.Num();
        }

        @Override
        public Value value(Env env) {
            double sum = 0;
            if (list.value(env) instanceof Rows(var rows)) {
                for (Row row : rows) {
                    sum += field(row, name, as) instanceof Num(double number) ? number : 0;
                }
            }
            return new Num(sum);
        }
    }

    /// The row with the greatest (`sign` 1) or least (-1) field, the first among equals; `.then` of
    /// it.
    record Extreme(Type type, Node list, int sign, String name, String as, String then)
            implements Node {
        @Override
        public @Nullable Value value(Env env) {
            if (!(list.value(env) instanceof Rows(var rows))) {
                return null;
            }
            ToDoubleFunction<Row> measure =
                    row ->
                            field(row, name, as) instanceof Num(double number)
                                    ? sign * number
                                    : Double.NEGATIVE_INFINITY;
            Row best = null;
            for (Row row : rows) {
                double size = measure.applyAsDouble(row);
                if (size > Double.NEGATIVE_INFINITY
                        && (best == null || size > measure.applyAsDouble(best))) {
                    best = row;
                }
            }
            return best == null ? null : field(best, then, as);
        }
    }

    record Bucket(Type type, Node sorted, String bucket) implements Node {
        @Override
        public @Nullable Value value(Env env) {
            return sorted.value(env) instanceof Value.Sorted(var buckets)
                    ? buckets.get(bucket)
                    : null;
        }
    }
}
