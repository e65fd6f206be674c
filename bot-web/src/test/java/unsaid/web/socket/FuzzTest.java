package unsaid.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.web.catalog.Catalog;

/// A slice of what `exec:exec@fuzz` throws: nothing escapes, nothing is repeated, and no input
/// makes the server allocate without bound.
class FuzzTest {
    private static final Path DIALOGS = Path.of("..", "dialogs");
    private static final int FRAMES = 60_000;
    private static final int FILES = 500;
    private static final long SEED = 20_000_000;
    private static final long FRAME_BYTES = 16L << 20;
    private static final long FILE_BYTES = 64L << 20;

    private final Fuzz fuzz = new Fuzz();

    @Test
    void noFrameMakesAnythingEscape() throws Exception {
        Fuzz.Figures figures = fuzz.frames(Catalog.load(DIALOGS), FRAMES, SEED);
        assertEquals(List.of(), fuzz.failures());
        assertEquals(FRAMES, figures.count());
        assertTrue(figures.took() > FRAMES / 10, figures.toString());
        assertTrue(figures.most() < FRAME_BYTES, figures.toString());
    }

    @Test
    void noFlowFileMakesAnythingEscape() throws Exception {
        Fuzz.Figures figures = fuzz.files(DIALOGS, FILES, SEED);
        assertEquals(List.of(), fuzz.failures());
        assertEquals(FILES, figures.count());
        assertTrue(figures.took() > FILES / 50, figures.toString());
        assertTrue(figures.most() < FILE_BYTES, figures.toString());
    }
}
