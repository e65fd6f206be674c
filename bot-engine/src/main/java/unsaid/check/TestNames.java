package unsaid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script.Line;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// Whether conversation tests still speak of steps and options that are there.
public final class TestNames {
    private final Map<String, Flow> flows;
    private final Map<String, Set<String>> options = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private final List<Finding> findings;

    /// @param flows id → flow in the language of the talk; all of the folder, since a talk may go
    ///   from one to another
    private TestNames(Map<String, Flow> flows, List<Finding> findings) {
        this.flows = flows;
        this.findings = findings;
        flows.values().forEach(this::collect);
    }

    /// @param flows id → flow, all of the folder
    /// @param translated flows in other languages
    /// @param file the tests of one file, in its order
    /// @return findings with places in that file
    public static List<Finding> of(
            Map<String, Flow> flows, Collection<Flow> translated, List<Script> file) {
        List<Finding> findings = new ArrayList<>();
        Map<String, TestNames> languages = new HashMap<>();
        for (int i = 0; i < file.size(); i++) {
            Script script = file.get(i);
            languages
                    .computeIfAbsent(
                            script.language(),
                            language -> new TestNames(in(language, flows, translated), findings))
                    .look(script, file.size() == 1 ? "" : "/tests/" + i);
        }
        return findings;
    }

    private static Map<String, Flow> in(
            String language, Map<String, Flow> flows, Collection<Flow> translated) {
        Map<String, Flow> spoken = new HashMap<>(flows);
        for (Flow flow : translated) {
            if (flow.language().equals(language)) {
                spoken.replace(flow.id(), flow);
            }
        }
        return spoken;
    }

    private void collect(Flow flow) {
        Set<String> own = options.computeIfAbsent(flow.id(), _ -> new TreeSet<>());
        for (Step step : flow.everyStep()) {
            if (step.kind() instanceof Kind.Ask ask) {
                for (Option option : ask.answer().offered()) {
                    int brace = option.label().indexOf('{');
                    own.add(option.value());
                    if (brace < 0) {
                        own.add(option.label());
                    } else {
                        open.add(option.label().substring(0, brace));
                    }
                }
            }
        }
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private void look(Script script, String pointer) {
        Flow flow = flows.get(script.flow());
        if (flow == null) {
            String near = Nearest.to(script.flow(), flows.keySet());
            add(
                    Rule.TEST_MISSING_FLOW,
                    pointer + "/flow",
                    "there is no flow \"" + script.flow() + "\"",
                    near == null ? "write the id of a flow" : "did you mean \"" + near + "\"?");
            return;
        }
        if (script.door() != null && !flow.doors().contains(script.door())) {
            String near = Nearest.to(script.door(), flow.doors());
            add(
                    Rule.TEST_MISSING_STEP,
                    pointer + "/at",
                    "no page can open the talk at \"" + script.door() + "\"",
                    near == null
                            ? "name the step in the flow's \"doors\""
                            : "did you mean \"" + near + "\"?");
        }
        Set<String> written = new HashSet<>();
        for (int i = 0; i < script.lines().size(); i++) {
            line(script.lines().get(i), flow, written, pointer + "/talk/" + i);
        }
        Script.Expect expect = script.expect();
        if (expect.asks() != null) {
            step(expect.asks(), flow, pointer + "/expect/asks");
        }
        for (String id : expect.visited()) {
            step(id, flow, pointer + "/expect/visited");
        }
        for (String id : expect.notVisited()) {
            step(id, flow, pointer + "/expect/not-visited");
        }
    }

    private void line(Line line, Flow flow, Set<String> written, String pointer) {
        switch (line) {
            case Line.Writes(String text) ->
                    text.lines().map(TestNames::small).forEach(written::add);
            case Line.Gives(Object value) -> {
                if (value instanceof Collection<?> all) {
                    all.forEach(one -> written.add(small(String.valueOf(one))));
                }
            }
            case Line.Chooses(var picks, _) ->
                    picks.forEach(pick -> choose(pick, flow, written, pointer));
            case Line.Lacks(var all) ->
                    all.forEach(option -> known(option, flow, written, pointer + "/not-offered"));
            case Line.Changes(String id) -> step(id, flow, pointer + "/change");
            case Line.Hears _, Line.Does _ -> {}
        }
    }

    /// An option, letter by letter, or words that were written before and came back in a list.
    private void choose(Script.Pick pick, Flow flow, Set<String> written, String pointer) {
        if (pick.text() != null) {
            written.add(small(pick.text()));
        }
        known(pick.option(), flow, written, pointer + "/choose");
    }

    private void known(String option, Flow flow, Set<String> written, String pointer) {
        String bare = small(option).replaceAll("^\"|\"$", "");
        boolean known =
                options.values().stream().anyMatch(all -> all.contains(option))
                        || written.contains(bare)
                        || open.stream().anyMatch(option::startsWith);
        if (!known) {
            String near = Nearest.to(option, options.getOrDefault(flow.id(), Set.of()));
            add(
                    Rule.TEST_MISSING_OPTION,
                    pointer,
                    "no question has the option “" + option + "”",
                    near == null
                            ? "write a value or a label as it is in the flow"
                            : "did you mean “" + near + "”?");
        }
    }

    private void step(String name, Flow flow, String pointer) {
        int slash = name.indexOf('/');
        Flow of = slash < 0 ? flow : flows.get(name.substring(0, slash));
        String id = name.substring(slash + 1).split("/", 2)[0];
        Set<String> ids = new TreeSet<>();
        ids(of, ids);
        if (ids.contains(id) || slash < 0 && anywhere(id)) {
            return;
        }
        String near = Nearest.to(id, ids);
        add(
                Rule.TEST_MISSING_STEP,
                pointer,
                "no step is called \"" + name + "\"",
                near == null
                        ? "write the id of a step as it is in the flow"
                        : "did you mean \"" + near + "\"?");
    }

    private boolean anywhere(String id) {
        Set<String> ids = new HashSet<>();
        flows.values().forEach(flow -> ids(flow, ids));
        return ids.contains(id);
    }

    private static void ids(@Nullable Flow flow, Set<String> ids) {
        if (flow != null) {
            flow.everyStep().forEach(step -> ids.add(step.id()));
        }
    }

    private void add(Rule rule, String pointer, String message, String wayOut) {
        findings.add(Finding.of(rule, pointer, message, wayOut));
    }
}
