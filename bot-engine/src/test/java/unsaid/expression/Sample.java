package unsaid.expression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Option;

/// One name of every type, and values for them.
public final class Sample implements Names, Env {
    public static final List<Option> FEARS =
            List.of(
                    option("left", "being left", "you are left"),
                    option("anger", "their anger", "they get angry"),
                    option("enough", "not being enough", "you are not enough"));
    public static final List<Option> BOXES =
            List.of(Option.of("mine", "Mine"), Option.of("ours", "Ours"));
    private static final Type.One ONE = new Type.One(FEARS);
    private static final Map<String, Type> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("mood", new Type.Num());
        TYPES.put("heavy", new Type.Num());
        TYPES.put("kind", ONE);
        TYPES.put("other-kind", ONE);
        TYPES.put("fears", new Type.Many(FEARS));
        TYPES.put("own", new Type.Many(List.of()));
        TYPES.put("short", new Type.Truth());
        TYPES.put("seen", new Type.Truth());
        TYPES.put("thing", new Type.Words());
        TYPES.put("since", new Type.Day());
        TYPES.put(
                "weigh",
                new Type.Rows(
                        "fear", ONE, Map.of("strength", new Type.Num(), "sure", new Type.Truth())));
        TYPES.put("boxes", new Type.Sorted(BOXES, FEARS));
    }

    private static final List<String> SLOTS = List.copyOf(TYPES.keySet());
    private final Map<String, Value> values = new HashMap<>();

    private static Option option(String value, String label, String you) {
        return new Option(
                value,
                label,
                List.of(),
                Map.of("you", you),
                null,
                null,
                null,
                Map.of(),
                null,
                0,
                false,
                0,
                null);
    }

    public Sample with(String name, Value value) {
        values.put(name, value);
        return this;
    }

    public Sample number(String name, double number) {
        return with(name, new Value.Num(number));
    }

    public Sample truth(String name, boolean is) {
        return with(name, Value.Truth.of(is));
    }

    public Sample words(String name, String text) {
        return with(name, new Value.Words(text));
    }

    public Sample one(String name, String fear) {
        return with(name, new Value.One(fear(fear)));
    }

    public Sample many(String name, String... fears) {
        return with(name, several(fears));
    }

    public Sample own(String... words) {
        return with("own", new Value.Many(List.of(words).stream().map(Item::of).toList()));
    }

    /// A row: a fear, and how strong it is; a negative strength is none.
    public Sample weigh(Object... fearsAndStrengths) {
        List<Value.Row> rows = new ArrayList<>();
        for (int i = 0; i < fearsAndStrengths.length; i += 2) {
            int strength = (Integer) fearsAndStrengths[i + 1];
            rows.add(
                    new Value.Row(
                            fear((String) fearsAndStrengths[i]),
                            strength < 0
                                    ? Map.of()
                                    : Map.of(
                                            "strength",
                                            new Value.Num(strength),
                                            "sure",
                                            Value.Truth.of(strength > 5))));
        }
        return with("weigh", new Value.Rows(rows));
    }

    static Value.Many several(String... fears) {
        return new Value.Many(List.of(fears).stream().map(Sample::fear).toList());
    }

    static Item fear(String value) {
        return Item.of(
                FEARS.stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .orElseThrow(),
                null);
    }

    /// Any values of the right types, a third of them unset.
    static Sample random(SplittableRandom chance) {
        Sample sample = new Sample();
        TYPES.forEach((name, type) -> {
            if (chance.nextInt(3) > 0) {
                sample.with(name, any(type, chance));
            }
        });
        return sample;
    }

    private static Value any(Type type, SplittableRandom chance) {
        return switch (type) {
            case Type.Truth _ -> Value.Truth.of(chance.nextBoolean());
            case Type.Num _ ->
                    new Value.Num(
                            switch (chance.nextInt(8)) {
                                case 0 -> Double.NaN;
                                case 1 -> Double.POSITIVE_INFINITY;
                                case 2 -> -0.0;
                                default -> chance.nextInt(-3, 12);
                            });
            case Type.Words _ -> new Value.Words(chance.nextBoolean() ? "" : "left");
            case Type.Nothing _ -> throw new IllegalArgumentException("nothing is never there");
            case Type.Day _ -> new Value.Day(LocalDate.of(2026, 1, 1 + chance.nextInt(28)));
            case Type.One _ -> new Value.One(item(chance));
            case Type.Many _ -> many(chance);
            case Type.Sorted _ ->
                    new Value.Sorted(
                            chance.nextBoolean()
                                    ? Map.of()
                                    : Map.of("mine", many(chance), "ours", many(chance)));
            case Type.Rows _, Type.Row _ -> {
                List<Value.Row> rows = new ArrayList<>();
                for (int i = chance.nextInt(4); i > 0; i--) {
                    rows.add(
                            new Value.Row(
                                    item(chance),
                                    chance.nextBoolean()
                                            ? Map.of()
                                            : Map.of("strength", any(new Type.Num(), chance))));
                }
                yield new Value.Rows(rows);
            }
        };
    }

    private static Value.Many many(SplittableRandom chance) {
        List<Item> items = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            items.add(item(chance));
        }
        return new Value.Many(items);
    }

    private static Item item(SplittableRandom chance) {
        return chance.nextInt(4) == 0
                ? Item.of("own words")
                : Item.of(FEARS.get(chance.nextInt(3)), null);
    }

    @Override
    public @Nullable Binding find(String name) {
        Type type = TYPES.get(name);
        return type == null ? null : new Binding(SLOTS.indexOf(name), type);
    }

    @Override
    public Set<String> all() {
        return new TreeSet<>(SLOTS);
    }

    @Override
    public @Nullable Value get(int slot) {
        return values.get(SLOTS.get(slot));
    }
}
