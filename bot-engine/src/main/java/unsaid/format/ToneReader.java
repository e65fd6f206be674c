package unsaid.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unsaid.check.Tone;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;

/// JSON → limits of tone. What the file does not say is as it is by default.
final class ToneReader {
    static final String FILE = "tone.json";

    private static final int MOST = 100_000;

    private ToneReader() {}

    /// @param text null: there is no such file
    static Tone read(@Nullable String text, List<Found> found) {
        Json json = text == null ? null : JsonText.read(text, FILE, found);
        if (json == null) {
            return Tone.DEFAULT;
        }
        List<Finding> findings = new ArrayList<>();
        Fields fields = new Fields(json, Pointer.ROOT, "the limits of tone", findings);
        fields.text("$schema");
        Tone or = Tone.DEFAULT;
        Tone tone =
                new Tone(
                        fields.whole("bubble", or.bubble(), 1, MOST),
                        fields.whole("sentence", or.sentence(), 1, MOST),
                        fields.whole("turn-words", or.turnWords(), 1, MOST),
                        fields.whole("turn-bubbles", or.turnBubbles(), 1, MOST),
                        fields.whole("options", or.options(), 1, MOST),
                        fields.whole("label", or.label(), 1, MOST),
                        number(fields, "turn-grade", or.turnGrade()),
                        number(fields, "flow-grade", or.flowGrade()),
                        number(fields, "rare-words", or.rareWords()),
                        fields.whole("taken-up", or.takenUp(), 0, 100),
                        fields.whole("longest", or.longest(), 1, MOST),
                        fields.whole("usual", or.usual(), 1, MOST),
                        fields.whole("skipping", or.skipping(), 1, MOST),
                        fields.whole("copied", or.copied(), 2, MOST),
                        new LinkedHashSet<>(small(fields.texts("words"))),
                        small(fields.texts("banned")));
        fields.done();
        Places places = new Places(FILE, json);
        findings.stream().map(places::of).forEach(found::add);
        return tone;
    }

    private static double number(Fields fields, String name, double or) {
        Double number = fields.number(name);
        return number == null ? or : number;
    }

    private static List<String> small(List<String> texts) {
        return texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
    }
}
