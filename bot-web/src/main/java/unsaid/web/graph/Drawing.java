package unsaid.web.graph;

import java.util.List;
import unsaid.check.Chart;

/// A chart with places: what is to be drawn, in pixels from the top left. Immutable.
///
/// @param chart what is shown
/// @param nodes one for each box of the chart, in its order
/// @param edges the arrows that are drawn; the others are written in the box they come from
/// @param dividers where one column ends and the next begins
public record Drawing(
        Chart chart,
        double width,
        double height,
        List<Node> nodes,
        List<Edge> edges,
        List<Double> dividers) {

    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        dividers = List.copyOf(dividers);
    }

    /// A box with its place.
    ///
    /// @param lines its text, cut to the box
    /// @param hints ways that are written in the box
    public record Node(
            Chart.Box box,
            double x,
            double y,
            double width,
            double height,
            List<String> lines,
            List<Hint> hints) {
        public Node {
            lines = List.copyOf(lines);
            hints = List.copyOf(hints);
        }
    }

    /// A way that is written and not drawn: out of the flow, to a step that many ways lead to, to
    /// another column, or one that only "Skip" and "I don't know" take.
    ///
    /// @param edge id of the arrow or exit
    /// @param line what is written, cut to the box
    public record Hint(String edge, String line) {}

    /// An arrow with its way.
    ///
    /// @param points where it bends, from its start to its tip; at least two
    /// @param label what stands at it
    public record Edge(Chart.Arrow arrow, List<Point> points, Label label) {
        public Edge {
            points = List.copyOf(points);
        }
    }

    public record Point(double x, double y) {}

    /// @param lines empty: nothing stands there
    public record Label(double x, double y, double width, double height, List<String> lines) {
        static final Label NONE = new Label(0, 0, 0, 0, List.of());

        public Label {
            lines = List.copyOf(lines);
        }
    }
}
