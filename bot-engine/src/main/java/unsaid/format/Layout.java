package unsaid.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// JSON as people like to read it: what fits on a line stands on one, and fields that belong
/// together share a line.
final class Layout {
    /// Longest line, in characters, unless a single text is longer.
    static final int WIDTH = 120;

    /// Longest line with an object or a list that would otherwise take several.
    private static final int SHORT = 118;

    private static final String STEP = "  ";

    private Layout() {}

    /// The whole file, with a line break at its end.
    static String of(Json json, Shape shape) {
        return json instanceof Json.Obj object
                ? broken(object, shape, "") + "\n"
                : laid(json, shape, "", 0) + "\n";
    }

    /// @param indent what the line begins with
    /// @param taken characters that stand before and behind it on its line
    private static String laid(Json json, Shape shape, String indent, int taken) {
        String line = inline(json, shape);
        if (indent.length() + taken + line.length() <= SHORT && !shape.isTalk(json)) {
            return line;
        }
        return switch (json) {
            case Json.Obj object when !object.members().isEmpty() -> broken(object, shape, indent);
            case Json.Arr(_, var items) when !items.isEmpty() -> broken(items, shape, indent);
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> line;
        };
    }

    private static String broken(List<Json> items, Shape shape, String indent) {
        String inner = indent + STEP;
        return items.stream()
                .map(item -> inner + laid(item, shape, inner, 1))
                .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    private static String broken(Json.Obj object, Shape shape, String indent) {
        String inner = indent + STEP;
        List<String> lines = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<String, Json> field : shape.sorted(object)) {
            String name = text(field.getKey()) + ": ";
            String value =
                    laid(field.getValue(), shape.inner(field.getKey()), inner, name.length() + 1);
            boolean alone =
                    shape.standsAlone(field.getKey(), field.getValue()) || value.contains("\n");
            String last = lines.isEmpty() ? "" : lines.getLast();
            if (open
                    && !alone
                    && inner.length() + last.length() + 2 + name.length() + value.length() + 1
                            <= WIDTH) {
                lines.set(lines.size() - 1, last + ", " + name + value);
            } else {
                lines.add(name + value);
            }
            open = !alone;
        }
        return lines.stream()
                .map(line -> inner + line)
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String inline(Json json, Shape shape) {
        return switch (json) {
            case Json.Obj object ->
                    object.members().isEmpty()
                            ? "{}"
                            : shape.sorted(object).stream()
                                    .map(field ->
                                            text(field.getKey())
                                                    + ": "
                                                    + inline(
                                                            field.getValue(),
                                                            shape.inner(field.getKey())))
                                    .collect(Collectors.joining(", ", "{ ", " }"));
            case Json.Arr(_, var items) -> {
                boolean flat = items.stream().noneMatch(each -> each instanceof Json.Obj);
                yield items.stream()
                        .map(each -> inline(each, shape))
                        .collect(Collectors.joining(", ", flat ? "[" : "[ ", flat ? "]" : " ]"));
            }
            case Json.Str(_, String text) -> text(text);
            case Json.Num(_, double number) -> number(number);
            case Json.Bool(_, boolean is) -> String.valueOf(is);
            case Json.Nul _ -> "null";
        };
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "1e999" : "-1e999"; // as large as it was, and still JSON
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    /// In double quotes; escaped is only what has to be, and what would not survive as UTF-8.
    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (pair) {
                quoted.append(c).append(text.charAt(++i));
            } else if (c < ' ' || c == '\u007F' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
