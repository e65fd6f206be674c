package unsaid.web.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import unsaid.check.Chart.Arrow;
import unsaid.check.Chart.Box;
import unsaid.web.graph.Drawing.Edge;
import unsaid.web.graph.Drawing.Hint;
import unsaid.web.graph.Drawing.Label;
import unsaid.web.graph.Drawing.Node;
import unsaid.web.graph.Drawing.Point;

/// Some boxes and the arrows between them, placed by ELK in layers from the top down.
record Column(double width, double height, List<Node> nodes, List<Edge> edges) {
    /// Letters of the texts, in pixels.
    static final double SIZE = 12;

    /// Letters at the arrows and of ways that are written, in pixels.
    static final double SMALL = 10.5;

    static final double LINE = 15;
    static final double SMALL_LINE = 13;
    static final double PAD = 9;

    private static final double WIDTH = 190;

    /// Room for a line of text in a box.
    static final double ROOM = WIDTH - 2 * PAD;

    private static final int LINES = 2;
    private static final double LABEL_WIDTH = 140;
    private static final int LABEL_LINES = 2;

    static {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /// @param arrows those between these boxes
    /// @param pointed ids of the arrows that are to be drawn
    /// @param hints what is written in a box, given which arrows are drawn
    static Column of(
            List<Box> boxes,
            List<Arrow> arrows,
            Set<String> pointed,
            BiFunction<Box, Set<String>, List<Hint>> hints) {
        List<Arrow> drawn = arrows.stream().filter(arrow -> pointed.contains(arrow.id())).toList();
        Set<String> ids = drawn.stream().map(Arrow::id).collect(Collectors.toSet());
        ElkNode root = ElkGraphUtil.createGraph();
        settings(root);
        Map<String, ElkNode> byId = new HashMap<>();
        List<ElkNode> placed = new ArrayList<>();
        List<List<Hint>> written = new ArrayList<>();
        for (Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(root);
            List<Hint> hint = hints.apply(box, ids);
            node.setDimensions(WIDTH, height(box, hint));
            byId.put(box.id(), node);
            placed.add(node);
            written.add(hint);
        }
        List<ElkEdge> lines = drawn.stream().map(arrow -> edge(arrow, byId)).toList();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            nodes.add(node(boxes.get(i), placed.get(i), written.get(i)));
        }
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            edges.add(edge(drawn.get(i), lines.get(i)));
        }
        return new Column(root.getWidth(), root.getHeight(), nodes, edges);
    }

    /// The same, further to the right.
    Column right(double by) {
        return new Column(
                width,
                height,
                nodes.stream()
                        .map(node ->
                                new Node(
                                        node.box(),
                                        node.x() + by,
                                        node.y(),
                                        node.width(),
                                        node.height(),
                                        node.lines(),
                                        node.hints()))
                        .toList(),
                edges.stream().map(edge -> right(edge, by)).toList());
    }

    private static Edge right(Edge edge, double by) {
        Label label = edge.label();
        return new Edge(
                edge.arrow(),
                edge.points().stream().map(each -> new Point(each.x() + by, each.y())).toList(),
                new Label(label.x() + by, label.y(), label.width(), label.height(), label.lines()));
    }

    private static void settings(ElkNode root) {
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(14));
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 9.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS,
                ComponentOrderingStrategy.MODEL_ORDER);
    }

    private static List<String> lines(Box box) {
        return Letters.PLAIN.lines(box.text(), SIZE, ROOM, LINES);
    }

    private static double height(Box box, List<Hint> hints) {
        return LINE * (1 + lines(box).size()) + SMALL_LINE * hints.size() + 2 * PAD - 3;
    }

    private static ElkEdge edge(Arrow arrow, Map<String, ElkNode> nodes) {
        ElkEdge edge =
                ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), nodes.get(arrow.to()));
        List<String> lines = labels(arrow);
        if (!lines.isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", lines), edge);
            double wide =
                    lines.stream()
                            .mapToDouble(line -> Letters.PLAIN.width(line, SMALL))
                            .max()
                            .orElse(0);
            label.setDimensions(wide + 8, lines.size() * SMALL_LINE + 3);
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
        }
        return edge;
    }

    /// At most two lines; how many more there are stands in the last.
    private static List<String> labels(Arrow arrow) {
        List<String> all = arrow.telling();
        List<String> shown = all.size() <= LABEL_LINES ? all : all.subList(0, LABEL_LINES - 1);
        List<String> lines = new ArrayList<>();
        shown.forEach(label -> lines.addAll(Letters.PLAIN.lines(label, SMALL, LABEL_WIDTH, 1)));
        if (shown.size() < all.size()) {
            lines.add("and " + (all.size() - shown.size()) + " more");
        }
        return lines;
    }

    private static Node node(Box box, ElkNode node, List<Hint> hints) {
        return new Node(
                box,
                node.getX(),
                node.getY(),
                node.getWidth(),
                node.getHeight(),
                lines(box),
                hints);
    }

    private static Edge edge(Arrow arrow, ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints()
                    .forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        Label label = Label.NONE;
        for (ElkLabel each : edge.getLabels()) {
            List<String> lines = Objects.requireNonNull(each.getText()).lines().toList();
            label = new Label(each.getX(), each.getY(), each.getWidth(), each.getHeight(), lines);
        }
        return new Edge(arrow, points, label);
    }
}
