package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.store.Sealed;

class SealTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Token token = Token.fresh();
    private final Random random = new Random(7);

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    @Test
    void whatWasClosedOpensAsItWas() {
        for (int length = 0; length < 3_000; length += 7) {
            byte[] content = content(length);
            Sealed record = token.seal().close(token.id(), DAY, content);
            assertArrayEquals(content, token.seal().open(record));
        }
    }

    @Test
    void noWordOfItStandsInTheRecordAndNoTwoRecordsAreAlike() {
        byte[] words = "the quiet kind of fear".repeat(20).getBytes(StandardCharsets.UTF_8);
        Set<String> seen = new HashSet<>();
        Set<Long> versions = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Sealed record = token.seal().close(token.id(), DAY, words);
            String raw = new String(record.content(), StandardCharsets.ISO_8859_1);
            assertFalse(raw.contains("quiet"));
            seen.add(raw);
            versions.add(record.version());
        }
        assertEquals(200, seen.size());
        assertEquals(200, versions.size());
    }

    @Test
    void lengthsAreRoundedUp() {
        int shortOne = token.seal().close(token.id(), DAY, content(1)).content().length;
        assertEquals(
                shortOne,
                token.seal()
                        .close(token.id(), DAY, content(Seal.ROUNDED_TO - Integer.BYTES))
                        .content()
                        .length);
        assertNotEquals(
                shortOne,
                token.seal().close(token.id(), DAY, content(Seal.ROUNDED_TO)).content().length);
    }

    @Test
    void anotherTokenAnotherIdOrAnotherVersionDoesNotOpenIt() {
        Sealed record = token.seal().close(token.id(), DAY, content(100));
        assertNull(Token.fresh().seal().open(record));
        ConversationId other = Token.fresh().id();
        assertNull(token.seal().open(new Sealed(other, record.version(), DAY, record.content())));
        assertNull(
                token.seal()
                        .open(new Sealed(token.id(), record.version() + 1, DAY, record.content())));
    }

    @Test
    void oneFlippedBitAnywhereIsNoticed() {
        Sealed record = token.seal().close(token.id(), DAY, content(40));
        for (int bit = 0; bit < record.content().length * 8; bit += 3) {
            byte[] changed = record.content().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertNull(token.seal().open(new Sealed(token.id(), record.version(), DAY, changed)));
        }
        for (int length : new int[] {0, 5, 12, 20, 40}) {
            byte[] cut = java.util.Arrays.copyOf(record.content(), length);
            assertNull(token.seal().open(new Sealed(token.id(), record.version(), DAY, cut)));
        }
    }

    /// RFC 5869, test case 1.
    @Test
    void theKeyIsDerivedAsTheStandardSays() throws Exception {
        HexFormat hex = HexFormat.of();
        byte[] key =
                KDF.getInstance("HKDF-SHA256")
                        .deriveData(
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(hex.parseHex("0b".repeat(22)))
                                        .addSalt(hex.parseHex("000102030405060708090a0b0c"))
                                        .thenExpand(hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42));
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                hex.formatHex(key));
    }

    @Test
    void aTokenAndItsIdHaveNothingInCommonAndBothSayNothing() {
        assertNotEquals(token.text(), token.id().hash());
        assertFalse((token + " " + token.id() + " " + token.seal()).contains(token.text()));
        assertFalse((token + " " + token.id()).contains(token.id().hash()));
    }
}
