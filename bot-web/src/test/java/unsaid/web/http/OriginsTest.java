package unsaid.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    @ParameterizedTest
    @CsvSource({
        "https://blog.example, true",
        "http://localhost:3000, true",
        "http://[::1]:8080, true",
        "https://blog.example/, false",
        "https://blog.example/page, false",
        "https://*.example, false",
        "https://BLOG.example, false",
        "https://blog.example; script-src *, false",
        "ftp://blog.example, false",
        "null, false"
    })
    void anOriginIsSchemeHostAndPort(String text, boolean is) {
        assertEquals(is, Origins.isOne(text));
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Origins(Set.of("blog.example")));
    }
}
