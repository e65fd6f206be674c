package unsaid.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.check.Soundness;
import unsaid.engine.Library;
import unsaid.flow.Finding;
import unsaid.flow.Rule;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.safety.Helplines;

/// A folder of dialogs: one folder a flow with its `flow.json` and `*.test.json`, and
/// `helplines.json`.
public final class Dialogs {
    /// What `{privacy}` says where the owner says nothing else.
    public static final String PRIVACY =
            "I keep what you write only while we talk, and locked. After that it is gone, unless you ask me to keep it.";

    private Dialogs() {}

    /// What came of reading a folder.
    ///
    /// @param library null if anything in it has an error
    /// @param findings all of them, by file and line
    /// @param tests file → the conversation tests in it
    /// @param helplines what `helplines.json` says; null if it has an error
    public record Loaded(
            @Nullable Library library,
            List<Found> findings,
            Map<String, List<Script>> tests,
            @Nullable Helplines helplines) {

        public boolean isSound() {
            return library != null;
        }
    }

    /// Reads all files below `folder` and checks them together.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static Loaded load(Path folder) throws IOException {
        return read(files(folder), PRIVACY);
    }

    /// The texts of all files below `folder` that are read: path below the folder → content.
    ///
    /// @throws IOException if the folder or a file in it cannot be read
    public static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path path :
                    paths.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.equals("helplines.json")
                        || name.endsWith("/flow.json")
                        || name.endsWith(".test.json")) {
                    files.put(name, Files.readString(path));
                }
            }
        }
        return files;
    }

    /// The same for texts in memory.
    ///
    /// @param files path below the folder → content
    /// @param privacy what `{privacy}` says
    public static Loaded read(Map<String, String> files, String privacy) {
        List<Found> found = new ArrayList<>();
        Helplines helplines = HelplinesReader.read(files.get("helplines.json"), found);
        List<Option> countries =
                helplines.countries().stream()
                        .map(country -> Option.of(country.code(), country.name()))
                        .toList();
        Map<String, Flow> flows = new LinkedHashMap<>();
        Map<String, Places> places = new LinkedHashMap<>();
        Map<String, List<Script>> tests = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            if (file.endsWith("flow.json")) {
                flow(file, text, countries, flows, places, found);
            } else if (file.endsWith(".test.json")) {
                tests.put(file, scripts(file, text, found));
            }
        });
        Library.Compiled compiled = Library.compile(flows.values(), helplines, privacy);
        flows.forEach((id, flow) -> {
            Places place = places.get(id);
            if (place != null) {
                List<Finding> all =
                        new ArrayList<>(compiled.findings().getOrDefault(id, List.of()));
                all.addAll(Soundness.of(flow));
                all.stream().distinct().map(place::of).forEach(found::add);
            }
        });
        found.sort(
                Comparator.comparing(Found::file)
                        .thenComparingInt(Found::line)
                        .thenComparingInt(Found::column));
        boolean sound = found.stream().noneMatch(Found::isError);
        return new Loaded(
                sound ? compiled.library() : null,
                List.copyOf(found),
                tests,
                sound ? helplines : null);
    }

    private static void flow(
            String file,
            String text,
            List<Option> countries,
            Map<String, Flow> flows,
            Map<String, Places> places,
            List<Found> found) {
        Json json = JsonText.read(text, file, found);
        if (json == null) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        Flow flow = new FlowReader(countries, findings).read(json);
        Places place = new Places(file, json);
        if (flows.containsKey(flow.id())) {
            findings.add(
                    Finding.of(
                            Rule.DUPLICATE_FLOW,
                            "/flow",
                            "another file has a flow \"" + flow.id() + "\" already",
                            "give one of them another id"));
        } else if (!flow.id().isEmpty()) {
            flows.put(flow.id(), flow);
            places.put(flow.id(), place);
        }
        findings.stream().map(place::of).forEach(found::add);
    }

    private static List<Script> scripts(String file, String text, List<Found> found) {
        Json json = JsonText.read(text, file, found);
        if (json == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<Script> scripts = new ScriptReader(findings).read(json);
        Places place = new Places(file, json);
        findings.stream().map(place::of).forEach(found::add);
        return scripts;
    }
}
