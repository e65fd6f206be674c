package unsaid.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.safety.Helplines;

/// All that an engine knows: flows made ready to run, the helplines, and the line about privacy.
/// Immutable; one library may serve any number of engines and threads.
public final class Library {
    /// The flow that `@next` leads to where nothing is suggested.
    public static final String HOME = "welcome";

    /// The product's own flow for help.
    public static final String SAFETY = "safety";

    /// What `{privacy}` says where the owner says nothing else.
    public static final String PRIVACY = Words.PRIVACY.in("en");

    private final Map<String, Program> programs;
    private final Map<String, Program> retired;
    private final Map<String, Map<String, Program>> spoken;
    private final Helplines helplines;
    private final String privacy;
    private final boolean required;
    private final boolean onlyTaps;

    /// @param spoken language → flow id → the flow in that language
    /// @param required as after [#requiringHelplines]
    private Library(
            Map<String, Program> programs,
            Map<String, Program> retired,
            Map<String, Map<String, Program>> spoken,
            Helplines helplines,
            String privacy,
            boolean required) {
        this.programs = programs;
        this.retired = retired;
        this.spoken = spoken;
        this.helplines = helplines;
        this.privacy = privacy;
        this.required = required;
        this.onlyTaps = required && !helplines.homeIsConfirmed();
    }

    /// What came of making flows ready.
    ///
    /// @param library null if a flow has an error
    /// @param findings flow id → what was found in it
    /// @param readings flow id → what its conditions and texts mean
    public record Compiled(
            @Nullable Library library,
            Map<String, List<Finding>> findings,
            Map<String, Readings> readings) {}

    /// Makes flows ready to run.
    ///
    /// @param flows the visitor's flows and the product's own `safety`; ids must differ
    /// @param privacy one sentence on what is kept, for `{privacy}`
    public static Compiled compile(Collection<Flow> flows, Helplines helplines, String privacy) {
        Map<String, Program> programs = new LinkedHashMap<>();
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        Map<String, Readings> readings = new LinkedHashMap<>();
        Map<String, Flow> known = new LinkedHashMap<>();
        flows.forEach(flow -> known.put(flow.id(), flow));
        Neighbours neighbours = new Neighbours(known);
        boolean sound = true;
        for (Flow flow : known.values()) {
            List<Finding> found = new ArrayList<>();
            Compiler compiler = new Compiler(flow, neighbours, found);
            programs.put(flow.id(), compiler.program());
            findings.put(flow.id(), List.copyOf(found));
            readings.put(flow.id(), compiler.readings());
            sound &= found.stream().noneMatch(Finding::isError);
        }
        return new Compiled(
                sound
                        ? new Library(
                                Map.copyOf(programs), Map.of(), Map.of(), helplines, privacy, false)
                        : null,
                findings,
                readings);
    }

    /// This library, and its flows in other languages.
    ///
    /// @param translated flows of this library as [unsaid.flow.Texts] puts them into another
    ///   language, whose texts were found to be sound; one with an error is left out
    public Library speaking(Collection<Flow> translated) {
        Map<String, Flow> known = new LinkedHashMap<>();
        programs.forEach((id, program) -> known.put(id, program.flow()));
        Neighbours neighbours = new Neighbours(known);
        Map<String, Map<String, Program>> made = new LinkedHashMap<>();
        for (Flow flow : translated) {
            List<Finding> found = new ArrayList<>();
            Program program = new Compiler(flow, neighbours, found).program();
            if (programs.containsKey(flow.id()) && found.stream().noneMatch(Finding::isError)) {
                made.computeIfAbsent(flow.language(), _ -> new LinkedHashMap<>())
                        .put(flow.id(), program);
            }
        }
        return new Library(
                programs, retired, Collections.unmodifiableMap(made), helplines, privacy, required);
    }

    /// This library, and at hand the flows that `before` had and this one has not: whoever is in
    /// one can finish it, and nobody can begin it. The last [Limits#RETIRED] of them are held.
    public Library keeping(Library before) {
        Map<String, Program> gone = new LinkedHashMap<>(before.retired);
        before.programs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(flow -> gone.put(flow.getKey(), flow.getValue()));
        gone.keySet().removeAll(programs.keySet());
        var oldest = gone.keySet().iterator();
        for (int over = gone.size() - Limits.RETIRED; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
        Map<String, Map<String, Program>> tongues = new LinkedHashMap<>();
        spoken.forEach((language, flows) -> tongues.put(language, new LinkedHashMap<>(flows)));
        before.spoken.forEach((language, flows) ->
                flows.forEach((id, program) -> {
                    if (gone.containsKey(id)) {
                        tongues.computeIfAbsent(language, _ -> new LinkedHashMap<>())
                                .put(id, program);
                    }
                }));
        return new Library(
                programs,
                Collections.unmodifiableMap(gone),
                Collections.unmodifiableMap(tongues),
                helplines,
                privacy,
                required || before.required);
    }

    /// The same flows with other helplines.
    public Library with(Helplines others) {
        return new Library(programs, retired, spoken, others, privacy, required);
    }

    /// The same flows, in which nothing can be written while the home country's helplines are not
    /// [confirmed][Helplines#homeIsConfirmed].
    public Library requiringHelplines() {
        return new Library(programs, retired, spoken, helplines, privacy, true);
    }

    /// Whether visitors can only tap now, because helplines are not confirmed.
    public boolean onlyTaps() {
        return onlyTaps;
    }

    /// The same flows, each in that language where it is translated.
    Library in(String language) {
        Map<String, Program> begun = new HashMap<>(programs);
        Map<String, Program> finished = new LinkedHashMap<>(retired);
        spoken.getOrDefault(language, Map.of())
                .forEach((id, program) -> {
                    begun.replace(id, program);
                    finished.replace(id, program);
                });
        return new Library(
                Collections.unmodifiableMap(begun),
                Collections.unmodifiableMap(finished),
                Map.of(),
                helplines,
                privacy,
                required);
    }

    /// BCP 47 tags that flows are translated into.
    public Set<String> spoken() {
        return spoken.keySet();
    }

    /// The flow of that id in that language, `de-AT` being also `de`; as it was written where it is
    /// not translated; null if there is none.
    public @Nullable Flow flow(String id, String language) {
        for (String tag : List.of(language, language.split("-", 2)[0])) {
            Program program = spoken.getOrDefault(tag, Map.of()).get(id);
            if (program != null) {
                return program.flow();
            }
        }
        return flow(id);
    }

    /// The same, if it can be begun; null if it can only be finished, too.
    public @Nullable Flow offered(String id, String language) {
        return programs.containsKey(id) ? flow(id, language) : null;
    }

    /// Ids of all flows that can be begun.
    public Set<String> flows() {
        return programs.keySet();
    }

    /// The flow of that id as it was written, also one that can only be finished; null if there is
    /// none.
    public @Nullable Flow flow(String id) {
        Program program = program(id);
        return program == null ? null : program.flow();
    }

    public Helplines helplines() {
        return helplines;
    }

    /// What the owner says about privacy, as it is; the product's own line in that language.
    String privacy(String language) {
        return privacy.equals(PRIVACY) ? Words.PRIVACY.in(language) : privacy;
    }

    /// Also one that can only be finished.
    @Nullable Program program(String id) {
        Program program = programs.get(id);
        return program == null ? retired.get(id) : program;
    }

    /// One that can be begun.
    @Nullable Program offered(String id) {
        return programs.get(id);
    }
}
