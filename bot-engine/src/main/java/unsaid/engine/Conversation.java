package unsaid.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Value;

/// Where one visitor stands: a flow and the log of answers, with the place they lead to. Immutable;
/// any thread may read it.
public final class Conversation {
    private final Beginning begun;
    private final State state;
    private final int turns;
    private final List<String> trail;

    Conversation(Beginning begun, State state, int turns, List<String> trail) {
        this.trail = List.copyOf(trail);
        this.begun = begun;
        this.state = state;
        this.turns = turns;
    }

    /// What has to be kept to stand here again.
    public Log log() {
        return new Log(
                begun.program().flow().id(),
                begun.door(),
                begun.program().flow().version(),
                language(),
                turns,
                Chain.list(state.entries()),
                state.kept(),
                state.ending() == null ? open() : Log.ENDED,
                noted());
    }

    private List<String> noted() {
        List<String> words = state.noted().words();
        if (begun.onlyTaps()) {
            words.add(Beginning.ONLY_TAPS);
        }
        return words;
    }

    /// BCP 47 tag of the language it is held in.
    public String language() {
        return begun.program().flow().language();
    }

    /// Id of the flow the visitor is in: the one begun with, or the one gone on to. Asides do not
    /// count.
    public String flow() {
        Frame frame = state.frame();
        while (frame.below() != null) {
            frame = frame.below();
        }
        return frame.program().flow().id();
    }

    /// Place of the open question, as in [Entry#at]; null once the talk has ended.
    public @Nullable String open() {
        return state.ending() == null
                ? state.frame().program().nodes()[state.frame().at()].place(state.frame().loop())
                : null;
    }

    /// What the names of the flow in progress stand for now; unset names are absent. For tests and
    /// tools.
    public Map<String, Value> values() {
        Map<String, Value> values = new TreeMap<>();
        Frame frame = state.frame();
        frame.program()
                .slotOf()
                .forEach((name, slot) -> {
                    Value value = frame.values()[slot];
                    if (value != null) {
                        values.put(name, value);
                    }
                });
        return values;
    }

    /// Questions of a flow whose answers can be changed now, in the order of the answers, as behind
    /// the flow's name in [Entry#at]. For tests and tools.
    ///
    /// @param flow its id, with a slash behind it
    public List<String> answered(String flow) {
        return Chain.list(state.entries()).stream()
                .map(Entry::at)
                .filter(at -> at.startsWith(flow))
                .map(at -> at.substring(flow.length()))
                .distinct()
                .toList();
    }

    /// Steps come to with the last event, as `flow/step`. For tests and tools.
    public List<String> trail() {
        return trail;
    }

    /// Whether features for two are locked.
    public boolean coupleLocked() {
        return Facts.COUPLE_LOCKED.holds(state.frame().values());
    }

    Beginning begun() {
        return begun;
    }

    State state() {
        return state;
    }

    int turns() {
        return turns;
    }
}
