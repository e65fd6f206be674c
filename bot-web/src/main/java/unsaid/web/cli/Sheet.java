package unsaid.web.cli;

import org.jspecify.annotations.Nullable;
import unsaid.flow.Flow;
import unsaid.flow.Step;

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

    /// A text that has quotes of its own gets no others around it.
    static String quoted(String text) {
        if (text.isEmpty()) {
            return "(nothing)";
        }
        boolean own = text.indexOf('“') >= 0 || text.indexOf('„') >= 0;
        return own ? text : "“" + text + "”";
    }

    /// An address and whether somebody earns money with it.
    static String address(Step.Link link) {
        return link.address() + (link.paid() ? ", marked as a paid link" : "");
    }

    void line(String text) {
        page.append(text).append('\n');
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
