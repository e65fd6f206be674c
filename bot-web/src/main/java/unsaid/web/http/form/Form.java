package unsaid.web.http.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a form as a browser sends them, in UTF-8. How many bytes it may have is for the
/// [unsaid.web.http.Gate]. Lines of a value end with `\n`. Immutable.
public final class Form {
    /// The type of its body.
    public static final String TYPE = "application/x-www-form-urlencoded";

    /// Fields of one form. The longest has a hundred options, each with words of the visitor's own.
    public static final int FIELDS = 250;

    /// Characters of a field's name. The longest is a prefix and the key of an option.
    public static final int NAME = 300;

    public static final Form EMPTY = new Form(Map.of());

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /// Whether a body says that it is a form.
    ///
    /// @param contentType the header; null: there is none
    public static boolean isOne(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(TYPE);
    }

    /// @throws BadFormException if it is no form, or is over a limit
    public static Form read(byte[] body) throws BadFormException {
        for (byte each : body) {
            if (each < 0) {
                throw new BadFormException("a form has escapes for all but ASCII");
            }
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String rest = new String(body, StandardCharsets.US_ASCII);
        int count = 0;
        for (int at = 0; at < rest.length(); ) {
            int end = rest.indexOf('&', at);
            String field = rest.substring(at, end < 0 ? rest.length() : end);
            at += field.length() + 1;
            if (++count > FIELDS) {
                throw new BadFormException("a form has at most " + FIELDS + " fields");
            }
            put(fields, field);
        }
        return new Form(fields);
    }

    private static void put(Map<String, List<String>> fields, String field)
            throws BadFormException {
        int is = field.indexOf('=');
        String name = decoded(is < 0 ? field : field.substring(0, is));
        if (name.length() > NAME) {
            throw new BadFormException("a field's name has at most " + NAME + " characters");
        }
        String value = is < 0 ? "" : decoded(field.substring(is + 1));
        fields.computeIfAbsent(name, any -> new ArrayList<>())
                .add(value.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static String decoded(String text) throws BadFormException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException repeatsTheText) {
            throw new BadFormException("an escape in a form is not whole");
        }
    }

    /// The first value of a field; empty if there is none.
    public String get(String name) {
        List<String> all = fields.get(name);
        return all == null ? "" : all.getFirst();
    }

    /// All values of a field, in order.
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// The fields' names, in order.
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }
}
