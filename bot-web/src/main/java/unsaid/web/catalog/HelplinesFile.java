package unsaid.web.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import unsaid.safety.Helpline;
import unsaid.safety.Helplines;

/// The helplines for the widget: the owner's file, with every status as it is on a day.
final class HelplinesFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HelplinesFile() {}

    /// @param file the owner's, already found to be sound
    /// @return the very same text where every status is as written
    static String asOf(String file, Helplines helplines) {
        Map<String, Helpline.Status> status = new HashMap<>();
        helplines.lines().forEach(line -> status.put(line.id(), line.status()));
        JsonNode root = JSON.readTree(file);
        boolean changed = false;
        for (JsonNode line : root.path("lines")) {
            Helpline.Status now = status.get(line.path("id").asString(""));
            String said = line.path("status").asString(Helpline.Status.DRAFT.name());
            if (now != null && !now.name().equalsIgnoreCase(said)) {
                ((ObjectNode) line).put("status", now.name().toLowerCase(Locale.ROOT));
                changed = true;
            }
        }
        return changed ? JSON.writeValueAsString(root) : file;
    }
}
