package unsaid.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Type;
import unsaid.expression.Value;
import unsaid.safety.Met;

/// Names of the product, readable in every flow. They keep their slots in every program, so that a
/// change of flow takes them along.
enum Facts {
    COUPLE_LOCKED("coupleLocked", new Type.Truth()),
    TAP_ONLY("tapOnly", new Type.Truth()),
    MINOR("minor", new Type.Truth()),
    COUNTRY("country", new Type.Words()),
    /// The visitor came through the welcome once in this talk.
    ARRIVED("arrived", new Type.Truth()),
    /// How long the visitor wants to stay, in words of the flows; unset: nobody has asked yet.
    VISIT("visit", new Type.Words());

    static final List<Facts> ALL = List.of(values());
    static final int COUNT = ALL.size();

    final String word;
    final Type type;

    Facts(String word, Type type) {
        this.word = word;
        this.type = type;
    }

    /// What the values of any flow say about the visitor's safety.
    static Noted noted(Met met, @Nullable Value[] values) {
        return new Noted(
                met,
                COUPLE_LOCKED.holds(values),
                MINOR.holds(values),
                values[COUNTRY.ordinal()] instanceof Value.Words(String code) ? code : null);
    }

    boolean holds(@Nullable Value[] values) {
        return values[ordinal()] instanceof Value.Truth(boolean is) && is;
    }

    /// A flow may lock and never unlock.
    boolean onlyEverTrue() {
        return this == COUPLE_LOCKED || this == MINOR || this == ARRIVED;
    }
}
