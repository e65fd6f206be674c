package unsaid.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// everything that is `set`. Types of lists made from other names are found by going round until
/// nothing changes.
final class Naming implements Names {
    private static final int ROUNDS = 8;

    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    Naming(Flow flow, Map<String, Flow> known) {
        Facts.ALL.forEach(fact -> bind(fact.word, fact.type));
        flow.takes()
                .forEach((name, from) -> {
                    Type type = taken(from, known);
                    if (type != null && bindings.get(name) == null) {
                        bind(name, type);
                    }
                });
        for (int round = 0; round < ROUNDS; round++) {
            changed.clear();
            flow.steps().forEach(step -> name(step, known));
            if (changed.isEmpty()) {
                return;
            }
        }
    }

    @Override
    public @Nullable Binding find(String name) {
        return bindings.get(name);
    }

    @Override
    public Set<String> all() {
        return bindings.keySet();
    }

    int slot(String name) {
        return slots.computeIfAbsent(name, _ -> slots.size());
    }

    int size() {
        return slots.size();
    }

    Map<String, Integer> slots() {
        return Map.copyOf(slots);
    }

    private void name(Step step, Map<String, Flow> known) {
        switch (step.kind()) {
            case Kind.Ask ask -> {
                Type type = typeOf(ask.answer());
                if (type != null) {
                    bind(step.id(), type);
                }
                ask.answer().choices().forEach(option -> option.set().forEach(this::set));
            }
            case Kind.Each each -> {
                List<Option> options = options(each.over());
                bind(each.as(), new Type.One(options == null ? List.of() : options));
                each.steps().forEach(inner -> name(inner, known));
                Map<String, Type> fields = new LinkedHashMap<>();
                for (Step inner : each.steps()) {
                    Binding binding = bindings.get(inner.id());
                    if (binding != null) {
                        fields.put(inner.id(), binding.type());
                    }
                }
                bind(
                        step.id(),
                        new Type.Rows(
                                each.as(),
                                new Type.One(options == null ? List.of() : options),
                                fields));
            }
            case Kind.Call call -> {
                Flow called = known.get(call.flow());
                if (called != null
                        && !called.gives().isEmpty()
                        && called.steps().stream().noneMatch(s -> s.kind() instanceof Kind.Call)) {
                    Naming inside = new Naming(called, Map.of());
                    for (String name : called.gives()) {
                        Binding binding = inside.find(name);
                        if (binding != null) {
                            bind(name, binding.type());
                        }
                    }
                }
            }
            case Kind.Say _, Kind.Assign _, Kind.End _ -> {}
        }
        step.set().forEach(this::set);
    }

    /// What a name of another flow is; null if there is no such flow or no such name in it. Names
    /// that flow takes or receives itself are not its own.
    static @Nullable Type taken(String from, Map<String, Flow> known) {
        Past.Source source = Past.Source.of(from);
        Flow other = known.get(source.flow());
        Binding binding = other == null ? null : new Naming(other, Map.of()).find(source.name());
        return binding == null || binding.slot() < Facts.COUNT ? null : binding.type();
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
        Expression expression = Expression.parse(list, this).expression();
        return expression != null && expression.type() instanceof Type.Many(var options)
                ? options
                : null;
    }

    private void set(String name, String source) {
        if (bindings.get(name) instanceof Binding(_, Type.One(var options))
                && optionNamed(source, options) != null) {
            return;
        }
        Expression expression = Expression.parse(source, this).expression();
        if (expression != null) {
            bind(name, expression.type());
        }
    }

    /// The option meant by a quoted value such as `'notice'`; null if it is none.
    static @Nullable Option optionNamed(String source, List<Option> options) {
        String text = source.strip();
        if (text.length() < 2 || text.charAt(0) != '\'' || text.charAt(text.length() - 1) != '\'') {
            return null;
        }
        String value = text.substring(1, text.length() - 1);
        return options.stream().filter(o -> o.value().equals(value)).findFirst().orElse(null);
    }

    private void bind(String name, Type type) {
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
        return old instanceof Type.Rows && more instanceof Type.Rows ? more : old;
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
