package unsaid.web.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unsaid.check.Chart;
import unsaid.check.Chart.Shape;
import unsaid.web.graph.Drawing.Edge;
import unsaid.web.graph.Drawing.Label;
import unsaid.web.graph.Drawing.Node;
import unsaid.web.graph.Drawing.Point;

/// A drawing as SVG, in the widget's colours, light and dark as the reader's system is. Steps carry
/// `data-step`, arrows `data-edge`; each has a title that says everything the picture cuts short.
/// The same drawing always gives the same text.
public final class Svg {
    /// Style sheet of every picture, for pages that allow no styles within them.
    public static final String STYLE =
            """
            .unsaid-graph { --paper: #faf6ef; --raised: #fffdf9; --ink: #2a2622; --muted: #665d54; --line: #8a8075;
              --hair: #e6ddd0; --accent: #2d5a50; --on-accent: #fffdf9; --mine: #e1eae2; --warn: #8a3b22;
              background: var(--paper); font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
            @media (prefers-color-scheme: dark) { .unsaid-graph { --paper: #1a1816; --raised: #242120; --ink: #ebe4d9;
              --muted: #ada295; --line: #82786d; --hair: #332f2b; --accent: #a3ccbb; --on-accent: #13201b; --mine: #2a3631;
              --warn: #f0b49c; } }
            .unsaid-graph text { font-size: 12px; fill: var(--ink); }
            .unsaid-graph .name { font-weight: 600; }
            .unsaid-graph .small { font-size: 10.5px; fill: var(--muted); }
            .unsaid-graph .box { stroke: var(--line); fill: var(--raised); stroke-width: 1; }
            .unsaid-graph .say .box { fill: var(--hair); stroke: none; }
            .unsaid-graph .ask .box { stroke: var(--accent); stroke-width: 1.5; }
            .unsaid-graph .each .box, .unsaid-graph .set .box { stroke-dasharray: 5 3; }
            .unsaid-graph .call .box { stroke-width: 3; }
            .unsaid-graph .end .box { fill: var(--mine); stroke: var(--accent); }
            .unsaid-graph .hint.none text { fill: var(--warn); }
            .unsaid-graph .way { fill: none; stroke: var(--line); stroke-width: 1.25; }
            .unsaid-graph .aside .way { stroke-dasharray: 2 3; }
            .unsaid-graph .round .way { stroke-dasharray: 7 3; }
            .unsaid-graph .divider { stroke: var(--hair); stroke-width: 2; }
            .unsaid-graph .tip { fill: var(--line); }
            .unsaid-graph .behind { fill: var(--paper); }
            .unsaid-graph .step { cursor: default; }
            .unsaid-graph .step:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            .unsaid-graph .badge { fill: var(--accent); }
            .unsaid-graph .badge-text { fill: var(--on-accent); font-size: 10.5px; font-weight: 600; text-anchor: middle; }
            .unsaid-graph .full .way { stroke: var(--accent); stroke-width: 1.75; }
            .unsaid-graph .none .way { stroke: var(--warn); stroke-dasharray: 1 3; stroke-width: 1.75; }
            .unsaid-graph .step.part .box, .unsaid-graph .step.none .box { stroke: var(--warn); stroke-width: 2; }
            .unsaid-graph .step.none .box { stroke-dasharray: 3 3; }
            .unsaid-graph .part .badge, .unsaid-graph .none .badge { fill: var(--warn); }
            @media print { .unsaid-graph { --paper: #fff; } }
            """;

    private static final double CORNER = 8;
    private static final double BADGE = 38;

    private final Overlay overlay;
    private final StringBuilder out = new StringBuilder();

    private Svg(Overlay overlay) {
        this.overlay = overlay;
    }

    /// A file of its own.
    public static String of(Drawing drawing, Overlay overlay) {
        return new Svg(overlay).draw(drawing, true);
    }

    /// A picture for a page that brings [#STYLE] itself.
    public static String within(Drawing drawing, Overlay overlay) {
        return new Svg(overlay).draw(drawing, false);
    }

