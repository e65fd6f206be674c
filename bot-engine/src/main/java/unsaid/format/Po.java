package unsaid.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// A translation as a gettext PO file: the key is the context. A text that was translated from an
/// older one is `fuzzy`, and the older one stands in a `#|` line. Reading what was written gives an
/// equal translation.
public final class Po {
    private static final Pattern LINE =
            Pattern.compile("(#\\|\\s*)?(msgctxt|msgid|msgstr)?\\s*\"(.*)\"\\s*");
    private static final String FLOW = "X-Unsaid-Flow: ";
    private static final String LANGUAGE = "Language: ";

    private Po() {}

    /// @param translation as [Exchange#fresh] makes it
    public static String write(Flow flow, Translation translation) {
        Map<String, String> sources = Texts.of(flow);
        StringBuilder out = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        for (String line :
                List.of(
                        "Project-Id-Version: " + flow.id() + " " + flow.version(),
                        LANGUAGE + translation.language(),
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8",
                        "Content-Transfer-Encoding: 8bit",
                        FLOW + flow.id())) {
            out.append(quoted(line + "\n")).append('\n');
        }
        translation
                .texts()
                .forEach((key, text) -> {
                    String source = sources.getOrDefault(key, text.from());
                    out.append("\n#: ").append(key.replace(' ', '_')).append('\n');
                    if (!text.to().isEmpty() && !text.from().equals(source)) {
                        out.append("#, fuzzy\n#| msgid ").append(quoted(text.from())).append('\n');
                    }
                    out.append("msgctxt ").append(quoted(key)).append('\n');
                    out.append("msgid ").append(quoted(source)).append('\n');
                    out.append("msgstr ").append(quoted(text.to())).append('\n');
                });
        return out.toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /// @throws ExchangeException if it is no PO file, or does not say of which flow
    public static Translation read(String text) throws ExchangeException {
        Map<String, Translation.Text> texts = new LinkedHashMap<>();
        String head = "";
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); ) {
            Map<String, String> fields = new HashMap<>();
            int end = block(lines, i, fields);
            if (fields.containsKey("msgid")) {
                String key = fields.getOrDefault("msgctxt", "");
                String source = fields.getOrDefault("msgid", "");
                String to = fields.getOrDefault("msgstr", "");
                if (key.isEmpty() && source.isEmpty()) {
                    head = to;
                } else {
                    boolean stale = fields.containsKey("fuzzy") && !to.isEmpty();
                    String from = stale ? fields.getOrDefault("older", "") : source;
                    texts.put(key, new Translation.Text(from, to));
                }
            }
            i = end;
        }
        String flow = field(head, FLOW);
        String language = field(head, LANGUAGE);
        if (flow.isEmpty() || language.isEmpty()) {
            throw new ExchangeException(
                    1, "The head does not say which flow (X-Unsaid-Flow) and Language it is of.");
        }
        return new Translation(flow, language, texts);
    }

    /// Reads one entry, up to the empty line or the next entry's first line.
    ///
    /// @return the line behind it
    private static int block(List<String> lines, int from, Map<String, String> fields)
            throws ExchangeException {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        String field = "";
        int i = from;
        for (; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("#,") && line.contains("fuzzy")) {
                fields.put("fuzzy", "");
            }
            if (line.startsWith("#") && !line.startsWith("#|")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new ExchangeException(i + 1, "This line is not as PO files have them.");
            }
            if (matcher.group(2) != null) {
                field = matcher.group(1) == null ? matcher.group(2) : older(matcher.group(2));
            }
            parts.computeIfAbsent(field, _ -> new StringBuilder()).append(plain(matcher.group(3)));
        }
        parts.forEach((name, words) -> fields.put(name, words.toString()));
        return i + 1;
    }

    private static String older(String field) {
        return field.equals("msgid") ? "older" : "older " + field;
    }

    private static String plain(String quoted) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < quoted.length()) {
                i++;
                c =
                        switch (quoted.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> quoted.charAt(i);
                        };
            }
            out.append(c);
        }
        return out.toString();
    }

    private static String field(String head, String name) {
        List<String> found = new ArrayList<>();
        head.lines().filter(line -> line.startsWith(name)).forEach(found::add);
        return found.isEmpty() ? "" : found.getFirst().substring(name.length()).strip();
    }
}
