package unsaid.web.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages' own texts in one language. Where the widget has the same text, it is the same.
/// Immutable.
final class Words {
    /// The languages that have a file.
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "dv", "fa", "he", "ps", "ur", "yi");
    private static final Map<String, Words> ALL = new HashMap<>();

    static {
        LANGUAGES.forEach(language -> ALL.put(language, read(language)));
    }

    private final String language;
    private final JsonNode texts;

    private Words(String language, JsonNode texts) {
        this.language = language;
        this.texts = texts;
    }

    private static Words read(String language) {
        try (InputStream in = Words.class.getResourceAsStream("words." + language + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no words for " + language);
            }
            return new Words(language, JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts in a language, or in English where there are none in it.
    ///
    /// @param tag BCP 47
    static Words in(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        Words english = ALL.get("en");
        Words found = ALL.getOrDefault(primary, english);
        if (found == null) {
            throw new IllegalStateException("English is there");
        }
        return found;
    }

    /// Whether a language is written from right to left.
    static boolean isRightToLeft(String tag) {
        return RIGHT_TO_LEFT.contains(tag.split("-", 2)[0].toLowerCase(Locale.ROOT));
    }

    String language() {
        return language;
    }

    /// A text; of those in `own` the widget has none.
    ///
    /// @param values for `{0}` and `{1}`
    String text(String name, Object... values) {
        JsonNode shared = texts.path(name);
        String text = (shared.isString() ? shared : texts.path("own").path(name)).asString("");
        if (text.isEmpty()) {
            throw new IllegalStateException("no text called " + name);
        }
        return filled(text, values);
    }

    /// A text of several paragraphs.
    List<String> texts(String name, Object... values) {
        List<String> all = new ArrayList<>();
        texts.path(name).forEach(each -> all.add(filled(each.asString(""), values)));
        return all;
    }

    /// A text of a group in `own`; null if the group has none of that name.
    @Nullable String of(String group, String name) {
        JsonNode text = texts.path("own").path(group).path(name);
        return text.isMissingNode() ? null : text.asString("");
    }

    JsonNode all() {
        return texts;
    }

    private static String filled(String text, Object... values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }
}
