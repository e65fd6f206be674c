package unsaid.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of the widget or of another page of ours, from the class path.
///
/// @param tag changes with its content, in the form of an `ETag`
/// @param packed the same content as the build has packed it
public record File(byte[] content, String type, String tag, Map<Packing, byte[]> packed) {
    private static final int TAG_BYTES = 8;

    /// @param path below `web/`; null is returned if there is no such file
    public static @Nullable File of(String path) {
        byte[] content = bytes(path);
        if (content == null) {
            return null;
        }
        Map<Packing, byte[]> packed = new EnumMap<>(Packing.class);
        for (Packing packing : Packing.values()) {
            byte[] bytes = bytes(path + packing.ending);
            if (bytes != null) {
                packed.put(packing, bytes);
            }
        }
        return new File(content, type(path), tag(content), packed);
    }

    /// @param path its end says the type
    public static File of(String path, byte[] content) {
        return new File(content, type(path), tag(content), Map.of());
    }

    private static byte @Nullable [] bytes(String path) {
        try (InputStream in = File.class.getResourceAsStream("/web/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The best packing of it that who asks takes; null: as it is.
    @Nullable Packing packing(@Nullable String accepted) {
        for (Packing packing : Packing.values()) {
            if (packed.containsKey(packing) && packing.suits(accepted)) {
                return packing;
            }
        }
        return null;
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "html" -> "text/html; charset=utf-8";
            case "json" -> "application/json; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
