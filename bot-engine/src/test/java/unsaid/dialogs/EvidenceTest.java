package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import unsaid.engine.Library;
import unsaid.flow.Step;

/// What the flows lean on, and the owner's page that says what is known about it.
class EvidenceTest {
    private static final Path PAGE = Path.of("..", "bot-web", "owner", "EVIDENCE.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void theFindingsThatFlowsNameAreThoseOfTheOwnersPage() throws IOException {
        Set<String> explained =
                ROW.matcher(Files.readString(PAGE))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Library library = Shipped.engine().library();
        Set<String> named =
                library.flows().stream()
                        .map(id -> Objects.requireNonNull(library.flow(id)))
                        .flatMap(flow -> flow.everyStep().stream())
                        .map(Step::evidence)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() >= 5, named.toString());
        assertEquals(named, explained);
    }
}
