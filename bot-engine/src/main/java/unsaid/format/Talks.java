package unsaid.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import unsaid.check.Tone;
import unsaid.check.Visits;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.flow.Finding;

/// What only whole talks show: [Visits] of flows, with places in their files.
public final class Talks {
    private Talks() {}

    /// @param files path below the folder of dialogs → content, its limits of tone included
    /// @param library what they were read as
    /// @param flows ids of those to talk with
    /// @param talks by chance, of each flow in each language
    public static List<Found> of(
            Map<String, String> files, Library library, List<String> flows, int talks) {
        Tone tone = ToneReader.read(files.get(ToneReader.FILE), new ArrayList<>());
        Engine engine = Engine.of(library);
        return flows.parallelStream()
                .flatMap(id -> of(files, engine, id, tone, talks).stream())
                .toList();
    }

    private static List<Found> of(
            Map<String, String> files, Engine engine, String id, Tone tone, int talks) {
        Collection<Finding> findings = Visits.of(engine, id, tone, talks);
        if (findings.isEmpty()) {
            return List.of();
        }
        String file = id + "/flow.json";
        Json json = JsonText.read(files.getOrDefault(file, ""), file, new ArrayList<>());
        Places places = new Places(file, json == null ? Json.empty() : json);
        return findings.stream().map(places::of).toList();
    }
}
