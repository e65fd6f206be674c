package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FormTest {
    private final Form form = Form.of("to ID with TOKEN.", "ID", "TOKEN");

    @Test
    void itFitsItsTextWithTheSameFillingsOnly() {
        assertEquals("to 7 with key.", form.with("7", "key"));
        assertTrue(form.fits("to 7 with key.", "7", "key"));
        assertFalse(form.fits("to 8 with key.", "7", "key"));
        assertFalse(form.fits("to 7 with kez.", "7", "key"));
        assertFalse(form.fits("to 7 with key", "7", "key"));
        assertFalse(form.fits("to 7 with key..", "7", "key"));
        assertFalse(form.fits("", "7", "key"));
    }

    @Test
    void aGapMustBeThere() {
        assertThrows(IllegalArgumentException.class, () -> Form.of("to ID", "TOKEN"));
    }
}
