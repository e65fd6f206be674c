package unsaid.format;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file of a flow or of tests in its canonical form: fields in a fixed order, one layout. What it
/// means stays the same, remarks in `note` included; written twice it stays as it is.
public final class Canonical {
    private Canonical() {}

    /// @param file path below the folder of dialogs; its end says what stands in it
    /// @param found gets what is wrong with a text that is no JSON, or has a key twice
    /// @return null if there is something wrong
    public static @Nullable String of(String file, String text, List<Found> found) {
        int before = found.size();
        Json json = JsonText.read(text, file, found);
        if (json == null || found.size() > before) {
            return null;
        }
        String written = Layout.of(json, shape(file, json));
        return text.contains("\r\n") ? written.replace("\n", "\r\n") : written;
    }

    private static Shape shape(String file, Json json) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".test.json")) {
            return Shape.FLOW;
        }
        return json instanceof Json.Obj(_, var members) && members.containsKey("tests")
                ? Shape.TESTS
                : Shape.TEST;
    }
}
