package unsaid.expression;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A condition or a value, parsed and type-checked. It cannot throw and cannot loop: whatever the
/// values of its names, set or unset, [#value] and [#holds] return. Immutable.
public final class Expression {
    /// Longest source, in characters.
    public static final int LENGTH = 500;

    /// Deepest nesting of brackets.
    public static final int DEPTH = 20;

    /// Deepest nesting of `count` in the condition of another: each level takes as many steps as
    /// all rows of the level below, so twenty of them would not end in anybody's lifetime.
    public static final int COUNTS = 2;

    private final Node node;
    private final Set<String> names;
    private final Set<Integer> slots;

    /// @param names and `slots`: in the order they are read, and never changed again
    Expression(Node node, Set<String> names, Set<Integer> slots) {
        this.node = node;
        this.names = Collections.unmodifiableSet(names);
        this.slots = Collections.unmodifiableSet(slots);
    }

    /// @param expression null if there are faults
    public record Parsed(@Nullable Expression expression, List<Fault> faults) {}

    /// Parses and checks `source`.
    public static Parsed parse(String source, Names names) {
        return new Parser(source, names).parse();
    }

    /// An expression that is always unset.
    public static Expression nothing() {
        return new Expression(
                new Node.Constant(new Type.Many(List.of()), null), Set.of(), Set.of());
    }

    Node node() {
        return node;
    }

    /// Slots that surely hold something, neither unset nor empty, where this condition has that
    /// outcome.
    public Set<Integer> settled(boolean outcome) {
        return Certainty.settled(node, outcome);
    }

    /// Whether its value is surely something, neither unset nor empty.
    ///
    /// @param held whether a slot surely holds something
    public boolean certain(IntPredicate held) {
        return Certainty.certain(node, held);
    }

    public Type type() {
        return node.type();
    }

    /// Names it reads.
    public Set<String> names() {
        return names;
    }

    /// Where the names it reads are kept.
    public Set<Integer> slots() {
        return slots;
    }

    /// @return null where it is unset
    public @Nullable Value value(Env env) {
        return node.value(env);
    }

    /// Whether it is true; unset counts as false.
    public boolean holds(Env env) {
        return node.holds(env);
    }
}
