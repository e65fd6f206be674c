package unsaid.web.catalog;

import java.util.List;
import java.util.stream.Collectors;
import unsaid.format.Found;

/// A folder of dialogs has errors. The message is all of them, for its author to read; of what is
/// merely worth a look it says how much there is.
public final class UnsoundDialogsException extends RuntimeException {
    public UnsoundDialogsException(List<Found> findings) {
        super(message(findings));
    }

    private static String message(List<Found> findings) {
        String errors =
                findings.stream()
                        .filter(Found::isError)
                        .map(Found::toString)
                        .collect(Collectors.joining(System.lineSeparator()));
        long others = findings.stream().filter(found -> !found.isError()).count();
        return others == 0
                ? errors
                : errors
                        + System.lineSeparator()
                        + (others == 1
                                ? "One other finding stops"
                                : others + " other findings stop")
                        + " nothing; \"unsaid check\" tells all.";
    }
}
