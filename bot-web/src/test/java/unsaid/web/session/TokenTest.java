package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void aTokenReadAgainNamesTheSameConversation() {
        Token token = Token.fresh();
        Token again = Token.of(token.text());
        assertNotNull(again);
        assertEquals(token.id(), again.id());
        assertNotEquals(token.id(), Token.fresh().id());
    }

    @Test
    void whatIsNoTokenIsNone() {
        assertNull(Token.of(""));
        assertNull(Token.of("a".repeat(42)));
        assertNull(Token.of("ä".repeat(43)));
        assertNull(Token.of("a".repeat(44)));
    }

    @Test
    void neitherItsNameNorItsIdGivesItAway() {
        Token token = Token.fresh();
        assertFalse(token.toString().contains(token.text()));
        assertFalse(token.id().toString().contains(token.text()));
    }
}
