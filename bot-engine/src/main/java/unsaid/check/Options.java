package unsaid.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unsaid.flow.Finding;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step.Kind;
import unsaid.match.Matcher;

/// The options of a question: where they lead, and what they read.
final class Options {
    /// No word for a command is longer, in characters.
    private static final int COMMAND = 24;

    private final Conditions conditions;
    private final Matcher matcher;
    private final Map<String, Boolean> commands = new HashMap<>();
    private final List<Finding> findings;

    Options(String language, Conditions conditions, List<Finding> findings) {
        this.conditions = conditions;
        this.matcher = Matcher.of(language);
        this.findings = findings;
    }

    void check(Node node) {
        Kind.Ask ask = node.ask();
        if (ask == null) {
            return;
        }
        List<Option> options = ask.answer().offered();
        if (!options.isEmpty()) {
            uneven(node, options);
            labels(node, options);
        }
        selfLoop(node);
    }

    /// Where the step has a `next`, an option without `go` follows it, and all is said.
    private void uneven(Node node, List<Option> options) {
        long going = options.stream().filter(Options::goes).count();
        boolean next = !node.step().next().cases().isEmpty();
        if (going > 0 && going < options.size() && !next) {
            int first = 0;
            while (goes(options.get(first))) {
                first++;
            }
            findings.add(
                    Finding.of(
                            Rule.UNEVEN_OPTIONS,
                            node.pointer() + "/answer/options/" + first,
                            "“"
                                    + options.get(first).label()
                                    + "” says nothing about where it leads, and others do",
                            "give it a \"go\", or the step a \"next\" for all that have none"));
        }
    }

    private static boolean goes(Option option) {
        return option.go() != null || option.act() == Option.Act.LEAVE;
    }

    /// What the options of a question read.
    void labels(Node node) {
        if (node.ask() != null) {
            labels(node, node.ask().answer().offered());
        }
    }

    private void labels(Node node, List<Option> options) {
        Map<String, Option> seen = new HashMap<>();
        String where =
                node.pointer()
                        + (node.ask() != null
                                        && node.ask().answer() instanceof unsaid.flow.Answer.Sort
                                ? "/answer/buckets/"
                                : "/answer/options/");
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String label = option.label().strip().toLowerCase(Locale.ROOT);
            String place = where + i + "/label";
            if (label.isEmpty()) {
                findings.add(
                        Finding.of(
                                Rule.EMPTY_TEXT,
                                place,
                                "the option \"" + option.value() + "\" has no label",
                                "write what the visitor sees"));
                continue;
            }
            Option other = seen.putIfAbsent(label, option);
            if (other != null && !conditions.exclude(other.condition(), option.condition())) {
                findings.add(
                        Finding.of(
                                Rule.DUPLICATE_LABEL,
                                place,
                                "\""
                                        + other.value()
                                        + "\" and \""
                                        + option.value()
                                        + "\" read the same: “"
                                        + option.label()
                                        + "”",
                                "word one of them differently"));
            }
            boolean command =
                    option.label().length() <= COMMAND
                            && commands.computeIfAbsent(option.label(), matcher::isCommand);
            if (command) {
                findings.add(
                        Finding.of(
                                Rule.LABEL_IS_COMMAND,
                                place,
                                "“"
                                        + option.label()
                                        + "” means skip, back, help, stop or the like at every question",
                                "word the option differently, such as “"
                                        + option.label()
                                        + ", please”"));
            }
        }
    }

    /// A question that leads to itself, and by nothing that is counted.
    private void selfLoop(Node node) {
        Kind.Ask ask = node.ask();
        for (Edge edge : node.out()) {
            if (edge.to() != node.number() || edge.kind() != Edge.Kind.ANSWERED || ask == null) {
                continue;
            }
            boolean limited =
                    ask.answer().choices().stream()
                            .filter(option -> node.id().equals(option.go()))
                            .allMatch(option -> option.times() > 0 || option.flag() != null);
            boolean byOption =
                    ask.answer().choices().stream().anyMatch(o -> node.id().equals(o.go()));
            if (!byOption || !limited) {
                findings.add(
                        Finding.of(
                                Rule.SELF_LOOP,
                                node.pointer(),
                                "\"" + node.id() + "\" leads to itself",
                                "lead on, or limit the option with \"times\": 2"));
                return;
            }
        }
    }
}
