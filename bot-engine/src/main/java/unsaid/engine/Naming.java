package unsaid.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.expression.Names;
import unsaid.expression.Type;
import unsaid.flow.Answer;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// The names of one flow with their slots and types: the product's facts, answers, loop items, and
/// everything that is `set`. What is made from other names is found by going round among those
/// until nothing changes.
final class Naming implements Names {
    private static final int ROUNDS = 8;

    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final List<Runnable> made = new ArrayList<>();
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Map<String, String> silent = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();

    /// @param read what the expression's names stood for when it was read
    private record Meaning(Expression.Parsed parsed, List<@Nullable Binding> read) {}

    Naming(Flow flow, Neighbours known) {
        Facts.ALL.forEach(fact -> bind(fact.nameIn(flow.id()), fact.type));
        flow.takes()
                .forEach((name, from) -> {
                    Type type = taken(from, known);
                    if (type == null && known.flow(Past.Source.of(from).flow()) == null) {
                        type = new Type.Nothing();
                    }
                    if (type != null && bindings.get(name) == null) {
                        bind(name, type);
                    }
                });
        flow.steps().forEach(step -> name(step, known));
        for (int round = 1; round < ROUNDS && !changed.isEmpty(); round++) {
            changed.clear();
            made.forEach(Runnable::run);
        }
    }

    /// Expressions that were read on the way and mean the same to the end.
    Map<String, Expression.Parsed> known() {
        Map<String, Expression.Parsed> known = new HashMap<>();
        meanings.forEach((source, meaning) -> {
            if (holds(meaning)) {
                known.put(source, meaning.parsed());
            }
        });
        return known;
    }

    @Override
    public @Nullable Binding find(String name) {
        return bindings.get(name);
    }

    @Override
    public Set<String> all() {
        return bindings.keySet().stream()
                .filter(name -> !name.startsWith("@"))
                .collect(Collectors.toSet());
    }

    int slot(String name) {
        return slots.computeIfAbsent(name, _ -> slots.size());
    }

    int size() {
        return slots.size();
    }

    Map<String, Integer> slots() {
        return Collections.unmodifiableMap(slots);
    }

    @Override
    public @Nullable String silent(String name) {
        return silent.get(name);
    }

    @Override
    public @Nullable Range range(String name) {
        return ranges.get(name);
    }

    private void name(Step step, Neighbours known) {
        switch (step.kind()) {
            case Kind.Ask ask -> {
                range(step.id(), ask.answer());
                answer(step.id(), ask.answer());
                ask.answer().choices().forEach(option -> option.set().forEach(this::set));
            }
            case Kind.Each each -> {
                make(() -> bind(each.as(), item(each)));
                each.steps().forEach(inner -> name(inner, known));
                make(() -> bind(step.id(), rows(each)));
            }
            case Kind.Call call -> {
                silent.put(step.id(), "calls another flow");
                Flow called = known.flow(call.flow());
                Naming inside = known.names(call.flow());
                if (called != null
                        && inside != null
                        && called.steps().stream().noneMatch(s -> s.kind() instanceof Kind.Call)) {
                    for (String name : called.gives()) {
                        Binding binding = inside.find(name);
                        if (binding != null) {
                            bind(name, binding.type());
                        }
                    }
                }
            }
            case Kind.Say _ -> silent.put(step.id(), "only speaks");
            case Kind.Assign _ -> silent.put(step.id(), "asks nothing");
            case Kind.End _ -> silent.put(step.id(), "ends the talk");
        }
        step.set().forEach(this::set);
    }

    private void range(String id, Answer answer) {
        switch (answer) {
            case Answer.Scale(int min, int max, _, _) -> ranges.put(id, new Range(min, max));
            case Answer.Number(Double min, Double max, _, _) -> {
                if (min != null && max != null) {
                    ranges.put(id, new Range(min, max));
                }
            }
            default -> {}
        }
    }

    /// What a name of another flow is; null if there is no such flow or no such name in it. Names
    /// that flow takes or receives itself are not its own.
    static @Nullable Type taken(String from, Neighbours known) {
        Past.Source source = Past.Source.of(from);
        Naming other = known.names(source.flow());
        Binding binding = other == null ? null : other.find(source.name());
        return binding == null
                        || binding.slot() < Facts.COUNT
                        || binding.type() instanceof Type.Nothing
                ? null
                : binding.type();
    }

    /// Something that follows from other names, now and whenever those have changed.
    private void make(Runnable one) {
        made.add(one);
        one.run();
    }

    private void answer(String id, Answer answer) {
        switch (answer) {
            case Answer.Rank _, Answer.Pick _, Answer.Sort _ ->
                    make(() -> bind(id, typeOf(answer)));
            case Answer.Choice _,
                    Answer.YesNo _,
                    Answer.Confirm _,
                    Answer.Multi _,
                    Answer.Scale _,
                    Answer.Number _,
                    Answer.Date _,
                    Answer.Text _,
                    Answer.Texts _ ->
                    bind(id, typeOf(answer));
        }
    }

