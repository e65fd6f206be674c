package unsaid.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void codesDifferAndReadInThreeGroups() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String text = Code.fresh().text();
            assertTrue(text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"), text);
            seen.add(text);
        }
        assertEquals(1_000, seen.size());
    }

    @Test
    void whatPeopleTypeIsUnderstood() {
        for (String typed :
                List.of("10AB-CDEF-GHJK", "ioab cdef ghjk", " LOABCDEFGHJK ", "1oab–cdef—ghjk")) {
            Code code = Code.of(typed);
            assertNotNull(code, typed);
            assertEquals("10AB-CDEF-GHJK", code.text());
        }
    }

    @Test
    void whatCannotBeACodeIsNone() {
        for (String typed :
                List.of(
                        "",
                        "10AB-CDEF-GHJ",
                        "10AB-CDEF-GHJKM",
                        "10AB-CDEF-GHJ!",
                        "ÄÖÜß-CDEF-GHJK",
                        "UUUU-CDEF-GHJK")) {
            assertNull(Code.of(typed), typed);
        }
    }

    @Test
    void aCodeOpensTheSameEachTimeAndAnotherOpensSomethingElse() {
        Code code = Code.fresh();
        Code again = Code.of(code.text());
        assertNotNull(again);
        assertEquals(code.secret().text(), again.secret().text());
        assertNotEquals(code.secret().text(), Code.fresh().secret().text());
        assertFalse(code.toString().contains(code.text()));
    }
}
