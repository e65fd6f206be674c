package unsaid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// What the conversation tests of some flows come to, and what they never do. Immutable.
public record Coverage(List<OfFlow> flows) {
    public Coverage {
        flows = List.copyOf(flows);
    }

    /// What is counted.
    public enum Thing {
        STEP("steps"),
        /// From one step to another, or out of the flow.
        WAY("ways"),
        OPTION("options"),
        /// What is said to an answer that does not fit.
        RETRY("retries"),
        LANGUAGE("languages");

        private final String many;

        Thing(String many) {
            this.many = many;
        }

        public String many() {
            return many;
        }
    }

    /// One thing that can be come to.
    ///
    /// @param id within its flow: `step`, `from>to`, `step=value`, `step#0`, or a language
    /// @param step where it is; empty for a language
    /// @param words what it is, in an author's words
    /// @param tests how many tests come to it
    public record Part(Thing thing, String id, String step, String words, int tests) {
        public boolean covered() {
            return tests > 0;
        }
    }

    /// @param flow its id
    public record OfFlow(String flow, List<Part> parts) {
        public OfFlow {
            parts = List.copyOf(parts);
        }

        public List<Part> of(Thing thing) {
            return parts.stream().filter(part -> part.thing() == thing).toList();
        }

        public List<Part> missed() {
            return parts.stream().filter(part -> !part.covered()).toList();
        }

        /// Share of the parts that are covered, in whole percent, rounded down: 100 means all.
        public int percent() {
            return Coverage.percent(parts);
        }
    }

    /// All flows together, as [OfFlow#percent].
    public int percent() {
        return percent(flows.stream().flatMap(flow -> flow.parts().stream()).toList());
    }

    /// Share of some parts that are covered, in whole percent, rounded down; 100 of none.
    public static int percent(Collection<Part> parts) {
        long covered = parts.stream().filter(Part::covered).count();
        return parts.isEmpty() ? 100 : (int) (100 * covered / parts.size());
    }

    /// @param flows ids of the flows to look at; unknown ones are passed over
    /// @param translations flow → languages it is translated into
    /// @param played what came of the tests, of these flows and of others
    public static Coverage of(
            Library library,
            Collection<String> flows,
            Map<String, Set<String>> translations,
            Collection<Rehearsal.Result> played) {
        List<OfFlow> all = new ArrayList<>();
        for (String id : flows) {
            Flow flow = library.flow(id);
            if (flow != null) {
                all.add(new Counting(library, flow, played).count(translations));
            }
        }
        return new Coverage(all);
    }

    /// One flow while it is counted.
    private record Counting(Library library, Flow flow, Collection<Rehearsal.Result> played) {
        OfFlow count(Map<String, Set<String>> translations) {
            List<Part> parts = new ArrayList<>();
            steps(flow.everyStep(), parts);
            ways(parts);
            Set<String> languages = new LinkedHashSet<>(List.of(flow.language()));
            languages.addAll(translations.getOrDefault(flow.id(), Set.of()));
            for (String language : languages) {
                int tests = count(Rehearsal.Result::languages, flow.id() + ":" + language);
                parts.add(new Part(Thing.LANGUAGE, language, "", "spoken in " + language, tests));
            }
            return new OfFlow(flow.id(), parts);
        }

        private void steps(List<Step> steps, List<Part> parts) {
            for (Step step : steps) {
                int tests = count(Rehearsal.Result::visited, at(step.id()));
                parts.add(new Part(Thing.STEP, step.id(), step.id(), "", tests));
                if (step.kind() instanceof Kind.Ask ask) {
                    options(step, ask, parts);
                    for (int i = 0; i < ask.retry().size(); i++) {
                        String id = step.id() + "#" + i;
                        int heard = count(Rehearsal.Result::retries, at(id));
                        String words = "“" + ask.retry().get(i) + "”";
                        parts.add(new Part(Thing.RETRY, id, step.id(), words, heard));
                    }
                }
            }
        }

        private void options(Step step, Kind.Ask ask, List<Part> parts) {
            List<Option> shown = ask.answer().choices().stream().filter(this::canBeShown).toList();
            Map<String, List<Option>> alike = new LinkedHashMap<>();
            for (Option option : shown) {
                String group = isCountry(option) ? "@country" : option.value();
                alike.computeIfAbsent(group, _ -> new ArrayList<>()).add(option);
            }
            for (List<Option> group : alike.values()) {
                String first = group.getFirst().label();
                int tests =
                        count(group.stream().map(o -> at(step.id() + "=" + o.value())).toList());
                parts.add(
                        new Part(
                                Thing.OPTION,
                                step.id() + "=" + group.getFirst().value(),
                                step.id(),
                                group.size() == 1
                                        ? "“" + first + "”"
                                        : "any of " + group.size() + " like “" + first + "”",
                                tests));
            }
        }

        /// An option that leads to a flow which is not written yet is never shown.
        private boolean canBeShown(Option option) {
            return option.suggest() == null || library.flow(option.suggest()) != null;
        }

        /// The product's list of countries counts as one: nobody should have to tap them all.
        private boolean isCountry(Option option) {
            return library.helplines().countries().stream()
                    .anyMatch(country ->
                            country.code().equals(option.value())
                                    && country.name().equals(option.label()));
        }

        private void ways(List<Part> parts) {
            Map<String, String> from = new LinkedHashMap<>();
            for (Ways.Way way : Ways.of(flow)) {
                if (!(way.why() instanceof Ways.Why.Tapped(var option)) || canBeShown(option)) {
                    from.putIfAbsent(Chart.arrow(way.from(), way.to()), way.from());
                }
            }
            from.forEach((id, step) ->
                    parts.add(
                            new Part(
                                    Thing.WAY,
                                    id,
                                    step,
                                    "",
                                    count(Rehearsal.Result::ways, at(id)))));
        }

        private int count(Function<Rehearsal.Result, Set<String>> what, String id) {
            return (int) played.stream().filter(each -> what.apply(each).contains(id)).count();
        }

        private int count(List<String> options) {
            return (int)
                    played.stream()
                            .filter(each -> options.stream().anyMatch(each.tapped()::contains))
                            .count();
        }

        private String at(String id) {
            return flow.id() + "/" + id;
        }
    }
}
