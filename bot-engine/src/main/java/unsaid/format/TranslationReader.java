package unsaid.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Translation;

/// JSON → a flow's texts in another language.
public final class TranslationReader {
    private static final Pattern NAME =
            Pattern.compile(".+/flow\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\\.json");

    private TranslationReader() {}

    /// Whether a file of that name is a translation.
    public static boolean reads(String file) {
        return NAME.matcher(file).matches();
    }

    /// Reads what can be read and tells everything else.
    ///
    /// @param file path below the folder of dialogs, such as `naming-fears/flow.de.json`
    /// @param found takes what is wrong
    /// @return null if it is no JSON
    public static @Nullable Translation read(String text, String file, List<Found> found) {
        Json json = JsonText.read(text, file, found);
        return json == null ? null : read(json, file, new Places(file, json), found);
    }

    static Translation read(Json json, String file, Places places, List<Found> found) {
        List<Finding> findings = new ArrayList<>();
        Fields fields = new Fields(json, Pointer.ROOT, "a translation", findings);
        fields.text("$schema");
        String flow = fields.text("flow", "name the flow whose texts these are");
        String language = fields.text("language", "say which language it is, such as \"de\"");
        Matcher name = NAME.matcher(file);
        if (name.matches() && !name.group(1).equals(language) && fields.isText("language")) {
            fields.bad(
                    "language",
                    "the file is named for \"" + name.group(1) + "\" and says \"" + language + "\"",
                    "make both the same");
        }
        Flow.Review review = FlowReader.review(fields, false, findings);
        Json texts = fields.get("texts");
        Map<String, Translation.Text> made =
                texts == null ? Map.of() : texts(texts, fields.pointer("texts"), findings);
        if (texts == null) {
            fields.missing("texts", "write \"texts\": { }");
        }
        fields.done();
        findings.stream().map(places::of).forEach(found::add);
        return new Translation(flow, language, review, made);
    }

    private static Map<String, Translation.Text> texts(
            Json json, Pointer pointer, List<Finding> findings) {
        Map<String, Translation.Text> made = new LinkedHashMap<>();
        if (!(json instanceof Json.Obj(_, var members))) {
            findings.add(
                    Finding.of(
                            Rule.WRONG_TYPE,
                            pointer,
                            "\"texts\" is " + json.word(),
                            "write an object { }"));
            return made;
        }
        members.forEach((key, member) -> {
            if (key.equals("note")) {
                return;
            }
            Fields fields = new Fields(member.value(), pointer.in(key), "a text", findings);
            String from = fields.text("from", "put the text here that it was made from");
            String to = fields.text("to", "put the translation here; \"\" until there is one");
            fields.done();
            made.put(key, new Translation.Text(from, to));
        });
        return made;
    }
}
