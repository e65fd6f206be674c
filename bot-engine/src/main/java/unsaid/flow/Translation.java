package unsaid.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/// A flow's texts in another language, as a file says them.
///
/// @param flow id of the flow
/// @param language BCP 47 tag
/// @param review who has read it who grew up with the language, and when
/// @param texts key, as [Texts] makes it → the text and what it was made from, in the file's order
public record Translation(
        String flow, String language, Flow.Review review, Map<String, Text> texts) {

    public Translation {
        texts = Ordered.copy(texts);
    }

    /// One that nobody has reviewed.
    public Translation(String flow, String language, Map<String, Text> texts) {
        this(flow, language, Flow.Review.NONE, texts);
    }

    /// @param from the text it was made from; where the flow says something else by now, the
    ///   translation is stale
    /// @param to the translation; empty: not translated yet
    public record Text(String from, String to) {}

    /// Key → translation, without those that are not translated yet.
    public Map<String, String> done() {
        Map<String, String> done = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            if (!text.to().isEmpty()) {
                done.put(key, text.to());
            }
        });
        return done;
    }
}
