package unsaid.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unsaid.check.Originals;
import unsaid.check.Tone;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;

/// Texts of flows and translations that share a run of words with texts by others.
public final class Copies {
    private static final int SHOWN = 80;

    /// What nobody reads in a talk.
    private static final Set<String> UNSAID = Set.of("note", "if", "from");

    private final Originals originals;
    private final int least;
    private final List<Finding> findings = new ArrayList<>();

    private Copies(Originals originals, int least) {
        this.originals = originals;
        this.least = least;
    }

    /// @param files path below the folder of dialogs → content, its limits of tone included
    /// @param sources what each text by others is called → the text; plain, HTML or Markdown
    public static List<Found> of(Map<String, String> files, Map<String, String> sources) {
        Tone tone = ToneReader.read(files.get(ToneReader.FILE), new ArrayList<>());
        Originals originals = new Originals(sources, tone.copied());
        List<Found> found = new ArrayList<>();
        files.forEach((file, text) -> {
            boolean said = file.endsWith("/flow.json") || TranslationReader.reads(file);
            Json json = said ? JsonText.read(text, file, new ArrayList<>()) : null;
            if (json != null) {
                Copies copies = new Copies(originals, tone.copied());
                copies.look(json, Pointer.ROOT);
                Places places = new Places(file, json);
                copies.findings.stream().map(places::of).forEach(found::add);
            }
        });
        return found;
    }

    private void look(Json json, Pointer place) {
        switch (json) {
            case Json.Obj(_, var members) ->
                    members.forEach((name, member) -> {
                        if (!UNSAID.contains(name)) {
                            look(member.value(), place.in(name));
                        }
                    });
            case Json.Arr(_, var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    look(items.get(i), place.in(i));
                }
            }
            case Json.Str(_, String text) -> look(text, place);
            case Json.Num _, Json.Bool _, Json.Nul _ -> {}
        }
    }

    private void look(String text, Pointer place) {
        Originals.Run run = originals.in(text);
        if (run != null) {
            String words =
                    run.text().length() <= SHOWN
                            ? run.text()
                            : run.text().substring(0, SHOWN) + "…";
            findings.add(
                    Finding.at(
                            Rule.COPIED,
                            place,
                            run.at(),
                            "“" + words + "” stands in " + run.source() + " too",
                            "say it in your own words; "
                                    + least
                                    + " in a row that are the same are too many"));
        }
    }
}
