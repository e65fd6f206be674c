package unsaid.web.catalog;

import java.time.Duration;

/// How a folder of dialogs is looked at while the server runs.
///
/// @param live whether changed files are taken up at all
/// @param every how often the folder is looked at where the file system does not tell of changes
public record Looking(boolean live, Duration every) {
    /// How often where nothing else is said.
    public static final Duration USUAL = Duration.ofSeconds(10);

    /// Read at the start and never again.
    public static final Looking NEVER = new Looking(false, USUAL);

    public Looking {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("not a time to wait: " + every);
        }
    }

    /// @param setting `true`, `false`, or whole seconds
    public static Looking of(String setting) {
        return switch (setting) {
            case "true" -> new Looking(true, USUAL);
            case "false" -> NEVER;
            default -> new Looking(true, Duration.ofSeconds(Integer.parseInt(setting)));
        };
    }
}
