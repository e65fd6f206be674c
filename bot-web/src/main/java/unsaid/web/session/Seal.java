package unsaid.web.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.store.Sealed;

/// Closes a conversation's content for the store, and opens it again: AES-256-GCM (NIST SP 800-38D)
/// with a key derived from the visitor's secret by HKDF (RFC 5869). A record opens only under the
/// id and version it was closed for, so that records cannot be swapped or set back unseen. Lengths
/// are rounded up, so that they tell little. Immutable; any thread may use it.
final class Seal {
    /// Lengths are rounded up to a multiple of this.
    static final int ROUNDED_TO = 512;

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE =
            "unsaid conversation 1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private Seal(SecretKey key) {
        this.key = key;
    }

    /// @param secret at least 256 bits that nobody can guess
    static Seal of(byte[] secret) {
        try {
            return new Seal(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(secret)
                                            .thenExpand(PURPOSE, KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF and AES", e);
        }
    }

    /// A record of that content, under a version of its own.
    Sealed close(ConversationId id, LocalDate until, byte[] content) {
        byte[] fresh = new byte[NONCE_BYTES + Long.BYTES];
        RANDOM.nextBytes(fresh);
        byte[] nonce = Arrays.copyOf(fresh, NONCE_BYTES);
        long version = ByteBuffer.wrap(fresh).getLong(NONCE_BYTES);
        int length = Integer.BYTES + content.length;
        byte[] padded =
                ByteBuffer.allocate((length + ROUNDED_TO - 1) / ROUNDED_TO * ROUNDED_TO)
                        .putInt(content.length)
                        .put(content)
                        .array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, id, version);
            byte[] closed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(padded.length));
            cipher.doFinal(padded, 0, padded.length, closed, NONCE_BYTES);
            return new Sealed(id, version, until, closed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work", e);
        }
    }

    /// The content of a record; null if it was closed with another key or for another record, or
    /// was changed since.
    byte @Nullable [] open(Sealed record) {
        byte[] closed = record.content();
        if (closed.length < NONCE_BYTES) {
            return null;
        }
        try {
            Cipher cipher =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            Arrays.copyOf(closed, NONCE_BYTES),
                            record.id(),
                            record.version());
            ByteBuffer padded =
                    ByteBuffer.wrap(
                            cipher.doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
            byte[] content = new byte[padded.getInt()];
            padded.get(content);
            return content;
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, ConversationId id, long version)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(ConversationId.BYTES + Long.BYTES)
                        .put(id.bytes())
                        .putLong(version)
                        .flip());
        return cipher;
    }

    /// Says nothing, so that no log can.
    @Override
    public String toString() {
        return "seal";
    }
}
