package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.check.Trouble.Kind;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Limits;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.flow.Flow;

/// Walks all talks of a flow that differ in what they lead to, the shortest first, by answers at
/// the edges of what each question takes; then goes on by chance. Whatever goes wrong is told once,
/// with the shortest talk that was found to lead there. The same arguments give the same result.
public final class Explorer {
    /// Places in talks that one search goes on from at most, unless somebody says otherwise.
    public static final int PLACES = 4_000;

    /// Walks by chance after it, unless somebody says otherwise.
    public static final int WALKS = 2_000;

    private final Engine engine;
    private final Flow flow;
    private final int places;
    private final Set<String> names;
    private final Boundary boundary;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    private Explorer(Engine engine, Flow flow, int places) {
        this.engine = engine;
        this.flow = flow;
        this.places = places;
        Turning turning = Turning.of(flow);
        this.names = turning.names();
        this.boundary = new Boundary(turning.numbers());
    }

    /// What came of it.
    ///
    /// @param places in talks that the first search went on from
    /// @param whole whether that was every one of them
    /// @param walks by chance
    /// @param troubles the shortest first
    public record Explored(int places, boolean whole, int walks, List<Trouble> troubles) {
        public Explored {
            troubles = List.copyOf(troubles);
        }
    }

    /// A place in a talk, and how it was come to.
    ///
    /// @param given the answer that led here; null: the start
    /// @param below where help was opened
    private record Spot(
            @Nullable Spot before,
            @Nullable Given given,
            Conversation conversation,
            Turn turn,
            String below,
            int length) {}

    /// @param places that a search goes on from at most; each of its two searches has so many
    /// @param walks by chance
    /// @throws IllegalArgumentException if there is no such flow
    public static Explored of(Engine engine, String id, int places, int walks) {
        Flow flow = engine.library().flow(id);
        if (flow == null) {
            throw new IllegalArgumentException("no flow " + id);
        }
        Explorer explorer = new Explorer(engine, flow, places);
        Search fine = explorer.new Search(true).run();
        if (!fine.whole) {
            explorer.new Search(false).run();
        }
        new Strolls(engine, id).walk(walks, explorer::add);
        List<Trouble> troubles = new ArrayList<>(explorer.troubles.values());
        troubles.sort(
                java.util.Comparator.comparingInt(trouble -> trouble.script().lines().size()));
        return new Explored(fine.expanded, fine.whole, walks, troubles);
    }

    private void add(Trouble trouble) {
        String key = trouble.kind() + " " + trouble.at();
        int length = trouble.script().lines().size();
        if (length < lengths.getOrDefault(key, Integer.MAX_VALUE)) {
            troubles.put(key, trouble);
            lengths.put(key, length);
        }
    }

    /// One search: breadth first, so that the first talk to come to a place is the shortest.
    private final class Search {
        private final boolean all;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Spot> spots = new ArrayList<>();
        private final List<Set<Integer>> ways = new ArrayList<>();
        private final Set<Integer> good = new HashSet<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private int expanded;
        private boolean whole;

        /// @param all whether every answer makes a difference, or only those that conditions name
        Search(boolean all) {
            this.all = all;
        }

        Search run() {
            try {
                begin(null);
                flow.doors().forEach(this::begin);
            } catch (RuntimeException | StackOverflowError e) {
                add(broke(null, null, e));
            }
            while (!open.isEmpty() && expanded < places) {
                int number = open.remove();
                expanded++;
                expand(number);
            }
            whole = open.isEmpty();
            good.addAll(open);
            stuck();
            return this;
        }

        private void begin(@Nullable String door) {
            if (engine.start(flow.id(), flow.language(), door)
                    instanceof Outcome.Played(Conversation begun, Turn first)) {
                come(new Spot(null, null, begun, first, "", 0));
            }
        }

        /// @return the number of the place; -1 where nothing follows
        private int come(Spot spot) {
            Spoken.Slip slip = Spoken.slip(spot.turn());
            if (slip != null) {
                add(trouble(slip.kind(), spot, slip.message(), asks(spot)));
            }
            boolean gone =
                    spot.turn().ending() != null || !spot.conversation().flow().equals(flow.id());
            if (!gone && spot.turn().asks() == null) {
                add(trouble(Kind.STRANDED, spot, "nothing is asked, and it has not ended", ends()));
                return -1;
            }
            String key = gone ? "@end" : Standing.of(spot.conversation(), names, all, spot.below());
            Integer known = numbers.get(key);
            if (known != null) {
                return known;
            }
            int number = spots.size();
            numbers.put(key, number);
            spots.add(spot);
            ways.add(new HashSet<>());
            if (gone) {
                good.add(number);
            } else {
                open.add(number);
            }
            return number;
        }

