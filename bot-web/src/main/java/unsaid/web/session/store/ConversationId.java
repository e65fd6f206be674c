package unsaid.web.session.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// What a store calls a record: 256 bits that say nothing, the SHA-256 of a token which cannot be
/// found again from them. Immutable.
public final class ConversationId {
    /// Bytes of an id.
    public static final int BYTES = 32;

    private final byte[] hash;

    /// @throws IllegalArgumentException if there are not [#BYTES] of them
    public ConversationId(byte[] hash) {
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("an id has " + BYTES + " bytes");
        }
        this.hash = hash.clone();
    }

    /// Reads what [#hash] wrote.
    ///
    /// @throws IllegalArgumentException if it is no id
    public static ConversationId of(String hash) {
        return new ConversationId(Base64.getUrlDecoder().decode(hash));
    }

    /// As 43 letters of Base64's alphabet for addresses.
    public String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    public byte[] bytes() {
        return hash.clone();
    }

    /// Its first 64 bits, as evenly spread as the whole.
    long prefix() {
        return ByteBuffer.wrap(hash).getLong();
    }

    /// Takes as long for a near miss as for a far one.
    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationId id && MessageDigest.isEqual(hash, id.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "conversation";
    }
}
