package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Turn;
import unsaid.flow.Flow;

/// Finds a talk that comes to a step: answers worth trying are tried, those first that lead nearer
/// along the flow's ways; then answers by chance, from fixed seeds. The same flow always gives the
/// same talk.
public final class Wayfinder {
    /// Answers tried in order before chance is tried.
    public static final int MOST = 8_000;

    /// Talks by chance before a step is given up as out of reach.
    public static final int WALKS = 400;

    private static final int FAR = 1_000;

    /// What skipping costs more than answering: a talk with answers shows more.
    private static final double SKIPPED = 0.6;

    private final Engine engine;
    private final String flow;
    private final String step;
    private final Map<String, Integer> distance;
    private final Set<String> seen = new HashSet<>();
    private final PriorityQueue<Place> open = new PriorityQueue<>();
    private int number;

    private Wayfinder(Engine engine, Flow flow, String step) {
        this.engine = engine;
        this.flow = flow.id();
        this.step = step;
        this.distance = distances(Ways.of(flow), step);
    }

    /// A talk that has just come to a step.
    public record Way(Conversation conversation, Turn turn) {}

    private record Place(Way way, double cost, double expected, int number)
            implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int by = Double.compare(expected, other.expected);
            return by != 0 ? by : Integer.compare(number, other.number);
        }
    }

    /// @return null if there is no such flow or step, or no way was found
    public static @Nullable Way to(Engine engine, String flow, String step) {
        Flow found = engine.library().flow(flow);
        return found == null || found.everyStep().stream().noneMatch(s -> s.id().equals(step))
                ? null
                : new Wayfinder(engine, found, step).find();
    }

    private @Nullable Way find() {
        if (!(engine.start(flow, "en") instanceof Outcome.Played(Conversation begun, Turn first))) {
            return null;
        }
        add(new Way(begun, first), 0);
        int tried = 0;
        for (Place place = open.poll(); place != null && tried < MOST; place = open.poll()) {
            Conversation from = place.way().conversation();
            if (isThere(from)) {
                return place.way();
            }
            var question = place.way().turn().asks();
            if (question == null) {
                continue;
            }
            for (Given given : Trying.at(question)) {
                tried++;
                if (engine.advance(from, new Event.Answered(question.id(), given))
                        instanceof Outcome.Played(Conversation now, Turn turn)) {
                    add(new Way(now, turn), place.cost() + cost(given));
                }
            }
        }
        return byChance(new Way(begun, first));
    }

    private @Nullable Way byChance(Way first) {
        Way found = null;
        for (int seed = 1; seed <= WALKS && found == null; seed++) {
            found = walk(first, new Wanderer(engine, Wanderer.Manner.PLAIN, seed));
        }
        return found;
    }

    private @Nullable Way walk(Way first, Wanderer wanderer) {
        Way way = first;
        for (int events = 0; events < Wanderer.EVENTS; events++) {
            if (isThere(way.conversation())) {
                return way;
            }
            if (way.turn().asks() == null) {
                return null;
            }
            if (!(engine.advance(way.conversation(), wanderer.next(way.turn()))
                    instanceof Outcome.Played(Conversation now, Turn turn))) {
                return null;
            }
            way = new Way(now, turn);
        }
        return null;
    }

    private boolean isThere(Conversation conversation) {
        return conversation.trail().contains(flow + "/" + step);
    }

    private static double cost(Given given) {
        return given instanceof Given.Skipped || given instanceof Given.NotKnown ? 1 + SKIPPED : 1;
    }

    private void add(Way way, double cost) {
        Conversation now = way.conversation();
        boolean there = isThere(now);
        if (there || now.flow().equals(flow) && seen.add(now.open() + " " + now.values())) {
            double left = there ? 0 : left(now.open());
            open.add(new Place(way, cost, cost + left, number++));
        }
    }

    /// Steps from the open question to the one that is looked for, at least.
    private double left(@Nullable String at) {
        if (at == null) {
            return FAR;
        }
        String[] parts = at.split("/", -1);
        return parts[0].equals(flow) ? distance.getOrDefault(parts[1], FAR) : FAR;
    }

    /// Steps → how many ways lie between them and the one that is looked for.
    private static Map<String, Integer> distances(List<Ways.Way> ways, String step) {
        Map<String, List<String>> back = new HashMap<>();
        ways.forEach(way -> back.computeIfAbsent(way.to(), _ -> new ArrayList<>()).add(way.from()));
        Map<String, Integer> distance = new HashMap<>(Map.of(step, 0));
        List<String> open = new ArrayList<>(List.of(step));
        for (int i = 0; i < open.size(); i++) {
            int next = distance.getOrDefault(open.get(i), 0) + 1;
            for (String from : back.getOrDefault(open.get(i), List.of())) {
                if (distance.putIfAbsent(from, next) == null) {
                    open.add(from);
                }
            }
        }
        return distance;
    }
}