        private void expand(int number) {
            Spot spot = spots.get(number);
            Question question = Objects.requireNonNull(spot.turn().asks());
            for (Given given : boundary.fitting(question)) {
                Outcome outcome = play(spot, question, given);
                switch (outcome) {
                    case null -> {}
                    case Outcome.Refused refused ->
                            add(
                                    trouble(
                                            Kind.REFUSED,
                                            after(spot, given),
                                            "an answer that fits is refused: “"
                                                    + refused.message()
                                                    + "”",
                                            Script.Expect.NOTHING));
                    case Outcome.Played(Conversation now, Turn next) -> {
                        Spot to = spot(spot, given, now, next);
                        if (now.trail().size() >= Limits.STEPS_PER_TURN) {
                            add(
                                    trouble(
                                            Kind.LOOP,
                                            to,
                                            "it goes round and round without asking",
                                            ends()));
                        }
                        int reached = come(to);
                        if (reached >= 0) {
                            ways.get(number).add(reached);
                        }
                    }
                }
            }
            unfit(spot, question);
        }

        private void unfit(Spot spot, Question question) {
            Given given = Boundary.unfit(question);
            switch (play(spot, question, given)) {
                case null -> {}
                case Outcome.Played _ ->
                        add(
                                trouble(
                                        Kind.TAKEN,
                                        after(spot, given),
                                        "an answer that does not fit is taken",
                                        Script.Expect.NOTHING));
                case Outcome.Refused(_, String message, List<String> retry) -> {
                    List<String> said = new ArrayList<>(retry);
                    said.add(message);
                    Spoken.Slip slip =
                            said.stream().anyMatch(String::isBlank)
                                    ? new Spoken.Slip(
                                            Kind.EMPTY, "what is said to a misfit has no words")
                                    : Spoken.raw(said);
                    if (slip != null) {
                        add(
                                trouble(
                                        slip.kind(),
                                        after(spot, given),
                                        slip.message(),
                                        Script.Expect.NOTHING));
                    }
                }
            }
        }

        private @Nullable Outcome play(Spot spot, Question question, Given given) {
            try {
                return engine.advance(
                        spot.conversation(), new Event.Answered(question.id(), given));
            } catch (RuntimeException | StackOverflowError e) {
                add(broke(spot, given, e));
                return null;
            }
        }

        /// Places from which no end was come to, though everything behind them was looked at.
        private void stuck() {
            boolean more = true;
            while (more) {
                more = false;
                for (int i = 0; i < ways.size(); i++) {
                    if (!good.contains(i) && ways.get(i).stream().anyMatch(good::contains)) {
                        more |= good.add(i);
                    }
                }
            }
            for (int i = 0; i < spots.size(); i++) {
                if (!good.contains(i) && !ways.get(i).isEmpty()) {
                    add(
                            trouble(
                                    Kind.LOOP,
                                    spots.get(i),
                                    "from here on the same questions come again, however one answers",
                                    ends()));
                    return;
                }
            }
        }
    }

    private static Spot spot(Spot before, Given given, Conversation now, Turn turn) {
        String at = String.valueOf(now.open());
        boolean aside = !at.startsWith(now.flow() + "/");
        String was =
                before.below().isEmpty()
                        ? String.valueOf(before.conversation().open())
                        : before.below();
        return new Spot(before, given, now, turn, aside ? was : "", before.length() + 1);
    }

    /// The same place, seen with an answer that led nowhere.
    private static Spot after(Spot spot, Given given) {
        return new Spot(
                spot, given, spot.conversation(), spot.turn(), spot.below(), spot.length() + 1);
    }

    private Trouble broke(@Nullable Spot spot, @Nullable Given given, Throwable problem) {
        Script script =
                Talked.script(
                        "It does not break",
                        flow,
                        spot == null || given == null ? List.of() : path(after(spot, given)),
                        Script.Expect.NOTHING);
        String at = spot == null ? flow.id() : String.valueOf(spot.conversation().open());
        String door = spot == null ? null : spot.conversation().log().door();
        return new Trouble(
                Kind.EXCEPTION,
                at,
                "the engine broke: " + problem.getClass().getName(),
                script.at(door));
    }

    private Trouble trouble(Kind kind, Spot spot, String message, Script.Expect expect) {
        String at = spot.conversation().open();
        List<String> trail = spot.conversation().trail();
        String place = at == null ? trail.isEmpty() ? flow.id() : trail.getLast() : at;
        String name =
                message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1);
        Script script = Talked.script(name, flow, path(spot), expect);
        return new Trouble(kind, place, message, script.at(spot.conversation().log().door()));
    }

    private static Script.Expect asks(Spot spot) {
        return new Script.Expect(
                null,
                spot.conversation().open(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of());
    }

    private static Script.Expect ends() {
        return new Script.Expect(
                "done", null, List.of(), List.of(), Map.of(), null, List.of(), List.of());
    }

    private static List<Talked> path(Spot spot) {
        List<Talked> path = new ArrayList<>();
        for (Spot at = spot; at != null; at = at.before()) {
            Question asked = at.before() == null ? null : at.before().turn().asks();
            if (at.given() != null && asked != null) {
                path.addFirst(new Talked(asked, at.given()));
            }
        }
        return path;
    }
}
