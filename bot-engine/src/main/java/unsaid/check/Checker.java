package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import unsaid.engine.Readings;
import unsaid.flow.Finding;
import unsaid.flow.Flow;

/// Looks for everything in one flow that an author should know, beyond what already keeps it from
/// being made ready to run. Pure, and in time linear in the flow's ways.
public final class Checker {
    private Checker() {}

    /// What keeps a flow from being used, and nothing else: a part of the same findings, without
    /// looking for the rest.
    ///
    /// @param readings of the same flow
    /// @param help whether the folder has the product's safety flow
    public static List<Finding> errors(Flow flow, Readings readings, boolean help) {
        if (flow.steps().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Graph graph = new Graph(flow, readings);
        Soundness.check(flow, graph, findings);
        Unset unset = new Unset(graph, readings, Soundness.starts(flow, graph));
        Placeholders placeholders = new Placeholders(unset, findings);
        Course course = new Course(flow, graph, Tone.DEFAULT, findings);
        Answers answers = new Answers(flow, graph, readings, course, findings);
        for (Node node : graph.nodes()) {
            placeholders.check(node);
            answers.check(node);
        }
        new Care(flow, graph, help, findings).check();
        return findings.stream().filter(Finding::isError).toList();
    }

    /// @param readings of the same flow
    /// @param help whether the folder has the product's safety flow
    public static List<Finding> of(Flow flow, Readings readings, Tone tone, boolean help) {
        List<Finding> findings = new ArrayList<>();
        if (flow.steps().isEmpty()) {
            return findings;
        }
        Graph graph = new Graph(flow, readings);
        Soundness.check(flow, graph, findings);
        Set<Node> starts = Soundness.starts(flow, graph);
        Unset unset = new Unset(graph, readings, starts);
        Placeholders placeholders = new Placeholders(unset, findings);
        Later later = new Later(flow, graph, readings, starts, findings);
        Conditions conditions = new Conditions(graph, readings, findings);
        Course course = new Course(flow, graph, tone, findings);
        Answers answers = new Answers(flow, graph, readings, course, findings);
        Options options = new Options(flow.language(), conditions, findings);
        Tones tones = new Tones(flow, tone, new Rendering(readings, flow.language()), findings);
        for (Node node : graph.nodes()) {
            placeholders.check(node);
            conditions.check(node);
            later.check(node);
            answers.check(node);
            options.check(node);
            tones.check(node);
        }
        conditions.check(flow);
        UnusedTexts.check(flow, graph, readings, findings);
        tones.whole();
        new Care(flow, graph, help, findings).check();
        course.check();
        return findings;
    }
}
