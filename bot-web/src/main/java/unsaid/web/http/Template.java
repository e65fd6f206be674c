package unsaid.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page with places for words: `{{name}}`. Immutable.
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /// @param path below `web/` on the class path
    /// @throws IllegalStateException if it is not there
    public static Template of(String path) {
        File file = File.of(path);
        if (file == null) {
            throw new IllegalStateException("web/" + path + " is not on the class path");
        }
        return new Template(new String(file.content(), StandardCharsets.UTF_8));
    }

    static Template text(String text) {
        return new Template(text);
    }

    /// The page with words in their places, escaped for HTML. A place without words stays empty.
    public String with(Map<String, String> words) {
        return with(words, Map.of());
    }

    /// The same; what is in `markup` is put in its place as it is.
    public String with(Map<String, String> words, Map<String, String> markup) {
        return PLACE.matcher(text)
                .replaceAll(place -> {
                    String name = place.group(1);
                    String put = markup.get(name);
                    return Matcher.quoteReplacement(
                            put == null ? escaped(words.getOrDefault(name, "")) : put);
                });
    }

    /// Words as they may stand anywhere in a page, in an attribute too.
    public static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
