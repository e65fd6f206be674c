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

    @ParameterizedTest
    @CsvSource({
        "https://blog.example, true",
        "https://chat.example.org, true",
        "http://chat.example.org, true",
        "http://blog.example, false",
        "https://blog.example:443, false",
        "https://blog.example:8443, false",
        "https://blog.example/, false",
        "https://BLOG.EXAMPLE, false",
        "https://a.blog.example, false",
        "https://blog.example.evil.example, false",
        "https://evilblog.example, false",
        "https://evil.example#https://blog.example, false",
        "https://evil.example, false",
        "https://chat.example.org:8080, false",
        "https://chat.example.org.evil.example, false",
        "https://x@chat.example.org, false",
        "file://chat.example.org, false",
        "chrome-extension://chat.example.org, false",
        "//chat.example.org, false",
        "chat.example.org, false",
        "'', false",
        "null, false",
        "*, false"
    })
    void onlyTheOwnersPagesAndItsOwnAreWelcome(String origin, boolean welcome) {
        Origins origins = new Origins(Set.of("https://blog.example"));
        assertEquals(welcome, origins.welcome(origin, "Chat.example.org"));
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Origins(Set.of("blog.example")));
    }
}
