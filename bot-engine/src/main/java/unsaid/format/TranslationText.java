package unsaid.format;

import org.jspecify.annotations.Nullable;
import unsaid.flow.Translation;

/// A translation as its file: one text a line, in the translation's order. Reading what was written
/// gives an equal translation.
public final class TranslationText {
    private TranslationText() {}

    public static String write(Translation translation) {
        StringBuilder out = new StringBuilder("{\n");
        out.append("  \"flow\": ").append(Quoted.json(translation.flow()));
        out.append(", \"language\": ").append(Quoted.json(translation.language()));
        out.append(",\n  \"review\": { \"by\": ").append(quoted(translation.review().by()));
        out.append(", \"on\": ").append(quoted(translation.review().on()));
        out.append(" },\n  \"texts\": {");
        String parting = "\n";
        for (var entry : translation.texts().entrySet()) {
            out.append(parting).append("    ").append(Quoted.json(entry.getKey())).append(": {\n");
            out.append("      \"from\": ").append(Quoted.json(entry.getValue().from()));
            out.append(",\n      \"to\": ").append(Quoted.json(entry.getValue().to()));
            out.append(" }");
            parting = ",\n";
        }
        return out.append("\n  }\n}\n").toString();
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : Quoted.json(text);
    }
}
