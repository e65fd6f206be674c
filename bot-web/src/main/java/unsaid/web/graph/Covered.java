package unsaid.web.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unsaid.check.Coverage;
import unsaid.check.Coverage.Part;
import unsaid.check.Coverage.Thing;
import unsaid.web.graph.Overlay.Mark;
import unsaid.web.graph.Overlay.Tone;

/// Coverage, as marks on a drawing.
public final class Covered {
    private Covered() {}

    public static Overlay of(Coverage.OfFlow covered) {
        Map<String, Mark> steps = new HashMap<>();
        for (Part step : covered.of(Thing.STEP)) {
            steps.put(step.id(), step(step, inside(covered, step.id())));
        }
        Map<String, Mark> arrows = new HashMap<>();
        for (Part way : covered.of(Thing.WAY)) {
            arrows.put(
                    way.id(),
                    way.covered()
                            ? new Mark(Tone.FULL, "", "taken by " + tests(way.tests()))
                            : new Mark(Tone.NONE, "", "taken by no test"));
        }
        return new Overlay(steps, arrows);
    }

    private static Mark step(Part step, List<Part> inside) {
        List<String> missed =
                inside.stream().filter(part -> !part.covered()).map(Part::words).toList();
        if (!step.covered()) {
            return new Mark(Tone.NONE, "0", "no test comes here");
        }
        if (!missed.isEmpty()) {
            int met = inside.size() - missed.size();
            return new Mark(
                    Tone.PART,
                    met + "/" + inside.size(),
                    tests(step.tests()) + " come here; never: " + String.join(", ", missed));
        }
        return new Mark(Tone.FULL, "", tests(step.tests()) + " come here");
    }

    private static List<Part> inside(Coverage.OfFlow covered, String step) {
        List<Part> inside = new ArrayList<>(covered.of(Thing.OPTION));
        inside.addAll(covered.of(Thing.RETRY));
        return inside.stream().filter(part -> part.step().equals(step)).toList();
    }

    private static String tests(int count) {
        return count + (count == 1 ? " test" : " tests");
    }
}
