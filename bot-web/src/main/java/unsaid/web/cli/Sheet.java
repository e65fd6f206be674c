package unsaid.web.cli;

import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;

/// A page of Markdown in the making, with the words that a flow's conditions become.
final class Sheet {
    /// What a reviewer ticks.
    static final String BOX = "- [ ] ";

    private final StringBuilder page = new StringBuilder();
    private final InWords words;

    Sheet(Flow flow) {
        this.words = new InWords(flow);
    }

    /// @param otherwise what to write where there is no condition
    String when(@Nullable String condition, String otherwise) {
        return condition == null ? otherwise : "if " + words.condition(condition);
    }

    static String quoted(String text) {
        return text.isEmpty() ? "(nothing)" : "“" + text + "”";
    }

    void line(String text) {
        page.append(text).append('\n');
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
