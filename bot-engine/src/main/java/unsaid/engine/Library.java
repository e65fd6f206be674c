package unsaid.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
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

    private final Map<String, Program> programs;
    private final Map<String, Program> retired;
    private final Helplines helplines;
    private final String privacy;

    private Library(
            Map<String, Program> programs,
            Map<String, Program> retired,
            Helplines helplines,
            String privacy) {
        this.programs = programs;
        this.retired = retired;
        this.helplines = helplines;
        this.privacy = privacy;
    }

    /// What came of making flows ready.
    ///
    /// @param library null if a flow has an error
    /// @param findings flow id → what was found in it
    public record Compiled(@Nullable Library library, Map<String, List<Finding>> findings) {}

    /// Makes flows ready to run.
    ///
    /// @param flows the visitor's flows and the product's own `safety`; ids must differ
    /// @param privacy one sentence on what is kept, for `{privacy}`
    public static Compiled compile(Collection<Flow> flows, Helplines helplines, String privacy) {
        Map<String, Program> programs = new LinkedHashMap<>();
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        Map<String, Flow> known = new LinkedHashMap<>();
        flows.forEach(flow -> known.put(flow.id(), flow));
        boolean sound = true;
        for (Flow flow : known.values()) {
            List<Finding> found = new ArrayList<>();
            programs.put(flow.id(), new Compiler(flow, known, found).program());
            findings.put(flow.id(), List.copyOf(found));
            sound &= found.stream().noneMatch(Finding::isError);
        }
        return new Compiled(
                sound ? new Library(Map.copyOf(programs), Map.of(), helplines, privacy) : null,
                findings);
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
        return new Library(programs, Collections.unmodifiableMap(gone), helplines, privacy);
    }

    /// The same flows with other helplines.
    public Library with(Helplines others) {
        return new Library(programs, retired, others, privacy);
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

    String privacy() {
        return privacy;
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

    /// BCP 47 tags of all flows.
    Set<String> languages() {
        Set<String> languages = new HashSet<>();
        programs.values().forEach(program -> languages.add(program.flow().language()));
        retired.values().forEach(program -> languages.add(program.flow().language()));
        return languages;
    }
}
