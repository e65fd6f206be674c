package unsaid.web.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import unsaid.format.Found;

/// A folder of dialogs has errors. The message is all findings, for its author to read: what must
/// be mended comes last, where a terminal shows it.
public final class UnsoundDialogsException extends RuntimeException {
    public UnsoundDialogsException(List<Found> findings) {
        super(
                findings.stream()
                        .sorted(Comparator.comparing(Found::isError))
                        .map(Found::toString)
                        .collect(Collectors.joining(System.lineSeparator())));
    }
}
