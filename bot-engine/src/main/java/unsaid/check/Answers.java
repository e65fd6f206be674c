package unsaid.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.text.Message;

/// What becomes of answers: whether anything takes them up, and whether what is private stays so.
final class Answers {
    private final Readings readings;
    private final Graph graph;
    private final Course course;
    private final List<Finding> findings;
    private final BitSet read = new BitSet();
    private final Map<Integer, String> secrets = new HashMap<>();

    Answers(Flow flow, Graph graph, Readings readings, Course course, List<Finding> findings) {
        this.course = course;
        this.readings = readings;
        this.graph = graph;
        this.findings = findings;
        flow.gives().forEach(this::name);
        flow.takes().keySet().forEach(this::guard);
        for (Node node : graph.nodes()) {
            reads(node);
        }
        for (Node node : graph.nodes()) {
            hide(node);
        }
    }

    private void name(String name) {
        Binding binding = readings.names().find(name);
        if (binding != null) {
            read.set(binding.slot());
        }
    }

    /// What comes from another part of the talk may have been private there.
    private void guard(String name) {
        Binding binding = readings.names().find(name);
        if (binding != null) {
            secrets.put(binding.slot(), name);
        }
    }

    private void condition(@Nullable String source) {
        condition(Graph.read(readings, source), source);
    }

    /// Of one that cannot be read, whatever is named in it counts.
    private void condition(@Nullable Expression expression, @Nullable String source) {
        condition(expression);
        if (expression == null && source != null) {
            Turning.names(source).forEach(this::name);
        }
    }

    private void condition(@Nullable Expression expression) {
        if (expression != null) {
            for (int slot : expression.slots()) {
                read.set(slot);
            }
        }
    }

    private void values(Map<String, String> set) {
        if (!set.isEmpty()) {
            set.values().forEach(this::condition);
        }
    }

    private void reads(Node node) {
        Step step = node.step();
        condition(node.condition(), step.condition());
        values(step.set());
        for (int i = 0; i < node.cases().size(); i++) {
            condition(node.cases().get(i), step.next().cases().get(i).condition());
        }
        for (Wording wording : node.wordings()) {
            condition(wording.condition());
            if (wording.message() != null) {
                wording.message().slots(read::set);
            }
        }
        switch (step.kind()) {
            case Kind.Ask ask -> {
                condition(from(ask.answer()));
                for (Option option : ask.answer().choices()) {
                    condition(option.condition());
                    values(option.set());
                }
            }
            case Kind.Each each -> condition(each.over());
            case Kind.Call call -> values(call.with());
            case Kind.Say _, Kind.Assign _, Kind.End _ -> {}
        }
    }

    /// The list that an answer is about; null if it is about none.
    static @Nullable String from(Answer answer) {
        return switch (answer) {
            case Answer.Rank(String from, _) -> from;
            case Answer.Pick(String from, _, _) -> from;
            case Answer.Sort(String from, _) -> from;
            case Answer.Choice _,
                    Answer.Multi _,
                    Answer.YesNo _,
                    Answer.Confirm _,
                    Answer.Scale _,
                    Answer.Number _,
                    Answer.Date _,
                    Answer.Text _,
                    Answer.Texts _ ->
                    null;
        };
    }

    /// What somebody wrote may be for themselves alone, if something is said to it.
    void check(Node node) {
        Kind.Ask ask = node.ask();
        if (ask == null) {
            return;
        }
        boolean forOneself = ask.answer() instanceof Answer.Text && !course.asksOn(node);
        if (!isRead(node) && !leadsByItself(ask.answer()) && !forOneself) {
            findings.add(
                    Finding.of(
                            Rule.UNUSED_ANSWER,
                            node.pointer() + "/id",
                            "nothing takes up the answer to \"" + node.id() + "\"",
                            "mirror it with {"
                                    + node.id()
                                    + "}, show it in the end, branch on it, or leave the question out"));
        }
        privately(node, ask);
    }

    /// In a loop, what reads the loop reads its questions.
    private boolean isRead(Node node) {
        for (Node at = node; ; at = graph.nodes().get(at.loop())) {
            if (at.slot() < 0 || read.get(at.slot())) {
                return true;
            }
            if (at.loop() < 0) {
                return false;
            }
        }
    }

    /// Whether choosing does something without anybody reading the choice.
    private static boolean leadsByItself(Answer answer) {
        for (Option option : answer.choices()) {
            if (option.go() != null
                    || option.flag() != null
                    || option.act() != null
                    || option.suggest() != null
                    || !option.set().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void privately(Node node, Kind.Ask ask) {
        if (node.step().isPrivate()) {
            return;
        }
        if (isFree(ask.answer())) {
            findings.add(
                    Finding.of(
                            Rule.NOT_PRIVATE,
                            node.pointer(),
                            "people write freely in \"" + node.id() + "\", and it is not private",
                            "add \"private\": true"));
        }
        String source = leak(ask.answer());
        if (source != null) {
            findings.add(
                    Finding.of(
                            Rule.PRIVATE_LEAK,
                            node.pointer(),
                            "\""
                                    + node.id()
                                    + "\" offers what was said in \""
                                    + source
                                    + "\", which is private; its choices would be counted in the open",
                            "add \"private\": true to \"" + node.id() + "\" too"));
        }
    }

    private static boolean isFree(Answer answer) {
        return answer instanceof Answer.Text
                || answer instanceof Answer.Texts
                || answer.choices().stream().anyMatch(option -> option.text() > 0);
    }

    /// The private question whose answer can be tapped here; null if there is none.
    private @Nullable String leak(Answer answer) {
        String from = from(answer);
        String leak = from == null ? null : secret(readings.expression(from).expression());
        for (Option option : answer.offered()) {
            Message message =
                    option.label().indexOf('{') < 0
                            ? null
                            : readings.message(option.label()).message();
            if (leak == null && message != null) {
                Set<Integer> slots = new HashSet<>();
                message.slots(slots::add);
                leak = secret(slots);
            }
        }
        return leak;
    }

    private @Nullable String secret(@Nullable Expression expression) {
        return expression == null ? null : secret(expression.slots());
    }

    private @Nullable String secret(Set<Integer> slots) {
        for (int slot : slots) {
            String secret = secrets.get(slot);
            if (secret != null) {
                return secret;
            }
        }
        return null;
    }

    /// What a private step asks, and what is made of it by `set` further down the file.
    private void hide(Node node) {
        if (node.step().isPrivate() && node.ask() != null && node.slot() >= 0) {
            secrets.put(node.slot(), node.id());
        }
        if (node.step().set().isEmpty()) {
            return;
        }
        node.step()
                .set()
                .forEach((name, source) -> {
                    String secret = secret(readings.expression(source).expression());
                    Binding binding = readings.names().find(name);
                    if (secret != null && binding != null) {
                        secrets.putIfAbsent(binding.slot(), secret);
                    }
                });
    }
}