    private Type.One item(Kind.Each each) {
        List<Option> options = options(each.over());
        return new Type.One(options == null ? List.of() : options);
    }

    private Type.Rows rows(Kind.Each each) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (Step inner : each.steps()) {
            Binding binding = bindings.get(inner.id());
            if (binding != null) {
                fields.put(inner.id(), binding.type());
            }
        }
        return new Type.Rows(each.as(), item(each), fields);
    }

    /// What a question's answer is, as far as that is known by now.
    @Nullable Type typeOf(Answer answer) {
        return switch (answer) {
            case Answer.Choice(var options) -> new Type.One(options);
            case Answer.YesNo(var options) -> new Type.One(options);
            case Answer.Confirm(var options) -> new Type.One(options);
            case Answer.Multi(var options, _, _) -> new Type.Many(options);
            case Answer.Scale _, Answer.Number _ -> new Type.Num();
            case Answer.Date _ -> new Type.Day();
            case Answer.Text _ -> new Type.Words();
            case Answer.Texts _ -> new Type.Many(List.of());
            case Answer.Rank(String from, _) -> many(options(from));
            case Answer.Pick(String from, _, _) -> many(options(from));
            case Answer.Sort(String from, var buckets) -> {
                List<Option> options = options(from);
                yield options == null ? null : new Type.Sorted(buckets, options);
            }
        };
    }

    private static @Nullable Type many(@Nullable List<Option> options) {
        return options == null ? null : new Type.Many(options);
    }

    /// The options a list expression may hold; null while that is not known.
    private @Nullable List<Option> options(String list) {
        Expression expression = expression(list);
        return expression != null && expression.type() instanceof Type.Many(var options)
                ? options
                : null;
    }

    private void set(String name, String source) {
        make(() -> {
            boolean option =
                    bindings.get(name) instanceof Binding(_, Type.One(var options))
                            && optionNamed(source, options) != null;
            Expression expression = option ? null : expression(source);
            bind(name, expression == null ? null : expression.type());
        });
    }

    private @Nullable Expression expression(String source) {
        Meaning meaning = meanings.get(source);
        if (meaning == null || !holds(meaning)) {
            Expression.Parsed parsed = Expression.parse(source, this);
            meaning = new Meaning(parsed, read(parsed.expression()));
            meanings.put(source, meaning);
        }
        return meaning.parsed().expression();
    }

    private List<@Nullable Binding> read(@Nullable Expression expression) {
        List<@Nullable Binding> read = new ArrayList<>(2);
        if (expression != null) {
            expression.names().forEach(name -> read.add(bindings.get(name)));
        }
        return read;
    }

    /// Whether it would be read the same now. One with faults may have none by now.
    private boolean holds(Meaning meaning) {
        Expression expression = meaning.parsed().expression();
        if (expression == null) {
            return false;
        }
        int at = 0;
        for (String name : expression.names()) {
            if (bindings.get(name) != meaning.read().get(at++)) {
                return false;
            }
        }
        return true;
    }

    /// The option meant by a quoted value such as `'notice'`; null if it is none.
    static @Nullable Option optionNamed(String source, List<Option> options) {
        String text = source.strip();
        if (text.length() < 2 || text.charAt(0) != '\'' || text.charAt(text.length() - 1) != '\'') {
            return null;
        }
        String value = text.substring(1, text.length() - 1);
        for (Option option : options) {
            if (option.value().equals(value)) {
                return option;
            }
        }
        return null;
    }

    /// @param type null while it is not known
    private void bind(String name, @Nullable Type type) {
        if (type == null) {
            return;
        }
        Binding old = bindings.get(name);
        Type made = old == null ? type : merged(old.type(), type);
        if (old == null || !made.equals(old.type())) {
            bindings.put(name, new Binding(slot(name), made));
            changed.add(name);
        }
    }

    /// One type for a name that is set in several places: options are put together; otherwise the
    /// first stays.
    private static Type merged(Type old, Type more) {
        if (old instanceof Type.One(var a) && more instanceof Type.One(var b)) {
            return new Type.One(union(a, b));
        }
        if (old instanceof Type.Many(var a) && more instanceof Type.Many(var b)) {
            return new Type.Many(union(a, b));
        }
        boolean better =
                old instanceof Type.Nothing
                        || old instanceof Type.Rows && more instanceof Type.Rows;
        return better ? more : old;
    }

    private static List<Option> union(List<Option> a, List<Option> b) {
        List<Option> all = new ArrayList<>(a);
        for (Option option : b) {
            if (all.stream().noneMatch(o -> o.value().equals(option.value()))) {
                all.add(option);
            }
        }
        return all;
    }
}
