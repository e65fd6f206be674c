package unsaid.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.check.Ways.Way;
import unsaid.check.Ways.Why;
import unsaid.engine.Conversation;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Library;
import unsaid.engine.Question;
import unsaid.flow.Flow;

/// Follows one talk and keeps in mind where it went. Not safe for several threads.
final class Footsteps {
    private final Library library;
    private final Map<String, Map<String, List<Way>>> ways = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private final Set<String> steps = new LinkedHashSet<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Set<String> tapped = new LinkedHashSet<>();
    private final Set<String> retries = new LinkedHashSet<>();
    private final Set<String> languages = new LinkedHashSet<>();
    private @Nullable String refused;
    private int refusals;

    Footsteps(Library library) {
        this.library = library;
    }

    /// @param steps come to, as `flow/step`
    /// @param edges ways taken, as `flow/from>to`
    /// @param tapped options chosen, as `flow/step=value`
    /// @param retries answers to what did not fit that were heard, as `flow/step#0`
    /// @param languages spoken, as `flow:en`
    record Trace(
            Set<String> steps,
            Set<String> edges,
            Set<String> tapped,
            Set<String> retries,
            Set<String> languages) {
        Trace {
            steps = Set.copyOf(steps);
            edges = Set.copyOf(edges);
            tapped = Set.copyOf(tapped);
            retries = Set.copyOf(retries);
            languages = Set.copyOf(languages);
        }
    }

    Trace trace() {
        return new Trace(steps, edges, tapped, retries, languages);
    }

    /// The talk has begun.
    void begun(Conversation now) {
        walked(now);
    }

    /// An event was played.
    ///
    /// @param asked the question that stood open before it; null: none
    void played(Event event, @Nullable Question asked, Conversation now) {
        switch (event) {
            case Event.Answered(_, Given given) -> {
                if (asked != null) {
                    answered(asked.at(), given);
                }
            }
            case Event.Wrote _, Event.Help _ -> {}
            case Event.Back _, Event.Reopened _, Event.Enough _, Event.Restart _ -> last.clear();
        }
        walked(now);
    }

    /// An answer to a question did not fit.
    void refused(String at) {
        refusals = at.equals(refused) ? refusals + 1 : 0;
        refused = at;
        retries.add(step(at) + "#" + refusals);
    }

    private void answered(String at, Given given) {
        refused = null;
        String step = step(at);
        List<Given.Chosen> chosen =
                switch (given) {
                    case Given.Chosen one -> List.of(one);
                    case Given.Several(var several) -> several;
                    case Given.Amount _,
                            Given.Written _,
                            Given.Lines _,
                            Given.Piles _,
                            Given.Skipped _,
                            Given.NotKnown _ ->
                            List.of();
                };
        chosen.forEach(each -> tapped.add(step + "=" + each.key()));
        for (Way way : waysFrom(step)) {
            boolean taken =
                    switch (way.why()) {
                        case Why.Tapped(var option) ->
                                chosen.stream().anyMatch(c -> c.key().equals(option.value()));
                        case Why.Skipped _ -> given instanceof Given.Skipped;
                        case Why.NotKnown _ -> given instanceof Given.NotKnown;
                        case Why.On _,
                                Why.Case _,
                                Why.Else _,
                                Why.LeftOut _,
                                Why.Into _,
                                Why.Round _ ->
                                false;
                    };
            if (taken && way.to().startsWith("@")) {
                edges.add(edge(step, way.to()));
            }
        }
    }

    private void walked(Conversation now) {
        String language = now.log().language();
        for (String at : now.trail()) {
            languages.add(flow(at) + ":" + language);
            steps.add(at);
            String flow = flow(at);
            String before = last.put(flow, at);
            if (before != null) {
                led(flow, name(before), name(at));
            } else {
                leftOut(flow, name(at));
            }
            for (Way way : waysFrom(at)) {
                boolean leaves = way.to().startsWith("@") && waysFrom(at).size() == 1;
                if (leaves) {
                    edges.add(edge(at, way.to()));
                }
            }
        }
    }

    /// Notes the ways past the steps at a flow's beginning that were left out before `to`.
    private void leftOut(String flow, String to) {
        Flow found = library.flow(flow);
        String at = found == null ? to : found.steps().getFirst().id();
        List<String> passed = new ArrayList<>();
        while (!at.equals(to)) {
            Way past = null;
            for (Way way : waysOf(flow).getOrDefault(at, List.of())) {
                past = way.why() instanceof Why.LeftOut ? way : past;
            }
            if (past == null) {
                return;
            }
            passed.add(flow + "/" + Chart.arrow(past.from(), past.to()));
            at = past.to();
        }
        edges.addAll(passed);
    }

    /// Notes all ways between two steps that followed each other: steps left out and the round of a
    /// list lie between them without being told.
    private void led(String flow, String from, String to) {
        Map<String, Way> towards = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String at = open.remove();
            for (Way way : waysOf(flow).getOrDefault(at, List.of())) {
                boolean passes = at.equals(from) || through(towards.get(at), way);
                if (!passes || !seen.add(way.to())) {
                    continue;
                }
                towards.put(way.to(), way);
                if (way.to().equals(to)) {
                    note(flow, from, to, towards);
                    return;
                }
                open.add(way.to());
            }
        }
    }

    private void note(String flow, String from, String to, Map<String, Way> towards) {
        Way way = towards.get(to);
        for (int i = 0; way != null && i <= towards.size(); i++) {
            edges.add(flow + "/" + Chart.arrow(way.from(), way.to()));
            way = way.from().equals(from) ? null : towards.get(way.from());
        }
    }

    /// Whether a walk may go on along `next` from a step that it does not tell of.
    private static boolean through(@Nullable Way before, Way next) {
        return before != null
                && (before.why() instanceof Why.Round || next.why() instanceof Why.LeftOut);
    }

    private List<Way> waysFrom(String at) {
        return waysOf(flow(at)).getOrDefault(name(at), List.of());
    }

    private Map<String, List<Way>> waysOf(String id) {
        return ways.computeIfAbsent(
                id,
                each -> {
                    Flow flow = library.flow(each);
                    return flow == null
                            ? Map.of()
                            : Ways.of(flow).stream().collect(Collectors.groupingBy(Way::from));
                });
    }

    private static String edge(String step, String to) {
        return flow(step) + "/" + Chart.arrow(name(step), to);
    }

    /// Without the rounds of loops.
    private static String step(String at) {
        return flow(at) + "/" + name(at);
    }

    private static String flow(String at) {
        return at.substring(0, Math.max(0, at.indexOf('/')));
    }

    private static String name(String at) {
        return at.split("/", 3)[1];
    }
}
