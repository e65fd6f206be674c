package unsaid.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that cannot be changed and keep the order in which an author wrote them.
final class Ordered {
    private Ordered() {}

    /// A copy; most are empty, and then it takes no room.
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
