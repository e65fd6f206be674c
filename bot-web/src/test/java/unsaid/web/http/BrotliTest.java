package unsaid.web.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BrotliTest {
    private static final String PAGE = "<!doctype html><title>Ruhig</title>";

    @Test
    void aPageIsPackedOnceAndComesOutAsItWentIn() throws Exception {
        Brotli brotli = new Brotli();
        byte[] packed = brotli.pack(PAGE);
        assertNotNull(packed);
        assertArrayEquals(
                PAGE.getBytes(StandardCharsets.UTF_8),
                Decoder.decompress(packed).getDecompressedData());
        assertSame(packed, brotli.pack(PAGE));
    }

    @Test
    void whereItsOwnCodeIsMissingNothingIsPacked() {
        assertNull(new Brotli(() -> false).pack(PAGE));
    }
}
