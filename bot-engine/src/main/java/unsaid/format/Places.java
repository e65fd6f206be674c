package unsaid.format;

import java.util.HashMap;
import java.util.Map;
import unsaid.flow.Finding;

/// From a JSON pointer (RFC 6901) to line and column.
final class Places {
    private final String file;
    private final Map<String, Json.Spot> values = new HashMap<>();
    private final Map<String, Json.Spot> keys = new HashMap<>();

    Places(String file, Json json) {
        this.file = file;
        note("", json);
    }

    private void note(String pointer, Json json) {
        values.put(pointer, json.at());
        switch (json) {
            case Json.Obj(_, var members) ->
                    members.forEach((name, member) -> {
                        String inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                        keys.put(inner, member.keyAt());
                        note(inner, member.value());
                    });
            case Json.Arr(_, var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    note(pointer + "/" + i, items.get(i));
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> {}
        }
    }

    /// The finding's place; that of the nearest thing around it where the pointer names nothing.
    Found of(Finding finding) {
        String pointer = finding.pointer();
        boolean exact = true;
        while (!values.containsKey(pointer)) {
            pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
            exact = false;
        }
        Json.Spot spot = values.get(pointer);
        if (finding.onKey() && exact && keys.containsKey(pointer)) {
            spot = keys.get(pointer);
        }
        int shift = exact && finding.offset() > 0 ? finding.offset() + 1 : 0;
        return new Found(file, spot.line(), spot.column() + shift, finding);
    }
}
