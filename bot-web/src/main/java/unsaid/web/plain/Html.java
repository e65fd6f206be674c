package unsaid.web.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// A piece of a page. Words are always escaped; only [Fixed] is markup, and that is the code's own.
sealed interface Html {
    /// No piece at all.
    Html NOTHING = new Many(List.of());

    static Html text(String words) {
        return new Text(words);
    }

    static Tag tag(String name, Html... inside) {
        return new Tag(name).add(inside);
    }

    /// An element with words in it.
    static Tag tag(String name, String words) {
        return new Tag(name).add(new Text(words));
    }

    static Html all(List<? extends Html> pieces) {
        return new Many(List.copyOf(pieces));
    }

    static Html all(Html... pieces) {
        return new Many(List.of(pieces));
    }

    /// A piece that is there only if something holds.
    static Html when(boolean holds, Supplier<? extends Html> piece) {
        return holds ? piece.get() : NOTHING;
    }

    void write(StringBuilder page);

    record Text(String words) implements Html {
        @Override
        public void write(StringBuilder page) {
            escape(words, false, page);
        }

        private static void escape(String words, boolean attribute, StringBuilder page) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                switch (c) {
                    case '&' -> page.append("&amp;");
                    case '<' -> page.append("&lt;");
                    case '>' -> page.append("&gt;");
                    case '"' -> page.append("&quot;");
                    case '\'' -> page.append("&#39;");
                    case '\n' -> page.append(attribute ? "&#10;" : "\n");
                    case '\t' -> page.append(c);
                    default -> page.append(Character.isISOControl(c) ? '\ufffd' : c);
                }
            }
        }
    }

    /// Markup of our own, word by word; never made of what somebody wrote.
    record Fixed(String markup) implements Html {
        @Override
        public void write(StringBuilder page) {
            page.append(markup);
        }
    }

    record Many(List<? extends Html> pieces) implements Html {
        @Override
        public void write(StringBuilder page) {
            pieces.forEach(piece -> piece.write(page));
        }
    }

    /// An element. Its name and its attributes' names come from the code alone.
    final class Tag implements Html {
        private static final Set<String> EMPTY = Set.of("input", "link", "meta");

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Html> inside = new ArrayList<>();

        private Tag(String name) {
            this.name = name;
        }

        Tag add(Html... pieces) {
            inside.addAll(Arrays.asList(pieces));
            return this;
        }

        Tag add(List<? extends Html> pieces) {
            inside.addAll(pieces);
            return this;
        }

        Tag is(String attribute, String value) {
            attributes.put(attribute, value);
            return this;
        }

        Tag is(String attribute, int value) {
            return is(attribute, Integer.toString(value));
        }

        /// An attribute without a value, such as `checked`.
        Tag is(String attribute, boolean holds) {
            return holds ? is(attribute, "") : this;
        }

        @Override
        public void write(StringBuilder page) {
            page.append('<').append(name);
            attributes.forEach((attribute, value) -> {
                page.append(' ').append(attribute).append("=\"");
                Text.escape(value, true, page);
                page.append('"');
            });
            page.append('>');
            if (!EMPTY.contains(name)) {
                inside.forEach(piece -> piece.write(page));
                page.append("</").append(name).append('>');
            }
        }
    }
}