    private String draw(Drawing drawing, boolean alone) {
        Chart chart = drawing.chart();
        out.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"unsaid-graph\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" lang=\"")
                .append(text(chart.language()))
                .append("\" role=\"graphics-document\" aria-roledescription=\"flow chart\">\n");
        out.append("<title>").append(text(chart.title())).append("</title>\n");
        out.append("<desc>").append(text(summary(chart))).append("</desc>\n");
        if (alone) {
            out.append("<style>\n").append(STYLE).append("</style>\n");
        }
        drawing.dividers().forEach(x -> divider(x, drawing.height()));
        drawing.edges().forEach(this::edge);
        drawing.edges().forEach(edge -> label(edge.label()));
        drawing.nodes().forEach(this::node);
        return out.append("</svg>\n").toString();
    }

    /// What the picture shows, in words.
    static String summary(Chart chart) {
        List<String> ends =
                chart.boxes().stream()
                        .filter(box -> box.shape() == Shape.END)
                        .map(Chart.Box::id)
                        .toList();
        return chart.boxes().size()
                + " steps and "
                + chart.arrows().size()
                + " ways between them, read from the top down."
                + (ends.isEmpty() ? "" : " It ends at " + String.join(", ", ends) + ".");
    }

    private void node(Node node) {
        Chart.Box box = node.box();
        Overlay.Mark mark = overlay.steps().get(box.id());
        out.append("<g class=\"step ").append(box.shape().name().toLowerCase(Locale.ROOT));
        tone(mark);
        out.append("\" data-step=\"").append(text(box.id()));
        out.append("\" role=\"graphics-symbol\" aria-roledescription=\"step\"><title>")
                .append(text(told(node, mark)))
                .append("</title>");
        rectangle("box", node.x(), node.y(), node.width(), node.height(), round(box.shape()));
        double x = node.x() + Column.PAD;
        double y = node.y() + Column.PAD + Column.SIZE - 3;
        String name = box.id() + (box.role().isEmpty() ? "" : " · " + box.role());
        double room = node.width() - 2 * Column.PAD - (mark == null ? 0 : BADGE);
        words("name", x, y, Letters.BOLD.lines(name, Column.SIZE, room, 1).getFirst());
        for (String line : node.lines()) {
            y += Column.LINE;
            words("", x, y, line);
        }
        y += Column.LINE - Column.SMALL_LINE - 1;
        for (Drawing.Hint hint : node.hints()) {
            y += Column.SMALL_LINE;
            hint(hint, x, y);
        }
        if (mark != null && !mark.note().isEmpty()) {
            badge(node, mark.note());
        }
        out.append("</g>\n");
    }

    private void hint(Drawing.Hint hint, double x, double y) {
        Overlay.Mark mark = overlay.arrows().get(hint.edge());
        out.append("<g class=\"hint");
        tone(mark);
        out.append("\" data-edge=\"").append(text(hint.edge())).append("\">");
        words("small", x, y, hint.line());
        out.append("</g>");
    }

    private static double round(Shape shape) {
        return switch (shape) {
            case END -> 20;
            case ASK, EACH, CALL -> 12;
            case SAY, SET -> 4;
        };
    }

    private void divider(double x, double height) {
        out.append("<path class=\"divider\" d=\"M")
                .append(point(new Point(x, 16)))
                .append('V')
                .append(number(height - 16))
                .append("\"/>\n");
    }

    private void rectangle(
            String kind, double x, double y, double width, double height, double round) {
        out.append("<rect class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" rx=\"")
                .append(number(round))
                .append("\"/>");
    }

    private static String told(Node node, Overlay.@Nullable Mark mark) {
        Chart.Box box = node.box();
        List<String> told = new ArrayList<>();
        told.add(box.id() + " (" + box.shape().name().toLowerCase(Locale.ROOT) + ")");
        if (!box.text().isEmpty()) {
            told.add(box.text());
        }
        if (mark != null) {
            told.add(mark.words());
        }
        return String.join("\n", told);
    }

    private void badge(Node node, String note) {
        double wide = Math.max(24, Letters.BOLD.width(note, Column.SMALL) + 10);
        double x = node.x() + node.width() - wide - 6;
        double y = node.y() + 6;
        rectangle("badge", x, y, wide, 16, 8);
        words("badge-text", x + wide / 2, y + 12, note);
    }

    private void edge(Edge edge) {
        Overlay.Mark mark = overlay.arrows().get(edge.arrow().id());
        out.append("<g class=\"edge ").append(edge.arrow().pull().name().toLowerCase(Locale.ROOT));
        tone(mark);
        out.append("\" data-edge=\"")
                .append(text(edge.arrow().id()))
                .append("\"><title>")
                .append(text(told(edge, mark)))
                .append("</title><path class=\"way\" d=\"")
                .append(path(edge.points()))
                .append("\"/>");
        tip(edge.points());
        out.append("</g>\n");
    }

    private static String told(Edge edge, Overlay.@Nullable Mark mark) {
        List<String> told = new ArrayList<>();
        told.add("from " + edge.arrow().from() + " to " + edge.arrow().to());
        told.addAll(edge.arrow().labels());
        if (mark != null) {
            told.add(mark.words());
        }
        return String.join("\n", told);
    }

    /// Straight lines with round corners.
    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(point(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            path.append('L').append(point(towards(corner, points.get(i - 1))));
            path.append('Q').append(point(corner)).append(' ');
            path.append(point(towards(corner, points.get(i + 1))));
        }
        return path.append('L').append(point(points.getLast())).toString();
    }

    private static Point towards(Point corner, Point other) {
        double far = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
        double share = far == 0 ? 0 : Math.min(CORNER, far / 2) / far;
        return new Point(
                corner.x() + (other.x() - corner.x()) * share,
                corner.y() + (other.y() - corner.y()) * share);
    }

    private void tip(List<Point> points) {
        Point end = points.getLast();
        Point before = points.get(points.size() - 2);
        double far = Math.max(0.001, Math.hypot(end.x() - before.x(), end.y() - before.y()));
        double dx = (end.x() - before.x()) / far;
        double dy = (end.y() - before.y()) / far;
        out.append("<path class=\"tip\" d=\"M")
                .append(point(end))
                .append('L')
                .append(point(new Point(end.x() - 7 * dx - 3.5 * dy, end.y() - 7 * dy + 3.5 * dx)))
                .append('L')
                .append(point(new Point(end.x() - 7 * dx + 3.5 * dy, end.y() - 7 * dy - 3.5 * dx)))
                .append("Z\"/>");
    }

    private void label(Label label) {
        if (label.lines().isEmpty()) {
            return;
        }
        out.append("<g class=\"label\" aria-hidden=\"true\">");
        rectangle("behind", label.x(), label.y(), label.width(), label.height(), 4);
        double y = label.y() + Column.SMALL_LINE - 1;
        double middle = label.x() + label.width() / 2;
        for (String line : label.lines()) {
            words("small\" text-anchor=\"middle", middle, y, line);
            y += Column.SMALL_LINE;
        }
        out.append("</g>\n");
    }

    private void words(String kind, double x, double y, String line) {
        out.append("<text class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(text(line))
                .append("</text>");
    }

    private void tone(Overlay.@Nullable Mark mark) {
        if (mark != null) {
            out.append(' ').append(mark.tone().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String point(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /// Text as XML; control characters, which no XML may hold, are left out.
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> {
                            boolean allowed =
                                    c >= ' '
                                            && c != 0xFFFE
                                            && c != 0xFFFF
                                            && (c < 0xD800 || c > 0xDFFF);
                            if (allowed || c == '\n' || c == '\t') {
                                escaped.appendCodePoint(c);
                            }
                        }
                    }
                });
        return escaped.toString();
    }
}
