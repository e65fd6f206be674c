package unsaid.web.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a screen reader would say: what live regions announce, where the focus goes, and what is
/// read when somebody walks on from there. It knows only what the browser tells assistive
/// technology.
final class ReadAloud {
    private static final Set<String> SILENT =
            Set.of(
                    "none",
                    "generic",
                    "InlineTextBox",
                    "LineBreak",
                    "ListMarker",
                    "Legend",
                    "LabelText");

    /// What is told only where it has a name.
    private static final Set<String> STRUCTURE =
            Set.of(
                    "paragraph",
                    "form",
                    "group",
                    "list",
                    "listitem",
                    "DescriptionList",
                    "term",
                    "definition");

    /// What is told as a whole.
    private static final Set<String> WHOLE =
            Set.of(
                    "button",
                    "radio",
                    "checkbox",
                    "link",
                    "heading",
                    "DisclosureTriangle",
                    "textbox");

    private static final List<String> STATES =
            List.of("checked", "expanded", "disabled", "invalid", "required", "pressed");

    /// Collects what is added to live regions. Nothing there is read out of what is hidden from
    /// assistive technology, or of a region that is switched off at that moment.
    static final String EAR =
            """
            window.__heard = [];
            const text = node => {
              if (node.nodeType === 3) return node.data;
              if (node.nodeType !== 1 || node.hidden || node.getAttribute('aria-hidden') === 'true') return '';
              if (node.tagName === 'BUTTON' || node.tagName === 'A')
                return ` [${node.getAttribute('aria-label') ?? node.textContent}] `;
              return [...node.childNodes].map(text).join(/^(P|DIV|LI|DT|DD|H2|UL|DL)$/.test(node.tagName) ? ' ' : '');
            };
            new MutationObserver(changes => {
              for (const { target, addedNodes } of changes) {
                const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=log],[role=status],[role=alert],[aria-live]');
                if (!region || region.getAttribute('aria-live') === 'off') continue;
                const said = [...addedNodes].map(text).join(' ').replace(/\\s+/g, ' ').trim();
                if (said) window.__heard.push(`${region.getAttribute('role')}: ${said}`);
              }
            }).observe(document, { childList: true, characterData: true, subtree: true });
            """;

    private final Page page;
    private final CDPSession browser;
    private final List<String> lines = new ArrayList<>();

    /// @param page before it goes anywhere
    ReadAloud(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
        page.addInitScript(EAR);
    }

    /// Presses a key, as the visitor's own act.
    void press(String key) {
        lines.add("presses " + key);
        page.keyboard().press(key);
    }

    /// Types words.
    void type(String words) {
        lines.add("types   " + words);
        page.keyboard().type(words);
    }

    /// Walks with Tab to what has this name, without a word about what lies between.
    void tabTo(String name) {
        for (int steps = 0; steps < 60; steps++) {
            page.keyboard().press("Tab");
            if (focused().contains('"' + name)) {
                lines.add("goes to " + focused());
                return;
            }
        }
        throw new AssertionError("not to be reached by Tab: " + name + "\n" + transcript());
    }

    /// Writes down what was announced since the last time, and where the focus is.
    void listen() {
        for (Object said : (List<?>) page.evaluate("window.__heard.splice(0)")) {
            lines.add("hears   " + said);
        }
        lines.add("is at   " + focused());
    }

    /// Writes down what is read from the end of the conversation on.
    void read() {
        JsonArray nodes = tree();
        Map<String, JsonObject> byId = new HashMap<>();
        nodes.forEach(
                node -> byId.put(string(node.getAsJsonObject(), "nodeId"), node.getAsJsonObject()));
        List<String> read = new ArrayList<>();
        walk(nodes.get(0).getAsJsonObject(), byId, 0, read);
        int log = read.size() - 1;
        while (log > 0 && !read.get(log).strip().startsWith("log ")) log--;
        int depth = indent(read.get(log));
        int next = log + 1;
        while (next < read.size() && indent(read.get(next)) > depth) next++;
        for (String line : read.subList(Math.min(next, read.size()), read.size())) {
            lines.add("reads   " + line.substring(Math.min(depth, indent(line))));
        }
    }

    String transcript() {
        return String.join("\n", lines) + "\n";
    }

    private JsonArray tree() {
        return browser.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
    }

    private String focused() {
        for (JsonElement each : tree()) {
            JsonObject node = each.getAsJsonObject();
            if (state(node, "focused").equals("true") && !role(node).equals("RootWebArea"))
                return said(node);
        }
        return "the page";
    }

    private void walk(JsonObject node, Map<String, JsonObject> byId, int depth, List<String> read) {
        String role = role(node);
        boolean silent =
                node.get("ignored").getAsBoolean()
                        || SILENT.contains(role)
                        || STRUCTURE.contains(role) && value(node, "name").isEmpty();
        if (!silent) read.add("  ".repeat(depth) + said(node));
        JsonArray children = node.getAsJsonArray("childIds");
        if (children == null || !silent && WHOLE.contains(role)) return;
        for (JsonElement child : children) {
            JsonObject below = byId.get(child.getAsString());
            if (below != null) walk(below, byId, silent ? depth : depth + 1, read);
        }
    }

    private static String said(JsonObject node) {
        StringBuilder said =
                new StringBuilder(role(node).equals("StaticText") ? "text" : role(node));
        said.append(" \"").append(value(node, "name")).append('"');
        String value = value(node, "value");
        if (!value.isEmpty()) said.append(" = ").append(value);
        for (String state : STATES) {
            String is = state(node, state);
            if (!is.isEmpty() && !is.equals("false")) said.append(", ").append(state);
            if (state.equals("expanded") && is.equals("false")) said.append(", collapsed");
        }
        String description = value(node, "description");
        if (!description.isEmpty()) said.append(" (").append(description).append(')');
        return said.toString();
    }

    private static String state(JsonObject node, String name) {
        JsonArray properties = node.getAsJsonArray("properties");
        if (properties == null) return "";
        for (JsonElement each : properties) {
            JsonObject property = each.getAsJsonObject();
            if (string(property, "name").equals(name)) return value(property, "value");
        }
        return "";
    }

    private static String role(JsonObject node) {
        return value(node, "role");
    }

    private static String value(JsonObject node, String name) {
        JsonObject value = node.getAsJsonObject(name);
        return value == null || value.get("value") == null
                ? ""
                : value.get("value").getAsString().strip();
    }

    private static String string(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
