package unsaid.web.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/// What a visitor notes down to find a kept conversation again: twelve letters and digits, sixty
/// random bits. Drawn by the server, as two visitors who choose for themselves may choose the same.
/// Known to the visitor and to nobody else. Immutable.
public final class Code {
    /// Letters of a code, without the dashes between them.
    static final int LETTERS = 12;

    /// Rounds of PBKDF2 (RFC 8018) between a code and what it opens: trying codes on a stolen store
    /// costs as much for each.
    static final int ROUNDS = 100_000;

    /// Without I, L, O and U, so that it can be read aloud and copied by hand (Crockford's base
    /// 32).
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;
    private static final int SECRET_BITS = 256;
    private static final byte[] SALT = "unsaid code 1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private Code(String letters) {
        this.letters = letters;
    }

    public static Code fresh() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Code(letters.toString());
    }

    /// Reads what somebody typed: small letters, spaces, dashes, and O, I and L for the digits they
    /// look like are fine; null if it cannot be a code.
    public static @Nullable Code of(String typed) {
        String letters =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return letters.length() == LETTERS
                        && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? new Code(letters)
                : null;
    }

    /// As it is shown, in groups of four.
    public String text() {
        return String.join(
                "-",
                letters.substring(0, GROUP),
                letters.substring(GROUP, 2 * GROUP),
                letters.substring(2 * GROUP));
    }

    /// What it opens. Slow on purpose.
    Token secret() {
        try {
            return Token.of(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(
                                    new PBEKeySpec(
                                            letters.toCharArray(), SALT, ROUNDS, SECRET_BITS))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }

    /// Says nothing, so that no log can.
    @Override
    public String toString() {
        return "code";
    }
}
