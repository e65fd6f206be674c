package unsaid.web.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Step;
import unsaid.format.Found;

/// How a flow stands: what was found in its folder, how its tests went, what they come to.
///
/// @param id the folder's name
/// @param flow as it was last sound; null: never was
/// @param failed test's name → what was not as expected
/// @param waiting tests are not played before the errors are mended
/// @param visited steps that its tests come to
/// @param played what came of each test
record Standing(
        String id,
        @Nullable Flow flow,
        List<String> files,
        int errors,
        int warnings,
        int tests,
        Map<String, String> failed,
        boolean waiting,
        Set<String> visited,
        List<Rehearsal.Result> played) {

    /// Of every folder that holds a flow, by name.
    static List<Standing> of(Bench.State state) {
        Set<String> ids = new TreeSet<>();
        state.files().keySet().stream()
                .filter(file -> file.endsWith("/flow.json"))
                .forEach(file -> ids.add(folder(file)));
        return ids.stream().map(id -> of(state, id)).toList();
    }

    private static Standing of(Bench.State state, String id) {
        List<String> files =
                state.files().keySet().stream()
                        .filter(file -> folder(file).equals(id))
                        .map(file -> file.substring(id.length() + 1))
                        .filter(file -> Folder.Name.of(id, file) != null)
                        .sorted(
                                Comparator.comparing((String file) -> file.endsWith(".test.json"))
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        int errors = 0;
        int warnings = 0;
        for (Found found : state.loaded().findings()) {
            if (folder(found.file()).equals(id)) {
                errors += found.isError() ? 1 : 0;
                warnings += found.finding().severity() == Finding.Severity.WARNING ? 1 : 0;
            }
        }
        boolean waiting = !state.loaded().isSound();
        Map<String, String> failed = new TreeMap<>();
        Set<String> visited = new HashSet<>();
        List<Rehearsal.Result> played = new ArrayList<>();
        List<Script> scripts = scripts(state, id);
        for (Script script : waiting ? List.<Script>of() : scripts) {
            Rehearsal.Result result = Rehearsal.of(state.engine(), script);
            played.add(result);
            visited.addAll(result.visited());
            if (!result.faults().isEmpty()) {
                failed.put(script.name(), result.faults().getFirst().toString());
            }
        }
        return new Standing(
                id,
                state.engine().library().flow(id),
                files,
                errors,
                warnings,
                scripts.size(),
                failed,
                waiting,
                own(id, visited),
                played);
    }

    private static List<Script> scripts(Bench.State state, String id) {
        List<Script> scripts = new ArrayList<>();
        state.loaded()
                .tests()
                .forEach((file, all) -> {
                    if (folder(file).equals(id)) {
                        scripts.addAll(all);
                    }
                });
        return scripts;
    }

    private static Set<String> own(String id, Set<String> visited) {
        Set<String> own = new HashSet<>();
        visited.stream()
                .filter(step -> step.startsWith(id + "/"))
                .forEach(step -> own.add(step.substring(id.length() + 1)));
        return own;
    }

    /// Ids of all steps, those inside of loops too.
    static List<String> steps(Flow flow) {
        return flow.everyStep().stream().map(Step::id).toList();
    }

    private static String folder(String file) {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
