package unsaid.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// A translation made ready to be given to a translator's tool: all texts the flow has now, each
/// with what is known of it.
public final class Exchange {
    private Exchange() {}

    /// Why a flow's texts cannot be given to translators into a language.
    ///
    /// @param language as it was typed
    /// @return a sentence; null: they can
    public static @Nullable String refuses(Flow flow, String language) {
        if (language.equals(flow.language())) {
            return "\"" + language + "\" is the language that " + flow.id() + " is written in.";
        }
        if (Spelling.isLanguage(language)) {
            return null;
        }
        String meant = Spelling.language(language);
        return "\""
                + language
                + "\" is no language; "
                + (meant == null ? "write it as de or pt-BR." : "did you mean " + meant + "?");
    }

    /// Every text of the flow, in the order of the talk: step by step, and in each what is said
    /// before what is asked. Texts that the flow has no more are left out; those that are not
    /// translated yet have an empty translation.
    ///
    /// @param known what is translated so far; null: nothing
    public static Translation fresh(Flow flow, String language, @Nullable Translation known) {
        Map<String, String> sources = Texts.of(flow);
        Map<String, Translation.Text> texts = new LinkedHashMap<>();
        for (String key : spoken(flow, sources.keySet())) {
            Translation.Text text = known == null ? null : known.texts().get(key);
            texts.put(
                    key,
                    text == null || text.to().isEmpty()
                            ? new Translation.Text(sources.getOrDefault(key, ""), "")
                            : text);
        }
        return new Translation(
                flow.id(), language, known == null ? Flow.Review.NONE : known.review(), texts);
    }

    /// Nobody can translate a talk whose questions stand apart from what leads to them.
    private static List<String> spoken(Flow flow, Collection<String> keys) {
        Map<String, Integer> places = new HashMap<>();
        flow.everyStep().forEach(step -> places.put(step.id(), places.size()));
        return keys.stream()
                .sorted(
                        Comparator.comparingInt((String key) ->
                                        places.getOrDefault(key.substring(0, key.indexOf('/')), -1))
                                .thenComparing(key -> !key.contains("/say/")))
                .toList();
    }
}
