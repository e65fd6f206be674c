package unsaid.web.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What a store calls a conversation: SHA-256 of its token, from which the token cannot be found
/// again.
public record ConversationId(String hash) {

    static ConversationId of(Token token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.text().getBytes(StandardCharsets.US_ASCII));
            return new ConversationId(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
