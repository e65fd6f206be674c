package unsaid.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Item;
import unsaid.expression.Type;
import unsaid.expression.Value;
import unsaid.flow.Flag;
import unsaid.flow.Option;
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
    VISIT("visit", new Type.Words()),
    /// The visitor was asked in this visit whether they are ever afraid of the other, and answered.
    FEAR_ASKED("fearAsked", new Type.Truth()),
    /// The kinds of danger that help was opened for, as words of [Flag.Family]; unset: help was
    /// asked for. Only the safety flow can name it, so that no other can tell it to anybody.
    DANGERS("dangers", new Type.Many(kinds()));

    static final List<Facts> ALL = List.of(values());
    static final int COUNT = ALL.size();

    final String word;
    final Type type;

    Facts(String word, Type type) {
        this.word = word;
        this.type = type;
    }

    private static List<Option> kinds() {
        return Arrays.stream(Flag.Family.values())
                .map(family -> Option.of(family.word(), family.word()))
                .toList();
    }

    /// As the safety flow reads it.
    static @Nullable Value dangers(Set<Flag.Family> families) {
        List<Item> items =
                kinds().stream()
                        .filter(kind ->
                                families.stream()
                                        .anyMatch(each -> each.word().equals(kind.value())))
                        .map(kind -> Item.of(kind, null))
                        .toList();
        return items.isEmpty() ? null : new Value.Many(items);
    }

    /// What it is called in a flow. No flow can write a name with an @.
    String nameIn(String flow) {
        return this == DANGERS && !flow.equals(Library.SAFETY) ? "@" + word : word;
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
