package unsaid.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import unsaid.check.Coverage;
import unsaid.check.Coverage.OfFlow;
import unsaid.check.Coverage.Part;
import unsaid.check.Coverage.Thing;
import unsaid.flow.Flow;
import unsaid.format.Found;
import unsaid.format.Uncovered;

/// Coverage as a table of words, with what is missing below.
final class CoverageTable {
    private static final int WIDE = 20;
    private static final int NARROW = 11;

    private final Screen screen;

    CoverageTable(Screen screen) {
        this.screen = screen;
    }

    void print(Coverage coverage, Reading reading) {
        Findings findings = new Findings(screen);
        missed(coverage, reading).forEach(findings::print);
        StringBuilder head = new StringBuilder(left("covered by tests"));
        for (Thing thing : Thing.values()) {
            head.append(right(thing.many()));
        }
        screen.out().println(screen.ink(Ink.BOLD, head + right("in all")));
        coverage.flows().forEach(flow -> screen.out().println(row(flow)));
    }

    private static List<Found> missed(Coverage coverage, Reading reading) {
        List<Found> found = new ArrayList<>();
        for (OfFlow each : coverage.flows()) {
            Flow flow = Objects.requireNonNull(reading.library().flow(each.flow()));
            String file = each.flow() + "/flow.json";
            String text = reading.files().getOrDefault(file, "{}");
            found.addAll(Uncovered.of(file, text, flow, each));
        }
        return found;
    }

    private static String row(OfFlow flow) {
        StringBuilder row = new StringBuilder(left(flow.flow()));
        for (Thing thing : Thing.values()) {
            List<Part> parts = flow.of(thing);
            long covered = parts.stream().filter(Part::covered).count();
            row.append(right(parts.isEmpty() ? "-" : covered + "/" + parts.size()));
        }
        return row + right(flow.percent() + " %");
    }

    private static String left(String text) {
        return text.length() >= WIDE ? text + " " : text + " ".repeat(WIDE - text.length());
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, NARROW - text.length())) + text;
    }
}
