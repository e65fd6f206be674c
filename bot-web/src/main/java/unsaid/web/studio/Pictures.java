package unsaid.web.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.check.Chart;
import unsaid.check.Coverage;
import unsaid.check.Rehearsal;
import unsaid.check.Wanderer;
import unsaid.engine.Engine;
import unsaid.flow.Flow;
import unsaid.web.graph.Covered;
import unsaid.web.graph.Layered;
import unsaid.web.graph.Overlay;
import unsaid.web.graph.Overlay.Mark;
import unsaid.web.graph.Overlay.Tone;
import unsaid.web.graph.Svg;

/// A flow as a picture, with what is shown on it. How many go on is counted in talks that the
/// workbench makes up by itself: what visitors do is counted nowhere, and nothing here asks for it.
final class Pictures {
    /// Talks by chance, from fixed seeds.
    static final int WALKS = 300;

    private static final int PERCENT = 100;
    private static final int PLENTY = 20;

    private Pictures() {}

    /// What is shown besides the steps and their ways.
    enum Shown {
        FLOW,
        /// What the tests come to.
        TESTS,
        /// Which share of made-up talks comes to each step.
        WALKS;

        /// @param word in small letters; anything unknown is [#FLOW]
        static Shown of(@Nullable String word) {
            for (Shown each : values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return each;
                }
            }
            return FLOW;
        }
    }

    /// @param played what came of all tests, of this flow and of others
    static String draw(Engine engine, Flow flow, Shown shown, List<Rehearsal.Result> played) {
        Overlay overlay =
                switch (shown) {
                    case FLOW -> Overlay.NONE;
                    case TESTS -> tests(engine, flow, played);
                    case WALKS -> walks(engine, flow);
                };
        return Svg.within(Layered.of(Chart.of(flow)), overlay);
    }

    private static Overlay tests(Engine engine, Flow flow, List<Rehearsal.Result> played) {
        return Covered.of(
                Coverage.of(engine.library(), List.of(flow.id()), Map.of(), played)
                        .flows()
                        .getFirst());
    }

    private static Overlay walks(Engine engine, Flow flow) {
        Map<String, Integer> came = new HashMap<>();
        for (int seed = 1; seed <= WALKS; seed++) {
            Wanderer.Walked walked =
                    new Wanderer(engine, Wanderer.Manner.PLAIN, seed).walk(flow.id());
            new HashSet<>(walked.visits().keySet())
                    .forEach(step -> came.merge(step, 1, Integer::sum));
        }
        Map<String, Mark> marks = new HashMap<>();
        for (String step : Standing.steps(flow)) {
            int count = came.getOrDefault(flow.id() + "/" + step, 0);
            long percent = Math.round((double) PERCENT * count / WALKS);
            Tone tone = count == 0 ? Tone.NONE : percent < PLENTY ? Tone.PART : Tone.FULL;
            String words = "Of " + WALKS + " made-up talks, " + count + " come here.";
            marks.put(step, new Mark(tone, percent + "%", words));
        }
        return new Overlay(marks, Map.of());
    }
}
