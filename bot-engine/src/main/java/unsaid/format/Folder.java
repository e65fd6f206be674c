package unsaid.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
    private final List<Found> found = new ArrayList<>();
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
        files.forEach((file, text) -> {
            Json json = reads(file) ? JsonText.read(text, file, found) : null;
            if (json != null) {
                read(file, json, new Places(file, json));
            }
        });
    }

    private static boolean reads(String file) {
        return file.endsWith("flow.json") || file.endsWith(TEST) || TranslationReader.reads(file);
    }

    private void read(String file, Json json, Places place) {
        List<Finding> findings = new ArrayList<>();
        if (file.endsWith("flow.json")) {
            flow(new FlowReader(countries, findings).read(json), place, findings);
        } else if (file.endsWith(TEST)) {
            tests.put(file, new ScriptReader(findings).read(json));
        } else {
            translations.put(file, TranslationReader.read(json, file, place, found));
        }
        places.put(file, place);
        tell(place, findings);
    }

    private void flow(Flow flow, Places place, List<Finding> findings) {
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
    }

    Dialogs.Loaded load(String privacy) {
        return load(privacy, (flow, readings) -> Checker.of(flow, readings, tone, hasHelp()));
    }

    /// Looks for errors alone.
    Dialogs.Loaded errors(String privacy) {
        Dialogs.Loaded loaded =
                load(privacy, (flow, readings) -> Checker.errors(flow, readings, hasHelp()));
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

    private Dialogs.Loaded load(String privacy, BiFunction<Flow, Readings, List<Finding>> checker) {
        Library.Compiled compiled = Library.compile(flows.values(), helplines, privacy);
        flows.forEach((id, flow) -> {
            List<Finding> all = new ArrayList<>(compiled.findings().getOrDefault(id, List.of()));
            Readings readings = compiled.readings().get(id);
            if (readings != null) {
                all.addAll(checker.apply(flow, readings));
            }
            tell(place(id), all);
        });
        Calls.of(flows.values(), compiled.readings())
                .forEach((id, findings) -> tell(place(id), findings));
        if (areFlowsSound()) { // else one mistake in a flow would be told once more by all that use
            // it
            translations.forEach((file, translation) -> translation(file, translation, compiled));
            tests.forEach((file, scripts) ->
                    tell(place(file), TestNames.of(flows, translated, scripts)));
        }
        found.sort(
                Comparator.comparing(Found::file)
                        .thenComparingInt(Found::line)
                        .thenComparingInt(Found::column));
        boolean sound = found.stream().noneMatch(Found::isError);
        Library library = compiled.library();
        return new Dialogs.Loaded(
                sound && library != null ? library.speaking(translated) : null,
                List.copyOf(found),
                tests,
                sound ? helplines : null,
                translations);
    }

    private boolean areFlowsSound() {
        return found.stream().noneMatch(one -> one.isError() && one.file().endsWith("/flow.json"));
    }

    private void translation(String file, Translation translation, Library.Compiled compiled) {
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
        tell(place(file), Translations.of(flow, readings, translation));
        translated.add(Texts.in(flow, translation.language(), translation.done()));
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
