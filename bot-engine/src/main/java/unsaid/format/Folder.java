package unsaid.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import unsaid.check.Calls;
import unsaid.check.Checker;
import unsaid.check.Script;
import unsaid.check.TestNames;
import unsaid.check.Tone;
import unsaid.check.Translations;
import unsaid.check.Versions;
import unsaid.engine.Library;
import unsaid.engine.Readings;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Texts;
import unsaid.flow.Translation;
import unsaid.safety.Helplines;

/// The files of a folder of dialogs, read and checked together.
final class Folder {
    /// What the name of a file of conversation tests ends in.
    static final String TEST = ".test.json";

    private final Helplines helplines;
    private final Tone tone;
    private final List<Option> countries;
    private final Set<String> topics;
    private final Set<String> names;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Holes> holes = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Places> places = new LinkedHashMap<>();
    private final Map<String, List<Script>> tests = new LinkedHashMap<>();
    private final Map<String, Translation> translations = new LinkedHashMap<>();
    private final List<Flow> translated = new ArrayList<>();

    /// @param files path below the folder → content
    Folder(Map<String, String> files) {
        this.helplines = HelplinesReader.read(files.get("helplines.json"), found);
        this.tone = ToneReader.read(files.get(ToneReader.FILE), found);
        this.countries =
                helplines.countries().stream()
                        .map(country -> Option.of(country.code(), country.name()))
                        .toList();
        this.topics = helplines.topics();
        this.names = files.keySet();
        files.forEach((file, text) -> {
            if (Strays.isStray(file)) {
                found.add(Strays.found(file));
            } else if (reads(file)) {
                Json json = JsonText.read(text, file, found);
                if (json != null) {
                    read(file, json);
                } else if (isFlow(file)) {
                    lost.add(folder(file));
                }
            }
        });
    }

    private static boolean reads(String file) {
        return isFlow(file) || isTest(file) || TranslationReader.reads(file);
    }

    private static boolean isFlow(String file) {
        return file.endsWith("/flow.json");
    }

