package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the widget may weigh on the wire, as brotli packs it.
class BudgetTest {
    private static final int LOADER = 1_024;

    static {
        Brotli4jLoader.ensureAvailability();
    }

    private static int packed(String file) throws IOException {
        byte[] content = Files.readAllBytes(Path.of("target", "classes", "web", file));
        return Encoder.compress(content, Encoder.Parameters.create(11)).length;
    }

    @Test
    void aPageThatShowsTheBubblePaysOneKilobyte() throws IOException {
        int bytes = packed("unsaid.js");
        assertTrue(bytes <= LOADER, bytes + " bytes");
    }
}
