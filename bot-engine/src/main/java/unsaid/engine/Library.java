package unsaid.engine;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Helplines helplines;
    private final String privacy;

    private Library(Map<String, Program> programs, Helplines helplines, String privacy) {
        this.programs = programs;
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
                sound ? new Library(Map.copyOf(programs), helplines, privacy) : null, findings);
    }

    /// Ids of all flows.
    public Set<String> flows() {
        return programs.keySet();
    }

    /// The flow of that id as it was written; null if there is none.
    public @Nullable Flow flow(String id) {
        Program program = programs.get(id);
        return program == null ? null : program.flow();
    }

    public Helplines helplines() {
        return helplines;
    }

    String privacy() {
        return privacy;
    }

    @Nullable Program program(String id) {
        return programs.get(id);
    }
}
