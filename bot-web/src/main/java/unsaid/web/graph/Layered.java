package unsaid.web.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import unsaid.check.Chart;
import unsaid.check.Chart.Arrow;
import unsaid.check.Chart.Box;
import unsaid.check.Chart.Pull;
import unsaid.flow.Target;
import unsaid.web.graph.Drawing.Edge;
import unsaid.web.graph.Drawing.Hint;
import unsaid.web.graph.Drawing.Node;

/// Gives the boxes of a chart their places, from the top down, so that few arrows cross. A long
/// flow stands in columns, so that it fits on a page. The same chart always gets the same places.
public final class Layered {
    /// Steps that so many others lead to are named instead of pointed at.
    static final int HUB = 6;

    /// A flow of fewer steps stands in one column.
    static final int ONE_COLUMN = 16;

    /// Most columns.
    static final int COLUMNS = 6;

    /// Width to height that is aimed at: a page on its side.
    private static final double PAGE = 1.41;

    private static final double GAP = 28;

    private final Chart chart;

    private Layered(Chart chart) {
        this.chart = chart;
    }

    public static Drawing of(Chart chart) {
        return new Layered(chart).draw();
    }

    private Drawing draw() {
        Set<String> pointed = pointed();
        Column whole = Column.of(chart.boxes(), chart.arrows(), pointed, this::hints);
        if (chart.boxes().size() < ONE_COLUMN || whole.width() * PAGE > whole.height()) {
            return together(List.of(whole));
        }
        double ideal = Math.sqrt(PAGE * whole.height() / whole.width());
        int columns = Math.clamp(Math.round(ideal), 2, COLUMNS);
        Drawing one = together(cut(whole, columns, pointed));
        Drawing more = together(cut(whole, Math.min(columns + 1, COLUMNS), pointed));
        return off(more) < off(one) ? more : one;
    }

    /// How small the letters become when the drawing is fitted to a page.
    private static double off(Drawing drawing) {
        return Math.max(drawing.width() / PAGE, drawing.height());
    }

    /// Arrows that are drawn.
    private Set<String> pointed() {
        Map<String, Long> coming =
                chart.arrows().stream()
                        .collect(Collectors.groupingBy(Arrow::to, Collectors.counting()));
        return chart.arrows().stream()
                .filter(arrow ->
                        arrow.pull() != Pull.ASIDE && coming.getOrDefault(arrow.to(), 0L) < HUB
                                || only(arrow))
                .map(Arrow::id)
                .collect(Collectors.toSet());
    }

    /// Where a step leads to one step only, the arrow to it says what follows.
    private boolean only(Arrow arrow) {
        return chart.arrows().stream().filter(each -> each.from().equals(arrow.from())).count()
                == 1;
    }

    private List<Hint> hints(Box box, Set<String> drawn) {
        List<Hint> hints = new ArrayList<>();
        for (Arrow arrow : chart.arrows()) {
            if (arrow.from().equals(box.id()) && !drawn.contains(arrow.id())) {
                hints.add(hint(arrow.id(), arrow.to(), arrow.labels()));
            }
        }
        box.exits().forEach(exit -> hints.add(hint(exit.id(), words(exit.to()), exit.labels())));
        return hints;
    }

    private static String words(String outside) {
        return switch (outside) {
            case Target.RETURN -> "back";
            case Target.NEXT -> "another flow";
            default -> "away";
        };
    }

    private static Hint hint(String id, String to, List<String> labels) {
        String line = "→ " + to + (labels.isEmpty() ? "" : ": " + String.join(", ", labels));
        return new Hint(id, Letters.PLAIN.lines(line, Column.SMALL, Column.ROOM, 1).getFirst());
    }

    /// The flow in columns of about the same height.
    private List<Column> cut(Column whole, int columns, Set<String> pointed) {
        Map<Double, List<Box>> rows = new TreeMap<>();
        for (Node node : whole.nodes()) {
            rows.computeIfAbsent(node.y() + node.height() / 2, _ -> new ArrayList<>())
                    .add(node.box());
        }
        Map<Integer, List<Box>> parts = new LinkedHashMap<>();
        rows.forEach((y, boxes) -> {
            int part = (int) Math.min(columns - 1, y * columns / whole.height());
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).addAll(boxes);
        });
        List<Column> cut = new ArrayList<>();
        for (List<Box> part : parts.values()) {
            Set<String> ids = part.stream().map(Box::id).collect(Collectors.toSet());
            List<Box> boxes = chart.boxes().stream().filter(box -> ids.contains(box.id())).toList();
            List<Arrow> arrows =
                    chart.arrows().stream()
                            .filter(arrow -> ids.contains(arrow.from()) && ids.contains(arrow.to()))
                            .toList();
            cut.add(Column.of(boxes, arrows, pointed, this::hints));
        }
        return cut;
    }

    private Drawing together(List<Column> columns) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        List<Double> dividers = new ArrayList<>();
        double x = 0;
        double height = 0;
        for (Column column : columns) {
            if (x > 0) {
                dividers.add(x + GAP / 2);
                x += GAP;
            }
            Column moved = column.right(x);
            moved.nodes().forEach(node -> nodes.put(node.box().id(), node));
            edges.addAll(moved.edges());
            x += column.width();
            height = Math.max(height, column.height());
        }
        List<Node> inOrder = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Box box : chart.boxes()) {
            Node node = nodes.get(box.id());
            if (node != null && seen.add(box.id())) {
                inOrder.add(node);
            }
        }
        return new Drawing(chart, x, height, inOrder, edges, dividers);
    }
}