    private static boolean isTest(String file) {
        return file.endsWith(TEST);
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private void read(String file, Json json) {
        if (isFlow(file)) {
            flow(file, json);
        } else if (isTest(file)) {
            test(file, json);
        } else {
            Places place = new Places(file, json);
            places.put(file, place);
            translations.put(file, TranslationReader.read(json, file, place, found));
        }
    }

    private void test(String file, Json json) {
        List<Finding> findings = new ArrayList<>();
        List<Script> scripts = new ScriptReader(topics, findings).read(json);
        Json meant = json;
        if (hasSlips(findings)) {
            boolean many = json instanceof Json.Obj(_, var members) && members.containsKey("tests");
            Mended mended = Mended.of(json, many ? Shape.TESTS : Shape.TEST);
            meant = mended.json();
            findings = new ArrayList<>();
            scripts = new ScriptReader(topics, findings).read(meant);
            findings.addAll(mended.slips());
        }
        Places place = new Places(file, meant);
        places.put(file, place);
        tests.put(file, scripts);
        tell(place, findings);
    }

    private void flow(String file, Json json) {
        List<Finding> findings = new ArrayList<>();
        Flow flow = new FlowReader(countries, topics, findings).read(json);
        List<Finding> slips = List.of();
        Json meant = json;
        if (hasSlips(findings)) {
            Mended mended = Mended.of(json, Shape.FLOW);
            meant = mended.json();
            slips = mended.slips();
            findings = new ArrayList<>();
            flow = new FlowReader(countries, topics, findings).read(meant);
        }
        String id = named(flow, file, findings);
        Places place = new Places(file, meant);
        places.put(file, place);
        if (id.isEmpty()) {
            lost.add(folder(file));
        } else {
            flows.put(id, flow);
            places.put(id, place);
            Holes hole = new Holes(findings);
            holes.put(id, hole);
            if (!hole.isWhole()) {
                lost.add(id);
            }
        }
        tell(place, slips);
        tell(place, findings);
    }

    private static boolean hasSlips(List<Finding> findings) {
        return findings.stream()
                .map(Finding::rule)
                .anyMatch(rule ->
                        rule.equals(Rule.UNKNOWN_FIELD.id())
                                || rule.equals(Rule.MISSING_FIELD.id()));
    }

    /// The flow's id; empty where it has none, or that of another folder.
    private String named(Flow flow, String file, List<Finding> findings) {
        String folder = folder(file);
        String id = flow.id();
        if (id.isEmpty() || id.equals(folder) || !Spelling.isId(id)) {
            return id;
        }
        boolean taken = names.contains(id + "/flow.json");
        findings.add(
                Finding.of(
                        Rule.FLOW_MISNAMED,
                        "/flow",
                        "the flow is called \""
                                + id
                                + "\", and its folder \""
                                + folder
                                + "\""
                                + (taken ? "; there is a folder \"" + id + "\" too" : ""),
                        !Spelling.isId(folder)
                                ? "rename the folder to \"" + id + "\""
                                : taken
                                        ? "write \"flow\": \"" + folder + "\""
                                        : "write \"flow\": \""
                                                + folder
                                                + "\", or rename the folder to \""
                                                + id
                                                + "\""));
        return taken ? "" : id;
    }

    Dialogs.Loaded load(String privacy) {
        return load(
                privacy,
                (flow, readings) -> Checker.of(flow, readings, tone, hasHelp()),
                flow -> Translations.tone(flow, Readings.of(flow, flows), tone));
    }

    /// Looks for errors alone.
    Dialogs.Loaded errors(String privacy) {
        Dialogs.Loaded loaded =
                load(
                        privacy,
                        (flow, readings) -> Checker.errors(flow, readings, hasHelp()),
                        _ -> List.of());
        return new Dialogs.Loaded(
                loaded.library(),
                loaded.findings().stream().filter(Found::isError).toList(),
                loaded.tests(),
                loaded.helplines(),
                loaded.translations());
    }

    private boolean hasHelp() {
        return flows.containsKey(Library.SAFETY);
    }

    /// @param sound checks how a flow sounds in another language
    private Dialogs.Loaded load(
            String privacy,
            BiFunction<Flow, Readings, List<Finding>> checker,
            Function<Flow, List<Finding>> sound) {
        Library.Compiled compiled = Library.compile(flows.values(), helplines, privacy);
        flows.forEach((id, flow) -> {
            List<Finding> all = new ArrayList<>(compiled.findings().getOrDefault(id, List.of()));
            Readings readings = compiled.readings().get(id);
            Holes hole = holes.computeIfAbsent(id, _ -> new Holes(List.of()));
            hole.among(lost, flow);
            hole.behind(all);
            if (readings != null && hole.isWhole()) {
                all.addAll(checker.apply(flow, readings));
            }
            all.removeIf(hole::hides);
            tell(place(id), all);
        });
        if (lost.isEmpty()) {
            Calls.of(flows.values(), compiled.readings())
                    .forEach((id, findings) -> tell(place(id), findings));
        }
        // Else one mistake in a flow would be told once more by all that use it.
        if (lost.isEmpty() && areFlowsSound()) {
            translations.forEach(
                    (file, translation) -> translation(file, translation, compiled, sound));
            tests.forEach(
                    (file, scripts) -> tell(place(file), TestNames.of(flows, translated, scripts)));
        }
        found.sort(Found.BY_PLACE);
        boolean clean = found.stream().noneMatch(Found::isError);
        Library library = compiled.library();
        return new Dialogs.Loaded(
                clean && library != null ? library.speaking(translated) : null,
                List.copyOf(found),
                tests,
                clean ? helplines : null,
                translations);
    }

    private boolean areFlowsSound() {
        return found.stream().noneMatch(one -> one.isError() && one.file().endsWith("/flow.json"));
    }

    private void translation(
            String file,
            Translation translation,
            Library.Compiled compiled,
            Function<Flow, List<Finding>> sound) {
        Flow flow = flows.get(translation.flow());
        Readings readings = compiled.readings().get(translation.flow());
        if (flow == null || readings == null) {
            tell(
                    place(file),
                    List.of(
                            Finding.of(
                                    Rule.FLOW_MISSING,
                                    "/flow",
                                    "there is no flow \""
                                            + translation.flow()
                                            + "\" in this folder",
                                    "put the id of the flow here that it translates")));
            return;
        }
        List<Finding> findings = Translations.of(flow, readings, translation);
        Flow spoken = Texts.in(flow, translation);
        translated.add(spoken);
        tell(place(file), findings);
        tell(place(file), Translations.review(translation));
        if (findings.isEmpty()) { // what is missing or wrong comes first
            tell(place(file), sound.apply(spoken));
        }
    }

    /// What has changed since an older copy of the folder that would surprise people.
    List<Found> since(Folder older) {
        List<Found> changes = new ArrayList<>();
        flows.forEach((id, flow) -> {
            Flow before = older.flows.get(id);
            if (before != null) {
                Versions.of(before, flow).stream().map(place(id)::of).forEach(changes::add);
            }
        });
        return changes;
    }

    private Places place(String name) {
        Places place = places.get(name);
        return place == null ? new Places(name, Json.empty()) : place;
    }

    private void tell(Places place, List<Finding> findings) {
        findings.stream().distinct().map(place::of).forEach(found::add);
    }
}
