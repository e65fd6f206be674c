package unsaid.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {
    private final Hosts hosts = new Hosts(Set.of("chat.example.org"));

    @ParameterizedTest
    @CsvSource({
        "chat.example.org, true",
        "CHAT.example.ORG:8443, true",
        "localhost:8080, true",
        "127.0.0.1, true",
        "[::1]:8080, true",
        "evil.example, false",
        "chat.example.org.evil.example, false",
        "evil.example:8080, false",
        "xchat.example.org, false",
        "chat.example.org., false",
        "chat.example.org@evil.example, false",
        "chat.example.org:80:80, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "1234, false",
        "0x7f.1, false",
        "'', false"
    })
    void onlyNamesThatCannotBeTakenOverCount(String host, boolean known) {
        assertEquals(known, hosts.know(host));
    }

    @Test
    void whoNamesNoneIsNoBrowser() {
        assertTrue(hosts.know(null));
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Hosts(Set.of("chat.example:80")));
    }
}
