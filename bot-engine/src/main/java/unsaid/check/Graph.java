package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.check.Edge.Kind;
import unsaid.engine.Readings;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.flow.Answer;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Pointer;
import unsaid.flow.Step;
import unsaid.flow.Target;

/// A flow as steps and the ways between them. A way to a missing step, or into the middle of a
/// loop, counts as a way out: it is told elsewhere, and should not be told again in other words.
final class Graph {
    /// A way past the last step.
    static final int OFF = -1;

    /// A way out of the flow: an end, `@return` or `@next`.
    static final int OUT = -2;

    private final Readings readings;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private boolean gaps;

    Graph(Flow flow, Readings readings) {
        this.readings = readings;
        lay(flow.steps(), Pointer.ROOT.in("steps"), -1);
        link(flow.steps(), OFF, false);
    }

    List<Node> nodes() {
        return nodes;
    }

    @Nullable Node find(@Nullable String id) {
        Integer found = id == null ? null : index.get(id);
        return found == null ? null : nodes.get(found);
    }

    /// Whether a way leads where there is nothing to come to, so that nothing can be said about
    /// what is reached.
    boolean hasGaps() {
        return gaps;
    }

    private void lay(List<Step> steps, Pointer place, int loop) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Node node = new Node(nodes.size(), step, place.in(i), loop, readings);
            index.putIfAbsent(step.id(), node.number());
            nodes.add(node);
            if (step.kind() instanceof Step.Kind.Each each) {
                lay(each.steps(), node.place().in("steps"), node.number());
            }
        }
    }

    /// @param after where the last of `steps` leads without a `next`
    /// @param round whether that closes a round of a loop
    private void link(List<Step> steps, int after, boolean round) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean last = i + 1 == steps.size();
            int following = last ? after : at(steps.get(i + 1));
            Node node = nodes.get(at(step));
            Links links = new Links(node, following, last && round);
            if (step.condition() != null) {
                links.follow(Kind.LEFT_OUT, settled(node.condition(), false), Map.of());
            }
            switch (step.kind()) {
                case Step.Kind.Say _, Step.Kind.Assign _, Step.Kind.Call _ ->
                        links.next(Kind.ON, Set.of(), Map.of());
                case Step.Kind.End _ -> links.add(OUT, Kind.ON, Set.of(), Map.of());
                case Step.Kind.Ask ask -> links.ask(ask);
                case Step.Kind.Each each -> {
                    links.next(Kind.DONE, Set.of(), Map.of());
                    if (!each.steps().isEmpty()) {
                        links.add(at(each.steps().getFirst()), Kind.INTO, Set.of(), Map.of());
                        link(each.steps(), node.number(), true);
                    }
                }
            }
        }
    }

    /// Where the value of a name is kept, or -1 if nothing is called so.
    static int slot(Readings readings, String name) {
        Binding binding = readings.names().find(name);
        return binding == null ? -1 : binding.slot();
    }

    private int at(Step step) {
        Integer found = index.get(step.id());
        return found == null ? OFF : found;
    }

    /// What a condition or a value means; null: there is none, or it cannot be read.
    static @Nullable Expression read(Readings readings, @Nullable String source) {
        return source == null ? null : readings.expression(source).expression();
    }

    private static Set<Integer> settled(@Nullable Expression condition, boolean outcome) {
        return condition == null ? Set.of() : condition.settled(outcome);
    }

    static Set<Integer> with(Set<Integer> a, Set<Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Set<Integer> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    /// The ways that leave one step.
    private final class Links {
        private final Node node;
        private final int following;
        private final boolean round;
        private final Set<Integer> here;

        Links(Node node, int following, boolean round) {
            this.node = node;
            this.following = following;
            this.round = round;
            this.here = settled(node.condition(), true);
        }

        void add(int to, Kind kind, Set<Integer> settled, Map<String, String> set) {
            add(to, kind, settled, set, false);
        }

        void follow(Kind kind, Set<Integer> settled, Map<String, String> set) {
            add(following, kind, settled, set, round);
        }

        private void add(
                int to, Kind kind, Set<Integer> settled, Map<String, String> set, boolean closes) {
            Edge edge =
                    new Edge(
                            node.number(),
                            to,
                            kind,
                            kind == Kind.LEFT_OUT ? settled : with(here, settled),
                            set,
                            closes);
            node.out().add(edge);
            if (to >= 0) {
                nodes.get(to).in().add(edge);
            }
        }

        void go(@Nullable String target, Kind kind, Set<Integer> settled, Map<String, String> set) {
            if (target == null) {
                next(kind, settled, set);
            } else if (Target.isSpecial(target)) {
                add(OUT, kind, settled, set);
            } else {
                Integer found = index.get(target);
                boolean open = found != null && isOpen(nodes.get(found).loop());
                gaps |= !open;
                add(found == null || !open ? OUT : found, kind, settled, set);
            }
        }

        /// Whether the step stands inside of that loop: nobody can come into one from outside.
        private boolean isOpen(int loop) {
            int around = node.loop();
            while (around >= 0 && around != loop) {
                around = nodes.get(around).loop();
            }
            return around == loop;
        }

        /// Where the step itself leads.
        void next(Kind kind, Set<Integer> settled, Map<String, String> set) {
            Set<Integer> so = settled;
            List<Step.Next.Case> cases = node.step().next().cases();
            for (int i = 0; i < cases.size(); i++) {
                Expression condition = node.cases().get(i);
                go(cases.get(i).go(), kind, with(so, settled(condition, true)), set);
                if (cases.get(i).condition() == null) {
                    return;
                }
                so = with(so, settled(condition, false));
            }
            follow(kind, so, set);
        }

        void ask(Step.Kind.Ask ask) {
            List<Option> choices = ask.answer().choices();
            boolean plain = choices.isEmpty();
            for (Option option : choices) {
                if (option.act() == Option.Act.LEAVE) {
                    add(OUT, Kind.ERASED, Set.of(), Map.of());
                } else if (option.act() == null && option.go() == null && option.set().isEmpty()) {
                    plain = true;
                } else {
                    go(
                            option.go(),
                            option.act() == Option.Act.ERASE ? Kind.ERASED : Kind.ANSWERED,
                            settled(read(readings, option.condition()), true),
                            option.set());
                }
            }
            if (plain) {
                next(Kind.ANSWERED, Set.of(), Map.of());
            }
            if (mayBeEmpty(ask.answer())) {
                next(Kind.EMPTY, Set.of(), Map.of());
            }
            way(ask.skip(), Kind.SKIPPED);
            way(ask.unsure() == null ? ask.skip() : ask.unsure(), Kind.UNSURE);
        }

        private void way(Step.@Nullable Way way, Kind kind) {
            go(way == null ? null : way.go(), kind, Set.of(), Map.of());
        }
    }

    static boolean mayBeEmpty(Answer answer) {
        return switch (answer) {
            case Answer.Multi(_, int min, _) -> min == 0;
            case Answer.Texts(int min, _, _, _, _) -> min == 0;
            case Answer.Pick(_, int min, _) -> min == 0;
            case Answer.Choice _,
                    Answer.YesNo _,
                    Answer.Confirm _,
                    Answer.Scale _,
                    Answer.Number _,
                    Answer.Date _,
                    Answer.Text _,
                    Answer.Rank _,
                    Answer.Sort _ ->
                    false;
        };
    }
}
