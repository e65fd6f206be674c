package unsaid.web.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Packs pages that are filled in anew for everybody, and are nearly always the same. Doing so
/// takes some 20 ms, so those packed lately are kept.
final class Brotli {
    private static final Encoder.Parameters SMALLEST =
            Encoder.Parameters.create(11).setMode(Encoder.Mode.TEXT);

    /// Pages: one for each flow, language and door.
    private static final int KEPT = 64;

    private final Map<String, byte[]> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                            return size() > KEPT;
                        }
                    });

    private final BooleanSupplier available;

    Brotli() {
        this(Brotli4jLoader::isAvailable);
    }

    /// @param available whether brotli's own code is for this machine
    Brotli(BooleanSupplier available) {
        this.available = available;
    }

    /// The page as it comes over the wire; null where brotli's own code is not for this machine.
    byte @Nullable [] pack(String page) {
        byte[] packed = kept.get(page);
        if (packed == null && available.getAsBoolean()) {
            packed = smallest(page);
            kept.put(page, packed);
        }
        return packed;
    }

    private static byte[] smallest(String page) {
        try {
            return Encoder.compress(page.getBytes(StandardCharsets.UTF_8), SMALLEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
