package unsaid.format;

import tools.jackson.core.io.JsonStringEncoder;

/// A text as JSON writes it.
final class Quoted {
    private Quoted() {}

    static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        return out.append('"').toString();
    }
}
