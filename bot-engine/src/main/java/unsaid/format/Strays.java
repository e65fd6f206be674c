package unsaid.format;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding;
import unsaid.flow.Rule;

/// Files that lie among the dialogs and are not read, though somebody may think they are: a wrong
/// name, or the wrong place. Notes and pictures may lie there.
final class Strays {
    private static final String SCHEMA = "flow.schema.json";

    private Strays() {}

    /// @param file path below the folder of dialogs
    static boolean isRead(String file) {
        return file.equals("helplines.json")
                || file.equals(ToneReader.FILE)
                || depth(file) == 1
                        && (file.endsWith("/flow.json")
                                || file.endsWith(".test.json")
                                || TranslationReader.reads(file));
    }

    /// Whether it looks like something that is meant to be read, and is not.
    static boolean isStray(String file) {
        if (isRead(file)) {
            return false;
        }
        String small = name(file).toLowerCase(Locale.ROOT);
        boolean looks = small.contains(".json") || small.matches("flows?([ .(_-].*)?");
        return looks
                && !small.matches(".*(~|\\.(tmp|part|swp))") // an editor at work
                && !file.equals(SCHEMA)
                && List.of(file.split("/")).stream().noneMatch(part -> part.startsWith("."));
    }

    static Found found(String file) {
        return Found.at(
                file,
                Json.Spot.START,
                Finding.of(Rule.NOT_READ, "", "this file is not read", wayOut(file)));
    }

    private static String wayOut(String file) {
        String right = right(name(file));
        if (depth(file) == 0) {
            return "flow.json".equals(right)
                    ? "make a folder named like the flow, and put it there as flow.json"
                    : "here stand helplines.json and tone.json; what belongs to a flow stands in its folder";
        }
        if (depth(file) > 1) {
            return "put it into a folder that stands in the folder of dialogs itself";
        }
        return right == null
                ? "call it flow.json, flow.de.json for a translation, or something.test.json; or take it away"
                : "rename it to " + right + "; or take it away";
    }

    /// What a file of a flow is called rightly; null: nobody can tell.
    private static @Nullable String right(String file) {
        String name =
                file.toLowerCase(Locale.ROOT)
                        .replaceAll("\\s*\\(\\d+\\)|\\s*copy", "")
                        .replaceAll("\\.(txt|bak|orig|old|tmp)$|~$", "");
        if (name.matches("flows?[._-]?json5?c?|flows?|flows?\\.txt")) {
            return "flow.json";
        }
        if (name.matches(".+[._-]tests?\\.json5?c?")) {
            return name.replaceFirst("[._-]tests?\\.json5?c?$", ".test.json");
        }
        return name.matches("flows?[._-][a-z]{2}(-[a-z]{2,4})?\\.json")
                ? "flow." + name.replaceFirst("^flows?[._-]", "")
                : null;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static int depth(String file) {
        return (int) file.chars().filter(c -> c == '/').count();
    }
}
