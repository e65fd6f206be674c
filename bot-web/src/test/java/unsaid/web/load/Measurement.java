package unsaid.web.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// What all measurements share.
///
/// @param programs how servers are started
/// @param scripts who knows what must be said
record Measurement(
        Options options, Programs programs, Scripts scripts, Faults faults, Report report) {
    private static final int SCRIPTS_EACH = 3;

    /// Name of the store in tables.
    String store() {
        String store = programs.toString();
        return store.isEmpty() ? "default" : store.replaceFirst("^(\\w+):.*", "$1");
    }

    /// How the server is started that nobody listens to while the echo has its turn.
    Programs patient() {
        return programs.with(List.of("socket.silence=3600"));
    }

    /// Whether the store outlives the server.
    boolean keeps() {
        return !store().equals("memory");
    }

    /// Visitors, with more scripts than they can hold at a time.
    List<Talker> talkers(String name, int count) {
        Queue<Script> all = new ArrayDeque<>(scripts.many(count * SCRIPTS_EACH));
        return talkers(name, count, all);
    }

    List<Talker> talkers(String name, int count, Queue<Script> all) {
        List<Talker> talkers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            talkers.add(new Talker(name + i, all, faults));
        }
        return talkers;
    }

    List<Echoer> echoers(int count) {
        List<Echoer> echoers = new ArrayList<>();
        String text = "x".repeat(echoLength());
        for (int i = 0; i < count; i++) {
            echoers.add(new Echoer(text, faults));
        }
        return echoers;
    }

    /// So long that an echo carries as much as a turn with its answer, both ways together.
    private int echoLength() {
        long length = 0;
        long turns = 0;
        for (Script script : scripts.many(300)) {
            for (Script.Exchange each : script.exchanges()) {
                length += each.frame().length() + each.reply().length();
                turns++;
            }
        }
        return (int) (length / turns / 2);
    }

    Side side(ServerProcess server) throws IOException {
        return new Side(server, faults);
    }
}
