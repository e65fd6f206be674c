package unsaid.web.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What a visitor's page shows to go on with its conversation: 256 random bits, known to that page
/// and to nobody else. Never stored and never logged; the store knows its [ConversationId] only.
public final class Token {
    private static final int BYTES = 32;
    private static final int LETTERS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    public static Token fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /// Reads what a page sent; null if it cannot be a token.
    public static @Nullable Token of(String text) {
        if (text.length() != LETTERS) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(text).length == BYTES ? new Token(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The token as a page keeps it: 43 letters of Base64's alphabet for addresses.
    public String text() {
        return text;
    }

    public ConversationId id() {
        return ConversationId.of(this);
    }

    /// Says nothing, so that no log can.
    @Override
    public String toString() {
        return "token";
    }
}
