package unsaid.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// A translation made ready to be given to a translator's tool: all texts the flow has now, each
/// with what is known of it.
public final class Exchange {
    private Exchange() {}

    /// Every text of the flow, in its order. Texts that the flow has no more are left out; those
    /// that are not translated yet have an empty translation.
    ///
    /// @param known what is translated so far; null: nothing
    public static Translation fresh(Flow flow, String language, @Nullable Translation known) {
        Map<String, Translation.Text> texts = new LinkedHashMap<>();
        Texts.of(flow)
                .forEach((key, source) -> {
                    Translation.Text text = known == null ? null : known.texts().get(key);
                    texts.put(
                            key,
                            text == null || text.to().isEmpty()
                                    ? new Translation.Text(source, "")
                                    : text);
                });
        return new Translation(flow.id(), language, texts);
    }
}
