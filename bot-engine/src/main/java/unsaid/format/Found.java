package unsaid.format;

import java.util.Comparator;
import unsaid.flow.Finding;

/// A finding with its place in a file.
///
/// @param file path below the folder of dialogs, such as `naming-fears/flow.json`
/// @param line from 1
/// @param column from 1
public record Found(String file, int line, int column, Finding finding) {
    /// By file, line and column.
    public static final Comparator<Found> BY_PLACE =
            Comparator.comparing(Found::file)
                    .thenComparingInt(Found::line)
                    .thenComparingInt(Found::column);

    static Found at(String file, Json.Spot spot, Finding finding) {
        return new Found(file, spot.line(), spot.column(), finding);
    }

    public boolean isError() {
        return finding.isError();
    }

    /// Two lines: place, severity, rule and what is wrong; then the way out.
    @Override
    public String toString() {
        return file
                + ":"
                + line
                + ":"
                + column
                + "  "
                + finding.severity().word()
                + " "
                + finding.rule()
                + "  "
                + finding.message()
                + "\n  "
                + finding.wayOut();
    }
}
