package unsaid.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Option;

/// Conditions that are tried one after the other, held against everything their names can be: no
/// guess, a table of all cases. Where a table would be too large, or a name could be anything,
/// nothing is said.
public final class Truths {
    /// Most rows of a table.
    public static final int ROWS = 4_096;

    /// Most options of one question that a table tells apart in one list.
    private static final int PILES = 6;

    private final IntFunction<@Nullable List<Double>> numbers;
    private final List<Column> columns = new ArrayList<>(4);
    private final List<Double> limits = new ArrayList<>(4);
    private boolean unknown;

    /// One name, what it can be, and what it is in the row that is looked at.
    private static final class Column {
        private final int slot;
        private final Type type;
        private final List<String> keys = new ArrayList<>(4);
        private List<@Nullable Value> values = List.of();
        private @Nullable Value now;

        Column(int slot, Type type) {
            this.slot = slot;
            this.type = type;
        }
    }

    private Truths(IntFunction<@Nullable List<Double>> numbers) {
        this.numbers = numbers;
    }

    /// What can come of one condition.
    ///
    /// @param holds it can be true
    /// @param fails it can be false
    /// @param taken it can be the first that is true
    /// @param idle it compares, and whatever is answered it is true; without an answer it is false
    public record Verdict(boolean holds, boolean fails, boolean taken, boolean idle) {}

    /// @param conditions in the order they are tried
    /// @param numbers slot → the numbers a name can be; null: any
    /// @return one verdict for each, and a last one for “none of them”; null where nothing can be
    ///   said
    public static @Nullable List<Verdict> of(
            List<Expression> conditions, IntFunction<@Nullable List<Double>> numbers) {
        Truths truths = new Truths(numbers);
        conditions.forEach(condition -> truths.look(condition.node()));
        return truths.unknown ? null : truths.table(conditions);
    }

    private void look(Node node) {
        switch (node) {
            case Node.And(Node left, Node right) -> both(left, right);
            case Node.Or(Node left, Node right) -> both(left, right);
            case Node.Not(Node inner) -> look(inner);
            case Node.Empty(Node inner) -> look(inner);
            case Node.IsSet(Node inner) -> look(inner);
            case Node.IsOption(Node left, String key) -> option(left, key);
            case Node.ContainsOption(Node left, String key) -> option(left, key);
            case Node.Compare(Node left, _, Node right) -> both(left, right);
            case Node.Add(Node left, _, Node right) -> both(left, right);
            case Node.Name name -> column(name);
            case Node.Constant(_, Value value) -> {
                if (value instanceof Value.Num(double number) && !limits.contains(number)) {
                    limits.add(number);
                }
            }
            case Node.Same _,
                    Node.Contains _,
                    Node.Size _,
                    Node.First _,
                    Node.Join _,
                    Node.RowField _,
                    Node.Count _,
                    Node.Sum _,
                    Node.Extreme _,
                    Node.Bucket _ ->
                    unknown = true;
        }
    }

    private void both(Node left, Node right) {
        look(left);
        look(right);
    }

    private void option(Node left, String key) {
        if (left instanceof Node.Name name) {
            column(name).keys.add(key);
        } else {
            look(left);
        }
    }

    private Column column(Node.Name name) {
        for (Column column : columns) {
            if (column.slot == name.slot()) {
                return column;
            }
        }
        Column column = new Column(name.slot(), name.type());
        columns.add(column);
        return column;
    }

    private @Nullable Value now(int slot) {
        for (Column column : columns) {
            if (column.slot == slot) {
                return column.now;
            }
        }
        return null;
    }

    private @Nullable List<Verdict> table(List<Expression> conditions) {
        long rows = 1;
        for (Column column : columns) {
            column.values = values(column);
            rows *= column.values.size();
            if (column.values.isEmpty() || rows > ROWS) {
                return null;
            }
        }
        int count = conditions.size();
        boolean[] holds = new boolean[count];
        boolean[] fails = new boolean[count];
        boolean[] failsAnswered = new boolean[count];
        boolean[] taken = new boolean[count + 1];
        Env now = this::now;
        for (int row = 0; row < rows; row++) {
            int rest = row;
            boolean answered = true;
            for (Column column : columns) {
                column.now = column.values.get(rest % column.values.size());
                rest /= column.values.size();
                answered &= column.now != null;
            }
            int first = count;
            for (int i = count - 1; i >= 0; i--) {
                boolean is = conditions.get(i).holds(now);
                holds[i] |= is;
                fails[i] |= !is;
                failsAnswered[i] |= !is && answered;
                first = is ? i : first;
            }
            taken[first] = true;
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            verdicts.add(
                    new Verdict(
                            holds[i],
                            fails[i],
                            taken[i],
                            holds[i]
                                    && !failsAnswered[i]
                                    && conditions.get(i).node() instanceof Node.Compare));
        }
        verdicts.add(new Verdict(taken[count], true, taken[count], false));
        return verdicts;
    }

    /// Everything the name can be, unset included; empty where that is not known.
    private List<@Nullable Value> values(Column of) {
        List<@Nullable Value> column = new ArrayList<>();
        column.add(null);
        switch (of.type) {
            case Type.Truth _ -> {
                column.add(Value.Truth.of(true));
                column.add(Value.Truth.of(false));
            }
            case Type.Num _ ->
                    numbers(of.slot).forEach(number -> column.add(new Value.Num(number)));
            case Type.One(var options) ->
                    options.forEach(option -> column.add(new Value.One(Item.of(option, null))));
            case Type.Many(var options) -> {
                if (!piles(of.keys, options, column)) {
                    return List.of();
                }
            }
            default -> {
                return List.of();
            }
        }
        if (column.size() == 1) {
            column.add(new Value.One(Item.of("x")));
        }
        return column;
    }

    /// Those on the scale; where any number will do, one below, on and above every limit.
    private List<Double> numbers(int slot) {
        List<Double> known = numbers.apply(slot);
        if (known != null) {
            return known;
        }
        List<Double> around = new ArrayList<>();
        for (double limit : limits) {
            around.addAll(List.of(limit - 1, limit - 0.5, limit, limit + 0.5, limit + 1));
        }
        return around.isEmpty() ? List.of(1.0) : around;
    }

    /// Every choice among the options that are spoken of, with and without another one.
    private static boolean piles(
            List<String> spoken, List<Option> options, List<@Nullable Value> column) {
        List<Item> items = new ArrayList<>();
        for (Option option : options) {
            if (spoken.contains(option.value())) {
                items.add(Item.of(option, null));
            }
        }
        if (items.size() > PILES) {
            return false;
        }
        if (items.size() < options.size() || options.isEmpty()) {
            items.add(Item.of("something else"));
        }
        for (int pile = 0; pile < 1 << items.size(); pile++) {
            List<Item> chosen = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if ((pile & 1 << i) != 0) {
                    chosen.add(items.get(i));
                }
            }
            column.add(new Value.Many(chosen));
        }
        return true;
    }
}
