package unsaid.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Step;

/// The flows of a folder as they know each other: what one may call, and what it may take from.
/// Names are found once, however many take from them. Not for several threads at once.
final class Neighbours {
    /// Nobody else is there.
    static final Neighbours NONE = new Neighbours(Map.of());

    private final Map<String, Flow> flows;
    private final Map<String, Naming> own = new HashMap<>();
    private final Map<String, Set<String>> handed = new HashMap<>();

    /// @param flows id → flow
    Neighbours(Map<String, Flow> flows) {
        this.flows = flows;
        flows.values().forEach(flow -> flow.everyStep().forEach(this::hand));
    }

    /// The flow of that id; null if there is none.
    @Nullable Flow flow(String id) {
        return flows.get(id);
    }

    Set<String> ids() {
        return flows.keySet();
    }

    /// The names of a flow that are its own, without those it takes or receives itself; null if
    /// there is no such flow.
    @Nullable Naming names(String id) {
        Flow flow = flows.get(id);
        return flow == null ? null : own.computeIfAbsent(id, _ -> new Naming(flow, NONE));
    }

    /// Names that others hand to a flow when they call it.
    Set<String> handed(String id) {
        return handed.getOrDefault(id, Set.of());
    }

    private void hand(Step step) {
        if (step.kind() instanceof Step.Kind.Call call) {
            handed.computeIfAbsent(call.flow(), _ -> new HashSet<>()).addAll(call.with().keySet());
        }
    }
}
