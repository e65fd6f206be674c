package unsaid.web.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, as Markdown tables: one with figures for each measurement as soon as it is
/// made, and at the end one with the targets.
final class Report {
    private final PrintStream out;
    private final List<String> targets = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println("### " + text);
        out.println();
    }

    void line(String text) {
        out.println(text);
    }

    void columns(String... names) {
        row(names);
        out.println("|---".repeat(names.length) + "|");
    }

    void row(String... cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }

    /// A figure to be compared with its target, which it should not exceed.
    void target(String what, double is, double most, String unit) {
        targets.add(
                "| "
                        + String.join(
                                " | ",
                                what,
                                number(is) + unit,
                                "≤ " + number(most) + unit,
                                is <= most ? "met" : "**over**")
                        + " |");
    }

    void end(Faults faults) {
        heading("Targets");
        columns("what", "measured", "target", "");
        targets.forEach(out::println);
        out.println();
        out.println("Replies: " + faults + ".");
        faults.examples().forEach(out::println);
    }

    /// Three digits that matter, no more.
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
