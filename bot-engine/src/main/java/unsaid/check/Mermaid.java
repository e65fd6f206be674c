package unsaid.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unsaid.check.Chart.Arrow;
import unsaid.check.Chart.Box;
import unsaid.flow.Target;

/// A chart as Mermaid text, which many wikis and code hosts draw by themselves. Deterministic.
public final class Mermaid {
    /// Longest text in a box or at an arrow, in characters.
    static final int LENGTH = 60;

    private Mermaid() {}

    /// One `flowchart`, each line ended by a line feed.
    public static String of(Chart chart) {
        Map<String, String> names = new HashMap<>();
        StringBuilder out = new StringBuilder("---\ntitle: ");
        out.append('"').append(quoted(chart.title())).append("\"\n---\nflowchart TD\n");
        for (Box box : chart.boxes()) {
            String name = "s" + names.size();
            names.put(box.id(), name);
            out.append("  ").append(name).append(shape(box)).append('\n');
        }
        for (Arrow arrow : chart.arrows()) {
            arrow(names, arrow.from(), line(arrow), arrow.labels(), arrow.to(), out);
        }
        for (Box box : chart.boxes()) {
            for (Chart.Exit exit : box.exits()) {
                String name = "s" + names.size();
                names.put(exit.id(), name);
                out.append("  ")
                        .append(name)
                        .append(">\"")
                        .append(words(exit.to()))
                        .append("\"]\n");
                arrow(names, box.id(), " -->", exit.labels(), exit.id(), out);
            }
        }
        return out.toString();
    }

    private static void arrow(
            Map<String, String> names,
            String from,
            String line,
            List<String> labels,
            String to,
            StringBuilder out) {
        out.append("  ").append(names.get(from)).append(line);
        if (!labels.isEmpty()) {
            out.append("|\"").append(text(String.join(" / ", labels))).append("\"|");
        }
        out.append(' ').append(names.get(to)).append('\n');
    }

    private static String words(String out) {
        return switch (out) {
            case Target.RETURN -> "back to where it was";
            case Target.NEXT -> "on to another flow";
            default -> "leaves the page";
        };
    }

    private static String shape(Box box) {
        String words = text(box.text());
        String inside =
                "\"" + "<b>" + box.id() + "</b>" + (words.isEmpty() ? "" : "<br/>" + words) + "\"";
        return switch (box.shape()) {
            case SAY -> "[" + inside + "]";
            case ASK -> "(" + inside + ")";
            case EACH -> "{{" + inside + "}}";
            case CALL -> "[[" + inside + "]]";
            case SET -> "[/" + inside + "/]";
            case END -> "([" + inside + "])";
        };
    }

    private static String line(Arrow arrow) {
        return switch (arrow.pull()) {
            case ON, CHOICE -> " -->";
            case ASIDE -> " -.->";
            case ROUND -> " ==>";
        };
    }

    private static String text(String text) {
        return quoted(
                text.codePointCount(0, text.length()) <= LENGTH
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LENGTH - 1)).strip() + "…");
    }

    /// In Mermaid, characters that mean something are written by their number.
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (c == '\n') {
                        out.append(' ');
                    } else if ("\"#<>&`\\".indexOf(c) >= 0) {
                        out.append('#').append(c).append(';');
                    } else {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
