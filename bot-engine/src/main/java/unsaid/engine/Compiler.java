package unsaid.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Bubble;
import unsaid.engine.Program.Jump;
import unsaid.engine.Program.Line;
import unsaid.engine.Program.Node;
import unsaid.engine.Program.Setting;
import unsaid.engine.Program.Tap;
import unsaid.engine.Program.Way;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.expression.Fault;
import unsaid.expression.Nearest;
import unsaid.expression.Type;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Rule;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Pointer;
import unsaid.flow.Target;
import unsaid.text.Message;

/// Makes a flow ready to run and tells everything that stands in the way: targets, names, types,
/// texts. It never throws: what cannot be made ready is reported and left out.
final class Compiler {
    /// Placeholders that the product fills.
    static final Set<String> PRODUCT = Set.of("emergency", "silent", "crisis", "privacy", "next");

    private final Flow flow;
    private final Neighbours known;
    private final List<Finding> findings;
    private final Readings readings;
    private final Naming names;
    private final List<Step> row = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<int[]> loops = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private int options;

    /// Heads of the loops around what is being made ready.
    private int[] here = {};

    Compiler(Flow flow, Neighbours known, List<Finding> findings) {
        this.flow = flow;
        this.known = known;
        this.findings = findings;
        this.readings = new Readings(flow, known);
        this.names = readings.naming();
        layOut(flow.steps(), Pointer.ROOT.in("steps"), new int[0]);
    }

    /// What was read on the way; the checker looks at it again.
    Readings readings() {
        return readings;
    }

    Program program() {
        Node[] nodes = new Node[row.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = node(i);
        }
        here = new int[0];
        phrases();
        takes();
        doors();
        int enough = flow.enough() == null ? -1 : target(flow.enough(), Pointer.ROOT.in("enough"));
        int lull =
                flow.lull() == null
                        ? -1
                        : target(flow.lull().go(), Pointer.ROOT.in("lull").in("go"));
        return new Program(
                flow,
                nodes,
                Collections.unmodifiableMap(index),
                names.size(),
                names.slots(),
                options,
                enough,
                lull);
    }

