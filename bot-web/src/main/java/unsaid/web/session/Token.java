package unsaid.web.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import unsaid.web.session.store.ConversationId;

/// What a visitor's page shows to go on with its conversation: 256 random bits, known to that page
/// and to nobody else. Never stored and never logged; the store knows its [ConversationId] only,
/// and what is stored opens with the [Seal] made from it.
public final class Token {
    private static final int BYTES = 32;
    private static final int LETTERS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bits;

    private Token(byte[] bits) {
        this.bits = bits;
    }

    public static Token fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Token(bits);
    }

    /// Reads what a page sent; null if it cannot be a token.
    public static @Nullable Token of(String text) {
        if (text.length() != LETTERS) {
            return null;
        }
        try {
            byte[] bits = Base64.getUrlDecoder().decode(text);
            return bits.length == BYTES ? new Token(bits) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// @throws IllegalArgumentException if there are not 32 bytes
    static Token of(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("a token has " + BYTES + " bytes");
        }
        return new Token(bits.clone());
    }

    byte[] bits() {
        return bits.clone();
    }

    /// The token as a page keeps it: 43 letters of Base64's alphabet for addresses.
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public ConversationId id() {
        try {
            return new ConversationId(MessageDigest.getInstance("SHA-256").digest(bits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Seal seal() {
        return Seal.of(bits);
    }

    /// Says nothing, so that no log can.
    @Override
    public String toString() {
        return "token";
    }
}
