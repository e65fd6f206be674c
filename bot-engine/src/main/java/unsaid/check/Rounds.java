package unsaid.check;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/// Finds rounds that pass no question: strongly connected parts of the flow without its questions
/// (Tarjan 1972), in time linear in its ways and without recursion.
final class Rounds {
    private final Graph graph;
    private final int[] order;
    private final int[] low;
    private final int[] next;
    private final BitSet open = new BitSet();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> stack = new ArrayDeque<>();
    private final BitSet without = new BitSet();
    private int count;

    Rounds(Graph graph) {
        this.graph = graph;
        int size = graph.nodes().size();
        this.order = new int[size];
        this.low = new int[size];
        this.next = new int[size];
        Arrays.fill(order, -1);
    }

    /// Nodes that a walk can come back to without asking anything. The next round of a loop does
    /// not count: lists end.
    int[] without() {
        for (Node node : graph.nodes()) {
            if (node.passes() && order[node.number()] < 0) {
                walk(node.number());
            }
        }
        return without.stream().toArray();
    }

    private void walk(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int here = path.getLast();
            var ways = graph.nodes().get(here).out();
            if (next[here] < ways.size()) {
                Edge edge = ways.get(next[here]++);
                follow(here, edge);
            } else {
                path.removeLast();
                leave(here);
            }
        }
    }

    private void follow(int here, Edge edge) {
        int to = edge.to();
        if (to < 0 || edge.round() || !graph.nodes().get(to).passes()) {
            return;
        }
        if (to == here) {
            without.set(here);
        }
        if (order[to] < 0) {
            enter(to);
        } else if (open.get(to)) {
            low[here] = Math.min(low[here], order[to]);
        }
    }

    private void enter(int node) {
        order[node] = count;
        low[node] = count++;
        open.set(node);
        path.addLast(node);
        stack.addLast(node);
    }

    private void leave(int node) {
        Integer before = path.peekLast();
        if (before != null) {
            low[before] = Math.min(low[before], low[node]);
        }
        if (low[node] != order[node]) {
            return;
        }
        boolean alone = stack.getLast() == node;
        int last;
        do {
            last = stack.removeLast();
            open.clear(last);
            if (!alone) {
                without.set(last);
            }
        } while (last != node);
    }
}