    /// Puts the steps in one row. A loop's body stands behind its head and is closed by the head's
    /// step again.
    private void layOut(List<Step> steps, Pointer pointer, int[] around) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int here = row.size();
            Pointer place = pointer.in(i);
            index.putIfAbsent(step.id(), here);
            add(step, place, around);
            if (step.kind() instanceof Kind.Each each) {
                int[] inside = java.util.Arrays.copyOf(around, around.length + 1);
                inside[around.length] = here;
                layOut(each.steps(), place.in("steps"), inside);
                ends.set(here, row.size());
                add(step, place, inside);
            }
        }
    }

    private void add(Step step, Pointer pointer, int[] around) {
        row.add(step);
        pointers.add(pointer);
        loops.add(around);
        ends.add(-1);
    }

    private Node node(int i) {
        Step step = row.get(i);
        Pointer pointer = pointers.get(i);
        String at = flow.id() + "/" + step.id();
        int[] around = loops.get(i);
        if (around.length > 0 && row.get(around[around.length - 1]) == step) {
            return new Node(
                    at,
                    step,
                    around,
                    null,
                    new Bubble[0],
                    new Setting[0],
                    new Act.Again(around[around.length - 1]),
                    new Jump[0]);
        }
        here = around;
        taken(step, pointer);
        suggestion(step.suggest(), pointer.in("suggest"));
        return new Node(
                at,
                step,
                around,
                condition(step.condition(), pointer.in("if")),
                bubbles(step.say(), pointer.in("say")),
                settings(step.set(), pointer.in("set")),
                act(i, step, pointer),
                jumps(step.next().cases(), pointer.in("next")));
    }

    /// What the product fills in under its own name, nothing of a flow may be called.
    private void taken(Step step, Pointer pointer) {
        taken(step.id(), pointer.in("id"));
        switch (step.kind()) {
            case Kind.Each each -> {
                taken(each.as(), pointer.in("as"));
                fact(step.id(), pointer.in("id"));
                fact(each.as(), pointer.in("as"));
            }
            case Kind.Ask _ -> fact(step.id(), pointer.in("id"));
            case Kind.Say _, Kind.Assign _, Kind.Call _, Kind.End _ -> {}
        }
    }

    /// An answer under a name of the product would take the place of what the product knows. Only
    /// help asks for such a thing itself: the country.
    private void fact(String name, Pointer place) {
        if (!flow.id().equals(Library.SAFETY)
                && Facts.ALL.stream().anyMatch(fact -> fact.word.equals(name))) {
            findings.add(
                    Finding.of(
                            Rule.NAME_TAKEN,
                            place,
                            "\"" + name + "\" goes from part to part and belongs to the product",
                            "use another name"));
        }
    }

    private void taken(String name, Pointer place) {
        if (PRODUCT.contains(name)) {
            findings.add(
                    Finding.of(
                            Rule.NAME_TAKEN,
                            place,
                            "{"
                                    + name
                                    + "} is filled in by the product, so nothing else can be called that",
                            "use another name"));
        }
    }

    /// A single target stands in `next` itself, cases in its items.
    private Jump[] jumps(List<Step.Next.Case> cases, Pointer pointer) {
        Jump[] jumps = new Jump[cases.size()];
        for (int i = 0; i < jumps.length; i++) {
            Step.Next.Case one = cases.get(i);
            boolean plain = jumps.length == 1 && one.condition() == null;
            Pointer place = plain ? pointer : pointer.in(i);
            Pointer go = plain ? place : place.in(one.condition() == null ? "else" : "go");
            jumps[i] = new Jump(condition(one.condition(), place.in("if")), target(one.go(), go));
        }
        return jumps;
    }

    private Act act(int i, Step step, Pointer pointer) {
        return switch (step.kind()) {
            case Kind.Say _, Kind.Assign _ -> new Act.Go();
            case Kind.Ask ask -> ask(step, ask, pointer);
            case Kind.Each each -> each(i, step, each, pointer);
            case Kind.Call call -> call(call, pointer);
            case Kind.End end -> {
                if (end.followUp() != null) {
                    suggestion(end.followUp().flow(), pointer.in("followUp").in("flow"));
                }
                yield new Act.End(lines(end.show(), pointer.in("show")));
            }
        };
    }

    private Act ask(Step step, Kind.Ask ask, Pointer pointer) {
        Answer answer = ask.answer();
        String from =
                switch (answer) {
                    case Answer.Rank(String list, _) -> list;
                    case Answer.Pick(String list, _, _) -> list;
                    case Answer.Sort(String list, _) -> list;
                    default -> null;
                };
        List<Option> choices = answer.offered();
        Pointer where =
                pointer.in("answer").in(answer instanceof Answer.Sort ? "buckets" : "options");
        List<Tap> taps = new ArrayList<>();
        for (int o = 0; o < choices.size(); o++) {
            taps.add(tap(choices.get(o), where.in(o)));
        }
        Tap[] array = taps.toArray(Tap[]::new);
        return new Act.Ask(
                names.slot(step.id()),
                message(ask.question(), pointer.in("ask")),
                ask.hint() == null ? null : message(ask.hint(), pointer.in("hint")),
                answer,
                from == null ? null : list(from, pointer.in("answer").in("from")),
                array,
                way(ask.skip(), pointer.in("skip")),
                way(ask.unsure(), pointer.in("unsure")),
                messages(ask.retry(), pointer.in("retry")),
                ask.idle() == null
                        ? null
                        : message(ask.idle().text(), pointer.in("idle").in("say")),
                lines(ask.show(), pointer.in("show")),
                Asking.fixed(answer, array));
    }

    private Tap tap(Option option, Pointer pointer) {
        suggestion(option.suggest(), pointer.in("suggest"));
        Message label = message(option.label(), pointer.in("label"));
        return new Tap(
                option,
                options++,
                label,
                label.isConstant() ? Asking.shown(option, option.label()) : null,
                condition(option.condition(), pointer.in("if")),
                option.go() == null ? Tap.AS_STEP : target(option.go(), pointer.in("go")),
                settings(option.set(), pointer.in("set")));
    }

    private Act each(int i, Step step, Kind.Each each, Pointer pointer) {
        List<String> fields =
                each.steps().stream()
                        .filter(inner -> names.find(inner.id()) != null)
                        .map(Step::id)
                        .toList();
        Expression over = list(each.over(), pointer.in("each"));
        return new Act.Each(
                names.slot(step.id()),
                over,
                names.slot(each.as()),
                fields.stream().mapToInt(names::slot).toArray(),
                fields,
                ends.get(i));
    }

    private Act call(Kind.Call call, Pointer pointer) {
        if (!known.ids().contains(call.flow())) {
            unknownFlow(call.flow(), pointer.in("call"));
        }
        Map<String, Expression> with = new HashMap<>();
        call.with()
                .forEach((name, source) -> {
                    Expression expression = expression(source, pointer.in("with").in(name));
                    if (expression != null) {
                        with.put(name, expression);
                    }
                });
        return new Act.Call(call.flow(), Map.copyOf(with));
    }

    private @Nullable Way way(Step.@Nullable Way way, Pointer pointer) {
        if (way == null) {
            return null;
        }
        return new Way(
                way.go() == null ? Tap.AS_STEP : target(way.go(), pointer.in("go")), way.flag());
    }

    private Bubble[] bubbles(List<Step.Bubble> say, Pointer pointer) {
        Bubble[] bubbles = new Bubble[say.size()];
        for (int i = 0; i < bubbles.length; i++) {
            Step.Bubble bubble = say.get(i);
            Pointer place = pointer.in(i);
            boolean plain = bubble.condition() == null && bubble.link() == null;
            bubbles[i] =
                    new Bubble(
                            condition(bubble.condition(), place.in("if")),
                            message(bubble.text(), plain ? place : place.in("text")),
                            bubble.link());
        }
        return bubbles;
    }

    private Line[] lines(List<Step.Show> show, Pointer pointer) {
        Line[] lines = new Line[show.size()];
        for (int i = 0; i < lines.length; i++) {
            Step.Show line = show.get(i);
            Pointer place = pointer.in(i);
            lines[i] =
                    new Line(
                            condition(line.condition(), place.in("if")),
                            line.label() == null ? null : message(line.label(), place.in("label")),
                            message(line.text(), place.in("text")));
        }
        return lines;
    }

    private Setting[] settings(Map<String, String> set, Pointer pointer) {
        List<Setting> settings = new ArrayList<>();
        set.forEach((name, source) -> {
            Pointer place = pointer.in(name);
            taken(name, place);
            Binding binding = names.find(name);
            Option option =
                    binding != null && binding.type() instanceof Type.One(var all)
                            ? Naming.optionNamed(source, all)
                            : null;
            Expression expression =
                    option == null
                            ? expression(source, place)
                            : Expression.parse("true", names).expression();
            if (expression == null || binding == null) {
                return;
            }
            if (option == null
                    && !(expression.type() instanceof Type.Nothing)
                    && !expression.type().getClass().equals(binding.type().getClass())) {
                findings.add(
                        Finding.of(
                                Rule.TYPE_MISMATCH,
                                place,
                                "\""
                                        + name
                                        + "\" is "
                                        + binding.type().word()
                                        + " elsewhere and "
                                        + expression.type().word()
                                        + " here",
                                "use another name, or make both the same kind"));
            }
            for (Facts fact : Facts.ALL) {
                if (fact.word.equals(name)
                        && fact.onlyEverTrue()
                        && !source.strip().equals("true")) {
                    findings.add(
                            Finding.of(
                                    Rule.SAFETY_WEAKENED,
                                    place,
                                    "a flow may set \"" + name + "\" to true only",
                                    "write true, or leave it out"));
                }
            }
            settings.add(new Setting(binding.slot(), expression, option));
        });
        return settings.toArray(Setting[]::new);
    }

    private void doors() {
        for (int i = 0; i < flow.doors().size(); i++) {
            String door = flow.doors().get(i);
            Pointer place = Pointer.ROOT.in("doors").in(i);
            if (target(door, place) < 0) {
                findings.add(
                        Finding.of(
                                Rule.BAD_VALUE,
                                place,
                                "no page can open the talk at \"" + door + "\"",
                                "name a step of the flow"));
            }
        }
    }

    private void takes() {
        flow.takes()
                .forEach((name, from) -> {
                    Pointer place = Pointer.ROOT.in("takes").in(name);
                    Flow other = known.flow(Past.Source.of(from).flow());
                    Type type = Naming.taken(from, known);
                    if (Facts.ALL.stream().anyMatch(fact -> fact.word.equals(name))) {
                        findings.add(
                                Finding.of(
                                        Rule.SAFETY_WEAKENED,
                                        place,
                                        "\""
                                                + name
                                                + "\" belongs to the product and goes along by itself",
                                        "leave it out"));
                    } else if (other == null) {
                        suggestion(Past.Source.of(from).flow(), place);
                    } else if (type == null) {
                        findings.add(
                                Finding.of(
                                        Rule.UNKNOWN_NAME,
                                        place,
                                        "takes \"" + from + "\", and nothing there has that name",
                                        "write the flow and the id of one of its steps: \"flow/step\""));
                    } else {
                        flow.everyStep().stream()
                                .filter(step -> step.id().equals(name))
                                .forEach(step -> sameKind(step, type, place));
                    }
                });
    }

    /// A question that is left out where its answer is known already has to ask for the same kind.
    private void sameKind(Step step, Type taken, Pointer place) {
        Type own = step.kind() instanceof Kind.Ask ask ? names.typeOf(ask.answer()) : null;
        if (own == null || !own.getClass().equals(taken.getClass())) {
            findings.add(
                    Finding.of(
                            Rule.TYPE_MISMATCH,
                            place,
                            "\"" + step.id() + "\" here does not hold " + taken.word(),
                            "take it under another name, or ask for the same kind of answer"));
        }
    }

    private void phrases() {
        flow.phrases()
                .forEach((name, phrase) -> {
                    Pointer place = Pointer.ROOT.in("texts").in(name);
                    taken(name, place);
                    if (phrase instanceof Flow.Phrase.Cases(var cases)) {
                        for (int i = 0; i < cases.size(); i++) {
                            condition(cases.get(i).condition(), place.in(i).in("if"));
                            message(
                                    cases.get(i).text(),
                                    place.in(i)
                                            .in(
                                                    cases.get(i).condition() == null
                                                            ? "else"
                                                            : "text"));
                        }
                    }
                });
    }

    private @Nullable Expression condition(@Nullable String source, Pointer pointer) {
        if (source == null) {
            return null;
        }
        Expression expression = expression(source, pointer);
        if (expression != null
                && !(expression.type() instanceof Type.Truth)
                && !(expression.type() instanceof Type.Nothing)) {
            findings.add(
                    Finding.of(
                            Rule.TYPE_MISMATCH,
                            pointer,
                            "a condition is true or false; this is " + expression.type().word(),
                            "compare it with something, such as \"mood > 5\" or \"mood is set\""));
            return null;
        }
        return expression;
    }

    private Expression list(String source, Pointer pointer) {
        Expression expression = expression(source, pointer);
        if (expression == null) {
            return Expression.nothing();
        }
        if (!(expression.type() instanceof Type.Many)
                && !(expression.type() instanceof Type.Nothing)) {
            findings.add(
                    Finding.of(
                            Rule.NOT_A_LIST,
                            pointer,
                            "\"" + source + "\" is " + expression.type().word() + ", not a list",
                            "name a list, multi, rank or pick answer, or put several together: join(a, b)"));
        }
        return expression;
    }

    private @Nullable Expression expression(String source, Pointer pointer) {
        var parsed = readings.expression(source);
        parsed.faults().forEach(fault -> report(fault, pointer));
        return parsed.expression();
    }

    private Message[] messages(List<String> sources, Pointer pointer) {
        Message[] messages = new Message[sources.size()];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message(sources.get(i), pointer.in(i));
        }
        return messages;
    }

    private Message message(String source, Pointer pointer) {
        var compiled = readings.message(source);
        compiled.faults().forEach(fault -> report(fault, pointer));
        Message message = compiled.message();
        return message == null ? Message.literal(source) : message;
    }

    private void report(Fault fault, Pointer pointer) {
        findings.add(
                Finding.at(
                        Objects.requireNonNull(Rule.named(fault.rule())),
                        pointer,
                        fault.offset(),
                        fault.message(),
                        fault.wayOut()));
    }

    private int target(String go, Pointer pointer) {
        if (go.equals(Target.RETURN)) {
            return Program.RETURN;
        }
        if (go.equals(Target.NEXT)) {
            return Program.NEXT;
        }
        Integer found = index.get(go);
        if (found == null) {
            missing(go, pointer);
            return 0;
        }
        int[] around = loops.get(found);
        int outer = 0;
        while (outer < around.length && outer < here.length && around[outer] == here[outer]) {
            outer++;
        }
        if (outer < around.length) {
            String loop = row.get(around[outer]).id();
            findings.add(
                    Finding.of(
                            Rule.TARGET_INSIDE,
                            pointer,
                            "leads to \""
                                    + go
                                    + "\", which stands in the middle of the loop \""
                                    + loop
                                    + "\"",
                            "lead to \"" + loop + "\", or past it"));
        }
        return found;
    }

    private void missing(String go, Pointer pointer) {
        Set<String> possible = new HashSet<>(index.keySet());
        possible.add(Target.NEXT);
        possible.add(Target.RETURN);
        String near = Nearest.to(go, possible);
        String seen = Target.visible(go);
        String message = ", and no step has that id";
        String wayOut =
                near == null
                        ? "write the id of a step of this flow"
                        : "did you mean \"" + near + "\"?";
        if (!seen.equals(go)) {
            message = ": an invisible character stands in it";
            wayOut = "delete the id with its quotes and type it anew";
        } else if (isOption(go)) {
            message = ", which is an option here, not a step";
        } else if (near == null && known.ids().contains(go)) {
            message = ", which is a flow, not a step";
            wayOut =
                    "to offer it, write \"suggest\": \""
                            + go
                            + "\" into this step and lead to \"@next\"; to come back from it, lead to a step with \"call\": \""
                            + go
                            + "\"";
        }
        findings.add(
                Finding.of(
                        Rule.TARGET_MISSING,
                        pointer,
                        "leads to \"" + seen + "\"" + message,
                        wayOut));
    }

    private boolean isOption(String value) {
        return row.stream()
                .anyMatch(step ->
                        step.kind() instanceof Kind.Ask ask
                                && ask.answer().choices().stream()
                                        .anyMatch(option -> option.value().equals(value)));
    }

    private void suggestion(@Nullable String id, Pointer pointer) {
        if (id != null && !known.ids().contains(id)) {
            findings.add(
                    Finding.of(
                            Rule.FLOW_ABSENT,
                            pointer,
                            "there is no flow \"" + id + "\" in this folder",
                            "what suggests it is not shown until the flow is there"));
        }
    }

    private void unknownFlow(String id, Pointer pointer) {
        String near = Nearest.to(id, known.ids());
        findings.add(
                Finding.of(
                        Rule.FLOW_MISSING,
                        pointer,
                        "there is no flow \"" + id + "\" in this folder",
                        near == null
                                ? "write the id of another flow"
                                : "did you mean \"" + near + "\"?"));
    }
}
